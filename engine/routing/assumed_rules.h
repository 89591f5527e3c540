// Which unpublished rules an answer hangs on: the call is walked again under every other reading of each, and a rule is
// named exactly when fate, pattern, called number, target, unused keys or wait differ.
#pragma once

#include "engine/routing/compiled_plan.h"
#include "engine/routing/trace.h"

#include <vector>

namespace dialscope::routing {

/// The rules whose other reading changes the answer of `trace`, by id. A switch that the caller has set is not asked.
std::vector<RuleId> assumedRules(const CompiledPlan& compiled, const Trace& trace);

}  // namespace dialscope::routing
