// Which table of the database a text shows, and which of its columns means what.
//
//   const BoundTable bound = bindTable(table);     // by its columns; the echoed statement is only a hint
//   bound.shape->table;                            // "numplan"
//   bound.find("calledPartyTransformationMask");   // its column, or nothing
//
// Names are compared without letter case and underscores: `Discard_Digits` is `discarddigits`.
#pragma once

#include "engine/import/sql_columns.h"
#include "engine/import/sql_table.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::import {

/// The database's widest table has under 200; what has more than this is none of its tables.
inline constexpr std::size_t kMaxSqlColumns = 4096;

struct BoundColumn {
  const SqlColumn* meaning = nullptr;
  std::vector<std::size_t> cells;  ///< columns of the table, in the order of the aliases; none = not there
};

struct BoundTable {
  const SqlTable* table = nullptr;
  const TableShape* shape = nullptr;   ///< null: nobody knows what it is about
  std::vector<BoundColumn> columns;    ///< those that are there
  std::optional<std::size_t> id;       ///< pkid
  std::vector<std::size_t> unknown;    ///< columns that mean nothing to us
  std::vector<std::size_t> ambiguous;  ///< columns whose name stands twice; none of them is taken
  std::optional<unsigned> usageHint;   ///< the statement's `tkpatternusage = N`

  const BoundColumn* find(std::string_view path) const;
};

BoundTable bindTable(const SqlTable& table);

/// The known column closest to `name`; empty for none.
std::string closestColumn(const TableShape& shape, std::string_view name);

}  // namespace dialscope::import
