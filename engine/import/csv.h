// CSV by RFC 4180: quotes, doubled quotes, quotes over several lines, CRLF, a byte order mark. One cutter finds the
// cells; it is fed with a whole text, or line by line so that an input of any length can be read.
//
//   CsvCutter cutter(',');
//   while (cutter.position() < text.size() && cutter.cut(text) == CsvStop::Record) use(cutter.cells());
//
//   LineReader lines(input);
//   std::string first;  lines.next(first);
//   const auto header = readCsvRecord(first, lines, ',');     // the record that begins with this line
//
// Positions of the second form are those of the text: line and column from 1.
#pragma once

#include "engine/base/result.h"

#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::import {

/// Where a cell stands in its text, its quotes left out.
struct CsvCell {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool quoted = false;
  bool doubled = false;  ///< quotes inside of it are doubled
};

/// The cell's text, doubled quotes made single.
std::string cellText(std::string_view text, const CsvCell& cell);

enum class CsvStop : std::uint8_t {
  Record,     ///< a record is complete
  OpenQuote,  ///< the text ends within quotes; with more text the cut can go on
  StrayText,  ///< text behind a closing quote
  TooLong,    ///< more cells than kMaxCells
};

/// Cuts one record after the other out of a text of less than 4 GB.
class CsvCutter {
 public:
  static constexpr std::size_t kMaxCells = std::size_t{1} << 21U;

  explicit CsvCutter(char separator, std::size_t position = 0)
      : separator_(separator),
        at_(position),
        begin_(position) {}

  /// Cuts the record at position(). After OpenQuote it goes on with that record: `text` has grown at its end.
  CsvStop cut(std::string_view text);
  /// Leaves what is left of the line where the last cut stopped; of quotes that are never closed, the line that opens
  /// them.
  void skipLine(std::string_view text);

  const std::vector<CsvCell>& cells() const { return cells_; }
  /// Behind a record and the end of its line; else what stopped the cut.
  std::size_t position() const { return at_; }
  /// Where the record begins.
  std::size_t begin() const { return begin_; }
  /// Where the last quotes were opened.
  std::size_t quote() const { return quote_; }

 private:
  CsvStop closeQuote(std::string_view text);
  bool endCell(std::string_view text);

  char separator_;
  std::size_t at_;
  std::size_t begin_;
  std::size_t quote_ = 0;
  bool inQuotes_ = false;
  std::vector<CsvCell> cells_;
};

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

/// A cell as it is written: in quotes where it needs them, or always.
std::string csvCell(std::string_view text, char separator, bool always = false);

/// The separator that a header line uses: `;` where it has no comma outside of quotes, else `,`.
char separatorOf(std::string_view header);

}  // namespace dialscope::import
