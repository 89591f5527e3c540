// The rows of an automaton that are its own, in one order that everything else is told in.
//
// A table may hold the rows of thousands of automata; those of one are the rows that a walk from its start
// can stand on. They are listed by the first string that leads to each, shorter strings first, equally long
// ones in the order of the dial alphabet. The order depends on the language and on which rows are told apart,
// never on the ids in the table.
//
//   const RowOrder order = breadthFirst(automaton);
//   order.rows[1] == automaton.start().row;     order.number[order.rows[5]] == 5;
//
// Costs a look at each edge of the reachable rows, and four bytes for each row of the whole table.
#pragma once

#include "engine/automata/automaton.h"

#include <vector>

namespace dialscope::automata {

struct RowOrder {
  std::vector<RowId> rows;    ///< the dead row, then all that can be reached
  std::vector<RowId> number;  ///< by RowId: the index into `rows`; 0 for rows of others
};

RowOrder breadthFirst(const Automaton& automaton);

}  // namespace dialscope::automata
