// AXL answers: real shapes, and the plan that must come out the same in both forms.
#include "tests/unit/import/loaded.h"

#include <gmock/gmock.h>

namespace dialscope::import {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Result<LoadedPlan> loadShape(const std::string& name) {
  return loadPlan({std::string(DIALSCOPE_SOURCE_DIR "/tests/data/axl/") + name});
}

TEST(Axl, ReportsAFaultByItsText) {
  const auto loaded = loadShape("fault_too_large.xml");
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, DiagnosticCode::SoapFault);
  EXPECT_THAT(loaded.error().arguments, ElementsAre(testing::StartsWith("Query request too large.")));
}

TEST(Axl, TakesAnEmptyListForAnAnswer) {
  const auto loaded = loadShape("list_empty.xml");
  ASSERT_TRUE(loaded);
  EXPECT_THAT(rendered(loaded->diagnostics), IsEmpty());
}

TEST(Axl, ReadsAnswersToQueriesUnderOldPrefixes) {
  const auto loaded = loadShape("old_prefix_style.xml");
  ASSERT_TRUE(loaded);
  ASSERT_EQ(loaded->plan.leftOut.size(), 1U);
  EXPECT_EQ(loaded->plan.leftOut.front().pattern.text, "9.@");
  EXPECT_THAT(codesOf(loaded->diagnostics),
              ElementsAre(DiagnosticCode::PatternKindUnsaid, DiagnosticCode::TableSaysLess));
}

TEST(Axl, KnowsEveryElementOfTheShapes) {
  for (const auto* name : {"getHuntPilot.xml", "getLine_full.xml", "getRouteFilter.xml", "getRouteGroup.xml",
                           "getTimePeriod.xml"}) {
    const auto loaded = loadShape(name);
    ASSERT_TRUE(loaded) << name;
    EXPECT_EQ(loaded->objects.size(), 1U);
    for (const Diagnostic& diagnostic : loaded->diagnostics) {
      EXPECT_NE(diagnostic.code, DiagnosticCode::UnknownElement) << report::renderDiagnostic(diagnostic);
    }
  }
}

TEST(Axl, ComparesLocalNamesOnly) {
  const auto loaded = loadPlanText(
      "old.xml",
      "<SOAP-ENV:Envelope xmlns:SOAP-ENV=\"s\"><SOAP-ENV:Body><axl:listLineResponse xmlns:axl=\"a\"><return>"
      "<line><pattern>1</pattern></line></return></axl:listLineResponse></SOAP-ENV:Body></"
      "SOAP-ENV:Envelope>");
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->plan.entries.size(), 1U);
}

TEST(Axl, CountsObjectsThatPlayNoPart) {
  const auto loaded = loadPlanText("x",
                                   "<Envelope><Body><listUserResponse><return><user/><user/></return>"
                                   "</listUserResponse></Body></Envelope>");
  ASSERT_TRUE(loaded);
  EXPECT_THAT(rendered(loaded->diagnostics),
              ElementsAre("x:1:44: note: <user> plays no part in this build (times: 2) [object-not-read]"));
}

// A row names an object by its usage, and says no more of it than its pattern and partition.
TEST(Axl, ReadsARoutePlanAndSaysHowPoorItIs) {
  const auto loaded = loadPlanText(
      "x",
      "<Envelope><Body><listRoutePlanResponse><return>"
      "<routePlan uuid=\"{A}\"><dnOrPattern>9.!</dnOrPattern><partition/><type>Route</type>"
      "<routeDetail>RL</routeDetail></routePlan>"
      "<routePlan><dnOrPattern>2000</dnOrPattern><partition/><type>Device</type></routePlan>"
      "<routePlan><dnOrPattern>2001</dnOrPattern><partition/><type>Voice Mail Port</type></routePlan>"
      "<routePlan><dnOrPattern>1</dnOrPattern><partition/><type>Devise</type></routePlan>"
      "</return></listRoutePlanResponse><getRoutePatternResponse><return>"
      "<routePattern uuid=\"{A}\"><pattern>9.!</pattern><patternUrgency>true</patternUrgency></routePattern>"
      "</return></getRoutePatternResponse></Body></Envelope>");
  ASSERT_TRUE(loaded);
  ASSERT_EQ(loaded->plan.entries.size(), 3U);
  EXPECT_TRUE(loaded->plan.entries[0].urgent);
  EXPECT_EQ(loaded->plan.entries[1].kind, plan::EntryKind::DirectoryNumber);
  EXPECT_EQ(loaded->plan.entries[2].kind, plan::EntryKind::Voicemail);
  EXPECT_THAT(codesOf(loaded->diagnostics),
              ElementsAre(DiagnosticCode::ListWithoutDetail, DiagnosticCode::UnknownUsage));
  const auto poor = std::find_if(
      loaded->diagnostics.begin(), loaded->diagnostics.end(),
      [](const Diagnostic& diagnostic) { return diagnostic.code == DiagnosticCode::ListWithoutDetail; });
  EXPECT_EQ(poor->arguments.at(0), "a Route Plan Report");
  EXPECT_EQ(poor->arguments.at(2), "2");
}

// What both forms can say, in words that do not depend on ids.
std::vector<std::string> describe(const plan::Plan& plan) {
  std::vector<std::string> lines;
  const auto searchSpaceName = [&](const std::optional<plan::SearchSpaceId>& id) {
    return id ? at(plan.searchSpaces, *id).name : "-";
  };
  for (const auto& partition : plan.partitions)
    lines.push_back("partition " + partition.name + (partition.defined ? "" : " undefined"));
  for (const auto& searchSpace : plan.searchSpaces) {
    std::string line = "css " + searchSpace.name;
    for (const auto id : searchSpace.partitions) line += ":" + at(plan.partitions, id).name;
    lines.push_back(line);
  }
  for (const auto& list : plan.routeLists) {
    std::string line = "list " + list.name;
    for (const auto& member : list.members) {
      line += " " + at(plan.routeGroups, member.group).name +
              (member.called || member.calling ? " rewrites" : "");
    }
    lines.push_back(line);
  }
  for (const auto& entry : plan.entries) {
    std::string line = std::string(plan::kindName(entry.kind)) + " " +
                       std::to_string(static_cast<int>(entry.kind)) + " " + entry.pattern.text + "@" +
                       at(plan.partitions, entry.partition).name;
    for (const bool flag : {entry.urgent, entry.blocked, entry.emergency, entry.outsideDialTone,
                            entry.calling->useExternalPhoneNumberMask}) {
      line += flag ? " yes" : " no";
    }
    line += " " + std::to_string(static_cast<int>(entry.called->discard)) + entry.called->discardName + "|" +
            entry.called->mask + "|" + entry.called->prefix + "|" +
            std::to_string(static_cast<int>(entry.calling->discard)) + entry.calling->mask + "|" +
            entry.calling->prefix + "|" + std::string(plan::causeName(entry.cause));
    if (const auto* route = std::get_if<plan::RoutePattern>(&entry.detail)) {
      if (const auto* list = std::get_if<plan::RouteListId>(&route->destination))
        line += " " + at(plan.routeLists, *list).name;
    } else if (const auto* translation = std::get_if<plan::TranslationPattern>(&entry.detail)) {
      line += " " + searchSpaceName(translation->searchSpace) +
              (translation->useOriginatorSearchSpace ? " originator" : "") +
              (translation->doNotWaitOnSubsequentHops ? " no-wait" : "") +
              (translation->routeNextHopByCallingParty ? " by-calling" : "");
    } else if (const auto* number = std::get_if<plan::DirectoryNumber>(&entry.detail)) {
      line += " " + searchSpaceName(number->searchSpace) + " " + *number->forwardAll;
    }
    lines.push_back(line);
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

TEST(Axl, TellsTheSamePlanAsTheHandWrittenForm) {
  const auto axl = loadPlan({DIALSCOPE_SOURCE_DIR "/dialplans/preferred-architecture"});
  const auto byHand = loadPlan({DIALSCOPE_SOURCE_DIR "/tests/data/pa.xml"});
  ASSERT_TRUE(axl);
  ASSERT_TRUE(byHand);
  EXPECT_THAT(rendered(axl->diagnostics), IsEmpty());
  EXPECT_THAT(rendered(byHand->diagnostics), IsEmpty());
  EXPECT_EQ(byHand->plan.entries.size(), 67U);
  EXPECT_EQ(describe(axl->plan), describe(byHand->plan));
}

}  // namespace
}  // namespace dialscope::import
