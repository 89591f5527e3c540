#include "engine/automata/dump.h"
#include "engine/automata/minimise.h"
#include "tests/unit/automata/random_languages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace dialscope::automata {
namespace {

constexpr int kMinimised = 500;

// The same language in a table of another shape: every row twice, in falling order, between rows of nobody.
Automaton inDisguise(const Automaton& automaton) {
  const auto count = static_cast<RowId>(automaton.rowCount());
  const auto copy = [&](Edge edge, RowId which) {
    const RowId row = edge.row == kDeadRow ? kDeadRow : 2 * (count - edge.row) + 1 + which;
    return Edge{row, edge.tag};
  };
  RowBuilder rows(kAllSymbols);
  for (RowId row = 0; row < 2 * count + 4; ++row) rows.addRow();
  for (RowId row = 1; row < count; ++row) {
    for (RowId which = 0; which < 2; ++which) {
      for (std::size_t s = 0; s < kSymbolCount; ++s) {
        rows.set(copy({row}, which).row, Symbol(s), copy(automaton.step(row, Symbol(s)), (which + s) % 2));
      }
    }
  }
  for (std::size_t s = 0; s < kSymbolCount; ++s) rows.set(2 * count + 2, Symbol(s), {2 * count + 1, 9});
  return rows.build(copy(automaton.start(), 1));
}

// How many rows have languages of their own, by trying: of up to five rows and the dead one, two that differ
// do so on a string of at most five.
std::size_t languagesAhead(const Automaton& automaton, const std::vector<std::string>& strings) {
  std::set<std::vector<TagId>> languages{std::vector<TagId>(strings.size(), kNoTag)};
  for (RowId row = 1; row < automaton.rowCount(); ++row) {
    std::vector<TagId> tags;
    for (const std::string& s : strings) {
      Edge at{row, kNoTag};
      for (const char c : s) at = automaton.step(at.row, *symbolOf(c));
      tags.push_back(at.tag);
    }
    languages.insert(tags);
  }
  return languages.size();
}

bool sameTable(const Automaton& a, const Automaton& b) {
  return a.columns().used() == b.columns().used() && a.rowCount() == b.rowCount() && a.start() == b.start() &&
         std::equal(a.edges(), a.edges() + a.rowCount() * a.columns().size(), b.edges());
}

TEST(MinimiseLaw, KeepsTheTagOfEveryString) {
  RandomLanguages random(11);
  const std::vector<std::string> strings = stringsUpTo(5);
  for (int round = 0; round < 100; ++round) {
    const Automaton a = random.any();
    const Automaton least = minimise(a);
    EXPECT_LE(least.rowCount(), a.rowCount());
    for (const std::string& s : strings) ASSERT_EQ(tagOf(least, s), tagOf(a, s)) << s;
  }
}

TEST(MinimiseLaw, LeavesOneRowForEachLanguageAhead) {
  RandomLanguages random(12);
  const std::vector<std::string> strings = stringsUpTo(5, kInPatterns);
  for (int round = 0; round < 50; ++round) {
    const Automaton a = random.rows();
    EXPECT_EQ(minimise(a).rowCount(), languagesAhead(a, strings));
  }
}

TEST(MinimiseLaw, EqualLanguagesHaveEqualTables) {
  RandomLanguages random(13);
  for (int round = 0; round < kMinimised; ++round) {
    const Automaton a = random.any();
    const Automaton least = minimise(a);
    EXPECT_TRUE(sameTable(least, minimise(inDisguise(a))));
    EXPECT_TRUE(sameTable(least, minimise(least))) << "a second time changes nothing";
    EXPECT_EQ(dump(least), dump(minimise(inDisguise(a))));
    EXPECT_TRUE(equivalent(a, inDisguise(a)));
  }
}

TEST(MinimiseLaw, OneOtherTagIsNotEquivalent) {
  RandomLanguages random(14);
  for (int round = 0; round < kMinimised; ++round) {
    const Automaton a = random.rows();
    EXPECT_FALSE(equivalent(a, a.startingAt({a.start().row, a.start().tag + 1})));
  }
}

TEST(MinimiseLaw, RowsOfOthersInTheTableDoNotCount) {
  RandomLanguages random(15);
  for (int round = 0; round < kMinimised; ++round) {
    const std::vector<Expression> expressions = random.expressions(6);
    Compiler shared(expressions, SymbolSet{kInPatterns}, Budget{});
    Compiler alone(expressions, SymbolSet{kInPatterns}, Budget{});
    const std::vector<ExpressionId> list{static_cast<ExpressionId>(random.number(6))};
    for (int others = 0; others < 3; ++others) (void)shared.compile(random.list(6));
    EXPECT_TRUE(sameTable(minimise(*shared.compile(list)), minimise(*alone.compile(list))));
  }
}

}  // namespace
}  // namespace dialscope::automata
