// Rows of the CUCM database as they were printed or answered: still text, still with their places.
//
//   const auto partition = table.find("partition");       // the column, by its name in lower case
//   table.cell(row, *partition).text;                     // "Internal"
//
// Two readers make such tables: read_run_sql.h from the text that `run sql` prints, read_xml.h from an answer to
// executeSQLQuery. What a table is about is found out later, when all files are read: read_sql.h.
#pragma once

#include "engine/import/source_text.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::import {

struct SqlCell {
  std::string_view text;  ///< without the blanks behind it
  std::uint32_t offset = 0;
  bool isNull = false;  ///< `NULL`; an answer to executeSQLQuery does not tell null from the empty text
};

struct SqlColumnName {
  std::string name;  ///< in lower case
  std::uint32_t offset = 0;
};

struct SqlTable {
  const SourceText* source = nullptr;
  std::uint32_t offset = 0;
  std::string statement;  ///< as it was echoed, on one line; empty when it was not
  std::vector<SqlColumnName> columns;
  std::vector<SqlCell> cells;  ///< row by row

  std::size_t rowCount() const { return columns.empty() ? 0 : cells.size() / columns.size(); }
  const SqlCell& cell(std::size_t row, std::size_t column) const {
    return cells[row * columns.size() + column];
  }
  /// The first column of that name.
  std::optional<std::size_t> find(std::string_view name) const {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i].name == name) return i;
    }
    return std::nullopt;
  }
  SourcePosition where() const { return source->positionAt(offset); }
};

}  // namespace dialscope::import
