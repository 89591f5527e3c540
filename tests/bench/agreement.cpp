#include "tests/bench/agreement.h"

#include <algorithm>

namespace dialscope::bench {
namespace {

constexpr std::size_t kMostDisagreements = 10;

std::string listed(const SearchList& list, std::span<const PatternIndex> patterns) {
  std::string text;
  for (const PatternIndex index : patterns) {
    if (!text.empty()) text += ' ';
    text += index == kNoPattern ? "nothing" : list.pattern(index).text;
  }
  return text.empty() ? "nothing" : text;
}

}  // namespace

std::size_t stringsFor(const Engine& engine, std::size_t strings, std::size_t patterns) {
  constexpr std::size_t kTrials = 200'000'000;  // one pattern on one string
  return engine.name().starts_with("scan") ? std::min(strings, kTrials / patterns) : strings;
}

Agreement compareAnswers(std::span<const std::unique_ptr<Engine>> engines,
                         std::span<const DigitString> strings, const SearchList& list) {
  Agreement agreement;
  const auto disagree = [&](const Engine& engine, std::size_t string, const char* what,
                            std::span<const PatternIndex> mine, std::span<const PatternIndex> first) {
    if (agreement.disagreements.size() == kMostDisagreements) return;
    agreement.disagreements.push_back(strings[string].text() + ": " + what + " of " +
                                      std::string(engine.name()) + ": " + listed(list, mine) + "; of " +
                                      std::string(engines.front()->name()) + ": " + listed(list, first));
  };

  agreement.best.resize(strings.size());
  engines.front()->bestMatches(strings, agreement.best);
  for (const auto& engine : engines.subspan(1)) {
    const auto some = strings.first(stringsFor(*engine, strings.size(), list.size()));
    std::vector<PatternIndex> best(some.size());
    engine->bestMatches(some, best);
    for (std::size_t i = 0; i < some.size(); ++i) {
      if (best[i] != agreement.best[i]) disagree(*engine, i, "best", {&best[i], 1}, {&agreement.best[i], 1});
    }
  }

  std::vector<PatternIndex> first;
  std::vector<PatternIndex> all;
  for (std::size_t i = 0; i < strings.size(); ++i) {
    engines.front()->allMatches(strings[i], first);
    agreement.matched += first.empty() ? 0 : 1;
    agreement.several += first.size() > 1 ? 1 : 0;
    for (const auto& engine : engines.subspan(1)) {
      if (i >= stringsFor(*engine, strings.size(), list.size())) continue;
      engine->allMatches(strings[i], all);
      if (all != first) disagree(*engine, i, "all", all, first);
    }
    if (list.best(first, strings[i].size()) != agreement.best[i]) {
      const PatternIndex best = list.best(first, strings[i].size());
      disagree(*engines.front(), i, "best", {&agreement.best[i], 1}, {&best, 1});
    }
  }
  return agreement;
}

}  // namespace dialscope::bench
