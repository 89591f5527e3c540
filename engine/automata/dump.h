// An automaton as text, one line a row, for tests and for whoever looks at one.
//
//   start 1
//   1   9 -> 2
//   2   0 -> 3   1 -> 3 tag 4   2-9 -> tag 5      (symbols -> where to, and what is matched there)
//
// Rows are numbered breadth first from 1, whatever their ids in the table; symbols that do the same stand
// together and those that lead nowhere are left out. Law: equal text for equal minimal automata.
#pragma once

#include "engine/automata/automaton.h"

#include <string>

namespace dialscope::automata {

std::string dump(const Automaton& automaton);

/// "0-4789*": runs of three and more digits or letters with a dash, all in the order of the dial alphabet.
std::string rangesOf(SymbolSet symbols);

}  // namespace dialscope::automata
