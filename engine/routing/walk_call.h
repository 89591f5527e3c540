// One call, start to end: collect digits, best match, rewrite, next hop. A pure function of the plan and the call.
//
// The idea. A call is a chain of walks. At each hop the string is walked through the search list; after the walk, and
// after each key that joins it, one question is put: is this hop decided? The answers stand in order in one function
// (`decide`), which is DA-30 … DA-33, DA-37, DA-41, DA-44 and DA-54 read from top to bottom. If it is not decided the
// clock moves: to the next key, or to the end of the timer, whichever comes first. There is no other loop.
//
// The clock is simulated: keys come at the call's gap, `,` and `T` stretch it. Nothing here looks at a real one.
#pragma once

#include "engine/routing/compiled_plan.h"
#include "engine/routing/trace.h"

namespace dialscope::routing {

/// The most translations that one call makes; the next one is refused (DA-57).
inline constexpr std::size_t kMaxTranslations = 10;

/// Walks `call`. The trace has its hops and timeline; what takes a look at every pattern (candidates, how many are
/// still possible, dial tones, `assumed`, `unmodelled`) is left to explainCall.
Trace walkCall(const CompiledPlan& compiled, const Call& call);

}  // namespace dialscope::routing
