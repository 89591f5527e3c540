// A CSV text in memory with a header line: its rows one after the other, cells as views that know their place.
//
//   CsvTable table(source, set.joined);
//   while (table.next(diagnostics)) use(table.cell(2).text, table.cell(2).offset);
//
// A row that has not as many cells as the header is told and left out: which cell is missing, nobody can say.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/import/csv.h"
#include "engine/import/source_text.h"

#include <cstddef>
#include <cstdint>
#include <list>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::import {

class CsvTable {
 public:
  struct Cell {
    std::string_view text;  ///< without blanks around it
    std::uint32_t offset = 0;
  };

  /// Cells that hold doubled quotes are kept in `joined`, single, from the header on.
  CsvTable(const SourceText& source, std::list<std::string>& joined);

  /// The same table, in hand the rows that begin in [begin, end): `begin` is where a row does.
  CsvTable part(std::size_t begin, std::size_t end, std::list<std::string>& joined) const;

  const SourceText& source() const { return source_; }
  /// The cells of the first line; one that is empty, when the text is.
  const std::vector<Cell>& header() const { return header_; }
  /// Goes to the next row; false behind the last. Problems: CsvQuoteUnclosed, CsvQuoteStray, CsvRaggedRow, and
  /// CsvMoreRows for those that come after the first few.
  bool next(Diagnostics& diagnostics);

  /// Of the row in hand; `index` counts from 0 and is one of the header's.
  Cell cell(std::size_t index) const;
  /// Nothing but blanks stands in it.
  bool isBlank(std::size_t index) const { return cell(index).text.empty(); }
  /// Where the row begins.
  std::uint32_t offset() const { return static_cast<std::uint32_t>(cutter_.begin()); }
  /// Behind the row in hand.
  std::size_t position() const { return cutter_.position(); }

 private:
  CsvTable(const CsvTable& whole, std::size_t begin, std::size_t end, std::list<std::string>& joined);

  CsvStop cut(Diagnostics& diagnostics);
  void refuse(DiagnosticCode code, std::size_t offset, std::vector<std::string> arguments,
              Diagnostics& diagnostics);

  const SourceText& source_;
  std::list<std::string>& joined_;
  char separator_;
  CsvCutter cutter_;
  std::size_t end_;
  std::vector<Cell> header_;
  std::size_t refused_ = 0;
};

}  // namespace dialscope::import
