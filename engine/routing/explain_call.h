// Why a call went where it went: the trace of walkCall, and around it what a person asks next.
//
//   candidates   who else was in the race at each hop, and which rule put it out
//   assumed      which unpublished rules the answer hangs on: the call is walked again under every other reading, and
//                a rule is named exactly when fate, pattern, called number, target, unused keys or wait differ
//   unmodelled   what the call touched that this build does not apply
//
// All three come after the fact, so that walking a call costs nothing for them.
#pragma once

#include "engine/routing/compiled_plan.h"
#include "engine/routing/trace.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace dialscope::routing {

/// How much of it is wanted: the answer with what it hangs on, or every candidate and moment too, which looks at each
/// pattern of the search lists.
enum class Detail { Answer, Everything };

Trace explainCall(const CompiledPlan& compiled, const Call& call, Detail detail = Detail::Everything);

/// The rules whose other reading changes the answer of `trace`, by id. A switch that the caller has set is not asked.
std::vector<RuleId> assumedRules(const CompiledPlan& compiled, const Trace& trace);

/// What of `trace` this build does not apply.
std::vector<Unmodelled> unmodelledOf(const CompiledPlan& compiled, const Trace& trace);

/// How one pattern of the plan fared, and at which hop: the one at which it came furthest.
struct WhyNot {
  Candidate candidate;
  std::size_t hop = 0;
};

WhyNot whyNot(const CompiledPlan& compiled, const Trace& trace, plan::EntryId entry);

}  // namespace dialscope::routing
