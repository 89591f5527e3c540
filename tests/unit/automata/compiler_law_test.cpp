// Automata of lists against the expressions themselves, walked side by side.
#include "engine/automata/compiler.h"
#include "engine/automata/count_lengths.h"
#include "tests/support/plan_sketch.h"
#include "tests/unit/automata/random_languages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dialscope::automata {
namespace {

// What a walk of every expression of the list says, after each symbol of `text`.
void expectSameWalk(const Automaton& automaton, const Tags& tags, const std::vector<Expression>& expressions,
                    const std::vector<ExpressionId>& list, const std::string& text) {
  std::vector<Places> places;
  for (const ExpressionId id : list) places.push_back(expressions[id].start());
  Edge at = automaton.start();
  for (std::size_t read = 0;; ++read) {
    std::vector<ExpressionId> matching;
    bool longer = false;
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (expressions[list[i]].matches(places[i])) matching.push_back(list[i]);
      longer = longer || expressions[list[i]].longerPossible(places[i]);
    }
    std::vector<ExpressionId> tagged;
    for (std::size_t i = 0; i < tags.size(at.tag); ++i) tagged.push_back(tags.member(at.tag, i));
    ASSERT_EQ(tagged, matching) << text.substr(0, read);
    ASSERT_EQ(at.row != kDeadRow, longer) << text.substr(0, read);
    if (read == text.size()) return;
    const Symbol symbol = *symbolOf(text[read]);
    at = automaton.step(at.row, symbol);
    for (std::size_t i = 0; i < list.size(); ++i) places[i] = expressions[list[i]].step(places[i], symbol);
  }
}

void expectSameWalks(const Automaton& automaton, const Tags& tags, const std::vector<Expression>& expressions,
                     const std::vector<ExpressionId>& list, RandomLanguages& random) {
  for (const std::string& s : stringsUpTo(4)) {
    if (s.size() == 4) expectSameWalk(automaton, tags, expressions, list, s);  // and so the shorter ones
  }
  for (int i = 0; i < 50; ++i) {
    expectSameWalk(automaton, tags, expressions, list, random.string(5 + random.number(20), kInPatterns));
  }
}

Expression expressionOf(std::string_view pattern) {
  return compile(test::patternOf(pattern), pattern::Negation::Keypad);
}

// Strings of ten, of which two places at random hold one digit, the others any.
std::vector<Expression> twoLiteralsAmongTen(std::size_t count, RandomLanguages& random) {
  std::vector<Expression> all;
  while (all.size() < count) {
    std::string text(10, 'X');
    for (int literals = 0; literals < 2;) {
      char& place = text[random.number(10)];
      if (place != 'X') continue;
      place = random.string(1, "0123456789")[0];
      ++literals;
    }
    all.push_back(expressionOf(text));
  }
  return all;
}

std::vector<ExpressionId> allOf(const std::vector<Expression>& expressions) {
  std::vector<ExpressionId> ids(expressions.size());
  std::iota(ids.begin(), ids.end(), 0U);
  return ids;
}

TEST(CompilerLaw, TagsAreTheExpressionsThatMatch) {
  RandomLanguages random(41);
  for (int round = 0; round < 100; ++round) {
    const std::vector<Expression> expressions = random.expressions(1 + random.number(12));
    const std::vector<ExpressionId> list = random.list(expressions.size());
    Compiler compiler(expressions, SymbolSet{kInPatterns}, Budget{});
    const Automaton automaton = *compiler.compile(list);
    expectSameWalks(automaton, compiler.tags(), expressions, list, random);
  }
}

// Parts may have expressions in common.
TEST(CompilerLaw, AUnionIsTheListOfBoth) {
  RandomLanguages random(48);
  for (int round = 0; round < 50; ++round) {
    const std::vector<Expression> expressions = random.expressions(12);
    Compiler compiler(expressions, SymbolSet{kInPatterns}, Budget{});
    std::vector<Edge> parts;
    std::vector<ExpressionId> all;
    for (std::size_t i = 0; i <= 1 + random.number(4); ++i) {
      const std::vector<ExpressionId> list = random.list(expressions.size());
      parts.push_back(compiler.compile(list)->start());
      all.insert(all.end(), list.begin(), list.end());
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    const Automaton automaton = *compiler.unite(parts, all.size());
    expectSameWalks(automaton, compiler.tags(), expressions, all, random);
    const std::size_t rows = compiler.rowCount();
    std::reverse(parts.begin(), parts.end());
    EXPECT_EQ(compiler.unite(parts, all.size())->start(), automaton.start());
    EXPECT_EQ(compiler.rowCount(), rows);
  }
}

TEST(CompilerLaw, AUnionOverTheBudgetLeavesNoTrace) {
  const std::vector<Expression> expressions{expressionOf("1XXX"), expressionOf("X2XX"), expressionOf("XX3X")};
  Compiler compiler(expressions, SymbolSet("0123456789"), {.rowsPerExpression = 0, .rowsPerList = 4});
  std::vector<Edge> parts;
  for (ExpressionId id = 0; id < expressions.size(); ++id)
    parts.push_back(compiler.compile(std::vector<ExpressionId>{id})->start());
  const std::size_t rows = compiler.rowCount();
  EXPECT_FALSE(compiler.unite(parts, expressions.size()));
  EXPECT_EQ(compiler.rowCount(), rows);
  EXPECT_EQ(compiler.unite({parts.data(), 1}, 1)->start(), parts.front());
}

// Automata that were given away stay right while the compiler goes on, with the tags of then and with those
// of later.
TEST(CompilerLaw, ListsOfOneCompilerDoNotDisturbEachOther) {
  RandomLanguages random(42);
  for (int round = 0; round < 20; ++round) {
    const std::vector<Expression> expressions = random.expressions(12);
    Compiler compiler(expressions, SymbolSet{kInPatterns}, Budget{});
    struct Given {
      std::vector<ExpressionId> list;
      Automaton automaton;
      Tags tags;
    };
    std::vector<Given> given;
    for (int i = 0; i < 6; ++i) {
      const std::vector<ExpressionId> list = random.list(expressions.size());
      const Automaton automaton = *compiler.compile(list);
      given.push_back({list, automaton, compiler.tags()});
    }
    for (const Given& one : given) {
      expectSameWalks(one.automaton, one.tags, expressions, one.list, random);
      expectSameWalks(one.automaton, compiler.tags(), expressions, one.list, random);
    }
  }
}

TEST(CompilerLaw, TheSameListAgainCostsNothing) {
  RandomLanguages random(43);
  const std::vector<Expression> expressions = random.expressions(12);
  const std::vector<ExpressionId> list = allOf(expressions);
  Compiler compiler(expressions, SymbolSet{kInPatterns}, Budget{});
  const Automaton first = *compiler.compile(list);
  const std::size_t rows = compiler.rowCount();
  const Automaton second = *compiler.compile(list);
  EXPECT_EQ(compiler.rowCount(), rows);
  EXPECT_EQ(second.start(), first.start());
}

TEST(CompilerLaw, AListOverTheBudgetLeavesNoTrace) {
  RandomLanguages random(44);
  int refused = 0;
  int compiled = 0;
  for (int round = 0; round < 50; ++round) {
    const std::vector<Expression> expressions = random.expressions(12);
    Compiler compiler(expressions, SymbolSet{kInPatterns}, {.rowsPerExpression = 0, .rowsPerList = 12});
    for (int i = 0; i < 10; ++i) {
      const std::vector<ExpressionId> list = random.list(expressions.size());
      const std::size_t rows = compiler.rowCount();
      const std::optional<Automaton> automaton = compiler.compile(list);
      if (!automaton) {
        EXPECT_EQ(compiler.rowCount(), rows);
        ++refused;
        continue;
      }
      EXPECT_LE(compiler.rowCount(), rows + 12);
      expectSameWalks(*automaton, compiler.tags(), expressions, list, random);
      ++compiled;
    }
  }
  EXPECT_GT(refused, 50);
  EXPECT_GT(compiled, 50);
}

TEST(CompilerLaw, RowsInAllEndTheCompilerAndNotItsAutomata) {
  RandomLanguages random(45);
  const std::vector<Expression> expressions = random.expressions(40);
  Compiler compiler(expressions, SymbolSet{kInPatterns}, {.rowsInAll = 60});
  std::vector<std::pair<std::vector<ExpressionId>, Automaton>> given;
  bool full = false;
  for (ExpressionId id = 0; id + 1 < expressions.size(); ++id) {
    const std::vector<ExpressionId> list{id, id + 1};
    const std::optional<Automaton> automaton = compiler.compile(list);
    full = full || !automaton;
    if (automaton) given.emplace_back(list, *automaton);
    EXPECT_LE(compiler.rowCount(), 60U);
  }
  EXPECT_TRUE(full);
  for (const auto& [list, automaton] : given)
    expectSameWalks(automaton, compiler.tags(), expressions, list, random);
}

// What comes 19th from the end may be a 5 or not, independently for each of 19 places: 2^19 sets.
TEST(CompilerLaw, AHostilePatternIsRefused) {
  const std::vector<Expression> expressions{expressionOf("!5XXXXXXXXXXXXXXXXXX"), expressionOf("911"),
                                            expressionOf("9.[2-9]XXXXXX")};
  Compiler compiler(expressions, kAllSymbols, Budget{});
  const std::vector<ExpressionId> tame{1, 2};
  EXPECT_FALSE(compiler.compile(allOf(expressions)));
  EXPECT_EQ(compiler.rowCount(), 1U);
  const std::optional<Automaton> automaton = compiler.compile(tame);
  ASSERT_TRUE(automaton);
  EXPECT_FALSE(compiler.compile(std::vector<ExpressionId>{0}));
  for (const char* text : {"911", "9114567", "92345678", "9", "59999999999999999999"}) {
    expectSameWalk(*automaton, compiler.tags(), expressions, tame, text);
  }
}

TEST(CompilerLaw, ManyPatternsWithLiteralsAtRandomPlacesAreRefused) {
  RandomLanguages random(46);
  const std::vector<Expression> expressions = twoLiteralsAmongTen(80, random);
  Compiler compiler(expressions, kDigits, {.rowsPerExpression = 4, .rowsPerList = 20'000});
  EXPECT_FALSE(compiler.compile(allOf(expressions)));
  EXPECT_EQ(compiler.rowCount(), 1U);
  EXPECT_LT(compiler.tableBytes() + compiler.indexBytes(), 16'000'000U);
}

// The same language of ten digits, small enough to be compiled: counted by inclusion and exclusion.
TEST(CompilerLaw, TwoSuchPatternsTogether) {
  const std::vector<Expression> expressions{expressionOf("5XXX7XXXXX"), expressionOf("X4XX7XXXXX")};
  Compiler compiler(expressions, kDigits, Budget{});
  const Automaton automaton = *compiler.compile(allOf(expressions));
  const Tags tags = compiler.tags();
  EXPECT_EQ(countStrings(automaton, 10), 100'000'000 + 100'000'000 - 10'000'000);
  EXPECT_EQ(countStrings(automaton, 10, [&](TagId tag) { return tags.size(tag) == 2; }), 10'000'000);
}

}  // namespace
}  // namespace dialscope::automata
