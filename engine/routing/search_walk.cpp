#include "engine/routing/search_walk.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace dialscope::routing {
namespace {

using automata::Edge;
using automata::Tags;
using plan::EntryId;

// The place of the entry's partition in the search list; <None> is behind all others (DA-20, DA-23).
std::size_t rankOf(const CompiledPlan& compiled, const std::vector<plan::PartitionId>& partitions, EntryId entry) {
  const auto partition = at(compiled.plan().entries, entry).partition;
  return static_cast<std::size_t>(std::find(partitions.begin(), partitions.end(), partition) - partitions.begin());
}

std::vector<EntryId> entriesOf(const CompiledTable& table, automata::TagId tag) {
  std::vector<EntryId> entries;
  for (std::size_t i = 0; i < table.tags.size(tag); ++i) entries.push_back((*table.entries)[table.tags.member(tag, i)]);
  return entries;
}

std::vector<Contender> contendersOf(const CompiledPlan& compiled, const std::vector<plan::PartitionId>& partitions,
                                    pattern::Negation negation, const std::vector<EntryId>& entries,
                                    std::size_t length) {
  std::vector<Contender> contenders;
  for (const EntryId entry : entries) {
    contenders.push_back({entry, rankOf(compiled, partitions, entry),
                          automata::countStrings(compiled.expression(entry, negation), length)});
  }
  return contenders;
}

std::optional<BestMatch> bestOf(const std::vector<Contender>& contenders) {
  const auto selection = bestMatch(contenders);
  if (!selection) return std::nullopt;
  return BestMatch{contenders[selection->index].entry, selection->rule};
}

// The tag nearly always tells the best match by itself: one pattern, or one that takes fewer strings than the others
// (DA-22). Only ties and long strings need the contenders.
std::optional<BestMatch> bestOf(const CompiledPlan& compiled, const std::vector<plan::PartitionId>& partitions,
                                pattern::Negation negation, const CompiledTable& table, automata::TagId tag,
                                std::size_t length) {
  if (tag == automata::kNoTag) return std::nullopt;
  if (tag < Tags::kFirstSet) return BestMatch{(*table.entries)[table.tags.member(tag, 0)], "DA-22"};
  if (const auto narrowest = table.narrowest.of(tag, length)) return BestMatch{(*table.entries)[*narrowest], "DA-22"};
  return bestOf(contendersOf(compiled, partitions, negation, entriesOf(table, tag), length));
}

}  // namespace

SearchWalk::SearchWalk(const CompiledPlan& compiled, const std::vector<plan::PartitionId>& partitions,
                       pattern::Negation negation)
    : compiled_(compiled),
      partitions_(partitions),
      negation_(negation),
      list_(compiled.searchList(partitions, negation)),
      at_(list_.start()) {
  if (list_.table() == nullptr) sideBySide_.emplace(compiled, partitions, negation);
}

void SearchWalk::step(std::optional<Symbol> symbol) {
  ++length_;
  if (sideBySide_) {
    sideBySide_->step(symbol);
  } else {
    at_ = symbol ? list_.table()->rows.step(at_.row, *symbol) : Edge{};
  }
}

void SearchWalk::stepThrough(const DigitString& digits) {
  for (std::size_t i = 0; i < digits.size(); ++i) step(digits.symbolAt(i));
}

std::optional<BestMatch> SearchWalk::best() const {
  if (sideBySide_) return bestOf(matches());
  return bestOf(compiled_, partitions_, negation_, *list_.table(), at_.tag, length_);
}

std::vector<EntryId> SearchWalk::matching() const {
  return sideBySide_ ? sideBySide_->matches() : entriesOf(*list_.table(), at_.tag);
}

std::vector<Contender> SearchWalk::matches() const {
  return contendersOf(compiled_, partitions_, negation_, matching(), length_);
}

std::vector<StringMatch> matchAll(const CompiledPlan& compiled, const std::vector<plan::PartitionId>& partitions,
                                  pattern::Negation negation, std::span<const DigitString> strings) {
  std::vector<StringMatch> answers(strings.size());
  const SearchList list = compiled.searchList(partitions, negation);
  if (list.table() == nullptr) {
    for (std::size_t i = 0; i < strings.size(); ++i) {
      SearchWalk walk(compiled, partitions, negation);
      walk.stepThrough(strings[i]);
      const auto best = walk.best();
      answers[i] = {best ? std::optional(best->entry) : std::nullopt, walk.longerPossible()};
    }
    return answers;
  }

  // Strings of one length go together, kLanes of them in step: the loads of different lanes overlap.
  constexpr std::size_t kLanes = 16;
  std::vector<std::uint32_t> order(strings.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return strings[a].size() < strings[b].size(); });
  const CompiledTable& table = *list.table();
  for (std::size_t begin = 0; begin < order.size();) {
    const std::size_t length = strings[order[begin]].size();
    std::size_t lanes = 1;
    while (lanes < kLanes && begin + lanes < order.size() && strings[order[begin + lanes]].size() == length) ++lanes;
    std::array<Edge, kLanes> edges;
    edges.fill(list.start());
    for (std::size_t i = 0; i < length; ++i) {
      for (std::size_t lane = 0; lane < lanes; ++lane) {
        const auto symbol = strings[order[begin + lane]].symbolAt(i);
        edges[lane] = symbol ? table.rows.step(edges[lane].row, *symbol) : Edge{};
      }
    }
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      const auto best = bestOf(compiled, partitions, negation, table, edges[lane].tag, length);
      answers[order[begin + lane]] = {best ? std::optional(best->entry) : std::nullopt,
                                      edges[lane].row != automata::kDeadRow};
    }
    begin += lanes;
  }
  return answers;
}

}  // namespace dialscope::routing
