// What a pattern does to the two numbers of a call (DA-60 … DA-66).
//
//   Called:  discard digits, mask, prefix.        Calling: external phone number mask, mask, prefix.
//
// Permanent: whatever follows sees only the result (DA-66). Route list details and transformation patterns are other
// chapters.
#pragma once

#include "engine/routing/trace.h"

namespace dialscope::routing {

/// Applies the transformations of `entry` to `hop.called` and `hop.calling` and records each step that the plan asks
/// for. Before: both are the numbers as they came to the hop. The external mask starts again from the origin's number, and
/// where the origin has no mask that number itself is taken (DA-65).
/// `consulted` learns of a mask with more places than its number has (DA-62).
void rewrite(const plan::Entry& entry, const Origin& origin, const Assumptions& assume, Hop& hop,
             SwitchSet& consulted);

}  // namespace dialscope::routing
