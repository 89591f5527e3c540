#include "tests/bench/contest.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace dialscope::bench {

using pattern::Repeat;

SearchList::SearchList(const plan::Plan& plan, std::string_view searchSpace)
    : plan_(plan),
      partitions_(at(plan.searchSpaces, *plan.findSearchSpace(searchSpace)).partitions) {
  std::vector<std::uint32_t> ranks(plan.partitions.size());
  for (std::size_t rank = 0; rank < partitions_.size(); ++rank) {
    at(ranks, partitions_[rank]) = static_cast<std::uint32_t>(rank);
  }
  patterns_.reserve(plan.entries.size());
  closeness_.reserve(plan.entries.size());
  for (const plan::Entry& entry : plan.entries) {
    patterns_.push_back(&entry.pattern);
    Closeness& closeness = closeness_.emplace_back();
    closeness.rank = at(ranks, entry.partition);
    for (const pattern::Element& element : entry.pattern.elements) {
      const auto symbols = static_cast<std::uint8_t>(symbolsOf(element, pattern::Negation::Keypad).size());
      if (element.repeat == Repeat::Once) {
        closeness.ways *= symbols;
        ++closeness.once;
      } else {
        assert(closeness.repeated == 0 && element.repeat == Repeat::OneOrMore);
        closeness.repeated = symbols;
      }
    }
  }
}

std::string SearchList::regularExpression(PatternIndex index) const {
  std::string text = "^";
  for (const pattern::Element& element : pattern(index).elements) {
    const SymbolSet symbols = symbolsOf(element, pattern::Negation::Keypad);
    if (symbols == kDigits) {
      text += "[0-9]";
    } else {
      if (symbols.size() > 1) text += '[';
      for (const char c : kDialAlphabet) {
        if (!symbols.contains(*symbolOf(c))) continue;
        if (c == '*' || c == '+' || c == '#') text += '\\';
        text += c;
      }
      if (symbols.size() > 1) text += ']';
    }
    if (element.repeat != Repeat::Once) text += element.repeat == Repeat::OneOrMore ? '+' : '*';
  }
  return text + '$';
}

std::uint64_t SearchList::stringsOf(const Closeness& closeness, std::size_t length) const {
  std::uint64_t count = closeness.ways;
  if (closeness.repeated > 1) {
    for (std::size_t i = closeness.once; i < length; ++i) count *= closeness.repeated;
  }
  return count;
}

PatternIndex SearchList::best(std::span<const PatternIndex> matches, std::size_t length) const {
  if (matches.empty()) return kNoPattern;
  PatternIndex selected = matches.front();
  if (matches.size() == 1) return selected;
  std::uint64_t fewest = stringsOf(closeness_[selected], length);
  for (const PatternIndex match : matches.subspan(1)) {
    const std::uint64_t count = stringsOf(closeness_[match], length);
    if (count > fewest) continue;
    if (count == fewest) {
      const std::uint32_t rank = closeness_[match].rank;
      const std::uint32_t selectedRank = closeness_[selected].rank;
      if (rank > selectedRank || (rank == selectedRank && match > selected)) continue;
    }
    selected = match;
    fewest = count;
  }
  return selected;
}

}  // namespace dialscope::bench
