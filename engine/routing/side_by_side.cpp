#include "engine/routing/side_by_side.h"

#include "engine/routing/search_order.h"

namespace dialscope::routing {

SideBySideWalk::SideBySideWalk(const CompiledPlan& compiled, const std::vector<plan::PartitionId>& partitions,
                               pattern::Negation negation) {
  forEachSearched(compiled.plan(), partitions, [&](plan::EntryId entry) {
    const automata::Expression& language = compiled.expression(entry, negation);
    if (language.start() != 0) runners_.push_back({entry, &language, language.start()});
  });
}

void SideBySideWalk::step(std::optional<Symbol> symbol) {
  if (!symbol) return runners_.clear();
  for (Runner& runner : runners_) runner.places = runner.language->step(runner.places, *symbol);
  std::erase_if(runners_, [](const Runner& runner) { return runner.places == 0; });
}

bool SideBySideWalk::longerPossible() const {
  return std::any_of(runners_.begin(), runners_.end(),
                     [](const Runner& runner) { return runner.language->longerPossible(runner.places); });
}

std::vector<plan::EntryId> SideBySideWalk::matches() const {
  std::vector<plan::EntryId> matching;
  for (const Runner& runner : runners_) {
    if (runner.language->matches(runner.places)) matching.push_back(runner.entry);
  }
  return matching;
}

}  // namespace dialscope::routing
