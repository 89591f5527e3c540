// What a call touched, or might have matched, that this build does not apply. An empty list is a promise.
#pragma once

#include "engine/routing/compiled_plan.h"
#include "engine/routing/trace.h"

#include <vector>

namespace dialscope::routing {

/// What of `trace` this build does not apply, each thing once, in the order in which the call met it.
std::vector<Unmodelled> unmodelledOf(const CompiledPlan& compiled, const Trace& trace);

}  // namespace dialscope::routing
