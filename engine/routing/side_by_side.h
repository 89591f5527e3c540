// A walk through one search list with all its patterns side by side, each by its set of places; whoever has died is
// forgotten. Slower than an automaton and never larger than the list: the way out when a list exceeds its budget, and
// the way in which an explanation follows every single pattern.
#pragma once

#include "engine/routing/compiled_plan.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace dialscope::routing {

class SideBySideWalk {
 public:
  SideBySideWalk(const CompiledPlan& compiled, const std::vector<plan::PartitionId>& partitions,
                 pattern::Negation negation);

  /// One more symbol; nothing = one that no pattern matches (the `X` of DA-62).
  void step(std::optional<Symbol> symbol);

  bool longerPossible() const;
  /// The patterns that match what was read, in search order.
  std::vector<plan::EntryId> matches() const;
  /// How many patterns match or could still match.
  std::size_t possible() const { return runners_.size(); }
  /// Some pattern could still match or does, and all of those satisfy `predicate(EntryId)`.
  template <class Predicate>
  bool allPossible(Predicate predicate) const {
    return !runners_.empty() && std::all_of(runners_.begin(), runners_.end(),
                                            [&](const Runner& runner) { return predicate(runner.entry); });
  }

 private:
  struct Runner {
    plan::EntryId entry;
    const automata::Expression* language;
    automata::Places places;
  };

  std::vector<Runner> runners_;
};

}  // namespace dialscope::routing
