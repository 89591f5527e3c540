#include "engine/workspace/pattern_facts.h"

#include <gtest/gtest.h>

namespace dialscope::workspace {
namespace {

TEST(PatternFacts, LengthAndCount) {
  struct Row {
    std::string_view text;
    std::size_t shortest;
    bool endless;
    int strings;
  };
  for (const Row& row :
       {Row{"7XXX", 4, false, 1000}, Row{"9.[2-9]XX", 4, false, 800}, Row{"\\+!", 2, true, 10},
        Row{"91X?", 2, true, 1}, Row{"91X+", 3, true, 10}, Row{"[^0]", 1, false, 11}, Row{"", 0, false, 1}}) {
    const PatternFacts facts = patternFacts(row.text);
    EXPECT_TRUE(facts.problems.empty()) << row.text;
    EXPECT_TRUE(facts.readable) << row.text;
    EXPECT_EQ(facts.shortest, row.shortest) << row.text;
    EXPECT_EQ(facts.endless, row.endless) << row.text;
    ASSERT_TRUE(facts.strings) << row.text;
    EXPECT_EQ(*facts.strings, row.strings) << row.text;
  }
  EXPECT_EQ(*patternFacts("[^0]", pattern::Negation::Digits).strings, 9);
}

TEST(PatternFacts, ProblemsStandAtTheirCharacters) {
  const PatternFacts facts = patternFacts("9.1.XX");
  EXPECT_FALSE(facts.readable);
  ASSERT_EQ(facts.problems.size(), 1U);
  EXPECT_EQ(facts.problems[0].code, DiagnosticCode::PatternSecondDot);
  EXPECT_EQ(facts.problems[0].where.column, 4U);
  const PatternFacts warned = patternFacts("9X??");
  EXPECT_TRUE(warned.readable);
  EXPECT_EQ(warned.problems.size(), 1U);
  EXPECT_FALSE(patternFacts("9.@").countable);
}

}  // namespace
}  // namespace dialscope::workspace
