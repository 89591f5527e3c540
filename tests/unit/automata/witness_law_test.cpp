#include "engine/automata/complement.h"
#include "engine/automata/product.h"
#include "engine/automata/witness.h"
#include "tests/unit/automata/random_languages.h"

#include <gtest/gtest.h>

namespace dialscope::automata {
namespace {

std::optional<std::string> firstByTrying(const Automaton& automaton, const std::vector<std::string>& strings,
                                         const TagSet& wanted) {
  for (const std::string& s : strings) {
    const TagId tag = tagOf(automaton, s);
    if (tag != kNoTag && wanted(tag)) return s;
  }
  return std::nullopt;
}

TEST(WitnessLaw, IsTheFirstStringOfAllThatAreTried) {
  RandomLanguages random(21);
  const std::vector<std::string> strings =
      stringsUpTo(6, kInPatterns);  // longer than any automaton here needs
  const std::vector<TagSet> sets{anyTag, [](TagId tag) { return tag == 2; },
                                 [](TagId tag) { return tag % 2 == 1; }, [](TagId) { return true; }};
  int found = 0;
  for (int round = 0; round < 200; ++round) {
    const Automaton a = random.any();
    for (const TagSet& wanted : sets) {
      const std::optional<std::string> expected = firstByTrying(a, strings, wanted);
      const std::optional<DigitString> witness = shortestWitness(a, wanted);
      ASSERT_EQ(witness.has_value(), expected.has_value());
      if (!witness) continue;
      ASSERT_EQ(witness->text(), *expected);
      ++found;
    }
    EXPECT_EQ(isEmpty(a), !shortestWitness(a));
  }
  EXPECT_GT(found, 100);
}

TEST(WitnessLaw, TheEmptyStringCounts) {
  const Automaton all = everyString();
  EXPECT_EQ(shortestWitness(all), DigitString());
  EXPECT_EQ(shortestWitness(complement(all)), std::nullopt);
}

TEST(WitnessLaw, OfEquallyLongOnesTheFirstInTheDialAlphabet) {
  const std::vector<Expression> expressions{
      Expression({{SymbolSet("+*")}, {SymbolSet("9")}}),
      Expression({{SymbolSet("#A")}, {SymbolSet("0")}}),
  };
  const std::vector<ExpressionId> both{0, 1};
  const Automaton a = *Compiler(expressions, SymbolSet("+*#A09"), Budget{}).compile(both);
  EXPECT_EQ(shortestWitness(a), DigitString("*9"));
  EXPECT_EQ(shortestWitness(a, [](TagId tag) { return tag == 2; }), DigitString("#0"));
  EXPECT_EQ(shortestWitness(complement(a), anyTag), DigitString());
}

}  // namespace
}  // namespace dialscope::automata
