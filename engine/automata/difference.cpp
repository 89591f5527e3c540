#include "engine/automata/difference.h"

namespace dialscope::automata {

std::optional<Automaton> difference(const Automaton& first, const Automaton& second, const Differ& differ,
                                    Tables tables, std::size_t maxRows) {
  Combination combination{[&](TagId a, TagId b) { return differ(a, b) ? TagId{1} : kNoTag; }};
  if (tables == Tables::OfOneCompiler) combination.hopeless = [](RowId a, RowId b) { return a == b; };
  return product(first, second, combination, maxRows);
}

}  // namespace dialscope::automata
