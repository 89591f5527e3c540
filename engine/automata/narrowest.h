// Which of the expressions that match a string is in the fewest strings of its length: asked at the end of every walk,
// so it is worked out when a tag first comes up, not when it is asked for.
//
// The count of an expression without repeats does not depend on anything, and such a one is in a tag only at its own
// length: one answer a tag. Repeating expressions among themselves have an answer for each length; those up to 32 are
// kept, longer strings are counted when they come.
#pragma once

#include "engine/automata/compiler.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace dialscope::automata {

/// A share in the answers, for as many tags as there were when it was taken.
class Narrowest {
 public:
  /// No expressions have these ids. Nothing matches.
  static constexpr ExpressionId kNone = 0xFFFFFFFEU;
  /// Several share the lowest count, or the answer is not kept.
  static constexpr ExpressionId kUndecided = 0xFFFFFFFFU;

  Narrowest() = default;
  Narrowest(std::shared_ptr<const std::uint32_t[]> answers, std::shared_ptr<const ExpressionId[]> byLength)
      : answers_(std::move(answers)),
        byLength_(std::move(byLength)) {}

  /// The one expression of `tag` that is in fewer strings of `length` symbols than every other.
  ExpressionId of(TagId tag, std::size_t length) const {
    // A choice of values, not of ways to go: which strings match what is a branch that nobody can foresee.
    const std::uint32_t answer = answers_[tag];
    const std::uint32_t place = answer - kByLength;
    const bool isPlace = place < kNone - kByLength;
    const ExpressionId atLength = byLength_[isPlace ? place + std::min(length, kLengthsKept) : 0];
    return isPlace ? atLength : answer;
  }

 private:
  friend class NarrowestFinder;
  // From here on an answer is the place of one for each length, and of kUndecided for all beyond.
  static constexpr std::uint32_t kByLength = 0x80000000U;
  static constexpr std::size_t kLengthsKept = 33;  // 0 to 32

  std::shared_ptr<const std::uint32_t[]> answers_;  // by tag
  std::shared_ptr<const ExpressionId[]> byLength_;
};

class NarrowestFinder {
 public:
  explicit NarrowestFinder(const std::vector<Expression>& expressions);

  /// Works out the tags that have come up since the last call.
  void extend(const Tags& tags, std::size_t tagCount);
  Narrowest share() const { return {answers_.share(), byLength_.share()}; }
  std::size_t bytes() const { return answers_.bytes() + byLength_.bytes(); }

 private:
  std::uint32_t answerFor(const std::vector<ExpressionId>& members);
  ExpressionId narrowestAt(const std::vector<ExpressionId>& members, std::size_t length) const;

  const std::vector<Expression>& expressions_;
  GrowingTable<std::uint32_t> answers_;
  GrowingTable<ExpressionId> byLength_;
};

}  // namespace dialscope::automata
