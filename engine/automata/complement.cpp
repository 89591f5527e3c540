#include "engine/automata/complement.h"

#include "engine/automata/product.h"
#include "engine/automata/row_builder.h"

namespace dialscope::automata {

Automaton everyString() {
  RowBuilder rows(kAllSymbols);
  const Edge again{rows.addRow(), 1};
  for (std::size_t s = 0; s < kSymbolCount; ++s) rows.set(again.row, Symbol(s), again);
  return rows.build(again);
}

Automaton complement(const Automaton& automaton) {
  // A pair for each row, the dead one included, and the pair of two dead rows.
  return *product(everyString(), automaton, inFirstOnly(), automaton.rowCount() + 1);
}

}  // namespace dialscope::automata
