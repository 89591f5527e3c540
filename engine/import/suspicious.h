// What a plan may hold and CUCM takes without a word, and what nevertheless is seldom meant: an instruction that has
// nothing to discard, a pattern that leads nowhere, two patterns for the same numbers.
//
// These are no errors: the plan is as it was written. Whether two patterns merely overlap is another question. Nothing
// is held against a plan that its source cannot say: a list answer has no destinations.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/import/document.h"
#include "engine/plan/plan.h"

#include <cstddef>
#include <vector>

namespace dialscope::import {

/// Adds DiscardWithoutDot, BlockedWithDestination, NoDestination, NoHuntList and SameDigitsTwice. For each entry of
/// `plan`, `entryRecords` says which of the records it comes from.
void reportSuspicious(const Records& records, const plan::Plan& plan,
                      const std::vector<std::size_t>& entryRecords, Diagnostics& diagnostics);

}  // namespace dialscope::import
