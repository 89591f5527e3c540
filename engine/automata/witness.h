// The shortest string that proves it: the one that a person can dial and see.
//
// The idea. Breadth first over the rows, symbols in the order of the dial alphabet: strings come up by length
// and then in that order. Of all strings that lead to a row only the first is followed, since whatever can be
// said after a later one can be said after the first; so the first edge with a tag in question ends the
// smallest such string.
//
//   shortestWitness(*product(a, b, inBoth()));  // "9110", or nothing when no string is in both
//   shortestWitness(a, [&](TagId tag) { return tags.size(tag) > 1; });
//
// Law: its tag is in the set, and no shorter string's is, nor an equally long one's before it. The empty
// string counts.
// Costs at most a look at each edge of the reachable rows, and mostly far less.
#pragma once

#include "engine/automata/automaton.h"
#include "engine/automata/tag_set.h"

#include <optional>

namespace dialscope::automata {

/// No string has a tag.
inline bool isEmpty(const Automaton& automaton) { return automaton.start() == Edge{}; }

/// The smallest string whose tag is in `wanted`, shorter ones first, then in the order of the dial alphabet.
std::optional<DigitString> shortestWitness(const Automaton& automaton, const TagSet& wanted = anyTag);

}  // namespace dialscope::automata
