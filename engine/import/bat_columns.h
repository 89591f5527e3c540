// The columns of BAT's CSV files and the AXL elements that they hold: one table for reading and for writing. It is
// kept in bat_columns.csv, a row a column, in the order of release 14.0:
//
//   file,object,column,element,kind,blank
//   routepattern,routePattern,ROUTE OPTION,blockEnable,flag,
//   routepattern,routePattern,DISCARD DIGITS,digitDiscardInstructionName,,NULL
//   css,css,ROUTE PARTITION #,members/member/routePartitionName,name,
//   phone,phone,Line CSS #,line:shareLineAppearanceCssName,,
//
// `#` stands for the number of a repeated group. An empty element: known, no bearing on digit analysis. `line:` is an
// element of the line at that button, not of the phone. `blank` is what CUCM writes where nothing is set; left empty, it
// is the element's default (ObjectShape::defaultOf). A row without a column (`fixed`) is an element that the whole
// file has in common.
//
// Releases differ in the order and the number of columns, so a file is recognised by the names in its header line,
// whatever else stands there.
#pragma once

#include "engine/import/axl_fields.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::import {

/// A header line with more is that of no file: a phone with all its buttons has 5 000.
inline constexpr std::size_t kMaxBatColumns = 50'000;

/// What a cell's text is to its element.
enum class BatKind : std::uint8_t {
  Text,
  Flag,          ///< `t` and `f`
  Name,          ///< names a member of its group; the first blank one ends the group
  NameFromZero,  ///< the same, and the group is counted from 0
  Button,        ///< the number of a line; a blank one leaves its button empty
  Destination,   ///< a route list, a gateway or a trunk: one name space
  Block,         ///< a flag that blocks, or else the cause of the release
  Pilot,         ///< `number/css`
  Trunk,         ///< tells SIP trunks from the others
};

struct BatColumn {
  std::string_view header;   ///< as CUCM spells it, `#` for a number
  std::string_view element;  ///< its path below the object; empty for none
  BatKind kind = BatKind::Text;
  std::string_view blank;
  bool ofLine = false;  ///< an element of the line at this button

  bool repeats() const { return header.find('#') != std::string_view::npos; }
  /// Begins a member of its group.
  bool isName() const {
    return kind == BatKind::Name || kind == BatKind::NameFromZero || kind == BatKind::Button;
  }
};

struct BatFile {
  struct Fixed {
    std::string_view element;
    std::string_view text;
  };

  std::string_view name;  ///< without `.csv`
  const ObjectShape* shape = nullptr;
  std::vector<Fixed> fixed;
  std::vector<BatColumn> columns;
};

/// All files, those first that a header which fits several is given to.
const std::vector<BatFile>& batFiles();

/// What becomes of `element`, a path below an object of `shape`: Unknown only where neither it nor what holds it is
/// known there.
FieldRole roleOfElement(const ObjectShape& shape, std::string_view element);

/// The group that holds `element`, as `members/member` holds `members/member/routeGroupName`; no name for none.
FieldName groupOf(const ObjectShape& shape, std::string_view element);

/// One cell of a header line, understood; `column` is null for a name that the file does not have.
struct BatHeaderCell {
  const BatColumn* column = nullptr;
  std::string_view number;  ///< of the group, as it stands in the header; empty for none
};

struct BatHeader {
  const BatFile* file = nullptr;
  std::vector<BatHeaderCell> cells;
  const BatFile* rival = nullptr;  ///< it fits this one just as well, which holds another object
};

/// The file that has these columns, if any. At least half of the names must be known, and the one that names the
/// object among them; blanks and letter case do not matter. Where a header is no more than a name and a description,
/// as several files have, `fileName` must be that of the file.
std::optional<BatHeader> recogniseBat(const std::vector<std::string_view>& names, std::string_view fileName);

}  // namespace dialscope::import
