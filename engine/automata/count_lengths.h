// How many strings of each length a language has: exact, whatever the length.
//
// The idea. Each string is one walk, so strings are counted by where they stand: how many lead to each row
// after n symbols tells how many after n + 1. Only rows that some string of that length leads to are looked
// at, so that a plan whose patterns end is passed through once, and not once for each length.
//
//   countByLength(a, 15)[7];                    // strings of seven symbols that a has a tag for
//   countStrings(*shadowed, 11, ofTheThird);    // of eleven, with certain tags only
//
// Law: agrees with trying all strings, and with countStrings(expression) for an automaton of one expression.
// Costs a look at each edge of the rows that are reached at each length, and one exact number (32 bytes and
// more) for each reachable row, twice.
#pragma once

#include "engine/automata/automaton.h"
#include "engine/automata/tag_set.h"
#include "engine/base/count.h"

#include <cstddef>
#include <vector>

namespace dialscope::automata {

/// By length, from 0 to `longest`: how many strings have a tag in `wanted`.
std::vector<Count> countByLength(const Automaton& automaton, std::size_t longest,
                                 const TagSet& wanted = anyTag);

/// The last of these: strings of exactly `length` symbols.
Count countStrings(const Automaton& automaton, std::size_t length, const TagSet& wanted = anyTag);

}  // namespace dialscope::automata
