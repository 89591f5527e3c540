// CSV goes through readCsvRecord, JSON through the SAX parser of nlohmann-json. That one gives no places; but when it
// reports a string it has read exactly up to the closing quote, so the place where it stands in the text gives the
// string's end, and the nearest quote before that without a backslash its beginning.
#include "engine/import/sheet.h"

#include "engine/import/csv.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <sstream>
#include <utility>

namespace dialscope::import {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kWhitespace = " \t\r\n";

std::size_t startOf(const std::string& text) {
  return text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
}

// CSV

// The end of the cell that begins at `begin`, in a text that readCsvRecord had nothing against.
std::size_t csvCellEnd(std::string_view text, std::size_t begin, char separator) {
  if (begin < text.size() && text[begin] == '"') {
    std::size_t quote = text.find('"', begin + 1);
    while (quote + 1 < text.size() && text[quote + 1] == '"') quote = text.find('"', quote + 2);
    return quote + 1;
  }
  const char ends[] = {separator, '\n'};
  std::size_t end = std::min(text.find_first_of(std::string_view(ends, 2), begin), text.size());
  const bool atLineEnd = end == text.size() || text[end] == '\n';
  if (atLineEnd && end > begin && text[end - 1] == '\r') --end;
  return end;
}

class CsvSheet {
 public:
  explicit CsvSheet(SourceText source)
      : sheet_{std::move(source), SheetForm::Csv, ',', {}, {}},
        input_(sheet_.source.text()),
        lines_(input_) {}

  Result<Sheet> read() {
    std::string line;
    if (!lines_.next(line)) return std::move(sheet_);
    sheet_.separator = separatorOf(line);
    auto header = readCsvRecord(std::move(line), lines_, sheet_.separator);
    if (!header) return wrong(std::move(header.error()));
    for (std::size_t i = 0; i < header->cells.size(); ++i) {
      const std::string name(headerName(header->cells[i]));
      const std::size_t begin = offsetOf(*header, i);
      const bool twice = std::any_of(sheet_.columns.begin(), sheet_.columns.end(),
                                     [&](const SheetColumn& column) { return column.name == name; });
      if (twice) {
        return tl::unexpected(
            Diagnostic{DiagnosticCode::DuplicateColumn, sheet_.positionAt(begin), {name}, {}});
      }
      sheet_.columns.push_back({name, begin});
    }
    while (lines_.next(line)) {
      if (line.empty() && !lines_.wasTooLong()) continue;
      auto record = readCsvRecord(std::move(line), lines_, sheet_.separator);
      if (!record) return wrong(std::move(record.error()));
      addRow(*record);
    }
    return std::move(sheet_);
  }

 private:
  std::size_t offsetOf(const CsvRecord& record, std::size_t cell) const {
    const std::size_t line = record.lines[cell];
    return sheet_.source.offsetOf(line, record.columns[cell]) +
           (line == 1 ? startOf(sheet_.source.text()) : 0);
  }

  tl::unexpected<Diagnostic> wrong(Diagnostic problem) const {
    problem.where.file = sheet_.source.file();
    return tl::unexpected(std::move(problem));
  }

  void addRow(CsvRecord& record) {
    SheetRow row{offsetOf(record, 0), {}, {}};
    const std::size_t columns = sheet_.columns.size();
    if (record.cells.size() > columns) {
      row.problems.push_back({DiagnosticCode::CsvTooManyCells,
                              sheet_.positionAt(offsetOf(record, columns)),
                              {std::to_string(record.cells.size()), std::to_string(columns)},
                              {}});
    }
    for (std::size_t i = 0; i < std::min(record.cells.size(), columns); ++i) {
      if (record.cells[i].empty()) continue;
      const std::size_t begin = offsetOf(record, i);
      row.cells.push_back(
          {i, std::move(record.cells[i]), begin, csvCellEnd(sheet_.source.text(), begin, sheet_.separator)});
    }
    sheet_.rows.push_back(std::move(row));
  }

  Sheet sheet_;
  std::istringstream input_;
  LineReader lines_;
};

std::string csvCell(const std::string& text, std::string_view before, char separator) {
  const char special[] = {separator, '"', '\r', '\n'};
  const bool quoted = before.starts_with('"');
  if (!quoted && text.find_first_of(std::string_view(special, 4)) == std::string::npos) return text;
  std::string cell = "\"";
  for (const char c : text) cell += c == '"' ? std::string("\"\"") : std::string(1, c);
  return cell + '"';
}

// JSON

// A place in a text that tells someone else how far it has come.
struct WatchedPlace {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  const char* place = nullptr;
  const char** furthest = nullptr;

  reference operator*() const { return *place; }
  WatchedPlace& operator++() {
    *furthest = ++place;
    return *this;
  }
  WatchedPlace operator++(int) {
    const WatchedPlace before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const WatchedPlace& a, const WatchedPlace& b) { return a.place == b.place; }
  friend bool operator!=(const WatchedPlace& a, const WatchedPlace& b) { return a.place != b.place; }
};

// Takes what the parser reports; false ends it. The object is level 1, the list of cases 2, a case 3.
class JsonSheet : public nlohmann::json_sax<nlohmann::json> {
 public:
  JsonSheet(SourceText source, std::string_view schema)
      : sheet_{std::move(source), SheetForm::Json, ',', {}, {}},
        schema_(schema) {}

  Result<Sheet> read() {
    const std::string& text = sheet_.source.text();
    const char* begin = text.data() + startOf(text);
    const char* end = text.data() + text.size();
    furthest_ = begin;
    const bool whole =
        nlohmann::json::sax_parse(WatchedPlace{begin, &furthest_}, WatchedPlace{end, &furthest_}, this);
    if (!problem_ && whole && !schemaSeen_) notASuite("an object without a \"schema\"", startOf(text));
    if (!problem_ && whole && !casesSeen_) notASuite("an object without \"cases\"", startOf(text));
    if (problem_) return tl::unexpected(std::move(*problem_));
    return std::move(sheet_);
  }

  bool null() override { return value("null"); }
  bool boolean(bool) override { return value("a truth value"); }
  bool number_integer(number_integer_t) override { return value("a number"); }
  bool number_unsigned(number_unsigned_t) override { return value("a number"); }
  bool number_float(number_float_t, const string_t&) override { return value("a number"); }
  bool binary(binary_t&) override { return value("binary"); }

  bool string(string_t& text) override {
    if (level_ == 1 && key_ == "schema") {
      schemaSeen_ = true;
      return text == schema_ || notASuite("the schema \"" + text + "\"", stringBegin());
    }
    if (level_ != 3) return value("a string");
    if (text.empty()) return true;
    const std::size_t column = columnOf(key_, keyBegin_);
    SheetRow& row = sheet_.rows.back();
    for (const SheetCell& cell : row.cells) {
      if (cell.column == column) return twice();
    }
    row.cells.push_back({column, std::move(text), stringBegin(), stringEnd()});
    return true;
  }

  bool start_object(std::size_t) override {
    if (level_ != 0 && level_ != 2) return value("an object");
    if (level_ == 2) sheet_.rows.push_back({stringEnd() - 1, {}, {}});
    ++level_;
    return true;
  }
  bool end_object() override {
    --level_;
    return true;
  }
  bool start_array(std::size_t) override {
    if (level_ != 1 || key_ != "cases") return value("a list");
    casesSeen_ = true;
    ++level_;
    return true;
  }
  bool end_array() override {
    --level_;
    return true;
  }

  bool key(string_t& name) override {
    key_ = std::move(name);
    keyBegin_ = stringBegin();
    if (level_ == 1 && key_ != "schema" && key_ != "cases")
      return notASuite("a member \"" + key_ + "\"", keyBegin_);
    // A column is one even where all of its cells are blank: an unknown one is to be found.
    if (level_ == 3) columnOf(key_, keyBegin_);
    return true;
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::json::exception& error) override {
    // "[json.exception.parse_error.101] parse error at line 1, column 5: syntax error while …"
    std::string_view reason = error.what();
    if (const auto colon = reason.find(": "); colon != std::string_view::npos)
      reason.remove_prefix(colon + 2);
    const std::size_t offset = std::min(startOf(text()) + (position == 0 ? 0 : position - 1), text().size());
    problem_ =
        Diagnostic{DiagnosticCode::JsonMalformed, sheet_.positionAt(offset), {std::string(reason)}, {}};
    return false;
  }

 private:
  const std::string& text() const { return sheet_.source.text(); }

  std::size_t stringEnd() const { return static_cast<std::size_t>(furthest_ - text().data()); }
  std::size_t stringBegin() const {
    std::size_t quote = stringEnd() - 1;
    for (;;) {
      quote = text().rfind('"', quote - 1);
      std::size_t backslashes = 0;
      while (text()[quote - 1 - backslashes] == '\\') ++backslashes;
      if (backslashes % 2 == 0) return quote;
    }
  }

  std::size_t columnOf(const std::string& name, std::size_t begin) {
    const auto found = std::find_if(sheet_.columns.begin(), sheet_.columns.end(),
                                    [&](const SheetColumn& column) { return column.name == name; });
    if (found != sheet_.columns.end()) return static_cast<std::size_t>(found - sheet_.columns.begin());
    sheet_.columns.push_back({name, begin});
    return sheet_.columns.size() - 1;
  }

  // Something stands where it does not belong. In a case that is a matter of the case alone.
  bool value(const std::string& what) {
    if (level_ == 0) return notASuite(what, stringEnd() - 1);
    if (level_ == 3 && what != "an object" && what != "a list") {
      sheet_.rows.back().problems.push_back({DiagnosticCode::CellUnreadable,
                                             sheet_.positionAt(keyBegin_),
                                             {key_, what, "text between quotes"},
                                             {}});
      return true;
    }
    return notASuite(what + " in place of " + (level_ == 2 ? "a case" : "\"" + key_ + "\""), keyBegin_);
  }

  bool twice() {
    sheet_.rows.back().problems.push_back(
        {DiagnosticCode::DuplicateColumn, sheet_.positionAt(keyBegin_), {key_}, {}});
    return true;
  }

  bool notASuite(std::string found, std::size_t offset) {
    problem_ = Diagnostic{DiagnosticCode::NotASuite, sheet_.positionAt(offset), {std::move(found)}, {}};
    return false;
  }

  Sheet sheet_;
  std::string_view schema_;
  const char* furthest_ = nullptr;
  int level_ = 0;
  std::string key_;
  std::size_t keyBegin_ = 0;
  bool schemaSeen_ = false;
  bool casesSeen_ = false;
  std::optional<Diagnostic> problem_;
};

std::string jsonCell(const std::string& text) { return nlohmann::json(text).dump(); }

}  // namespace

std::string_view SheetRow::text(std::size_t column) const {
  const auto found =
      std::find_if(cells.begin(), cells.end(), [&](const SheetCell& cell) { return cell.column == column; });
  return found == cells.end() ? std::string_view() : found->text;
}

SourcePosition Sheet::positionAt(std::size_t offset) const {
  SourcePosition where = source.positionAt(offset);
  if (where.line == 1) where.column -= std::min(where.column - 1, startOf(source.text()));
  return where;
}

Result<Sheet> readSheet(SourceText source, std::string_view schema) {
  if (auto problem = checkEncoding(source)) return tl::unexpected(std::move(*problem));
  const std::string& text = source.text();
  const std::size_t first = text.find_first_not_of(kWhitespace, startOf(text));
  if (first != std::string::npos && text[first] == '{') return JsonSheet(std::move(source), schema).read();
  if (first != std::string::npos && text[first] == '<') {
    return tl::unexpected(Diagnostic{DiagnosticCode::NotASuite, source.positionAt(first), {"XML"}, {}});
  }
  return CsvSheet(std::move(source)).read();
}

std::string withCells(const Sheet& sheet, const std::vector<SheetEdit>& edits) {
  const std::string_view text = sheet.source.text();
  std::string result;
  std::size_t copied = 0;
  for (const SheetEdit& edit : edits) {
    const std::size_t begin = edit.cell->begin;
    result += text.substr(copied, begin - copied);
    result += sheet.form == SheetForm::Json
                  ? jsonCell(edit.text)
                  : csvCell(edit.text, text.substr(begin, edit.cell->end - begin), sheet.separator);
    copied = edit.cell->end;
  }
  return result += text.substr(copied);
}

}  // namespace dialscope::import
