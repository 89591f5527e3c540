#include "engine/report/rules.h"

#include "engine/routing/assumptions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dialscope::report {
namespace {

TEST(Rules, AreFoundByEverySpelling) {
  for (const char* id : {"DA-05", "da-05", "DA5", "5", "05"}) {
    ASSERT_NE(findRule(id), nullptr) << id;
    EXPECT_EQ(findRule(id)->id, "DA-05");
  }
  for (const char* id : {"", "DA", "DA-", "DA-99", "5x", "-"}) EXPECT_EQ(findRule(id), nullptr) << id;
}

TEST(Rules, HaveIdsOnceAndInOrder) {
  for (std::size_t i = 1; i < rules().size(); ++i) EXPECT_LT(rules()[i - 1].id, rules()[i].id);
}

// What the table of rules says about switches is what the engine does.
TEST(Rules, NameTheSwitchesOfTheEngine) {
  std::size_t switches = 0;
  for (const Rule& rule : rules()) {
    if (!rule.choice || !rule.applied) continue;
    const routing::Switch* found = routing::findSwitch(rule.choice->key);
    ASSERT_NE(found, nullptr) << rule.choice->key;
    EXPECT_EQ(found->rule, rule.id);
    ASSERT_EQ(found->readingCount(), rule.choice->readings.size());
    for (std::size_t i = 0; i < found->readingCount(); ++i) {
      EXPECT_EQ(found->readings[i], rule.choice->readings[i].value) << rule.id;
    }
    ++switches;
  }
  EXPECT_EQ(switches, routing::switches().size());
}

TEST(Rules, AreWrappedToTheWidth) {
  const std::string text = ruleText(*findRule("DA-33"), {.colour = false, .width = 60});
  for (std::size_t start = 0; start < text.size(); start = text.find('\n', start) + 1) {
    EXPECT_LE(columnsOf(std::string_view(text).substr(start, text.find('\n', start) - start)), 60U);
  }
}

}  // namespace
}  // namespace dialscope::report
