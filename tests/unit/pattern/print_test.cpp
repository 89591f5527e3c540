// Patterns written anew, the symbols behind a wildcard, and the spelling of a CUCM trace.
#include "tests/support/plan_sketch.h"

#include <gtest/gtest.h>

namespace dialscope::pattern {
namespace {

using test::patternOf;

TEST(PrintPattern, Table) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"", ""},
      {"9.011!#", "9.011!#"},
      {"\\+.[1-9]!", "\\+.[1-9]!"},
      {"123.", "123."},
      {".123", ".123"},
      {"[012345]", "[0-5]"},
      {"[521]", "[125]"},
      {"[98*#7]", "[7-9*#]"},
      {"[^3-9]", "[^3-9]"},
      {"[DCBA]", "[ABCD]"},
      {"[\\+1]", "[1\\+]"},
      {"X??", "X?"},
      {"X?+", "X?"},
      {"!?", "!?"},
      {"!+", "!"},
      {"\\++", "\\++"},
      {"9.@", "9.@"},
  };
  for (const auto& [text, printed] : rows) {
    EXPECT_EQ(printPattern(patternOf(text)), printed) << text;
    EXPECT_EQ(printPattern(patternOf(printed)), printed) << text;
  }
}

// DA-14, DA-03.
TEST(TraceSpelling, Table) {
  struct Row {
    std::string text, from9, before9;
  };
  const std::vector<Row> rows{
      {"\\+.[1-9]!", "(+)([1-9][0-9]+)", "(+)([1-9][0-9]+)"},
      {"1001", "(1001)", "(1001)"},
      {"9.XXXX", "(9)([0-9][0-9][0-9][0-9])", "(9)(XXXX)"},
      {"813510[^0-5]", "(813510[^0-5])", "(813510[^0-5])"},
      {"\\+!#", "(+[0-9]+#)", "(+[0-9]+#)"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(traceSpelling(patternOf(row.text)), row.from9) << row.text;
    EXPECT_EQ(traceSpelling(patternOf(row.text), TraceRelease::Before9), row.before9) << row.text;
  }
}

// DA-05: how many symbols each reading of `[^1]` holds.
TEST(SymbolsOf, Complement) {
  const auto symbols = [](std::string_view text, Negation negation) {
    return symbolsOf(patternOf(text).elements.at(0), negation);
  };
  EXPECT_EQ(symbols("[^1]", Negation::Keypad), SymbolSet("023456789*#"));
  EXPECT_EQ(symbols("[^1]", Negation::Digits), SymbolSet("023456789"));
  EXPECT_EQ(symbols("[^1]", Negation::All).size(), 16);
  EXPECT_EQ(symbols("[^A\\+]", Negation::Keypad).size(), 12);
  EXPECT_EQ(symbols("[12]", Negation::All), SymbolSet("12"));
  EXPECT_EQ(symbols("X", Negation::All), kDigits);
}

}  // namespace
}  // namespace dialscope::pattern
