// A sheet: rows of cells under named columns, as CSV (csv.h) or as {"schema": …, "cases": [{COLUMN: TEXT}]}. Read with the
// place of every cell, so that single cells can be written anew and every other byte stays as it was.
//
//   Result<Sheet> sheet = readSheet(std::move(source), "dialscope/suite/1");
//   sheet->rows[0].cells[0].text;
//   withCells(*sheet, {{&sheet->rows[0].cells[0], "blocked"}});      // the whole text, one cell changed
//
// What the columns mean is not known here.
#pragma once

#include "engine/base/result.h"
#include "engine/import/source_text.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::import {

enum class SheetForm { Csv, Json };

/// A cell that is not blank.
struct SheetCell {
  std::size_t column = 0;  ///< of Sheet::columns
  std::string text;        ///< quotes and escapes undone
  std::size_t begin = 0;   ///< bytes of the source that it is written in, quotes included
  std::size_t end = 0;
};

struct SheetRow {
  std::size_t begin = 0;         ///< its first byte
  std::vector<SheetCell> cells;  ///< in the order written, blank ones left out
  Diagnostics problems;          ///< why it cannot be taken as it stands: CsvTooManyCells, CellUnreadable

  /// The text under a column; empty where there is none.
  std::string_view text(std::size_t column) const;
};

struct SheetColumn {
  std::string name;
  std::size_t begin = 0;  ///< where it is first named
};

struct Sheet {
  SourceText source;
  SheetForm form = SheetForm::Csv;
  char separator = ',';  ///< of CSV
  std::vector<SheetColumn> columns;
  std::vector<SheetRow> rows;  ///< empty lines are none, and of CSV those of separators only

  /// The place of byte `offset`; a byte order mark is no part of its line.
  SourcePosition positionAt(std::size_t offset) const;
};

/// Reads a sheet. It is JSON when it begins with a brace, and then names `schema`. Errors: WrongEncoding, InvalidUtf8,
/// JsonMalformed, NotASuite, DuplicateColumn (in a header, or in one case), and those of readCsvRecord.
Result<Sheet> readSheet(SourceText source, std::string_view schema);

/// A cell, and what it is to hold.
struct SheetEdit {
  const SheetCell* cell;
  std::string text;
};

/// The sheet's text with some cells changed. A cell keeps its quotes, and gets them where it needs them. Pre: the edits
/// are in the order of their cells.
std::string withCells(const Sheet& sheet, const std::vector<SheetEdit>& edits);

}  // namespace dialscope::import
