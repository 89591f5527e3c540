#include "engine/import/csv.h"

namespace dialscope::import {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

Diagnostic wrong(DiagnosticCode code, std::size_t line, std::size_t column,
                 std::vector<std::string> arguments = {}) {
  return {code, {nullptr, line, column}, std::move(arguments), {}};
}

}  // namespace

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
  if (number_ == 1 && line.starts_with(kByteOrderMark)) line.erase(0, kByteOrderMark.size());
  return true;
}

Result<CsvRecord> readCsvRecord(std::string line, LineReader& lines, char separator) {
  CsvRecord record;
  record.line = lines.number();
  std::string cell;
  std::size_t bytes = 0;
  bool quoted = false;  // inside of quotes
  bool closed = false;  // behind a closing quote
  const auto tooLong = [&] {
    return tl::unexpected(
        wrong(DiagnosticCode::LineTooLong, lines.number(), 0, {std::to_string(LineReader::kMaxLine)}));
  };
  if (lines.wasTooLong()) return tooLong();
  SourcePosition opened;
  record.columns.push_back(1);
  record.lines.push_back(lines.number());
  for (;;) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      const char c = line[i];
      if (quoted) {
        if (c != '"') {
          cell += c;
        } else if (i + 1 < line.size() && line[i + 1] == '"') {
          cell += line[++i];
        } else {
          quoted = false;
          closed = true;
        }
      } else if (c == separator) {
        record.cells.push_back(std::move(cell));
        record.columns.push_back(i + 2);
        record.lines.push_back(lines.number());
        cell.clear();
        closed = false;
      } else if (c == '"' && cell.empty() && !closed) {
        quoted = true;
        opened = {nullptr, lines.number(), i + 1};
      } else if (closed) {
        return tl::unexpected(wrong(DiagnosticCode::CsvQuoteStray, lines.number(), i + 1));
      } else {
        cell += c;
      }
    }
    if (!quoted) break;
    bytes += line.size() + 1;
    cell += '\n';
    if (!lines.next(line))
      return tl::unexpected(wrong(DiagnosticCode::CsvQuoteUnclosed, opened.line, opened.column));
    if (lines.wasTooLong() || bytes + line.size() > LineReader::kMaxLine) return tooLong();
  }
  record.cells.push_back(std::move(cell));
  return record;
}

std::string_view headerName(std::string_view cell) {
  const auto begin = cell.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return cell.substr(begin, cell.find_last_not_of(" \t") - begin + 1);
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
