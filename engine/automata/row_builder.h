// An automaton written down row by row, for operations that know their rows and not their patterns.
//
//   RowBuilder rows(kDigits);                                  // the dead row is there already
//   const RowId again = rows.addRow();
//   rows.set(again, seven, {again, 1});                        // 7, 77, 777, … with tag 1
//   Automaton sevens = rows.build({again, kNoTag});
#pragma once

#include "engine/automata/automaton.h"
#include "engine/automata/growing_table.h"

#include <cassert>

namespace dialscope::automata {

class RowBuilder {
 public:
  explicit RowBuilder(SymbolSet used) : columns_(used) { addRow(); }

  /// A further row, of which every edge is dead so far. They are numbered from 1.
  RowId addRow() { return static_cast<RowId>(edges_.grow(columns_.size()) / columns_.size()); }

  /// Where `symbol` leads from `row`. A symbol outside of those in use leads nowhere and has to stay so.
  void set(RowId row, Symbol symbol, Edge edge) {
    if (edge == Edge{}) return;
    assert(row != kDeadRow && columns_.used().contains(symbol));
    edges_[row * columns_.size() + columns_.of(symbol)] = edge;
  }

  /// The automaton of all rows so far; add none after it.
  Automaton build(Edge start) const {
    return Automaton(edges_.share(), columns_, edges_.size() / columns_.size(), start);
  }

 private:
  Columns columns_;
  GrowingTable<Edge> edges_;
};

}  // namespace dialscope::automata
