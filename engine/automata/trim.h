// The same labelled language without the rows that no longer string leaves with a tag.
//
// The idea. Every automaton promises that a row other than the dead one has a longer string ahead. An
// operation that only pairs rows cannot keep that promise: 12 and 13 go on alike after the 1 and have nothing
// in common. So the edges are followed backwards from those that bear a tag, and whatever is not met on the
// way becomes the dead row.
//
//   Automaton a = trim(rows.build(start));
//   a.start() == Edge{};                        // exactly when the language is empty
//
// Law: the tag of every string stays as it was, and `row != kDeadRow` is true again exactly where a longer
// string has one. Rows are numbered breadth first. Linear: one look at each edge, four bytes for each while
// it runs.
#pragma once

#include "engine/automata/automaton.h"

namespace dialscope::automata {

Automaton trim(const Automaton& automaton);

}  // namespace dialscope::automata
