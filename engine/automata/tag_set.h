// Which tags a question is about, given as a yes or no for each. kNoTag is never asked about: a string that
// matches nothing is in no such set (complement.h turns those into strings of a language).
//
//   TagSet ofTheThird = [](TagId tag) { return tag == 3; };
#pragma once

#include "engine/automata/automaton.h"

#include <functional>

namespace dialscope::automata {

using TagSet = std::function<bool(TagId)>;

/// Every string of the language, whatever its tag.
inline bool anyTag(TagId tag) { return tag != kNoTag; }

}  // namespace dialscope::automata
