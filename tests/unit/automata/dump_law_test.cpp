#include "engine/automata/complement.h"
#include "engine/automata/dump.h"
#include "engine/automata/minimise.h"
#include "tests/support/plan_sketch.h"
#include "tests/unit/automata/random_languages.h"

#include <gtest/gtest.h>

namespace dialscope::automata {
namespace {

TEST(Dump, OneLineARow) {
  std::vector<Expression> expressions;
  for (const char* text : {"911", "9[0-8]X", "*3A", "9!"}) {
    expressions.push_back(compile(test::patternOf(text), pattern::Negation::Keypad));
  }
  Compiler compiler(expressions, kAllSymbols, Budget{});
  EXPECT_EQ(dump(*compiler.compile(std::vector<ExpressionId>{0, 1, 2})),
            "start 1\n"
            "1   9 -> 2   * -> 3\n"
            "2   02-8 -> 4   1 -> 5\n"
            "3   3 -> 6\n"
            "4   0-9 -> tag 2\n"
            "5   02-9 -> tag 2   1 -> tag 5\n"
            "6   A -> tag 3\n");
  EXPECT_EQ(dump(*compiler.compile(std::vector<ExpressionId>{3})),
            "start 1\n"
            "1   9 -> 2\n"
            "2   0-9 -> 2 tag 4\n");
}

TEST(Dump, TheEndsOfTheScale) {
  EXPECT_EQ(dump(everyString()), "start 1 tag 1\n1   0-9*#A-D+ -> 1 tag 1\n");
  EXPECT_EQ(dump(complement(everyString())), "start -\n");
}

TEST(Dump, Ranges) {
  EXPECT_EQ(rangesOf(SymbolSet()), "");
  EXPECT_EQ(rangesOf(kAllSymbols), "0-9*#A-D+");
  EXPECT_EQ(rangesOf(SymbolSet("9810")), "0189");
  EXPECT_EQ(rangesOf(SymbolSet("+DCB#987")), "7-9#B-D+");
}

TEST(Dump, DoesNotDependOnTheTableAround) {
  RandomLanguages random(51);
  for (int round = 0; round < 100; ++round) {
    const std::vector<Expression> expressions = random.expressions(6);
    Compiler shared(expressions, SymbolSet{kInPatterns}, Budget{});
    Compiler alone(expressions, SymbolSet{kInPatterns}, Budget{});
    const std::vector<ExpressionId> list{static_cast<ExpressionId>(random.number(6))};
    (void)shared.compile(random.list(6));
    EXPECT_EQ(dump(*shared.compile(list)), dump(*alone.compile(list)));
  }
}

}  // namespace
}  // namespace dialscope::automata
