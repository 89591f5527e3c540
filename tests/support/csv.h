// Tables in files: CSV as of RFC 4180, columns by name.
//
//   const Table table = readCsv("tests/conformance/masks.csv");
//   for (const Row& row : table) row["mask"];
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::test {

struct Row {
  std::map<std::string, std::string, std::less<>> cells;
  std::size_t line = 0;  ///< where it begins, from 1

  /// The cell's text; the empty string where the table has no such column.
  const std::string& operator[](std::string_view column) const;
};

using Table = std::vector<Row>;

/// Reads CSV whose first record names the columns. Spreadsheets guard `+` and `=` by an apostrophe: one is dropped.
/// Throws std::runtime_error where a record has another number of cells than the first, or a quote is left open.
Table parseCsv(std::string_view text);

/// The same for a file of the repository. Throws too when there is none.
Table readCsv(const std::string& path);

}  // namespace dialscope::test
