#include "engine/routing/best_match.h"

#include <algorithm>
#include <array>

namespace dialscope::routing {
namespace {

std::strong_ordering byCount(const Contender& a, const Contender& b) {
  if (!a.count || !b.count) return b.count.has_value() <=> a.count.has_value();
  const int order = a.count->compare(*b.count);
  return order <=> 0;
}

struct TieBreak {
  RuleId rule;
  std::strong_ordering (*compare)(const Contender&, const Contender&);
};

constexpr std::array kTieBreaks{
    TieBreak{"DA-22", byCount},
    TieBreak{"DA-23", [](const Contender& a, const Contender& b) { return a.rank <=> b.rank; }},
    TieBreak{"DA-24", [](const Contender& a, const Contender& b) { return a.entry <=> b.entry; }},
};

}  // namespace

Precedence precedence(const Contender& first, const Contender& second) {
  for (const TieBreak& tieBreak : kTieBreaks) {
    const auto order = tieBreak.compare(first, second);
    if (order != std::strong_ordering::equal) return {order, tieBreak.rule};
  }
  return {std::strong_ordering::equal, kTieBreaks.back().rule};
}

std::optional<Selection> bestMatch(const std::vector<Contender>& contenders) {
  if (contenders.empty()) return std::nullopt;
  Selection selection{0, kTieBreaks.front().rule};
  for (std::size_t i = 1; i < contenders.size(); ++i) {
    if (precedence(contenders[i], contenders[selection.index]).order < 0) selection.index = i;
  }
  // The closest loser names the rule: against all others an earlier tie-break was enough.
  for (std::size_t i = 0; i < contenders.size(); ++i) {
    if (i == selection.index) continue;
    selection.rule = std::max(selection.rule, precedence(contenders[selection.index], contenders[i]).rule);
  }
  return selection;
}

}  // namespace dialscope::routing
