#include "engine/automata/witness.h"

#include <algorithm>
#include <string>
#include <vector>

namespace dialscope::automata {
namespace {

// A row, and the last key of the first string that leads to it.
struct Stop {
  RowId row;
  std::size_t from;  // the stop before
  Symbol key;
};

DigitString stringTo(const std::vector<Stop>& stops, std::size_t stop, Symbol last) {
  std::string text(1, charOf(last));
  for (; stop != 0; stop = stops[stop].from) text += charOf(stops[stop].key);
  std::reverse(text.begin(), text.end());
  return DigitString(std::move(text));
}

}  // namespace

std::optional<DigitString> shortestWitness(const Automaton& automaton, const TagSet& wanted) {
  const auto isWanted = [&](TagId tag) { return tag != kNoTag && wanted(tag); };
  const Edge start = automaton.start();
  if (isWanted(start.tag)) return DigitString();

  std::vector<bool> seen(automaton.rowCount(), false);
  seen[kDeadRow] = true;
  seen[start.row] = true;
  std::vector<Stop> stops{{start.row, 0, Symbol{}}};
  for (std::size_t at = 0; at < stops.size(); ++at) {
    for (std::size_t s = 0; s < kSymbolCount; ++s) {
      const auto key = Symbol(s);
      const Edge edge = automaton.step(stops[at].row, key);
      if (isWanted(edge.tag)) return stringTo(stops, at, key);
      if (seen[edge.row]) continue;
      seen[edge.row] = true;
      stops.push_back({edge.row, at, key});
    }
  }
  return std::nullopt;
}

}  // namespace dialscope::automata
