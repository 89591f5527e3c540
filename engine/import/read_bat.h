// BAT's CSV files to records, a row an object: what "Bulk Administration > Import/Export" of CUCM writes and people
// edit. The columns stand in bat_columns.h.
//
//   NAME,DESCRIPTION,TYPE OF PARTITION USAGE,ROUTE PARTITION 1,ROUTE PARTITION 2
//   Phones,,General,Internal,Services
//
// A file is recognised by its header line. A cell that is blank or `NULL` says nothing, so it overrides nothing. A row
// of a phone holds its lines as well: they become records of their own, which merging joins with directorynumber.csv.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/import/record.h"

#include <string_view>

namespace dialscope::import {

/// Whether the first line is the header of a BAT file.
bool looksLikeBat(const SourceText& source);

/// Whether a file of an export is called so: "bat/routepattern.csv".
bool isBatFileName(std::string_view path);

/// Adds what `source`, one of `set.sources`, holds to `set`. Problems: those of CsvTable, BatColumnUnknown,
/// BatHeaderAmbiguous, BatGroupGap. Returns whether it was such a file, be it an empty one.
bool readBat(SourceText& source, RecordSet& set, Diagnostics& diagnostics);

/// Whether the text is the `header.txt` of an export, which names the release and the files.
bool looksLikeBatContents(const SourceText& source);

/// Keeps what it says in `set.exports`. Returns false: there is no object in it.
bool readBatContents(SourceText& source, RecordSet& set, Diagnostics& diagnostics);

}  // namespace dialscope::import
