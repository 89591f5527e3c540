#include "engine/routing/search_walk.h"

#include <algorithm>
#include <array>

namespace dialscope::routing {
namespace {

using automata::Edge;
using automata::TagId;
using automata::Tags;
using plan::EntryId;

// The place of the entry's partition in the search list; <None> is behind all others (DA-20, DA-23).
std::size_t rankOf(const SearchList& list, EntryId entry) {
  const auto& partitions = list.partitions();
  const auto partition = at(list.compiled().plan().entries, entry).partition;
  return static_cast<std::size_t>(std::find(partitions.begin(), partitions.end(), partition) - partitions.begin());
}

std::vector<EntryId> entriesOf(const CompiledTable& table, TagId tag) {
  std::vector<EntryId> entries;
  for (std::size_t i = 0; i < table.tags.size(tag); ++i) entries.push_back((*table.entries)[table.tags.member(tag, i)]);
  return entries;
}

std::vector<Contender> contendersOf(const SearchList& list, const std::vector<EntryId>& entries, std::size_t length) {
  std::vector<Contender> contenders;
  for (const EntryId entry : entries) {
    const auto& language = list.compiled().expression(entry, list.negation());
    contenders.push_back({entry, rankOf(list, entry), automata::countStrings(language, length)});
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
std::optional<BestMatch> bestOf(const SearchList& list, TagId tag, std::size_t length) {
  const CompiledTable& table = *list.table();
  if (tag == automata::kNoTag) return std::nullopt;
  if (tag < Tags::kFirstSet) return BestMatch{(*table.entries)[table.tags.member(tag, 0)], "DA-22"};
  if (const auto narrowest = table.narrowest.of(tag, length)) return BestMatch{(*table.entries)[*narrowest], "DA-22"};
  return bestOf(contendersOf(list, entriesOf(table, tag), length));
}

StringMatch matchOne(const SearchList& list, const DigitString& string) {
  SearchWalk walk(list);
  walk.stepThrough(string);
  const auto best = walk.best();
  return {best ? std::optional(best->entry) : std::nullopt, walk.longerPossible()};
}

// The indices of `strings`, those of one length together, shorter ones first.
std::vector<std::uint32_t> byLength(std::span<const DigitString> strings) {
  std::vector<std::uint32_t> begins;
  for (const DigitString& string : strings) {
    if (string.size() + 2 > begins.size()) begins.resize(string.size() + 2);
    ++begins[string.size() + 1];
  }
  for (std::size_t length = 1; length < begins.size(); ++length) begins[length] += begins[length - 1];
  std::vector<std::uint32_t> order(strings.size());
  for (std::uint32_t i = 0; i < strings.size(); ++i) order[begins[strings[i].size()]++] = i;
  return order;
}

}  // namespace

SearchWalk::SearchWalk(const SearchList& list) : list_(list), at_(list.start()) {
  if (list.table() == nullptr) sideBySide_.emplace(list.compiled(), list.partitions(), list.negation());
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
  return sideBySide_ ? bestOf(matches()) : bestOf(list_, at_.tag, length_);
}

std::vector<Contender> SearchWalk::matches() const {
  return contendersOf(list_, sideBySide_ ? sideBySide_->matches() : entriesOf(*list_.table(), at_.tag), length_);
}

std::vector<StringMatch> matchAll(const SearchList& list, std::span<const DigitString> strings) {
  std::vector<StringMatch> answers(strings.size());
  if (list.table() == nullptr) {
    std::transform(strings.begin(), strings.end(), answers.begin(),
                   [&](const DigitString& string) { return matchOne(list, string); });
    return answers;
  }
  // As many lanes as there are, all of one length, in step: while one lane's load is under way so are the others'.
  constexpr std::size_t kLanes = 16;
  const automata::Automaton& rows = list.table()->rows;
  const std::vector<std::uint32_t> order = byLength(strings);
  for (std::size_t begin = 0; begin < order.size();) {
    const std::size_t length = strings[order[begin]].size();
    std::array<const char*, kLanes> text{};
    std::array<Edge, kLanes> at;
    std::size_t lanes = 0;
    for (; lanes < kLanes && begin + lanes < order.size(); ++lanes) {
      const DigitString& string = strings[order[begin + lanes]];
      if (string.size() != length) break;
      text[lanes] = string.text().data();
      at[lanes] = list.start();
    }
    for (std::size_t i = 0; i < length; ++i) {
      for (std::size_t lane = 0; lane < lanes; ++lane) at[lane] = rows.step(at[lane].row, text[lane][i]);
    }
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      const auto best = bestOf(list, at[lane].tag, length);
      answers[order[begin + lane]] = {best ? std::optional(best->entry) : std::nullopt,
                                      at[lane].row != automata::kDeadRow};
    }
    begin += lanes;
  }
  return answers;
}

}  // namespace dialscope::routing
