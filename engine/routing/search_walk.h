// A walk through one search list, symbol by symbol. After each it answers both questions of digit analysis: which
// patterns match now, and can a longer string still match.
//
//   SearchWalk walk(compiled, partitions, Negation::Keypad);
//   walk.step(symbol);
//   walk.matches();  walk.longerPossible();
//
// All patterns of the list are walked side by side, each by its set of places; whoever has died is forgotten.
#pragma once

#include "engine/routing/best_match.h"
#include "engine/routing/compiled_plan.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace dialscope::routing {

class SearchWalk {
 public:
  /// At the start of the search list `partitions`, behind which `<None>` is searched (DA-20).
  SearchWalk(const CompiledPlan& compiled, const std::vector<plan::PartitionId>& partitions,
             pattern::Negation negation);

  /// One more symbol; nothing = one that no pattern matches (the `X` of DA-62).
  void step(std::optional<Symbol> symbol);
  void stepThrough(const DigitString& digits);

  bool longerPossible() const { return longerPossible_; }
  /// The patterns that match what was read, with their counts at this length.
  std::vector<Contender> matches() const;

  /// How many patterns match or could still match.
  std::size_t possible() const { return runners_.size(); }
  /// Some pattern could still match or does, and all of those satisfy `predicate(EntryId)`.
  template <class Predicate>
  bool allAlive(Predicate predicate) const {
    return !runners_.empty() && std::all_of(runners_.begin(), runners_.end(),
                                            [&](const Runner& runner) { return predicate(runner.entry); });
  }

 private:
  struct Runner {
    plan::EntryId entry;
    std::uint32_t rank;
    automata::Places places;
  };

  const automata::Expression& expression(const Runner& runner) const {
    return compiled_.expression(runner.entry, negation_);
  }
  void ask();

  const CompiledPlan& compiled_;
  pattern::Negation negation_;
  std::vector<Runner> runners_;
  std::size_t length_ = 0;
  bool longerPossible_ = false;
};

}  // namespace dialscope::routing
