#include "engine/automata/narrowest.h"

#include <algorithm>

namespace dialscope::automata {
namespace {

bool repeats(const Expression& expression) {
  const auto& factors = expression.factors();
  return std::any_of(factors.begin(), factors.end(),
                     [](const Factor& factor) { return factor.repeat != pattern::Repeat::Once; });
}

}  // namespace

NarrowestFinder::NarrowestFinder(const std::vector<Expression>& expressions) : expressions_(expressions) {
  byLength_.grow(1);  // so that there is something to look at where there is nothing to look up
}

void NarrowestFinder::extend(const Tags& tags, std::size_t tagCount) {
  std::vector<ExpressionId> members;
  for (TagId tag = static_cast<TagId>(answers_.size()); tag < tagCount; ++tag) {
    members.clear();
    for (std::size_t i = 0; i < tags.size(tag); ++i) members.push_back(tags.member(tag, i));
    const std::uint32_t answer = answerFor(members);
    answers_[answers_.grow(1)] = answer;
  }
}

std::uint32_t NarrowestFinder::answerFor(const std::vector<ExpressionId>& members) {
  if (members.empty()) return Narrowest::kNone;
  if (members.size() == 1) return members.front();
  const auto fixed = std::find_if(members.begin(), members.end(),
                                  [&](ExpressionId id) { return !repeats(expressions_[id]); });
  if (fixed != members.end()) return narrowestAt(members, expressions_[*fixed].factors().size());
  const std::size_t begin = byLength_.grow(Narrowest::kLengthsKept + 1);
  for (std::size_t length = 0; length < Narrowest::kLengthsKept; ++length) {
    byLength_[begin + length] = narrowestAt(members, length);
  }
  byLength_[begin + Narrowest::kLengthsKept] = Narrowest::kUndecided;
  return Narrowest::kByLength + static_cast<std::uint32_t>(begin);
}

ExpressionId NarrowestFinder::narrowestAt(const std::vector<ExpressionId>& members,
                                          std::size_t length) const {
  ExpressionId narrowest = Narrowest::kUndecided;
  std::optional<Count> lowest;
  for (const ExpressionId id : members) {
    auto count = countStrings(expressions_[id], length);
    if (!count) continue;  // taken as the largest
    if (!lowest || *count < *lowest) {
      lowest = std::move(count);
      narrowest = id;
    } else if (*count == *lowest) {
      narrowest = Narrowest::kUndecided;
    }
  }
  return narrowest;
}

}  // namespace dialscope::automata
