// Records to a plan: names become ids, texts become patterns and values, defaults are filled in.
//
// Absent means what CUCM's administration page would show: a translation pattern is urgent,
// a route pattern is not. A name that nothing defines gets an object with `defined` false and one message, however
// often it is used. An entry that is written wrongly is left out, with its message; so is a pattern with `@`, which
// goes to `leftOut`.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/import/record.h"
#include "engine/plan/plan.h"

#include <string>
#include <vector>

namespace dialscope::import {

/// The plan of merged records. Messages come in no particular order.
plan::Plan buildPlan(const std::string& name, const std::vector<Record>& records, Diagnostics& diagnostics);

}  // namespace dialscope::import
