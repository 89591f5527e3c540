#include "engine/automata/complement.h"
#include "engine/automata/difference.h"
#include "engine/automata/minimise.h"
#include "engine/automata/product.h"
#include "engine/automata/witness.h"
#include "tests/unit/automata/random_languages.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dialscope::automata {
namespace {

constexpr int kProducts = 200;

// Only the language: every tag made 1.
Automaton plain(const Automaton& automaton) {
  return *product(automaton, automaton, {[](TagId tag, TagId) { return tag != kNoTag ? TagId{1} : kNoTag; }});
}

Combination inAny() {
  return {[](TagId a, TagId b) { return a != kNoTag || b != kNoTag ? TagId{1} : kNoTag; }};
}

// A row is live exactly when a longer string has a tag.
void expectHonestRows(const Automaton& automaton) {
  for (RowId row = 1; row < automaton.rowCount(); ++row) {
    EXPECT_TRUE(shortestWitness(automaton.startingAt({row, kNoTag}))) << "row " << row;
  }
}

TEST(ProductLaw, EveryStringHasTheTagMadeOfItsTwo) {
  RandomLanguages random(1);
  const std::vector<Combination> ways{inBoth(),
                                      inEither(),
                                      inFirstOnly(),
                                      inOneOnly(),
                                      inAny(),
                                      {[](TagId a, TagId b) { return a == b ? a : kNoTag; }},
                                      {[](TagId a, TagId b) { return (a & 3U) * 4 + (b & 3U); }}};
  const std::vector<std::string> strings = stringsUpTo(4);
  for (int round = 0; round < kProducts; ++round) {
    const Automaton a = random.any();
    const Automaton b = random.any();
    for (const Combination& way : ways) {
      const Automaton both = *product(a, b, way);
      expectHonestRows(both);
      for (const std::string& s : strings) ASSERT_EQ(tagOf(both, s), way.tag(tagOf(a, s), tagOf(b, s))) << s;
      for (int i = 0; i < 50; ++i) {
        const std::string s = random.string(5 + random.number(12));
        ASSERT_EQ(tagOf(both, s), way.tag(tagOf(a, s), tagOf(b, s))) << s;
      }
    }
  }
}

TEST(ProductLaw, TheNamedCombinations) {
  struct Case {
    Combination way;
    TagId both, first, second;  // for a string with tags 5 and 7, 5 only, 7 only
  };
  for (const Case& c :
       {Case{inBoth(), 5, 0, 0}, {inEither(), 5, 5, 7}, {inFirstOnly(), 0, 5, 0}, {inOneOnly(), 0, 5, 7}}) {
    EXPECT_EQ(c.way.tag(5, 7), c.both);
    EXPECT_EQ(c.way.tag(5, kNoTag), c.first);
    EXPECT_EQ(c.way.tag(kNoTag, 7), c.second);
    EXPECT_EQ(c.way.tag(kNoTag, kNoTag), kNoTag);
  }
}

TEST(ProductLaw, NothingOverTheBudget) {
  RandomLanguages random(2);
  int refused = 0;
  for (int round = 0; round < kProducts; ++round) {
    const Automaton a = random.any();
    const Automaton b = random.any();
    const std::optional<Automaton> small = product(a, b, inEither(), 4);
    if (!small) {
      ++refused;
      continue;
    }
    EXPECT_LE(small->rowCount(), 4U);
    EXPECT_TRUE(equivalent(*small, *product(a, b, inEither())));
  }
  EXPECT_GT(refused, 0);
  EXPECT_LT(refused, kProducts);
}

TEST(ComplementLaw, TwiceIsTheLanguageAgain) {
  RandomLanguages random(3);
  for (int round = 0; round < kProducts; ++round) {
    const Automaton a = random.any();
    EXPECT_TRUE(equivalent(complement(complement(a)), plain(a)));
  }
}

TEST(ComplementLaw, IsAllStringsThatHaveNoTag) {
  RandomLanguages random(4);
  for (int round = 0; round < kProducts; ++round) {
    const Automaton a = random.any();
    const Automaton rest = complement(a);
    expectHonestRows(rest);
    for (const std::string& s : stringsUpTo(3, kDialAlphabet)) {
      ASSERT_EQ(tagOf(rest, s) != kNoTag, tagOf(a, s) == kNoTag) << s;
    }
    EXPECT_TRUE(isEmpty(*product(a, rest, inBoth())));
    EXPECT_TRUE(equivalent(*product(rest, a, inAny()), everyString()));
  }
}

TEST(ComplementLaw, NothingAndEverything) {
  const Automaton nothing = RowBuilder(SymbolSet()).build({});
  EXPECT_TRUE(equivalent(complement(nothing), everyString()));
  EXPECT_TRUE(isEmpty(complement(everyString())));
}

TEST(ComplementLaw, DeMorgan) {
  RandomLanguages random(5);
  for (int round = 0; round < kProducts; ++round) {
    const Automaton a = random.any();
    const Automaton b = random.any();
    EXPECT_TRUE(
        equivalent(complement(*product(a, b, inBoth())), *product(complement(a), complement(b), inAny())));
    EXPECT_TRUE(
        equivalent(complement(*product(a, b, inAny())), *product(complement(a), complement(b), inBoth())));
  }
}

TEST(DifferenceLaw, IsTheStringsWhoseTagsDiffer) {
  RandomLanguages random(6);
  const auto differ = [](TagId a, TagId b) { return a != b; };
  const std::vector<std::string> strings = stringsUpTo(4);
  for (int round = 0; round < kProducts; ++round) {
    const Automaton a = random.any();
    const Automaton b = random.any();
    const Automaton changed = *difference(a, b, differ);
    for (const std::string& s : strings)
      ASSERT_EQ(tagOf(changed, s) != kNoTag, tagOf(a, s) != tagOf(b, s)) << s;
    EXPECT_EQ(isEmpty(changed), equivalent(a, b));
  }
}

TEST(DifferenceLaw, EmptyBothWaysExactlyWhenEqual) {
  RandomLanguages random(7);
  int equal = 0;
  for (int round = 0; round < 2000; ++round) {
    // Few rows, so that some pairs are equal.
    const Automaton a = plain(random.rows());
    const Automaton b = plain(random.rows());
    const bool bothEmpty = isEmpty(*product(a, b, inFirstOnly())) && isEmpty(*product(b, a, inFirstOnly()));
    EXPECT_EQ(bothEmpty, equivalent(a, b));
    EXPECT_EQ(bothEmpty, isEmpty(*product(a, b, inOneOnly())));
    if (bothEmpty) ++equal;
  }
  EXPECT_GT(equal, 0);
}

TEST(DifferenceLaw, AutomataOfOneCompilerNeedOnlyBeWalkedWhereTheyDiffer) {
  RandomLanguages random(8);
  const auto differ = [](TagId a, TagId b) { return a != b; };
  for (int round = 0; round < kProducts; ++round) {
    const std::vector<Expression> expressions = random.expressions(8);
    Compiler compiler(expressions, SymbolSet{kInPatterns}, Budget{});
    const Automaton a = *compiler.compile(random.list(8));
    const Automaton b = *compiler.compile(random.list(8));
    EXPECT_TRUE(equivalent(*difference(a, b, differ, Tables::OfOneCompiler), *difference(a, b, differ)));
    EXPECT_TRUE(isEmpty(*difference(a, a, differ, Tables::OfOneCompiler, 1)));
  }
}

}  // namespace
}  // namespace dialscope::automata
