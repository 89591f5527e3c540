// Records to BAT's CSV files, with the header lines of release 14.0: what reading them gives, reading them again
// gives, as far as BAT has a column for it.
//
//   for (const NamedText& file : writeBat(document.records)) save(file.name, file.text);   // "css.csv"
//   save("plan.tar", tarOf(writeBat(document.records)));
//
// The first of them is `header.txt`, the table of contents. An object that does not occur has no file. BAT has no
// columns for the clauses of a route filter, the addresses of a trunk, gateways and a few more.
#pragma once

#include "engine/import/document.h"
#include "engine/import/write_tar.h"

#include <vector>

namespace dialscope::import {

/// The files, in the order of bat_columns.h. `records` are merged ones.
std::vector<NamedText> writeBat(const Records& records);

}  // namespace dialscope::import
