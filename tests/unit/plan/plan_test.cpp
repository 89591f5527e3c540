#include "engine/plan/plan.h"

#include "tests/support/plan_sketch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dialscope::plan {
namespace {

using test::PlanSketch;

TEST(Plan, FindsByName) {
  const PlanSketch sketch(R"(
      css   Phones Internal:PSTN
      route 9XXX@PSTN to=GW
  )");
  const Plan& plan = sketch.plan();
  EXPECT_EQ(plan.findPartition(""), kNonePartition);
  EXPECT_EQ(plan.findPartition("<None>"), kNonePartition);
  ASSERT_TRUE(plan.findPartition("PSTN"));
  EXPECT_EQ(at(plan.partitions, *plan.findPartition("PSTN")).name, "PSTN");
  EXPECT_FALSE(plan.findPartition("pstn"));
  EXPECT_TRUE(plan.findSearchSpace("Phones"));
  EXPECT_FALSE(plan.findSearchSpace("Internal"));
  EXPECT_TRUE(plan.findDevice("GW"));
  EXPECT_FALSE(plan.findDevice(""));
}

TEST(Plan, FindsEntriesByText) {
  const PlanSketch sketch(R"(
      route 1000@A
      line  1000@B
      route 1.000@A
  )");
  const Plan& plan = sketch.plan();
  EXPECT_THAT(plan.findEntries("1000"), testing::ElementsAre(EntryId{0}, EntryId{1}));
  EXPECT_THAT(plan.findEntries("1000", plan.findPartition("B")), testing::ElementsAre(EntryId{1}));
  EXPECT_THAT(plan.findEntries("1.000"), testing::ElementsAre(EntryId{2}));
  EXPECT_THAT(plan.findEntries("100"), testing::IsEmpty());
}

TEST(Plan, FindsTheSameWithAnIndexAndWithout) {
  PlanSketch sketch(R"(
      route 1000@A
      line  1000@B
      route 1.000@A
      line  \+1408@A
      css   Phones B:A
      route 9XXX@A to=GW
      route 8XXX@A to=AG
  )");
  const Plan plain = sketch.plan();
  Plan indexed = plain;
  indexed.indexEntries();
  indexed.indexNames();
  ASSERT_EQ(indexed.index.entries.size(), plain.entries.size());
  for (const char* text : {"1000", "1.000", "\\+1408", "+1408", "9XXX", "none", ""}) {
    EXPECT_EQ(indexed.findEntries(text), plain.findEntries(text)) << text;
    EXPECT_EQ(indexed.findNumber(text), plain.findNumber(text)) << text;
    EXPECT_EQ(indexed.findEntries(text, PartitionId{1}), plain.findEntries(text, PartitionId{1})) << text;
  }
  for (const char* name : {"A", "B", "Phones", "GW", "AG", "none", ""}) {
    EXPECT_EQ(indexed.findPartition(name), plain.findPartition(name)) << name;
    EXPECT_EQ(indexed.findSearchSpace(name), plain.findSearchSpace(name)) << name;
    EXPECT_EQ(indexed.findDevice(name), plain.findDevice(name)) << name;
  }
  EXPECT_THAT(indexed.findNumber("1000"), testing::ElementsAre(EntryId{0}, EntryId{1}, EntryId{2}));
  EXPECT_THAT(indexed.findNumber("+1408"), testing::ElementsAre(EntryId{3}));
}

TEST(Plan, NumberOfAPattern) {
  EXPECT_EQ(numberOf(test::patternOf("\\+1408555.4001")), "+14085554001");
  EXPECT_EQ(numberOf(test::patternOf("40[0-3]X")), "40[0-3]X");
  EXPECT_EQ(numberOf(test::patternOf("")), "");
}

TEST(Plan, Words) {
  EXPECT_EQ(kindName(EntryKind::DirectoryNumber), "directory-number");
  EXPECT_EQ(kindName(EntryKind::CalledPartyTransformation), "transformation");
  EXPECT_EQ(kindName(EntryKind::CallingPartyTransformation), "transformation");
  EXPECT_EQ(kindName(DeviceKind::CtiRoutePoint), "cti-route-point");
  // DA-59: the six causes by their AXL names, with their Q.850 numbers.
  const std::vector<std::pair<int, std::string_view>> causes{
      {0, "No Error"},        {1, "Unallocated Number"},     {21, "Call Rejected"},
      {22, "Number Changed"}, {28, "Invalid Number Format"}, {122, "Precedence Level Exceeded"}};
  for (const auto& [number, words] : causes) EXPECT_EQ(causeName(static_cast<ReleaseCause>(number)), words);
}

}  // namespace
}  // namespace dialscope::plan
