#include "engine/automata/breadth_first.h"

namespace dialscope::automata {

RowOrder breadthFirst(const Automaton& automaton) {
  RowOrder order{{kDeadRow}, std::vector<RowId>(automaton.rowCount(), 0)};
  const auto discover = [&](RowId row) {
    if (row == kDeadRow || order.number[row] != 0) return;
    order.number[row] = static_cast<RowId>(order.rows.size());
    order.rows.push_back(row);
  };
  discover(automaton.start().row);
  for (std::size_t i = 1; i < order.rows.size(); ++i) {
    for (std::size_t s = 0; s < kSymbolCount; ++s) discover(automaton.step(order.rows[i], Symbol(s)).row);
  }
  return order;
}

}  // namespace dialscope::automata
