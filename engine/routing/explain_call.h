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
#include <string_view>
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

/// The one of `entries` that came furthest, the first of several; at least one.
WhyNot whyNot(const CompiledPlan& compiled, const Trace& trace, const std::vector<plan::EntryId>& entries);

/// The race at a moment of the timeline: its hop as it would be had no key come after that moment, candidates included.
/// What comes of waiting stays out (`reason`, `decidedBy`, `waited`, `steps`) until the moment that decides the hop.
Hop raceAt(const CompiledPlan& compiled, const Trace& trace, std::size_t moment);

/// How one pattern of the plan stands at a moment of the timeline, in the search list or not.
Candidate candidateAt(const CompiledPlan& compiled, const Trace& trace, std::size_t moment,
                      plan::EntryId entry);

/// Where one pattern stands after so many symbols of a string.
struct Standing {
  bool matches = false;
  bool longer = false;  ///< a longer string could still match; neither: it has been ruled out
  std::size_t place =
      0;  ///< the element that reads the next symbol, of several the foremost; behind the last when
          ///< all are read or the pattern is out
};

/// Before the first symbol of `digits`, and after each: digits.size() + 1 of them.
std::vector<Standing> standings(const CompiledPlan& compiled, plan::EntryId entry, pattern::Negation negation,
                                const DigitString& digits);

/// The timer that runs from a moment on: that of the first digit (DA-36) or T302. Nothing where the hop is decided.
std::optional<milliseconds> timerAt(const plan::Plan& plan, const Trace& trace, std::size_t moment);

/// The keys that have been heard at a moment: the beginning of `trace.consumed`.
std::string_view heardAt(const Trace& trace, std::size_t moment);

}  // namespace dialscope::routing
