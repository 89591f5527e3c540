// What is legal and seldom meant is told, and nothing else.
#include "tests/unit/import/loaded.h"

#include <gmock/gmock.h>

namespace dialscope::import {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> messagesAbout(std::string_view objects) {
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : loadObjects(objects).diagnostics) {
    EXPECT_TRUE(isSuspicion(diagnostic)) << report::renderDiagnostic(diagnostic);
    lines.push_back(report::renderDiagnostic(diagnostic));
  }
  return lines;
}

constexpr std::string_view kTrunk = "<sipTrunk><name>T</name></sipTrunk>";

std::string route(std::string_view pattern, std::string_view more, std::string_view destination = "T") {
  std::string text = "<routePattern><pattern>" + std::string(pattern) + "</pattern>" + std::string(more);
  if (!destination.empty())
    text += "<destination><gatewayName>" + std::string(destination) + "</gatewayName></destination>";
  return text + "</routePattern>" + std::string(kTrunk);
}

TEST(Suspicious, PreDotWithoutADot) {
  const std::string discard = "<digitDiscardInstructionName>PreDot</digitDiscardInstructionName>";
  EXPECT_THAT(
      messagesAbout(route("9!", discard)),
      ElementsAre(
          "plan.xml:1:34: suspicious: routePattern 9! has no dot, so PreDot discards nothing in front of it "
          "[discard-without-dot]"));
  EXPECT_THAT(messagesAbout(route("9.!", discard)), IsEmpty());
}

TEST(Suspicious, BlockedWithADestinationAndUnblockedWithout) {
  EXPECT_THAT(
      messagesAbout(route("9!", "<blockEnable>true</blockEnable>")),
      ElementsAre(testing::HasSubstr("suspicious: routePattern 9! is blocked, so its calls never reach T")));
  EXPECT_THAT(messagesAbout(route("9!", "<blockEnable>true</blockEnable>", "")), IsEmpty());
  EXPECT_THAT(messagesAbout(route("9!", "", "")),
              ElementsAre(testing::HasSubstr("suspicious: routePattern 9! leads nowhere")));
  EXPECT_THAT(messagesAbout("<huntPilot><pattern>2000</pattern></huntPilot>"),
              ElementsAre(testing::HasSubstr("suspicious: huntPilot 2000 leads nowhere")));
}

TEST(Suspicious, AReleaseCauseThatIsNeverUsed) {
  const std::string cause = "<releaseClause>Call Rejected</releaseClause>";
  EXPECT_THAT(messagesAbout(route("9!", cause)),
              ElementsAre(testing::HasSubstr(
                  "routePattern 9! is not blocked, so the release cause \"Call Rejected\"")));
  EXPECT_THAT(messagesAbout(route("9!", "<blockEnable>true</blockEnable>" + cause, "")), IsEmpty());
}

// A list answer has no destinations and no members; that is said of the list, once.
TEST(Suspicious, NotWhatTheSourceCannotSay) {
  const auto loaded = loadPlanText("x",
                                   "<Envelope><Body><listRoutePatternResponse><return><routePattern><pattern>"
                                   "9!</pattern></routePattern></return>"
                                   "</listRoutePatternResponse><listCssResponse><return><css><name>S</name></"
                                   "css></return></listCssResponse></Body>"
                                   "</Envelope>");
  ASSERT_TRUE(loaded);
  EXPECT_TRUE(std::none_of(loaded->diagnostics.begin(), loaded->diagnostics.end(), isSuspicion));
}

TEST(Suspicious, ASearchSpaceWithoutPartitions) {
  EXPECT_THAT(messagesAbout("<css><name>S</name></css>"),
              ElementsAre(testing::HasSubstr("calling search space \"S\" has no partitions")));
}

TEST(Suspicious, TheSameDigitsTwiceInAPartition) {
  EXPECT_THAT(messagesAbout(route("9.1XX", "") + "<line><pattern>91XX</pattern></line>"),
              ElementsAre(testing::HasSubstr(
                  "line 91XX and routePattern 9.1XX (at plan.xml:1:34) match the same numbers "
                  "in partition \"<None>\" [same-digits-twice]")));
  const auto other =
      "<routePartition><name>P</name></routePartition><line><pattern>91XX</pattern>"
      "<routePartitionName>P</routePartitionName></line>";
  EXPECT_THAT(messagesAbout(route("9.1XX", "") + other), IsEmpty());
}

// Each is told beside the first: in a plan of copies that is all there is to look for.
TEST(Suspicious, ManyTwinsHaveOneFirst) {
  const auto translation = [](const std::string& pattern) {
    return "<transPattern><pattern>" + pattern + "</pattern></transPattern>";
  };
  const auto messages = messagesAbout("<line><pattern>91XX</pattern></line>" + translation("9.1XX") +
                                      translation("91.XX") + translation("91X.X"));
  ASSERT_EQ(messages.size(), 3U);
  for (const std::string& one : messages)
    EXPECT_THAT(one, testing::HasSubstr("and line 91XX (at plan.xml:1:"));
}

// 40 000 in one place took twelve seconds when each was compared with all before it.
TEST(Suspicious, CopiesByTheThousand) {
  std::string lines;
  for (int i = 0; i < 40'000; ++i)
    lines += "<line><pattern>" + std::to_string(100'000 + i) +
             "</pattern><e164AltNum><numMask>5000</numMask><addLocalRoutePartition>true"
             "</addLocalRoutePartition></e164AltNum></line><phone/>";
  const LoadedPlan loaded = loadObjects(lines);
  EXPECT_EQ(loaded.plan.entries.size(), 80'000U);
  EXPECT_EQ(std::count_if(loaded.diagnostics.begin(), loaded.diagnostics.end(),
                          [](const Diagnostic& one) { return one.code == DiagnosticCode::SameDigitsTwice; }),
            39'999);
}

}  // namespace
}  // namespace dialscope::import
