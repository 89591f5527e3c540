// Tables of the database to records in AXL's words.
//
// The law:
//   - what a table is about is told by its columns (sql_columns.h); the echoed statement is a hint where they do not;
//   - ids are joined over all tables of a load, and over what AXL answers beside them gave ids to; an id that nothing
//     bears stands for a name, so that partitions stay apart, and is counted once for each column;
//   - the rows of one search space, route list or group become one record with members;
//   - what no column says is absent, never a default.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/import/record.h"

namespace dialscope::import {

/// Adds the records of all `set.tables`; after all files are read, before records are merged. Problems:
/// TableNotKnown, TableColumnUnknown, TableColumnAmbiguous, TableSaysLess, JoinFindsNothing, PatternKindUnsaid,
/// UnknownValue.
void readSqlTables(RecordSet& set, Diagnostics& diagnostics);

}  // namespace dialscope::import
