#include "engine/import/csv_table.h"

#include "engine/import/byte_order_mark.h"

#include <algorithm>
#include <utility>

namespace dialscope::import {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::size_t kMaxRefusals = 20;  // one by one

std::string_view firstLine(std::string_view text) { return text.substr(0, text.find('\n')); }

}  // namespace

CsvTable::CsvTable(const SourceText& source, std::list<std::string>& joined)
    : source_(source),
      joined_(joined),
      separator_(separatorOf(firstLine(source.text()))),
      cutter_(separator_, startOf(source.text())),
      end_(source.text().size()) {
  const std::string_view text = source.text();
  if (cutter_.cut(text) != CsvStop::Record) cutter_.skipLine(text);
  for (std::size_t i = 0; i < cutter_.cells().size(); ++i) header_.push_back(cell(i));
}

CsvTable::CsvTable(const CsvTable& whole, std::size_t begin, std::size_t end, std::list<std::string>& joined)
    : source_(whole.source_),
      joined_(joined),
      separator_(whole.separator_),
      cutter_(separator_, begin),
      end_(end),
      header_(whole.header_) {}

CsvTable CsvTable::part(std::size_t begin, std::size_t end, std::list<std::string>& joined) const {
  return {*this, begin, end, joined};
}

CsvTable::Cell CsvTable::cell(std::size_t index) const {
  const CsvCell& cell = cutter_.cells()[index];
  std::string_view text = source_.text();
  if (cell.doubled) {
    text = joined_.emplace_back(cellText(text, cell));
  } else {
    text = text.substr(cell.begin, cell.end - cell.begin);
  }
  // Most cells of an export are empty, and few begin or end with a blank.
  if (text.empty() || (text.front() > ' ' && text.back() > ' ')) return {text, cell.begin};
  const std::size_t first = std::min(text.find_first_not_of(kBlanks), text.size());
  text.remove_prefix(first);
  text.remove_suffix(text.empty() ? 0 : text.size() - text.find_last_not_of(kBlanks) - 1);
  return {text, cell.begin + static_cast<std::uint32_t>(first)};
}

bool CsvTable::next(Diagnostics& diagnostics) {
  while (cutter_.position() < end_) {
    if (cut(diagnostics) != CsvStop::Record) continue;
    const std::size_t cells = cutter_.cells().size();
    if (cells == header_.size()) return true;
    if (cells == 1 && isBlank(0)) continue;
    refuse(DiagnosticCode::CsvRaggedRow, cutter_.begin(),
           {std::to_string(cells), std::to_string(header_.size())}, diagnostics);
  }
  if (refused_ > kMaxRefusals) {
    diagnostics.push_back(
        {DiagnosticCode::CsvMoreRows, source_.position(), {std::to_string(refused_ - kMaxRefusals)}, {}});
  }
  refused_ = 0;
  return false;
}

// A record; what is none is told, and the rest of its line left.
CsvStop CsvTable::cut(Diagnostics& diagnostics) {
  const CsvStop stop = cutter_.cut(source_.text());
  switch (stop) {
  case CsvStop::Record: return stop;
  case CsvStop::OpenQuote: refuse(DiagnosticCode::CsvQuoteUnclosed, cutter_.quote(), {}, diagnostics); break;
  case CsvStop::StrayText: refuse(DiagnosticCode::CsvQuoteStray, cutter_.position(), {}, diagnostics); break;
  case CsvStop::TooLong:
    refuse(DiagnosticCode::CsvRaggedRow, cutter_.begin(),
           {"more than " + std::to_string(CsvCutter::kMaxCells), std::to_string(header_.size())},
           diagnostics);
    break;
  }
  cutter_.skipLine(source_.text());
  return stop;
}

void CsvTable::refuse(DiagnosticCode code, std::size_t offset, std::vector<std::string> arguments,
                      Diagnostics& diagnostics) {
  if (++refused_ > kMaxRefusals) return;
  diagnostics.push_back({code, source_.positionAt(offset), std::move(arguments), {}});
}

}  // namespace dialscope::import
