#include "engine/import/load_plan.h"
#include "engine/routing/best_match.h"
#include "tests/bench/agreement.h"
#include "tests/bench/dialscope_engine.h"
#include "tests/bench/measure.h"
#include "tests/bench/plan_text.h"
#include "tests/bench/workload.h"

#include <gmock/gmock.h>

namespace dialscope::bench {
namespace {

// FNV-1a.
std::uint64_t hashOf(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return hash;
}

std::string lines(const std::vector<DigitString>& strings) {
  std::string text;
  for (const DigitString& string : strings) text += string.text() + '\n';
  return text;
}

std::vector<std::string> texts(const plan::Plan& plan) {
  std::vector<std::string> texts;
  for (const plan::Entry& entry : plan.entries) texts.push_back(entry.pattern.text);
  return texts;
}

// A run today and one on another machine next year are about the same work.
TEST(Workload, IsTheSameEverywhere) {
  const plan::Plan plan = makeSearchList(1'000);
  EXPECT_EQ(hashOf(writeDialPlan(plan)), 16998793080469030007U);
  EXPECT_EQ(hashOf(lines(makeDialedStrings(plan, 1'000))), 1767636169241169306U);
  EXPECT_EQ(hashOf(writeDialPlan(makeCluster())), 9199958543666873191U);
}

TEST(Workload, HasTheSizeAskedFor) {
  for (const std::size_t size : {100U, 1'000U, 20'000U}) EXPECT_EQ(makeSearchList(size).entries.size(), size);
  const plan::Plan cluster = makeCluster();
  EXPECT_EQ(cluster.searchSpaces.size(), 3'000U);
  EXPECT_EQ(cluster.entries.size(), 12'000U);
}

TEST(Workload, IsFourFifthsLiterals) {
  std::size_t literals = 0;
  for (const std::string& text : texts(makeSearchList(10'000)))
    literals += text.find_first_of("X![") == text.npos ? 1 : 0;
  EXPECT_NEAR(static_cast<double>(literals), 8'000, 200);
}

TEST(Workload, IsReadBackFromXml) {
  const plan::Plan plan = makeCluster({.sites = 10, .patterns = 400});
  const auto loaded = import::loadPlanText("cluster", writeDialPlan(plan));
  ASSERT_TRUE(loaded);
  EXPECT_EQ(texts(loaded->plan), texts(plan));
  ASSERT_EQ(loaded->plan.searchSpaces.size(), plan.searchSpaces.size());
  for (std::size_t i = 0; i < plan.searchSpaces.size(); ++i) {
    EXPECT_EQ(loaded->plan.searchSpaces[i].partitions, plan.searchSpaces[i].partitions);
  }
}

TEST(Engines, GiveTheSameAnswers) {
  Options options;
  options.strings = 2'000;
  EXPECT_THAT(checkSize(1'000, options), testing::IsEmpty());
}

// What every engine is charged for is the rule itself, in machine words.
TEST(Engines, ChooseByTheRuleOfRouting) {
  const plan::Plan plan = makeSearchList(1'000);
  const SearchList list(plan, kEveryone);
  const auto engine = makeScan(list);
  std::vector<PatternIndex> matches;
  for (const DigitString& string : makeDialedStrings(plan, 500)) {
    engine->allMatches(string, matches);
    std::vector<routing::Contender> contenders;
    for (const PatternIndex match : matches) {
      const plan::Entry& entry = plan.entries[match];
      const auto& partitions = list.partitions();
      const auto partition = std::find(partitions.begin(), partitions.end(), entry.partition);
      const auto expression = automata::compile(entry.pattern, pattern::Negation::Keypad);
      contenders.push_back({plan::EntryId{match}, static_cast<std::size_t>(partition - partitions.begin()),
                            automata::countStrings(expression, string.size())});
    }
    const auto selection = routing::bestMatch(contenders);
    EXPECT_EQ(list.best(matches, string.size()),
              selection ? contenders[selection->index].entry.value : kNoPattern)
        << string.text();
  }
}

}  // namespace
}  // namespace dialscope::bench
