// Reports that CUCM's page lets one download: a poor plan, and said to be so.
#include "tests/unit/import/loaded.h"

#include <gmock/gmock.h>

namespace dialscope::import {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

LoadedPlan loadReport(const std::string& text) {
  auto loaded = loadPlanText("report.csv", text);
  EXPECT_TRUE(loaded);
  return loaded ? std::move(*loaded) : LoadedPlan();
}

// "kind pattern@partition"
std::vector<std::string> entriesOf(const LoadedPlan& loaded) {
  std::vector<std::string> list;
  for (const plan::Entry& entry : loaded.plan.entries) {
    list.push_back(std::string(plan::kindName(entry.kind)) + " " + entry.pattern.text + "@" +
                   at(loaded.plan.partitions, entry.partition).name);
  }
  return list;
}

TEST(RoutePlanReport, PatternsAndPartitions) {
  const LoadedPlan loaded = loadReport(
      "\xEF\xBB\xBFPattern or URI,Partition,Type,Route Detail\r\n"
      "9.911,Emergency,Route Pattern,RL\r\n1001,Internal,Directory Number,SEP001\r\n5000,,Hunt Pilot,\r\n"
      "8XXX,Internal,Translation Pattern,\r\n71,Internal,Call Park,\r\n72,Internal,CallPark,\r\n"
      "alice@example.com,Directory URI,Directory URI,\r\nbob@example.com,URI,,\r\n12,Internal,Device "
      "Intercom,\r\n");
  EXPECT_THAT(entriesOf(loaded),
              ElementsAre("route 9.911@Emergency", "directory-number 1001@Internal", "hunt-pilot 5000@",
                          "translation 8XXX@Internal", "call-park 71@Internal", "call-park 72@Internal",
                          "intercom 12@Internal"));
  EXPECT_THAT(rendered(loaded.diagnostics),
              Contains(HasSubstr("a Route Plan Report does not say what a pattern does")));
  EXPECT_THAT(
      rendered(loaded.diagnostics),
      Contains("report.csv:8:1: note: rows of type \"URI\" are not read (rows: 2) [report-rows-not-read]"));
}

// However the page calls them, with blanks, hyphens and capitals as they come.
TEST(RoutePlanReport, KnowsTypesByBothTheirNames) {
  EXPECT_THAT(entriesOf(loadReport("Pattern or URI,Partition,Type\n1,A,Centralized Conference Number\n"
                                   "2,A,Conference Now\n3,A,MEET-ME\n4,A,Call Pickup Group\n")),
              ElementsAre("conference-now 1@A", "conference-now 2@A", "meet-me 3@A", "pickup 4@A"));
}

TEST(RoutePlanReport, LearnedPatternsAreLeftOut) {
  const LoadedPlan loaded = loadReport(
      "Pattern or URI,Partition,Type\n\\+1408555XXXX,Global Learned E.164 Patterns,ILS Learned E164 Numeric "
      "Pattern\n\\+1,A,ILS Imported E164 Number\n\\+1,B,ILS Imported E164 Number\n");
  EXPECT_THAT(entriesOf(loaded), IsEmpty());
  ASSERT_EQ(loaded.plan.leftOut.size(), 3U);
  for (const plan::LeftOutEntry& entry : loaded.plan.leftOut) EXPECT_TRUE(entry.learned);
  EXPECT_EQ(at(loaded.plan.partitions, loaded.plan.leftOut[0].partition).name,
            "Global Learned E.164 Patterns");
  EXPECT_EQ(at(loaded.plan.partitions, loaded.plan.leftOut[2].partition).name, "B");
}

TEST(RoutePlanReport, TheOlderHeader) {
  EXPECT_THAT(entriesOf(loadReport("Type,Partition,Pattern/Directory Number\nRoute,A,1\n")),
              ElementsAre("route 1@A"));
}

TEST(RoutePlanReport, ColumnsThatAreMissingAreTold) {
  const LoadedPlan loaded = loadReport("Pattern or URI\n9.@\n1\n");
  EXPECT_THAT(entriesOf(loaded), ElementsAre("route 1@"));
  EXPECT_EQ(loaded.plan.leftOut.size(), 1U);  // no URI
  EXPECT_THAT(
      rendered(loaded.diagnostics),
      testing::IsSupersetOf(
          {"report.csv:1:1: warning: there is no column \"Partition\"; every pattern is taken to have "
           "\"<None>\" there [missing-column]",
           "report.csv:1:1: warning: there is no column \"Type\"; every pattern is taken to have \"Route\" "
           "there [missing-column]"}));
}

TEST(RoutePlanReport, TypesThatNobodyKnowsAreCounted) {
  const LoadedPlan loaded = loadReport("Pattern or URI,Partition,Type\n1,A,Riddle\n2,A,Riddle\n3,A,\n");
  EXPECT_THAT(rendered(loaded.diagnostics),
              Contains(HasSubstr("rows of type \"Riddle\" are not read (rows: 2)")));
  EXPECT_THAT(rendered(loaded.diagnostics), Contains(HasSubstr("rows of type \"\" are not read (rows: 1)")));
}

// A full account beside it wins, without a word.
TEST(RoutePlanReport, GivesWayToAnyOther) {
  const LoadedPlan loaded = loadReport("Pattern or URI,Partition,Type\n1,A,Translation Pattern\n");
  EXPECT_EQ(loaded.plan.entries.size(), 1U);
  EXPECT_THAT(codesOf(loaded.diagnostics), Not(Contains(DiagnosticCode::ConflictingValue)));
}

}  // namespace
}  // namespace dialscope::import
