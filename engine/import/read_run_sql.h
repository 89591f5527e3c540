// The text that `run sql` prints, to tables: column names, under them a ruler of `=`, under it the rows.
//
//   admin:run sql select name, description from routepartition
//   name     description
//   ======== ===========
//   Internal our phones
//
//   admin:
//
// A row is cut by the ruler, never split on blanks: values hold blanks. Widths count characters, not bytes. Rows end at
// an empty line or a prompt; one text may hold many statements. A row that has a character where the ruler has a gap
// is refused with its place; so is a whole table whose ruler was wrapped at the terminal's width. Nothing is guessed.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/import/record.h"

namespace dialscope::import {

/// Whether a ruler of `=` stands under column names somewhere in the text.
bool looksLikeRunSql(const SourceText& source);

/// Adds the tables of `source`, one of `set.sources`, to `set`. Returns whether one could be read. Problems:
/// TableHeaderNotCut, TableRulerWrapped, TableLineNotCut, TablePagerPrompt, TableTextBehind, StatementWithoutTable.
bool readRunSql(SourceText& source, RecordSet& set, Diagnostics& diagnostics);

}  // namespace dialscope::import
