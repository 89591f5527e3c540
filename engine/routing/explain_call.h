// Why a call went where it went: the trace of walkCall, and around it what a person asks next.
//
//   candidates   who else was in the race at each hop, and which rule put it out (race.h)
//   assumed      which unpublished rules the answer hangs on (assumed_rules.h)
//   unmodelled   what the call touched that this build does not apply (unmodelled.h)
//
// All three come after the fact, so that walking a call costs nothing for them.
#pragma once

#include "engine/routing/compiled_plan.h"
#include "engine/routing/trace.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace dialscope::routing {

/// How much of it is wanted: the answer with what it hangs on, or every candidate and moment too, which looks at each
/// pattern of the search lists.
enum class Detail { Answer, Everything };

Trace explainCall(const CompiledPlan& compiled, const Call& call, Detail detail = Detail::Everything);

/// The timer that runs from a moment on: that of the first digit (DA-36) or T302. Nothing where the hop is decided.
std::optional<milliseconds> timerAt(const plan::Plan& plan, const Trace& trace, std::size_t moment);

/// The keys that have been heard at a moment: the beginning of `trace.consumed`.
std::string_view heardAt(const Trace& trace, std::size_t moment);

}  // namespace dialscope::routing
