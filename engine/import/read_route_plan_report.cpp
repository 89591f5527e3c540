#include "engine/import/read_route_plan_report.h"

#include "engine/base/ascii.h"
#include "engine/import/csv_table.h"

#include <algorithm>
#include <list>
#include <map>
#include <optional>
#include <utility>

namespace dialscope::import {
namespace {

// `alice@example.com`; `9.@` is a pattern.
bool looksLikeUri(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at + 1 < text.size() && isAlphanumeric(text[at + 1]) &&
         text.find('.', at) != std::string_view::npos;
}

bool isPatternColumn(std::string_view name) {
  const std::string word = bareWord(name);
  return word == "patternoruri" || word == "patterndirectorynumber";
}

std::optional<std::size_t> columnOf(const CsvTable& table, std::string_view word) {
  for (std::size_t i = 0; i < table.header().size(); ++i) {
    if (bareWord(table.header()[i].text) == word) return i;
  }
  return std::nullopt;
}

class ReportReader {
 public:
  ReportReader(SourceText& source, RecordSet& set, Diagnostics& diagnostics)
      : source_(source),
        set_(set),
        diagnostics_(diagnostics),
        table_(source, set.joined) {}

  void read() {
    const std::vector<CsvTable::Cell>& header = table_.header();
    pattern_ = static_cast<std::size_t>(
        std::find_if(header.begin(), header.end(),
                     [](const CsvTable::Cell& cell) { return isPatternColumn(cell.text); }) -
        header.begin());
    partition_ = columnOf(table_, "partition");
    type_ = columnOf(table_, "type");
    if (!partition_) reportMissing("Partition", std::string(plan::kNoneName));
    if (!type_) reportMissing("Type", "Route");
    while (table_.next(diagnostics_)) readRow();
    for (auto& [type, stray] : notRead_) {
      diagnostics_.push_back(
          {DiagnosticCode::ReportRowsNotRead, stray.where, {type, std::to_string(stray.count)}, {}});
    }
  }

 private:
  void readRow() {
    const CsvTable::Cell pattern = table_.cell(pattern_);
    const CsvTable::Cell type = type_ ? table_.cell(*type_) : CsvTable::Cell{"Route", table_.offset()};
    if (looksLikeUri(pattern.text)) return leaveOut("URI");
    Record row;
    row.shape = findShape("routePlan");
    row.source = &source_;
    row.offset = table_.offset();
    add(row, "dnOrPattern", pattern);
    add(row, "type", type);
    if (partition_ && !table_.isBlank(*partition_)) add(row, "partition", table_.cell(*partition_));
    auto record = fromRoutePlan(row);
    if (!record) return leaveOut(std::string(type.text));
    set_.add(std::move(*record));
  }

  void add(Record& row, std::string_view name, const CsvTable::Cell& cell) const {
    row.add({FieldName(name), cell.text, &source_, cell.offset});
  }

  void leaveOut(const std::string& type) {
    Stray& stray = notRead_[type];
    if (stray.count++ == 0) stray.where = source_.positionAt(table_.offset());
  }

  void reportMissing(const std::string& column, const std::string& taken) {
    diagnostics_.push_back({DiagnosticCode::MissingColumn, source_.positionAt(0), {column, taken}, {}});
  }

  SourceText& source_;
  RecordSet& set_;
  Diagnostics& diagnostics_;
  CsvTable table_;
  std::size_t pattern_ = 0;
  std::optional<std::size_t> partition_;
  std::optional<std::size_t> type_;
  std::map<std::string, Stray> notRead_;
};

}  // namespace

bool looksLikeRoutePlanReport(const SourceText& source) {
  std::list<std::string> joined;
  const CsvTable table(source, joined);
  return std::any_of(table.header().begin(), table.header().end(),
                     [](const CsvTable::Cell& cell) { return isPatternColumn(cell.text); });
}

bool readRoutePlanReport(SourceText& source, RecordSet& set, Diagnostics& diagnostics) {
  ReportReader(source, set, diagnostics).read();
  return true;
}

}  // namespace dialscope::import
