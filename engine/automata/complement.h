// All strings over the 17 dial symbols, and all that are not in a language.
//
// The idea. What is not in a language is what is in the language of everything and not in it: a product with
// an automaton of one row, whose pairs are the rows of the language and that one row once more for where it
// has ended.
//
//   Automaton rest = complement(a);             // 1 for every string that has no tag in a
//   shortestWitness(rest);                      // the first string that nothing matches
//
// Law: complement twice is the language again, all tags 1. Tags are lost: what is not matched by anything has
// no label.
// Costs a product with as many pairs as `a` has rows, over all 17 symbols.
#pragma once

#include "engine/automata/automaton.h"

namespace dialscope::automata {

/// Every string, the empty one too, with tag 1.
Automaton everyString();

/// Every string that `automaton` has no tag for, with tag 1.
Automaton complement(const Automaton& automaton);

}  // namespace dialscope::automata
