// What can be said about a pattern's text while it is being written: what is wrong with it and where, how long its strings
// are, and how many there are.
//
//   const PatternFacts facts = patternFacts("9.[2-9]XX");
//   facts.shortest;             // 4
//   *facts.strings;             // 800
#pragma once

#include "engine/base/count.h"
#include "engine/base/diagnostic.h"
#include "engine/pattern/pattern.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace dialscope::workspace {

struct PatternFacts {
  Diagnostics problems;   ///< line 1; columns are places in the text, from 1
  bool readable = true;   ///< there is a pattern, with warnings perhaps
  bool countable = true;  ///< false: it has an `@`, which is not expanded here
  std::size_t shortest = 0;
  bool endless = false;          ///< strings of any greater length match too
  std::optional<Count> strings;  ///< how many of the shortest length match; none = not countable
};

PatternFacts patternFacts(std::string_view text, pattern::Negation negation = pattern::Negation::Keypad);

}  // namespace dialscope::workspace
