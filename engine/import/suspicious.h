// What a plan may hold and CUCM takes without a word, and what nevertheless is seldom meant: an instruction that has
// nothing to discard, a pattern that leads nowhere, two patterns for the same numbers.
//
// These are no errors: the plan is as it was written. Whether two patterns merely overlap is another question.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/plan/plan.h"

namespace dialscope::import {

/// Adds DiscardWithoutDot, BlockedWithDestination, NoDestination, NoHuntList, SearchSpaceEmpty and SameDigitsTwice.
void reportSuspicious(const plan::Plan& plan, Diagnostics& diagnostics);

}  // namespace dialscope::import
