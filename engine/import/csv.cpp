#include "engine/import/csv.h"

#include "engine/import/byte_order_mark.h"

#include <algorithm>

namespace dialscope::import {
namespace {

Diagnostic wrong(DiagnosticCode code, std::size_t line, std::size_t column,
                 std::vector<std::string> arguments = {}) {
  return {code, {nullptr, line, column}, std::move(arguments), {}};
}

// Bytes between the start of the line and `offset`.
std::size_t inLine(std::string_view text, std::size_t offset) {
  const std::size_t end = text.substr(0, offset).rfind('\n');
  return end == std::string_view::npos ? offset : offset - end - 1;
}

// Most cells of an export are short, if not empty.
std::size_t endOfPlainCell(std::string_view text, std::size_t at, char separator) {
  while (at < text.size() && text[at] != separator && text[at] != '\n') ++at;
  return at;
}

}  // namespace

std::string cellText(std::string_view text, const CsvCell& cell) {
  std::string value(text.substr(cell.begin, cell.end - cell.begin));
  if (!cell.doubled) return value;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    value[kept++] = value[i];
    if (value[i] == '"') ++i;
  }
  value.resize(kept);
  return value;
}

CsvStop CsvCutter::cut(std::string_view text) {
  if (!inQuotes_) {
    begin_ = at_;
    cells_.clear();
  }
  for (;;) {
    if (inQuotes_) {
      if (const CsvStop stop = closeQuote(text); stop != CsvStop::Record) return stop;
    } else if (at_ < text.size() && text[at_] == '"') {
      quote_ = at_++;
      inQuotes_ = true;
      cells_.push_back({static_cast<std::uint32_t>(at_), 0, true, false});
      continue;
    } else {
      const std::size_t start = at_;
      const std::size_t end = endOfPlainCell(text, start, separator_);
      const bool carriageReturn =
          end > start && end < text.size() && text[end] == '\n' && text[end - 1] == '\r';
      cells_.push_back({static_cast<std::uint32_t>(start),
                        static_cast<std::uint32_t>(carriageReturn ? end - 1 : end), false, false});
      at_ = end;
    }
    if (endCell(text)) return CsvStop::Record;
    if (cells_.size() >= kMaxCells) return CsvStop::TooLong;
  }
}

// From within quotes to behind them.
CsvStop CsvCutter::closeQuote(std::string_view text) {
  CsvCell& cell = cells_.back();
  for (;;) {
    at_ = std::min(text.find('"', at_), text.size());
    if (at_ == text.size()) return CsvStop::OpenQuote;
    if (at_ + 1 >= text.size() || text[at_ + 1] != '"') break;
    cell.doubled = true;
    at_ += 2;
  }
  cell.end = static_cast<std::uint32_t>(at_++);
  inQuotes_ = false;
  if (at_ < text.size() && text[at_] == '\r' && (at_ + 1 == text.size() || text[at_ + 1] == '\n')) ++at_;
  if (at_ < text.size() && text[at_] != separator_ && text[at_] != '\n') return CsvStop::StrayText;
  return CsvStop::Record;
}

// Steps over the separator; true at the end of the record.
bool CsvCutter::endCell(std::string_view text) {
  if (at_ >= text.size()) return true;
  return text[at_++] == '\n';
}

void CsvCutter::skipLine(std::string_view text) {
  if (inQuotes_) at_ = quote_;
  inQuotes_ = false;
  at_ = std::min(text.find('\n', at_), text.size());
  if (at_ < text.size()) ++at_;
}

bool LineReader::next(std::string& line) {
  line.clear();
  tooLong_ = false;
  std::streambuf& buffer = *input_.rdbuf();
  int c = buffer.sbumpc();
  if (c == std::char_traits<char>::eof()) return false;
  for (; c != std::char_traits<char>::eof() && c != '\n'; c = buffer.sbumpc()) {
    if (line.size() <= kMaxLine) {  // with room for a CR
      line += static_cast<char>(c);
    } else {
      tooLong_ = true;
    }
  }
  ++number_;
  if (!tooLong_ && line.ends_with('\r')) line.pop_back();
  if (line.size() > kMaxLine) {
    tooLong_ = true;
    line.pop_back();
  }
  if (number_ == 1) line.erase(0, startOf(line));
  return true;
}

Result<CsvRecord> readCsvRecord(std::string line, LineReader& lines, char separator) {
  CsvRecord record;
  record.line = lines.number();
  const auto tooLong = [&] {
    return tl::unexpected(
        wrong(DiagnosticCode::LineTooLong, lines.number(), 0, {std::to_string(LineReader::kMaxLine)}));
  };
  if (lines.wasTooLong()) return tooLong();
  CsvCutter cutter(separator);
  std::string next;
  for (CsvStop stop = cutter.cut(line); stop != CsvStop::Record; stop = cutter.cut(line)) {
    if (stop == CsvStop::StrayText) {
      return tl::unexpected(
          wrong(DiagnosticCode::CsvQuoteStray, lines.number(), inLine(line, cutter.position()) + 1));
    }
    if (stop == CsvStop::TooLong) return tooLong();
    if (!lines.next(next)) {
      const auto before =
          std::count(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(cutter.quote()), '\n');
      return tl::unexpected(wrong(DiagnosticCode::CsvQuoteUnclosed,
                                  record.line + static_cast<std::size_t>(before),
                                  inLine(line, cutter.quote()) + 1));
    }
    line.append("\n").append(next);
    if (lines.wasTooLong() || line.size() > LineReader::kMaxLine) return tooLong();
  }
  std::size_t lineNumber = record.line;
  std::size_t lineStart = 0;
  std::size_t seen = 0;
  for (const CsvCell& cell : cutter.cells()) {
    const std::size_t begin = cell.begin - (cell.quoted ? 1 : 0);
    for (; seen < begin; ++seen) {
      if (line[seen] != '\n') continue;
      ++lineNumber;
      lineStart = seen + 1;
    }
    record.cells.push_back(cellText(line, cell));
    record.columns.push_back(begin - lineStart + 1);
    record.lines.push_back(lineNumber);
  }
  return record;
}

std::string_view headerName(std::string_view cell) {
  const auto begin = cell.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return cell.substr(begin, cell.find_last_not_of(" \t") - begin + 1);
}

std::string csvCell(std::string_view text, char separator, bool always) {
  const char special[] = {separator, '"', '\r', '\n'};
  const bool plain = text.find_first_of(std::string_view(special, 4)) == std::string_view::npos &&
                     !text.starts_with(' ') && !text.ends_with(' ');
  if (plain && !always) return std::string(text);
  std::string cell = "\"";
  for (const char c : text) {
    if (c == '"') cell += '"';
    cell += c;
  }
  return cell + '"';
}

char separatorOf(std::string_view header) {
  bool quoted = false;
  bool semicolon = false;
  for (const char c : header) {
    if (c == '"') quoted = !quoted;
    if (!quoted && c == ',') return ',';
    semicolon = semicolon || (!quoted && c == ';');
  }
  return semicolon ? ';' : ',';
}

}  // namespace dialscope::import
