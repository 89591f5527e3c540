// Patterns: what is read is printed to the same elements again, and its language can be made and counted.
#include "engine/automata/expression.h"
#include "engine/pattern/pattern.h"
#include "tests/fuzz/target.h"

#include <memory>
#include <string>

using namespace dialscope;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const SourcePosition where{fileNamed("fuzz"), 1, 1};
  Diagnostics problems;
  const auto pattern = pattern::parsePattern(fuzz::textOf(data, size), where, problems);
  if (!pattern) {
    fuzz::require(!problems.empty(), "a pattern that is refused is refused for a reason");
    return 0;
  }
  Diagnostics again;
  const auto same = pattern::parsePattern(pattern::printPattern(*pattern), where, again);
  fuzz::require(same && same->elements.size() == pattern->elements.size(), "print then parse is identity");
  if (pattern->hasNumberingPlan()) return 0;
  for (const auto negation : {pattern::Negation::Keypad, pattern::Negation::Digits, pattern::Negation::All}) {
    automata::countStrings(automata::compile(*pattern, negation), 7);
  }
  return 0;
}
