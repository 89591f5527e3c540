// What a plan may hold and CUCM takes without a word, and what nevertheless is seldom meant: an instruction that has
// nothing to discard, a pattern that leads nowhere, two patterns for the same numbers.
//
// These are no errors: the plan is as it was written. Whether two patterns merely overlap is another question. Nothing
// is held against a plan that its source cannot say: a list answer has no destinations.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/import/build_plan.h"

namespace dialscope::import {

/// Adds DiscardWithoutDot, BlockedWithDestination, CauseWithoutBlock, NoDestination, NoHuntList, SearchSpaceEmpty and
/// SameDigitsTwice. `built` is the plan of `records`.
void reportSuspicious(const Records& records, const BuiltPlan& built, Diagnostics& diagnostics);

}  // namespace dialscope::import
