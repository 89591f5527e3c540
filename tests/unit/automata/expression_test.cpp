// Patterns as languages: what matches, what can still match, how many strings of a length there are.
#include "engine/automata/expression.h"

#include "tests/support/plan_sketch.h"

#include <gtest/gtest.h>

#include <chrono>

namespace dialscope::automata {
namespace {

using pattern::Negation;
using test::patternOf;

Expression languageOf(std::string_view text, Negation negation = Negation::Keypad) {
  return compile(patternOf(text), negation);
}

// m: matches, l: a longer string is possible.
std::string stateAfter(const Expression& language, std::string_view number) {
  const Places at = walk(language, DigitString(std::string(number)));
  return std::string(language.matches(at) ? "m" : "-") + (language.longerPossible(at) ? "l" : "-");
}

// The examples of the rules.
TEST(Expression, States) {
  struct Row {
    std::string pattern, number, state;
  };
  const std::vector<Row> rows{
      {"9XXX", "9000", "m-"},
      {"9XXX", "9", "-l"},
      {"9XXX", "90000", "--"},
      {"9XXX", "9*", "--"},
      {"9XXX", "9#", "--"},
      {"9XXX", "9A", "--"},
      {"91!", "91", "-l"},
      {"91!", "910", "ml"},
      {"91!", "9199999999", "ml"},
      {"91!", "91#", "--"},
      {"91!", "91+", "--"},
      {"91X?", "91", "ml"},
      {"91X?", "914444", "ml"},
      {"91X+", "91", "-l"},
      {"91X+", "910", "ml"},
      {"", "", "m-"},
      {"", "1", "--"},
      {"X?", "", "ml"},
      {"!?", "", "ml"},
      {"13[^3-9]6", "1306", "m-"},
      {"13[^3-9]6", "13*6", "m-"},
      {"13[^3-9]6", "13#6", "m-"},
      {"13[^3-9]6", "13A6", "--"},
      {"13[^3-9]6", "1336", "--"},
      {"9.011!#", "90111", "-l"},
      {"9.011!#", "90111#", "m-"},
      {"\\+!", "+", "-l"},
      {"\\+!", "+4", "ml"},
      {"\\+!", "4", "--"},
      {"12A[CD]", "12AC", "m-"},
      {"12A[CD]", "12AB", "--"},
      {"1X?2", "12", "ml"},
      {"1X?2", "1222", "ml"},
      {"1X?2", "13", "-l"},
      {"1?1?1", "1", "ml"},
      {"1?1?1", "", "-l"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(stateAfter(languageOf(row.pattern), row.number), row.state)
        << row.pattern << " after " << row.number;
}

TEST(Expression, ComplementOfEverything) {
  EXPECT_EQ(stateAfter(languageOf("1[^0-9*#]2"), ""), "--") << "nothing can be read: the language is empty";
  EXPECT_EQ(stateAfter(languageOf("1[^0-9*#]?2"), "1"), "-l");
  EXPECT_EQ(stateAfter(languageOf("1[^0-9*#]?"), "1"), "m-") << "what cannot be read cannot make it longer";
  EXPECT_EQ(stateAfter(languageOf("1[^0-9*#]2", Negation::All), "1A2"), "m-");
  EXPECT_EQ(countStrings(languageOf("1[^0-9*#]2"), 3), Count(0));
}

TEST(Expression, FiftyElements) {
  const Expression language = languageOf(std::string(50, 'X'));
  EXPECT_EQ(stateAfter(language, std::string(49, '5')), "-l");
  EXPECT_EQ(stateAfter(language, std::string(50, '5')), "m-");
  EXPECT_EQ(stateAfter(language, std::string(51, '5')), "--");
}

TEST(Walk, StopsAtAnX) { EXPECT_EQ(walk(languageOf("!"), DigitString("8X51")), 0U); }

// DA-22 with its published figures, and figures beyond 64 bits.
TEST(CountStrings, Table) {
  struct Row {
    std::string pattern;
    std::size_t length;
    Count count;
  };
  const Count ten = 10;
  const std::vector<Row> rows{
      {"15!", 4, 100},
      {"1[3-5]XX", 4, 300},
      {"13[0-4]X", 4, 50},
      {"13!", 4, 100},
      {"1[23]XX", 4, 200},
      {"15!", 2, 0},
      {"1234", 4, 1},
      {"1234", 5, 0},
      {"", 0, 1},
      {"", 1, 0},
      {"[^1]", 1, 11},
      {"12.34", 4, 1},
      {"91X?", 2, 1},
      {"91X?", 3, 10},
      {"91X+", 2, 0},
      {"[12]?3", 4, 8},
      {"!", 30, pow(ten, 30)},
      {"!", 500, pow(ten, 500)},
      {std::string(50, 'X'), 50, pow(ten, 50)},
      {"[^1]+", 40, pow(Count(11), 40)},
      // Two repeats: each string counts once, however many ways there are to read it.
      {"!!", 1, 0},
      {"!!", 2, 100},
      {"!!", 5, 100'000},
      {"X?X?", 3, 1000},
      {"!*!", 3, 100},
      {"!*!", 4, 2000},
      {"1?1?", 6, 1},
      {"1+[12]?", 3, 4},
      {"X?1X?", 1, 1},
      {"X?1X?", 2, 19},
      {"X?1X?", 3, 271},
      {"!X!", 40, pow(ten, 40)},
      {"1?2?3?", 2, 6},
  };
  for (const Row& row : rows) {
    const auto count = countStrings(languageOf(row.pattern), row.length);
    ASSERT_TRUE(count) << row.pattern;
    EXPECT_EQ(count->str(), row.count.str()) << row.pattern << " at " << row.length;
  }
}

// A pattern made to have very many sets of places is given up, and soon.
TEST(CountStrings, AHostilePatternIsGivenUpInTime) {
  const auto began = std::chrono::steady_clock::now();
  EXPECT_FALSE(countStrings(languageOf("!5" + std::string(47, 'X') + "!"), 100));
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(60));
}

// What PreDot takes (DA-63): the longest beginning that the part before the dot reads.
TEST(LengthBeforeDot, Table) {
  struct Row {
    std::string pattern, number;
    std::optional<std::size_t> length;
  };
  const std::vector<Row> rows{
      {"9.011!", "901144", 1}, {"00.[^0]!", "0012", 2}, {"\\+.!", "+49", 1},    {".12", "12", 0},
      {"12.", "12", 2},        {"911", "911", {}},      {"9.011!", "8011", {}}, {"9.1", "91X", {}},
      {"9?.9X", "9991", 2},    {"!.X?", "123", 3},      {"9!.1!", "91111", 3},  {"X?.12", "3412", 2},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(lengthBeforeDot(patternOf(row.pattern), Negation::Keypad, DigitString(row.number)), row.length)
        << row.pattern << " and " << row.number;
  }
}

}  // namespace
}  // namespace dialscope::automata
