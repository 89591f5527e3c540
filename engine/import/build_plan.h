// Records to a plan: names become ids, texts become patterns and values, defaults are filled in.
//
// Absent means what CUCM's administration page would show: a translation pattern is urgent,
// a route pattern is not. A name that nothing defines gets an object with `defined` false and one message, however
// often it is used. An entry that is written wrongly is left out, with its message; so is a pattern with `@`, which
// goes to `leftOut`.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/import/document.h"
#include "engine/plan/plan.h"

#include <cstddef>
#include <vector>

namespace dialscope::import {

struct BuiltPlan {
  plan::Plan plan;
  std::vector<std::size_t> entryRecords;  ///< for each entry, which of the document's records it comes from
};

/// The plan of merged records. Messages come in no particular order.
BuiltPlan buildPlan(const Document& document, Diagnostics& diagnostics);

}  // namespace dialscope::import
