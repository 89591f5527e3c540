#include "engine/automata/complement.h"
#include "engine/automata/count_lengths.h"
#include "tests/unit/automata/random_languages.h"

#include <gtest/gtest.h>

namespace dialscope::automata {
namespace {

TEST(CountLaw, AgreesWithTryingAllStrings) {
  RandomLanguages random(31);
  const std::vector<std::string> strings = stringsUpTo(5, kInPatterns);
  for (int round = 0; round < 200; ++round) {
    const Automaton a = random.any();
    for (const TagSet& wanted : {TagSet(anyTag), TagSet([](TagId tag) { return tag == 1; })}) {
      std::vector<Count> tried(6);
      for (const std::string& s : strings) {
        const TagId tag = tagOf(a, s);
        if (tag != kNoTag && wanted(tag)) ++tried[s.size()];
      }
      EXPECT_EQ(countByLength(a, 5, wanted), tried);
      EXPECT_EQ(countStrings(a, 4, wanted), tried[4]);
    }
  }
}

TEST(CountLaw, AgreesWithTheExpression) {
  RandomLanguages random(32);
  const std::vector<Expression> expressions = random.expressions(300);
  Compiler compiler(expressions, SymbolSet{kInPatterns}, Budget{});
  for (ExpressionId id = 0; id < expressions.size(); ++id) {
    const Automaton a = *compiler.compile(std::vector{id});
    const std::vector<Count> counts = countByLength(a, 40);
    for (std::size_t length = 0; length < counts.size(); ++length) {
      EXPECT_EQ(counts[length], countStrings(expressions[id], length)) << "length " << length;
    }
  }
}

TEST(CountLaw, LanguageAndComplementAreAllStrings) {
  RandomLanguages random(33);
  for (int round = 0; round < 100; ++round) {
    const Automaton a = random.any();
    const Automaton rest = complement(a);
    for (const std::size_t length : {0U, 1U, 7U, 60U}) {
      EXPECT_EQ(countStrings(a, length) + countStrings(rest, length),
                pow(Count(17), static_cast<unsigned>(length)));
    }
  }
}

TEST(CountLaw, NumbersOfAnySizeAreExact) { EXPECT_EQ(countStrings(everyString(), 500), pow(Count(17), 500)); }

}  // namespace
}  // namespace dialscope::automata
