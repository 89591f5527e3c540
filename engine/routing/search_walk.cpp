#include "engine/routing/search_walk.h"

#include <algorithm>

namespace dialscope::routing {

SearchWalk::SearchWalk(const CompiledPlan& compiled, const std::vector<plan::PartitionId>& partitions,
                       pattern::Negation negation)
    : compiled_(compiled), negation_(negation) {
  const auto enter = [&](plan::PartitionId partition, std::size_t rank) {
    for (const auto entry : at(compiled.plan().partitions, partition).entries) {
      const automata::Places start = compiled.expression(entry, negation).start();
      if (start != 0) runners_.push_back({entry, static_cast<std::uint32_t>(rank), start});
    }
  };
  for (std::size_t rank = 0; rank < partitions.size(); ++rank) enter(partitions[rank], rank);
  enter(plan::kNonePartition, partitions.size());
  ask();
}

void SearchWalk::step(std::optional<Symbol> symbol) {
  ++length_;
  if (!symbol) {
    runners_.clear();
  } else {
    for (Runner& runner : runners_) runner.places = expression(runner).step(runner.places, *symbol);
    std::erase_if(runners_, [](const Runner& runner) { return runner.places == 0; });
  }
  ask();
}

void SearchWalk::stepThrough(const DigitString& digits) {
  for (std::size_t i = 0; i < digits.size(); ++i) step(digits.symbolAt(i));
}

std::vector<Contender> SearchWalk::matches() const {
  std::vector<Contender> contenders;
  for (const Runner& runner : runners_) {
    const automata::Expression& language = expression(runner);
    if (language.matches(runner.places)) {
      contenders.push_back({runner.entry, runner.rank, automata::countStrings(language, length_)});
    }
  }
  return contenders;
}

void SearchWalk::ask() {
  longerPossible_ = std::any_of(runners_.begin(), runners_.end(), [&](const Runner& runner) {
    return expression(runner).longerPossible(runner.places);
  });
}

}  // namespace dialscope::routing
