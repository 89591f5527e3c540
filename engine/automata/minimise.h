// The smallest automaton of a labelled language, and the same one for every automaton of that language.
//
// The idea. Two rows are one if every string gets the same tag from both. Moore's way: take all rows for one
// class, then tell apart those of which one symbol leads to another tag or to another class, and again, until
// a round tells no more apart. The classes are numbered in the order in which breadth first meets them, and
// only symbols that lead anywhere have a column: the table is then a function of the language, and comparing
// two languages is comparing bytes.
//
//   minimise(a).rowCount();                     // as few as can be, the dead row included
//   equivalent(a, b);                           // every string has the same tag in both
//
// Law: keeps the tag of every string; of two equal languages the tables are equal byte for byte.
// Costs a pass over the edges a round. Rounds are as many as the longest string that is needed to tell two
// rows apart, for dial plans about the length of the longest pattern; some forty bytes a row while it runs.
//
// What was not taken. Hopcroft's way bounds the rounds by the logarithm of the rows and pays with the edges
// stored once more, backwards, and with jumps through them; Moore's reads each row in order, and its worst
// case, as many rounds as rows, is not made of patterns of 50 characters. Classes are named by fingerprints,
// as in compiler.h and with the same odds.
#pragma once

#include "engine/automata/automaton.h"

namespace dialscope::automata {

Automaton minimise(const Automaton& automaton);

/// Every string has the same tag in both. Tags are compared as numbers: they must mean the same.
bool equivalent(const Automaton& first, const Automaton& second);

}  // namespace dialscope::automata
