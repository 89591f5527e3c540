#include "engine/import/read_run_sql.h"

#include "engine/base/ascii.h"
#include "engine/base/utf8.h"
#include "engine/import/byte_order_mark.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace dialscope::import {
namespace {

constexpr std::string_view kPrompt = "admin:";
constexpr std::string_view kPager = "Press <enter> to continue";

struct Line {
  std::string_view text;  // without its end and the blanks before it
  std::size_t offset = 0;

  bool isPrompt() const { return text.starts_with(kPrompt); }
};

// Lines of a text, one after the other, with a look at the next.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) { next_ = startOf(text); }

  std::optional<Line> peek() const {
    if (next_ >= text_.size()) return std::nullopt;
    const std::size_t end = std::min(text_.find('\n', next_), text_.size());
    std::string_view line = text_.substr(next_, end - next_);
    line = line.substr(0, line.find_last_not_of(" \r") + 1);
    return Line{line, next_};
  }
  std::optional<Line> next() {
    const auto line = peek();
    if (line) next_ = std::min(text_.find('\n', next_), text_.size() - 1) + 1;
    return line;
  }

 private:
  std::string_view text_;
  std::size_t next_ = 0;
};

bool isPieceOfRuler(std::string_view text) {
  return !text.empty() && text.find_first_not_of("= ") == std::string_view::npos;
}

bool isRuler(std::string_view text) {
  return isPieceOfRuler(text) && text.front() == '=' && text.find("  ") == std::string_view::npos;
}

bool isColumnName(std::string_view text) {
  return !text.empty() && std::none_of(text.begin(), text.end(),
                                       [](unsigned char c) { return c == ' ' || std::iscntrl(c) != 0; });
}

// CUCM prints no capitals, other texts underline their titles.
bool isPrintedName(std::string_view text) {
  return isColumnName(text) &&
         std::none_of(text.begin(), text.end(), [](unsigned char c) { return std::isupper(c) != 0; });
}

std::vector<std::size_t> widthsOf(std::string_view ruler) {
  std::vector<std::size_t> widths;
  for (std::size_t start = 0; start < ruler.size();) {
    const std::size_t end = std::min(ruler.find(' ', start), ruler.size());
    widths.push_back(end - start);
    start = end + 1;
  }
  return widths;
}

// Cuts `line` into one cell for each width. Returns where it cannot be cut: the first character that stands in a gap
// or behind the last column.
std::optional<std::size_t> cut(std::string_view line, const std::vector<std::size_t>& widths,
                               std::vector<std::string_view>& cells) {
  cells.clear();
  if (const std::size_t bare = line.find('\r'); bare != std::string_view::npos) return bare;
  std::size_t at = 0;
  for (const std::size_t width : widths) {
    const std::size_t start = at;
    for (std::size_t i = 0; i < width && at < line.size(); ++i) {
      do {
        ++at;
      } while (at < line.size() && continuesCharacter(line[at]));
    }
    std::string_view cell = line.substr(start, at - start);
    cells.push_back(cell.substr(0, cell.find_last_not_of(' ') + 1));
    if (at == line.size()) continue;
    if (line[at] != ' ') return at;
    ++at;
  }
  return at < line.size() ? std::optional(at) : std::nullopt;
}

bool areColumnNames(std::string_view header, std::string_view ruler) {
  std::vector<std::string_view> names;
  return !cut(header, widthsOf(ruler), names) && std::all_of(names.begin(), names.end(), isPrintedName);
}

class RunSqlReader {
 public:
  RunSqlReader(const SourceText& source, RecordSet& set, Diagnostics& diagnostics)
      : source_(source),
        set_(set),
        diagnostics_(diagnostics),
        lines_(source.text()) {}

  bool read() {
    while (const auto line = lines_.next()) {
      const auto below = lines_.peek();
      if (below && !line->text.empty() && !isPieceOfRuler(line->text) && isRuler(below->text)) {
        readTable(*line);
      } else {
        readBetween(*line);
      }
    }
    closeParagraph();
    closeStatement();
    return found_;
  }

 private:
  // What stands between tables: prompts, echoed statements, empty lines; and text that belongs nowhere.
  void readBetween(const Line& line) {
    if (line.text.empty()) return closeParagraph();
    if (line.isPrompt()) {
      closeParagraph();
      closeStatement();
      const std::string_view typed = line.text.substr(kPrompt.size());
      inStatement_ = typed.find("run sql") != std::string_view::npos;
      if (inStatement_) statementAt_ = line.offset;
      statement_ = inStatement_ ? std::string(typed) : std::string();
    } else if (line.text.starts_with("run sql")) {
      inStatement_ = true;
      statementAt_ = line.offset;
      statement_ = line.text;
    } else if (inStatement_) {
      statement_ += line.text;  // wrapped where the terminal ended, in the middle of a word if need be
    } else if (any_ && ++strayLines_ == 1) {
      strayAt_ = line.offset;
    }
  }

  // A paragraph behind a table that is neither prompt nor heading of the next one: rows that an empty row cut off?
  void closeParagraph() {
    if (strayLines_ != 0) report(DiagnosticCode::TableTextBehind, strayAt_, {std::to_string(strayLines_)});
    strayLines_ = 0;
  }

  void closeStatement() {
    if (inStatement_) report(DiagnosticCode::StatementWithoutTable, statementAt_, {});
    inStatement_ = false;
    statement_.clear();
  }

  void readTable(const Line& header) {
    any_ = true;
    inStatement_ = false;
    strayLines_ = 0;
    const std::string statement = std::exchange(statement_, {});
    const Line ruler = *lines_.next();
    const auto below = lines_.peek();
    if (below && isPieceOfRuler(below->text)) {
      report(DiagnosticCode::TableRulerWrapped, below->offset, {});
      return skipRows();
    }
    const auto widths = widthsOf(ruler.text);
    std::vector<std::string_view> cells;
    const auto misfit = cut(header.text, widths, cells);
    const auto bad = std::find_if_not(cells.begin(), cells.end(), isColumnName);
    if (misfit || bad != cells.end()) {
      const std::size_t at = misfit ? *misfit : static_cast<std::size_t>(bad->data() - header.text.data());
      report(DiagnosticCode::TableHeaderNotCut, header.offset + at, {});
      return skipRows();
    }
    SqlTable& table = set_.tables.emplace_back();
    found_ = true;
    table.source = &source_;
    table.offset = static_cast<std::uint32_t>(header.offset);
    table.statement = statement;
    for (const std::string_view name : cells)
      table.columns.push_back({lowerCase(name), offsetOf(name, header)});
    readRows(table, widths, source_.positionAt(ruler.offset).line);
  }

  void readRows(SqlTable& table, const std::vector<std::size_t>& widths, std::size_t rulerLine) {
    std::vector<std::string_view> cells;
    for (auto line = lines_.peek(); line && !line->text.empty() && !line->isPrompt(); line = lines_.peek()) {
      lines_.next();
      if (line->text.starts_with(kPager)) {
        report(DiagnosticCode::TablePagerPrompt, line->offset, {});
      } else if (const auto misfit = cut(line->text, widths, cells)) {
        report(DiagnosticCode::TableLineNotCut, line->offset + *misfit, {std::to_string(rulerLine)});
      } else {
        for (const std::string_view cell : cells)
          table.cells.push_back(
              {cell == "NULL" ? std::string_view() : cell, offsetOf(cell, *line), cell == "NULL"});
      }
    }
  }

  void skipRows() {
    for (auto line = lines_.peek(); line && !line->text.empty() && !line->isPrompt(); line = lines_.peek())
      lines_.next();
  }

  static std::uint32_t offsetOf(std::string_view cell, const Line& line) {
    return static_cast<std::uint32_t>(line.offset + static_cast<std::size_t>(cell.data() - line.text.data()));
  }

  void report(DiagnosticCode code, std::size_t offset, std::vector<std::string> arguments) {
    diagnostics_.push_back({code, source_.positionAt(offset), std::move(arguments), {}});
  }

  const SourceText& source_;
  RecordSet& set_;
  Diagnostics& diagnostics_;
  Lines lines_;
  bool any_ = false;    // a table, be it a refused one
  bool found_ = false;  // a table that could be read
  bool inStatement_ = false;
  std::string statement_;
  std::size_t statementAt_ = 0;
  std::size_t strayLines_ = 0;
  std::size_t strayAt_ = 0;
};

}  // namespace

// A wrapped capture is recognised by its prompt, so that it can be refused with a reason.
bool looksLikeRunSql(const SourceText& source) {
  Lines lines(source.text());
  bool echoed = false;
  while (const auto line = lines.next()) {
    echoed = echoed || (line->text.find("run sql ") != std::string_view::npos);
    const auto below = lines.peek();
    if (!below || !isRuler(below->text) || line->text.empty() || isPieceOfRuler(line->text)) continue;
    if (echoed || areColumnNames(line->text, below->text)) return true;
  }
  return false;
}

bool readRunSql(SourceText& source, RecordSet& set, Diagnostics& diagnostics) {
  return RunSqlReader(source, set, diagnostics).read();
}

}  // namespace dialscope::import
