#include "engine/routing/search_walk.h"

#include "engine/routing/search_order.h"

#include <algorithm>
#include <array>

namespace dialscope::routing {
namespace {

using automata::Edge;
using automata::TagId;
using plan::EntryId;

std::vector<EntryId> entriesOf(const CompiledTable& table, TagId tag) {
  std::vector<EntryId> entries;
  for (std::size_t i = 0; i < table.tags.size(tag); ++i) entries.push_back({table.tags.member(tag, i)});
  return entries;
}

std::vector<Contender> contendersOf(const SearchList& list, const std::vector<EntryId>& entries,
                                    std::size_t length) {
  const plan::Plan& plan = list.compiled().plan();
  std::vector<Contender> contenders;
  for (const EntryId entry : entries) {
    const auto& language = list.compiled().expression(entry, list.negation());
    const auto place = placeOf(at(plan.entries, entry).partition, list.partitions());
    contenders.push_back({entry, *place, automata::countStrings(language, length)});
  }
  return contenders;
}

std::optional<BestMatch> bestOf(const std::vector<Contender>& contenders) {
  const auto selection = bestMatch(contenders);
  if (!selection) return std::nullopt;
  return BestMatch{contenders[selection->index].entry, selection->rule};
}

// A tag nearly always tells the best match by itself: one pattern, or one that takes fewer strings than the others
// (DA-22). Where it does not, as for ties and long strings, the contenders are asked.
std::optional<BestMatch> bestOf(const SearchList& list, TagId tag, std::size_t length) {
  const CompiledTable& table = *list.table();
  const automata::ExpressionId narrowest = table.narrowest.of(tag, length);
  if (narrowest == automata::Narrowest::kNone) return std::nullopt;
  if (narrowest != automata::Narrowest::kUndecided) return BestMatch{EntryId{narrowest}, "DA-22"};
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

// Strings of one length on their way through one automaton, in step: while the load of one lane is under way so are
// those of the others.
constexpr std::size_t kLanes = 16;
using Lanes = std::array<const char*, kLanes>;

std::array<Edge, kLanes> walkInStep(const automata::Automaton& automaton, const Lanes& text,
                                    std::size_t length) {
  std::array<Edge, kLanes> at;
  at.fill(automaton.start());
  if (length == 0) return at;
  std::array<automata::RowId, kLanes> rows;
  rows.fill(automaton.start().row);
  for (std::size_t i = 0; i + 1 < length; ++i) {
    for (std::size_t lane = 0; lane < kLanes; ++lane)
      rows[lane] = automaton.step(rows[lane], text[lane][i]).row;
  }
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    at[lane] = automaton.step(rows[lane], text[lane][length - 1]);
  }
  return at;
}

}  // namespace

SearchWalk::SearchWalk(const SearchList& list) : list_(list), at_(list.start()) {
  if (list.table() == nullptr) sideBySide_.emplace(list.compiled(), list.partitions(), list.negation());
}

void SearchWalk::stepThrough(const DigitString& digits) {
  for (const char c : digits.text()) step(c);
}

std::optional<BestMatch> SearchWalk::best() const {
  return sideBySide_ ? bestOf(matches()) : bestOf(list_, at_.tag, length_);
}

std::vector<Contender> SearchWalk::matches() const {
  return contendersOf(list_, sideBySide_ ? sideBySide_->matches() : entriesOf(*list_.table(), at_.tag),
                      length_);
}

std::vector<StringMatch> matchAll(const SearchList& list, std::span<const DigitString> strings) {
  std::vector<StringMatch> answers(strings.size());
  if (list.table() == nullptr) {
    std::transform(strings.begin(), strings.end(), answers.begin(),
                   [&](const DigitString& string) { return matchOne(list, string); });
    return answers;
  }
  const CompiledTable& table = *list.table();
  const automata::Automaton automaton = list.automaton();
  const std::vector<std::uint32_t> order = byLength(strings);
  for (std::size_t begin = 0; begin < order.size();) {
    const std::size_t length = strings[order[begin]].size();
    Lanes text;
    std::size_t used = 0;
    for (; used < kLanes && begin + used < order.size(); ++used) {
      const DigitString& string = strings[order[begin + used]];
      if (string.size() != length) break;
      text[used] = string.text().data();
    }
    // The lanes that are not in use repeat the first one: a number known beforehand makes the better loop.
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(used), text.end(), text[0]);
    const std::array<Edge, kLanes> at = walkInStep(automaton, text, length);
    for (std::size_t lane = 0; lane < used; ++lane) {
      StringMatch& answer = answers[order[begin + lane]];
      answer.longerPossible = at[lane].row != automata::kDeadRow;
      const automata::ExpressionId narrowest = table.narrowest.of(at[lane].tag, length);
      if (narrowest == automata::Narrowest::kNone) continue;
      answer.best = narrowest == automata::Narrowest::kUndecided ? bestOf(list, at[lane].tag, length)->entry
                                                                 : EntryId{narrowest};
    }
    begin += used;
  }
  return answers;
}

}  // namespace dialscope::routing
