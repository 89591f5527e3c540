#include "engine/workspace/pattern_facts.h"

#include "engine/automata/expression.h"

namespace dialscope::workspace {

PatternFacts patternFacts(std::string_view text, pattern::Negation negation) {
  PatternFacts facts;
  SourcePosition where;
  where.line = 1;
  where.column = 1;
  const auto pattern = pattern::parsePattern(text, where, facts.problems);
  facts.readable = pattern.has_value();
  if (!pattern) return facts;
  facts.countable = !pattern->hasNumberingPlan();
  for (const pattern::Element& element : pattern->elements) {
    const bool runs =
        element.kind == pattern::ElementKind::DigitRun || element.repeat != pattern::Repeat::Once;
    facts.endless = facts.endless || runs;
    if (element.repeat != pattern::Repeat::ZeroOrMore) ++facts.shortest;
  }
  if (facts.countable)
    facts.strings = automata::countStrings(automata::compile(*pattern, negation), facts.shortest);
  return facts;
}

}  // namespace dialscope::workspace
