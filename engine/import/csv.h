// CSV by RFC 4180, a record at a time: quotes, doubled quotes, quotes over several lines, CRLF, a byte order mark.
//
//   LineReader lines(input);
//   std::string first;  lines.next(first);
//   const auto header = readCsvRecord(first, lines, ',');     // the record that begins with this line
//
// Nothing is held but the record in hand, so that an input of any length can be read. Positions are those of the
// text: line and column from 1.
#pragma once

#include "engine/base/result.h"

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::import {

/// Lines of a stream without their ends (LF or CRLF) and without a byte order mark.
class LineReader {
 public:
  /// The longest line that is kept, in bytes; of a longer one the rest is passed over.
  static constexpr std::size_t kMaxLine = std::size_t{1} << 20U;

  explicit LineReader(std::istream& input) : input_(input) {}

  /// The next line; false at the end of the input.
  bool next(std::string& line);
  /// The number of the line read last, from 1.
  std::size_t number() const { return number_; }
  /// It was longer than kMaxLine and is cut.
  bool wasTooLong() const { return tooLong_; }

 private:
  std::istream& input_;
  std::size_t number_ = 0;
  bool tooLong_ = false;
};

struct CsvRecord {
  std::size_t line = 0;  ///< where it begins
  std::vector<std::string> cells;
  std::vector<std::size_t> columns;  ///< of each cell: where it begins in its line, opening quote included
  std::vector<std::size_t> lines;    ///< of each cell: the line that it begins in
};

/// The record that begins with `line`, which `lines` has given last; reads on where a quoted cell does. Errors:
/// CsvQuoteUnclosed (the rest of the input is used up), CsvQuoteStray, LineTooLong (kMaxLine holds for a record, too).
Result<CsvRecord> readCsvRecord(std::string line, LineReader& lines, char separator);

/// What a cell of a header names: blanks around it are dropped.
std::string_view headerName(std::string_view cell);

/// The separator that a header line uses: `;` where it has no comma outside of quotes, else `,`.
char separatorOf(std::string_view header);

}  // namespace dialscope::import
