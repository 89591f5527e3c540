#include "engine/automata/minimise.h"

#include "engine/automata/breadth_first.h"
#include "engine/automata/fingerprint_index.h"
#include "engine/automata/row_builder.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace dialscope::automata {
namespace {

// Which class each row of an order is in. Classes are numbered as their first rows come; the
// dead row's is 0.
struct Classes {
  std::vector<RowId> of;
  std::size_t count = 1;
};

// One round: what each symbol leads to, as far as `known` tells, names the class.
Classes refine(const Automaton& automaton, const RowOrder& order, const Classes& known) {
  Classes finer;
  finer.of.reserve(order.rows.size());
  FingerprintIndex names;
  for (const RowId row : order.rows) {
    Fingerprint name;
    for (std::size_t s = 0; s < kSymbolCount; ++s) {
      const Edge edge = automaton.step(row, Symbol(s));
      name.mix(std::uint64_t{known.of[order.number[edge.row]]} << 32U | edge.tag);
    }
    finer.of.push_back(names.numberOf(name).first);
  }
  finer.count = names.size();
  return finer;
}

// A round never joins what one before it told apart, so equally many classes are the same classes.
Classes classesOf(const Automaton& automaton, const RowOrder& order) {
  Classes classes{std::vector<RowId>(order.rows.size(), 0)};
  for (;;) {
    Classes finer = refine(automaton, order, classes);
    if (finer.count == classes.count) return finer;
    classes = std::move(finer);
  }
}

// A symbol that only leads to rows with nothing ahead does not count.
SymbolSet symbolsThatLead(const Automaton& automaton, const RowOrder& order, const Classes& classes) {
  SymbolSet used;
  for (const RowId row : order.rows) {
    for (std::size_t s = 0; s < kSymbolCount; ++s) {
      const Edge edge = automaton.step(row, Symbol(s));
      if (edge.tag != kNoTag || classes.of[order.number[edge.row]] != 0) used.insert(Symbol(s));
    }
  }
  return used;
}

}  // namespace

Automaton minimise(const Automaton& automaton) {
  const RowOrder order = breadthFirst(automaton);
  const Classes classes = classesOf(automaton, order);
  const auto merged = [&](Edge edge) { return Edge{classes.of[order.number[edge.row]], edge.tag}; };

  RowBuilder rows(symbolsThatLead(automaton, order, classes));
  RowId made = kDeadRow;
  for (std::size_t i = 1; i < order.rows.size(); ++i) {
    if (classes.of[i] <= made) continue;  // not the first of its class
    made = rows.addRow();
    for (std::size_t s = 0; s < kSymbolCount; ++s) {
      rows.set(made, Symbol(s), merged(automaton.step(order.rows[i], Symbol(s))));
    }
  }
  return rows.build(merged(automaton.start()));
}

bool equivalent(const Automaton& first, const Automaton& second) {
  const Automaton a = minimise(first);
  const Automaton b = minimise(second);
  if (!(a.columns().used() == b.columns().used()) || a.rowCount() != b.rowCount()) return false;
  return a.start() == b.start() &&
         std::equal(a.edges(), a.edges() + a.rowCount() * a.columns().size(), b.edges());
}

}  // namespace dialscope::automata
