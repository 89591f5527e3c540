// The race of patterns for a number: who was in it at a hop or at a moment, how each stood, and which rule put it out.
#pragma once

#include "engine/automata/expression.h"
#include "engine/routing/compiled_plan.h"
#include "engine/routing/trace.h"

#include <cstddef>
#include <vector>

namespace dialscope::routing {

/// Whether an entry of this language matched the hop's string, or survived a key of it: whatever has, can have kept the
/// caller waiting.
bool inTheRace(const automata::Expression& language, const Hop& hop);

/// Those that were in the race at a hop: in order of selection, then count, search order, text.
std::vector<Candidate> candidatesOf(const CompiledPlan& compiled, const Trace& trace, std::size_t hop);

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
  /// The element that reads the next symbol, of several the foremost; behind the last when all are read or the pattern
  /// is out.
  std::size_t place = 0;
};

/// Before the first symbol of `digits`, and after each: digits.size() + 1 of them.
std::vector<Standing> standings(const CompiledPlan& compiled, plan::EntryId entry, pattern::Negation negation,
                                const DigitString& digits);

}  // namespace dialscope::routing
