#include "tests/support/csv.h"

#include "tests/support/files.h"

#include <stdexcept>

namespace dialscope::test {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool atEnd() const { return next_ == text_.size(); }
  std::size_t line() const { return line_; }

  std::vector<std::string> record() {
    std::vector<std::string> cells{cell()};
    while (take(',')) cells.push_back(cell());
    take('\r');
    if (!take('\n') && !atEnd())
      throw std::runtime_error("line " + std::to_string(line_) + ": text behind a quote");
    return cells;
  }

 private:
  std::string cell() { return take('"') ? quoted() : plain(); }

  std::string plain() {
    const std::size_t end = std::min(text_.find_first_of(",\r\n", next_), text_.size());
    std::string text(text_.substr(next_, end - next_));
    next_ = end;
    return text;
  }

  std::string quoted() {
    std::string text;
    for (;;) {
      if (atEnd()) throw std::runtime_error("line " + std::to_string(line_) + ": a quote is left open");
      if (take('"')) {
        if (!take('"')) return text;
        text += '"';
      } else {
        if (text_[next_] == '\n') ++line_;
        text += text_[next_++];
      }
    }
  }

  bool take(char c) {
    if (atEnd() || text_[next_] != c) return false;
    ++next_;
    if (c == '\n') ++line_;
    return true;
  }

  std::string_view text_;
  std::size_t next_ = 0;
  std::size_t line_ = 1;
};

}  // namespace

const std::string& Row::operator[](std::string_view column) const {
  static const std::string kNone;
  const auto found = cells.find(column);
  return found == cells.end() ? kNone : found->second;
}

Table parseCsv(std::string_view text) {
  Table table;
  Reader reader(text);
  const auto columns = reader.record();
  while (!reader.atEnd()) {
    Row row;
    row.line = reader.line();
    auto cells = reader.record();
    if (cells.size() == 1 && cells[0].empty()) continue;
    if (cells.size() != columns.size()) {
      throw std::runtime_error("line " + std::to_string(row.line) + ": " + std::to_string(cells.size()) +
                               " cells, " + std::to_string(columns.size()) + " columns");
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
      row.cells[columns[i]] = cells[i].starts_with('\'') ? cells[i].substr(1) : std::move(cells[i]);
    }
    table.push_back(std::move(row));
  }
  return table;
}

Table readCsv(const std::string& path) {
  try {
    return parseCsv(readFile(path));
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(path + ": " + error.what());
  }
}

}  // namespace dialscope::test
