// The CSV of "Call Routing > Route Plan Report": patterns and their partitions.
//
//   Pattern or URI,Partition,Type,Route Detail
//   9.911,Emergency,Route Pattern,
//
// It is recognised by its first column's name, which older releases spell `Pattern/Directory Number`. It says neither
// what a pattern does to digits nor who may dial it: the plan it makes is incomplete, and said to be so.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/import/record.h"

namespace dialscope::import {

/// Whether the first line is the header of such a report.
bool looksLikeRoutePlanReport(const SourceText& source);

/// Adds the patterns of `source`, one of `set.sources`, to `set`. Problems: those of CsvTable, MissingColumn,
/// ReportRowsNotRead. Returns true.
bool readRoutePlanReport(SourceText& source, RecordSet& set, Diagnostics& diagnostics);

}  // namespace dialscope::import
