// Rows of text set in columns, for a terminal: two blanks between them, the last column as long as it likes.
//
//   Table table;
//   table.add({{"7XXX"}, {"selected", Ink::Good}});
//   table.print(style, "  ");
#pragma once

#include "engine/report/style.h"

#include <string>
#include <vector>

namespace dialscope::report {

struct Cell {
  std::string text;
  Ink ink = Ink::Plain;
};

class Table {
 public:
  void add(std::vector<Cell> row) { rows_.push_back(std::move(row)); }
  bool empty() const { return rows_.empty(); }

  /// Every row on a line of its own behind `indent`. No blanks at the ends of lines.
  std::string print(const Style& style, std::string_view indent) const;

 private:
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace dialscope::report
