// Which of the expressions that match a string is in the fewest strings of its length: asked at the end of every walk
// that several match, so it is worked out when a set of them first comes up, not when it is asked for.
//
// The count of an expression without repeats does not depend on anything, and such a one is in a set only at its own
// length: one answer a set. A set of repeating expressions alone has an answer for each length; those up to 32 are
// kept, longer strings are counted when they come.
#pragma once

#include "engine/automata/compiler.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace dialscope::automata {

/// A share in the answers, for as many sets as there were when it was taken.
class Narrowest {
 public:
  Narrowest() = default;
  Narrowest(std::shared_ptr<const std::uint32_t[]> begins, std::shared_ptr<const ExpressionId[]> answers)
      : begins_(std::move(begins)), answers_(std::move(answers)) {}

  /// The one member of `tag`, a set, that is in fewer strings of `length` symbols than every other. Nothing where two
  /// share the lowest count, and where the answer is not kept.
  std::optional<ExpressionId> of(TagId tag, std::size_t length) const {
    const std::uint32_t begin = begins_[tag - Tags::kFirstSet];
    const std::uint32_t kept = begins_[tag - Tags::kFirstSet + 1] - begin;
    const std::size_t index = kept == 1 ? 0 : length;
    if (index >= kept || answers_[begin + index] == kUndecided) return std::nullopt;
    return answers_[begin + index];
  }

  static constexpr ExpressionId kUndecided = 0xFFFFFFFFU;

 private:
  std::shared_ptr<const std::uint32_t[]> begins_;
  std::shared_ptr<const ExpressionId[]> answers_;
};

class NarrowestFinder {
 public:
  explicit NarrowestFinder(const std::vector<Expression>& expressions);

  /// Works out the sets that have come up since the last call.
  void extend(const Tags& tags, std::size_t setCount);
  Narrowest share() const { return {begins_.share(), answers_.share()}; }
  std::size_t bytes() const { return begins_.bytes() + answers_.bytes(); }

 private:
  ExpressionId narrowestAt(const std::vector<ExpressionId>& members, std::size_t length) const;

  const std::vector<Expression>& expressions_;
  GrowingTable<std::uint32_t> begins_;
  GrowingTable<ExpressionId> answers_;
};

}  // namespace dialscope::automata
