// How a pattern is written: what is accepted, and every error with its column and suggestion (DA-01 … DA-13).
#include "engine/pattern/pattern.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dialscope::pattern {
namespace {

using enum DiagnosticCode;

struct Reading {
  std::optional<Pattern> pattern;
  Diagnostics diagnostics;
};

Reading read(std::string_view text) {
  Reading reading;
  reading.pattern = parsePattern(text, {nullptr, 1, 1}, reading.diagnostics);
  return reading;
}

// A pattern's elements in a notation of the test's own: kind, symbols, repeat; `|` for the dot.
std::string elements(std::string_view text) {
  const auto reading = read(text);
  if (!reading.pattern) return "refused";
  const Pattern& pattern = *reading.pattern;
  std::string result;
  for (std::size_t i = 0; i <= pattern.elements.size(); ++i) {
    if (pattern.dot == i) result += "| ";
    if (i == pattern.elements.size()) break;
    const Element& element = pattern.elements[i];
    std::string symbols;
    for (const char c : kDialAlphabet) {
      if (element.symbols.contains(*symbolOf(c))) symbols += c;
    }
    switch (element.kind) {
    case ElementKind::Literal: result += symbols; break;
    case ElementKind::AnyDigit: result += "X"; break;
    case ElementKind::DigitRun: result += "!"; break;
    case ElementKind::Set: result += "{" + symbols + "}"; break;
    case ElementKind::ComplementSet: result += "not{" + symbols + "}"; break;
    case ElementKind::NumberingPlan: result += "@"; break;
    }
    result += element.repeat == Repeat::Once ? " " : element.repeat == Repeat::ZeroOrMore ? "* " : "+ ";
  }
  if (!result.empty()) result.pop_back();
  return result;
}

TEST(ParsePattern, Accepted) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"", ""},                                                 // DA-11
      {"0123456789*#ABCD", "0 1 2 3 4 5 6 7 8 9 * # A B C D"},  // DA-01
      {"9XXX", "9 X X X"},                                      // DA-02
      {"91!", "9 1 !+"},                                        // DA-03
      {"[0-5]", "{012345}"},                                    // DA-04
      {"[012345]", "{012345}"},
      {"[25-8]", "{25678}"},
      {"[5-5]", "{5}"},
      {"[*#]", "{*#}"},
      {"[1*3-5#]", "{1345*#}"},
      {"[\\+1]", "{1+}"},
      {"[AC]", "{AC}"},
      {"[A-D]", "{ABCD}"},
      {"13[^3-9]6", "1 3 not{3456789} 6"},  // DA-05
      {"[^*#]", "not{*#}"},
      {"91X?", "9 1 X*"},  // DA-06
      {"91X+", "9 1 X+"},
      {"[12]?3+", "{12}* 3+"},
      {"\\++", "++"},
      {"!?", "!*"},
      {"!+", "!+"},
      {"9.011!#", "9 | 0 1 1 !+ #"},  // DA-07, DA-09
      {"\\+.!", "+ | !+"},
      {".123", "| 1 2 3"},
      {"123.", "1 2 3 |"},
      {"12.", "1 2 |"},
      {"00.[^0]!", "0 0 | not{0} !+"},
      {"9.@", "9 | @+"},                      // DA-08
      {"\\+1[2-9]XX", "+ 1 {23456789} X X"},  // DA-10
      {"X??", "X*"},
      {"X++", "X+"},
      {"X?+", "X*"},
      {"X+?", "X*"},
      {"[12]??", "{12}*"},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(elements(text), expected) << text;
}

// The column counts from 1; the suggestion is what "did you mean" proposes.
TEST(ParsePattern, Errors) {
  struct Row {
    std::string text;
    DiagnosticCode code;
    std::size_t column;
    std::vector<std::string> arguments = {};
    std::string suggestion = {};
  };
  const std::vector<Row> rows{
      {"+1408", PatternBarePlus, 1, {}, "\\+1408"},  // DA-10
      {"9.+!", PatternBarePlus, 3, {}, "9.\\+!"},
      {"?12", PatternBareRepeat, 1, {"?"}},  // DA-06
      {"9.?", PatternBareRepeat, 3, {"?"}},
      {"9.1.2", PatternSecondDot, 4},       // DA-07
      {"9@@", PatternSecondAt, 3},          // DA-08
      {"[^1][^2]", PatternSecondCaret, 6},  // DA-12
      {"[1^2]", PatternSetCaret, 3},
      {"[^^1]", PatternSetCaret, 3},
      {"1^2", PatternCaretStray, 2},
      {"12x", PatternLowerCase, 3, {"x", "X"}, "12X"},
      {"1a", PatternLowerCase, 2, {"a", "A"}, "1A"},
      {"[1b]", PatternLowerCase, 3, {"b", "B"}, "[1B]"},
      {"9 1", PatternSpace, 2},
      {"9\t1", PatternSpace, 2},
      {"408-555", PatternHyphen, 4},
      {"12[", PatternSetUnclosed, 3},
      {"1[23", PatternSetUnclosed, 2},
      {"12[]", PatternSetEmpty, 3},
      {"12[^]", PatternSetEmpty, 3},
      {"12]", PatternBracketStray, 3},
      {"[5-2]", PatternSetRange, 2, {"5-2"}},
      {"[1-]", PatternSetRange, 2, {"1-"}},
      {"[1-*]", PatternSetRange, 2, {"1-*"}},
      {"[9-#]", PatternSetRange, 2, {"9-#"}},
      {"[D-A]", PatternSetRange, 2, {"D-A"}},
      {"[8-B]", PatternSetRange, 2, {"8-B"}},
      {"[X]", PatternSetCharacter, 2, {"X"}},
      {"[1.2]", PatternSetCharacter, 3, {"."}},
      {"[1 2]", PatternSetCharacter, 3, {" "}},
      {"[+]", PatternSetCharacter, 2, {"+"}},
      {"[12[3]", PatternSetCharacter, 4, {"["}},
      {"12E", PatternCharacter, 3, {"E"}},
      {"1,2", PatternCharacter, 2, {","}},
      {"1ä2", PatternCharacter, 2, {"ä"}},
      {"[1ä]", PatternSetCharacter, 3, {"ä"}},
      {"1\\2", PatternBackslash, 2, {}, "\\+"},
      {"1\\", PatternBackslash, 2, {}, "\\+"},
      {std::string(51, '1'), PatternTooLong, 51, {"51"}},  // DA-12
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.text);
    const auto reading = read(row.text);
    EXPECT_FALSE(reading.pattern);
    ASSERT_EQ(reading.diagnostics.size(), 1U);
    const Diagnostic& diagnostic = reading.diagnostics[0];
    EXPECT_EQ(static_cast<int>(diagnostic.code), static_cast<int>(row.code));
    EXPECT_EQ(diagnostic.where.column, row.column);
    EXPECT_EQ(diagnostic.arguments, row.arguments);
    EXPECT_EQ(diagnostic.suggestion, row.suggestion);
  }
}

TEST(ParsePattern, OneReadingTellsAllThatIsWrong) {
  const auto reading = read("9 1-x[5-2]");
  std::vector<std::size_t> columns;
  for (const auto& diagnostic : reading.diagnostics) columns.push_back(diagnostic.where.column);
  EXPECT_THAT(columns, testing::ElementsAre(2, 4, 5, 7));
}

TEST(ParsePattern, ColumnsCountFromWhereTheTextStands) {
  Diagnostics diagnostics;
  parsePattern("12x", {nullptr, 7, 20}, diagnostics);
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].where.line, 7U);
  EXPECT_EQ(diagnostics[0].where.column, 22U);
}

// DA-06: a repeat written twice is a warning: it says what it counts as.
TEST(ParsePattern, RepeatTwice) {
  const std::vector<std::pair<std::string, std::vector<std::string>>> rows{{"1X??", {"X??", "X?"}},
                                                                           {"1X?+", {"X?+", "X?"}},
                                                                           {"1X++", {"X++", "X+"}},
                                                                           {"1X+?", {"X+?", "X?"}},
                                                                           {"1[12]??", {"[12]??", "[12]?"}}};
  for (const auto& [text, arguments] : rows) {
    SCOPED_TRACE(text);
    const auto reading = read(text);
    EXPECT_TRUE(reading.pattern);
    ASSERT_EQ(reading.diagnostics.size(), 1U);
    EXPECT_EQ(reading.diagnostics[0].code, PatternRepeatTwice);
    EXPECT_EQ(reading.diagnostics[0].where.column, text.size());
    EXPECT_EQ(reading.diagnostics[0].arguments, arguments);
  }
}

TEST(ParsePattern, FiftyCharacters) {
  EXPECT_TRUE(read(std::string(50, 'X')).pattern);
  EXPECT_TRUE(read(std::string(50, '!')).pattern);
  EXPECT_FALSE(read(std::string(51, 'X')).pattern);
}

TEST(ParsePattern, KeepsTheTextAndWhereEachElementStands) {
  const auto pattern = *read("9.\\+[2-9]?X").pattern;
  EXPECT_EQ(pattern.text, "9.\\+[2-9]?X");
  std::vector<std::string> spelled;
  for (const auto& element : pattern.elements) spelled.emplace_back(pattern.spelling(element));
  EXPECT_THAT(spelled, testing::ElementsAre("9", "\\+", "[2-9]?", "X"));
  EXPECT_FALSE(pattern.hasNumberingPlan());
  EXPECT_TRUE(read("9.@").pattern->hasNumberingPlan());
}

}  // namespace
}  // namespace dialscope::pattern
