#include "engine/import/sheet.h"

#include "engine/import/byte_order_mark.h"
#include "engine/import/csv.h"
#include "engine/import/read_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <sstream>
#include <unordered_map>
#include <utility>

namespace dialscope::import {
namespace {

constexpr std::string_view kWhitespace = " \t\r\n";

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

/// The columns of a sheet by name: who counts on few may be given a hundred thousand.
class ColumnIndex {
 public:
  explicit ColumnIndex(std::vector<SheetColumn>& columns) : columns_(columns) {}

  /// The number of the column of this name, which stands at `begin` if it is a new one, and whether it is.
  std::pair<std::size_t, bool> add(const std::string& name, std::size_t begin) {
    const auto [known, isNew] = numbers_.try_emplace(name, columns_.size());
    if (isNew) columns_.push_back({name, begin});
    return {known->second, isNew};
  }

 private:
  std::vector<SheetColumn>& columns_;
  std::unordered_map<std::string, std::size_t> numbers_;
};

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
    // A spreadsheet that was wider once leaves separators behind.
    while (header->cells.size() > 1 && headerName(header->cells.back()).empty()) header->cells.pop_back();
    ColumnIndex columns(sheet_.columns);
    for (std::size_t i = 0; i < header->cells.size(); ++i) {
      const std::string name(headerName(header->cells[i]));
      const std::size_t begin = offsetOf(*header, i);
      if (columns.add(name, begin).second) continue;
      return tl::unexpected(
          Diagnostic{DiagnosticCode::DuplicateColumn, sheet_.positionAt(begin), {name}, {}});
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

  // Separators alone are what a spreadsheet makes of an empty line.
  void addRow(CsvRecord& record) {
    const auto isBlank = [](const std::string& cell) { return cell.empty(); };
    const std::size_t columns = sheet_.columns.size();
    while (record.cells.size() > columns && record.cells.back().empty()) record.cells.pop_back();
    if (record.cells.size() > 1 && std::all_of(record.cells.begin(), record.cells.end(), isBlank)) return;
    SheetRow row{offsetOf(record, 0), {}, {}};
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

// JSON

// Behind the closing quote of the string that begins at `begin`, in a text that could be read.
std::size_t jsonStringEnd(std::string_view text, std::size_t begin) {
  std::size_t end = begin + 1;
  while (text[end] != '"') end += text[end] == '\\' ? 2 : 1;
  return end + 1;
}

class JsonSheet {
 public:
  explicit JsonSheet(SourceText source) : sheet_{std::move(source), SheetForm::Json, ',', {}, {}} {}

  Result<Sheet> read(std::string_view schema) {
    const auto document = readJson(sheet_.source);
    if (!document) return tl::unexpected(document.error());
    const JsonValue* cases = nullptr;
    bool hasSchema = false;
    for (const JsonMember& member : document->members) {
      const JsonValue& value = member.value;
      if (member.name == "schema") {
        const bool same = value.kind == JsonKind::String && value.text == schema;
        if (!same) return notASuite("the schema \"" + value.text + "\"", value.offset);
        hasSchema = true;
      } else if (member.name == "cases") {
        cases = &value;
      } else {
        return notASuite("a member \"" + member.name + "\"", member.offset);
      }
    }
    if (!hasSchema) return notASuite("an object without a \"schema\"", document->offset);
    if (cases == nullptr) return notASuite("an object without \"cases\"", document->offset);
    if (cases->kind != JsonKind::List) return misplaced(*cases, "\"cases\"");
    for (const JsonValue& one : cases->items) {
      if (one.kind != JsonKind::Object) return misplaced(one, "a case");
      if (auto problem = addRow(one)) return tl::unexpected(std::move(*problem));
    }
    return std::move(sheet_);
  }

 private:
  tl::unexpected<Diagnostic> notASuite(std::string found, std::size_t offset) const {
    return tl::unexpected(
        Diagnostic{DiagnosticCode::NotASuite, sheet_.positionAt(offset), {std::move(found)}, {}});
  }

  tl::unexpected<Diagnostic> misplaced(const JsonValue& value, std::string_view place) const {
    return notASuite(std::string(wordsOf(value.kind)) + " in place of " + std::string(place), value.offset);
  }

  // A column is one even where all of its cells are blank: an unknown one is to be found.
  std::optional<Diagnostic> addRow(const JsonValue& object) {
    SheetRow row{object.offset, {}, {}};
    const std::size_t number = sheet_.rows.size() + 1;
    for (const JsonMember& member : object.members) {
      const std::size_t column = columns_.add(member.name, member.offset).first;
      lastRows_.resize(sheet_.columns.size());
      if (std::exchange(lastRows_[column], number) == number)
        return Diagnostic{
            DiagnosticCode::DuplicateColumn, sheet_.positionAt(member.offset), {member.name}, {}};
      const JsonValue& value = member.value;
      if (value.kind != JsonKind::String) {
        row.problems.push_back({DiagnosticCode::CellUnreadable,
                                sheet_.positionAt(member.offset),
                                {member.name, std::string(wordsOf(value.kind)), "text between quotes"},
                                {}});
      } else if (!value.text.empty()) {
        row.cells.push_back(
            {column, value.text, value.offset, jsonStringEnd(sheet_.source.text(), value.offset)});
      }
    }
    sheet_.rows.push_back(std::move(row));
    return std::nullopt;
  }

  Sheet sheet_;
  ColumnIndex columns_{sheet_.columns};
  std::vector<std::size_t> lastRows_;  // of each column, the row that named it last, from 1
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
  if (first != std::string::npos && text[first] == '{') return JsonSheet(std::move(source)).read(schema);
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
    result += sheet.form == SheetForm::Json ? jsonCell(edit.text)
                                            : csvCell(edit.text, sheet.separator, text[begin] == '"');
    copied = edit.cell->end;
  }
  return result += text.substr(copied);
}

}  // namespace dialscope::import
