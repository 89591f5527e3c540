#include "engine/automata/narrowest.h"

#include <algorithm>

namespace dialscope::automata {
namespace {

constexpr std::size_t kLengthsKept = 33;  // 0 to 32

bool repeats(const Expression& expression) {
  const auto& factors = expression.factors();
  return std::any_of(factors.begin(), factors.end(),
                     [](const Factor& factor) { return factor.repeat != pattern::Repeat::Once; });
}

}  // namespace

NarrowestFinder::NarrowestFinder(const std::vector<Expression>& expressions) : expressions_(expressions) {
  begins_.grow(1);
}

void NarrowestFinder::extend(const Tags& tags, std::size_t setCount) {
  for (std::size_t set = begins_.size() - 1; set < setCount; ++set) {
    const TagId tag = Tags::kFirstSet + static_cast<TagId>(set);
    std::vector<ExpressionId> members;
    for (std::size_t i = 0; i < tags.size(tag); ++i) members.push_back(tags.member(tag, i));
    const auto fixed = std::find_if(members.begin(), members.end(),
                                    [&](ExpressionId id) { return !repeats(expressions_[id]); });
    if (fixed != members.end()) {
      const std::size_t at = answers_.grow(1);
      answers_[at] = narrowestAt(members, expressions_[*fixed].factors().size());
    } else {
      const std::size_t at = answers_.grow(kLengthsKept);
      for (std::size_t length = 0; length < kLengthsKept; ++length) {
        answers_[at + length] = narrowestAt(members, length);
      }
    }
    begins_[begins_.grow(1)] = static_cast<std::uint32_t>(answers_.size());
  }
}

ExpressionId NarrowestFinder::narrowestAt(const std::vector<ExpressionId>& members, std::size_t length) const {
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
