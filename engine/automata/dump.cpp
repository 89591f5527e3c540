#include "engine/automata/dump.h"

#include "engine/automata/breadth_first.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace dialscope::automata {
namespace {

std::string textOf(Edge edge, const RowOrder& order) {
  std::string text;
  if (edge.row != kDeadRow) text += fmt::format(" {}", order.number[edge.row]);
  if (edge.tag != kNoTag) text += fmt::format(" tag {}", edge.tag);
  return text.empty() ? " -" : text;
}

// `last` follows `first` in a run: both digits, or both letters.
bool sameKind(char first, char last) {
  const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
  const auto isLetter = [](char c) { return c >= 'A' && c <= 'D'; };
  return (isDigit(first) && isDigit(last)) || (isLetter(first) && isLetter(last));
}

}  // namespace

std::string rangesOf(SymbolSet symbols) {
  std::string text;
  for (std::size_t s = 0, end = 0; s < kSymbolCount; s = end) {
    end = s + 1;
    if (!symbols.contains(Symbol(s))) continue;
    const char first = charOf(Symbol(s));
    while (end < kSymbolCount && symbols.contains(Symbol(end)) && sameKind(first, charOf(Symbol(end)))) ++end;
    const std::string_view run = kDialAlphabet.substr(s, end - s);
    text += run.size() > 2 ? fmt::format("{}-{}", run.front(), run.back()) : std::string(run);
  }
  return text;
}

std::string dump(const Automaton& automaton) {
  const RowOrder order = breadthFirst(automaton);
  std::string text = fmt::format("start{}\n", textOf(automaton.start(), order));
  for (std::size_t i = 1; i < order.rows.size(); ++i) {
    std::vector<std::pair<Edge, SymbolSet>> ways;
    for (std::size_t s = 0; s < kSymbolCount; ++s) {
      const Edge edge = automaton.step(order.rows[i], Symbol(s));
      if (edge == Edge{}) continue;
      auto way = std::find_if(ways.begin(), ways.end(), [&](const auto& w) { return w.first == edge; });
      if (way == ways.end()) way = ways.insert(way, {edge, SymbolSet()});
      way->second.insert(Symbol(s));
    }
    text += fmt::format("{}", i);
    for (const auto& [edge, symbols] : ways)
      text += fmt::format("   {} ->{}", rangesOf(symbols), textOf(edge, order));
    text += '\n';
  }
  return text;
}

}  // namespace dialscope::automata
