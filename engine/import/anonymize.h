// A plan that may be shown to strangers: the same matches, overlaps, waits and routes, and none of the names.
//
//   const auto hidden = anonymized(loaded.document, secretPermutation());
//   writeXml(hidden->document);
//
// The law:
//   - a name, wherever it stands, becomes one made-up name; what CUCM itself names (`Directory URI`, `Standard Local
//     Route Group`, `<None>`) stays;
//   - descriptions, URIs, hosts and ids become made-up ones, the plan's own name goes;
//   - 0-9 change places by one permutation, in patterns, masks, prefixes, numbers to dial, wherever digits are dialed
//     or shown; `* # + A-D`, wildcards, lengths and counts stay. A set is written out anew: `[2-9]` is still eight
//     digits, and other ones;
//   - words, booleans, times and the service parameters that routing reads stay; other parameters go.
//
// This hides names, not numbers: whoever knows a few of a plan's numbers can find the permutation. Time zones, counts
// and shapes of patterns stay what they are.
#pragma once

#include "engine/base/result.h"
#include "engine/import/document.h"

#include <array>

namespace dialscope::import {

/// What each digit becomes.
struct DigitPermutation {
  std::array<char, 10> of{'0', '1', '2', '3', '4', '5', '6', '7', '8', '9'};
};

/// One of all permutations, from the system's true randomness; kept nowhere.
DigitPermutation secretPermutation();

struct HiddenPlan {
  Document document;
  Diagnostics messages;  ///< what was left out
};

/// Errors: CannotHidePlan (a pattern with `@`), CannotHideLength, CannotHideSpelling.
Result<HiddenPlan> anonymized(const Document& document, const DigitPermutation& permutation);

}  // namespace dialscope::import
