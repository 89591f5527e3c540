#include "engine/automata/trim.h"

#include "engine/automata/breadth_first.h"
#include "engine/automata/row_builder.h"

namespace dialscope::automata {
namespace {

// For each row, which rows lead to it; all in one array, as numbers of the order.
struct Predecessors {
  std::vector<std::size_t> begins;
  std::vector<RowId> rows;
};

// Calls visit(from, to) for each edge between live rows. Neighbouring symbols mostly lead to the same row:
// once is enough.
template <class Visit>
void forEachStep(const Automaton& automaton, const RowOrder& order, Visit visit) {
  for (RowId from = 1; from < order.rows.size(); ++from) {
    RowId last = kDeadRow;
    for (std::size_t s = 0; s < kSymbolCount; ++s) {
      const RowId to = order.number[automaton.step(order.rows[from], Symbol(s)).row];
      if (to != kDeadRow && to != last) visit(from, to);
      last = to;
    }
  }
}

Predecessors predecessors(const Automaton& automaton, const RowOrder& order) {
  Predecessors back;
  back.begins.assign(order.rows.size() + 1, 0);
  forEachStep(automaton, order, [&](RowId, RowId to) { ++back.begins[to]; });
  for (std::size_t i = 0, sum = 0; i < back.begins.size(); ++i) back.begins[i] = sum += back.begins[i];
  back.rows.resize(back.begins.back());
  // Filled from the end of each row's part, which leaves begins where it should be.
  forEachStep(automaton, order, [&](RowId from, RowId to) { back.rows[--back.begins[to]] = from; });
  return back;
}

bool bearsTag(const Automaton& automaton, RowId row) {
  for (std::size_t s = 0; s < kSymbolCount; ++s) {
    if (automaton.step(row, Symbol(s)).tag != kNoTag) return true;
  }
  return false;
}

std::vector<bool> rowsWithTagsAhead(const Automaton& automaton, const RowOrder& order) {
  std::vector<bool> live(order.rows.size(), false);
  std::vector<RowId> pending;
  for (RowId i = 1; i < order.rows.size(); ++i) {
    live[i] = bearsTag(automaton, order.rows[i]);
    if (live[i]) pending.push_back(i);
  }
  if (pending.size() + 1 == live.size()) return live;
  const Predecessors back = predecessors(automaton, order);
  while (!pending.empty()) {
    const RowId row = pending.back();
    pending.pop_back();
    for (std::size_t i = back.begins[row]; i < back.begins[row + 1]; ++i) {
      if (live[back.rows[i]]) continue;
      live[back.rows[i]] = true;
      pending.push_back(back.rows[i]);
    }
  }
  return live;
}

}  // namespace

Automaton trim(const Automaton& automaton) {
  const RowOrder order = breadthFirst(automaton);
  const std::vector<bool> live = rowsWithTagsAhead(automaton, order);

  RowBuilder rows(automaton.columns().used());
  std::vector<RowId> kept(order.rows.size(), kDeadRow);
  for (std::size_t i = 1; i < kept.size(); ++i) {
    if (live[i]) kept[i] = rows.addRow();
  }
  const auto renumbered = [&](Edge edge) { return Edge{kept[order.number[edge.row]], edge.tag}; };
  for (std::size_t i = 1; i < kept.size(); ++i) {
    if (!live[i]) continue;
    for (std::size_t s = 0; s < kSymbolCount; ++s) {
      rows.set(kept[i], Symbol(s), renumbered(automaton.step(order.rows[i], Symbol(s))));
    }
  }
  return rows.build(renumbered(automaton.start()));
}

}  // namespace dialscope::automata
