// A walk through one search list, symbol by symbol. After each it answers both questions of digit analysis: which
// pattern is the best match now, and can a longer string still match.
//
//   const SearchList list = compiled.searchList(partitions, Negation::Keypad);
//   SearchWalk walk(list);
//   walk.step('7');
//   walk.best();  walk.longerPossible();
//
// It walks the list's automaton, one load a symbol; a list that is over the budget is walked side by side instead,
// slower and to the same answers.
#pragma once

#include "engine/routing/best_match.h"
#include "engine/routing/compiled_plan.h"
#include "engine/routing/side_by_side.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace dialscope::routing {

/// The best match of a string, and the rule that told it from the others.
struct BestMatch {
  plan::EntryId entry;
  RuleId rule;
};

class SearchWalk {
 public:
  /// At the start of `list`, to which a reference is kept.
  explicit SearchWalk(const SearchList& list);

  /// One more symbol; a character that is none, as the `X` of DA-62, is matched by no pattern.
  void step(char c) {
    ++length_;
    if (sideBySide_) {
      sideBySide_->step(symbolOf(c));
    } else {
      at_ = list_.table()->rows.step(at_.row, c);
    }
  }
  void stepThrough(const DigitString& digits);

  bool longerPossible() const {
    return sideBySide_ ? sideBySide_->longerPossible() : at_.row != automata::kDeadRow;
  }
  std::optional<BestMatch> best() const;
  /// All patterns that match what was read, with their counts at this length.
  std::vector<Contender> matches() const;

 private:
  const SearchList& list_;
  automata::Edge at_;
  std::optional<SideBySideWalk> sideBySide_;  // instead of an automaton
  std::size_t length_ = 0;
};

/// What a whole string comes to in one search list.
struct StringMatch {
  std::optional<plan::EntryId> best;
  bool longerPossible = false;
};

/// The same walk for many strings, several at a time so that one waits for memory while others go on. Answers in the
/// order of `strings`.
std::vector<StringMatch> matchAll(const SearchList& list, std::span<const DigitString> strings);

}  // namespace dialscope::routing
