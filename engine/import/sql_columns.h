// The tables of the CUCM database that matter, the columns of each with their usual aliases, and the AXL field that
// each stands for. Facts only: which table a text shows is found out by bind_table.h.
//
//   {"calledpartytransformationmask calledmask mask", "calledPartyTransformationMask", Text, "called party mask"},
//
// Names of columns stand here without underscores; that is how they are compared.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace dialscope::import {

/// What one row of a table is, in the order in which tables are turned into records.
enum class SqlRows : std::uint8_t {
  Names,             ///< something that others point to, and nothing more
  Objects,           ///< an object
  RouteGroups,       ///< a route group or a local one
  Patterns,          ///< a pattern, by its usage; joined, perhaps with a member of its route list
  Devices,           ///< a device, by its class
  Forwards,          ///< what belongs to a line, by the line's id
  AlternateNumbers,  ///< a mask that makes another number of a line's, by the line's id
  Members,           ///< a member of an object
  ListMembers,       ///< a member of a route list or of a hunt list
  DeviceLines,       ///< a line on a button, or the destination of a pattern
};

/// How a cell becomes the text of a field.
enum class SqlValue : std::uint8_t {
  Text,
  Flag,          ///< t, f
  Name,          ///< a name, or the id of what bears it; the id itself where nothing has it
  Discard,       ///< the same for an instruction; nothing where nothing has the id
  PatternUsage,  ///< the numbers of formats, or their words
  Cause,
  Status,
  Location,
  Presentation,
  Precedence,
  NumberingPlan,
  NumberType,
  Distribution,
  RouteClass,
  PartitionUsage,
  HuntAlgorithm,
  TimeOfDay,
  Weekday,
  Month,
  ScheduleCategory,
  FilterOperator,
  Control,  ///< not a field: looked at by the reader itself
};

struct SqlColumn {
  std::string_view aliases;  ///< parted by blanks, the one that is taken first in front
  std::string_view
      path;  ///< the AXL field, of a member or else of its object; of a Control what the reader calls it
  SqlValue value = SqlValue::Text;
  std::string_view unsaid;  ///< in words, where a table without it leaves something open
};

struct TableShape {
  std::string_view table;  ///< as the database calls it
  SqlRows rows;
  std::string_view object;  ///< AXL's word for the row's object, or for the one that the row is a member of
  std::string_view group;   ///< of that object's members, for rows that are members
  std::string_view key;     ///< path of the column that names the row's object
  std::string_view needs;   ///< columns without which it is no such table: `a|b c` = (a or b) and c
  std::span<const SqlColumn> columns;
  std::string_view silent;  ///< columns known to have no bearing
};

/// In the order in which they are tried: the first whose needs are met is it.
std::span<const TableShape> tableShapes();

/// Tables that nothing but the statement tells from others: a name, a description.
std::span<const TableShape> shapesByStatement();

/// A table of ids and names, whatever it is about.
const TableShape& shapeOfNames();

}  // namespace dialscope::import
