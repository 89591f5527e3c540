#include "engine/report/table.h"

#include <algorithm>

namespace dialscope::report {

std::string Table::print(const Style& style, std::string_view indent) const {
  std::vector<std::size_t> widths;
  for (const auto& row : rows_) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], columnsOf(row[i].text));
  }
  std::string text;
  for (const auto& row : rows_) {
    std::string line(indent);
    std::string gap;  // held back until something follows
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!row[i].text.empty()) {
        line += gap + style.paint(row[i].ink, row[i].text);
        gap.clear();
      }
      gap += std::string(widths[i] - columnsOf(row[i].text) + 2, ' ');
    }
    text += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
  }
  return text;
}

}  // namespace dialscope::report
