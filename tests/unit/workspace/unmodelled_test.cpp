// An empty `unmodelled` is a promise: what a plan holds and this build does not apply is named, wherever the call
// meets it, and nothing else is.
#include "engine/workspace/workspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dialscope {
namespace {

using routing::UnmodelledKind;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kPlan = R"(<dialPlan name="promise">
  <routePartition><name>P</name></routePartition>
  <routePartition><name>Timed</name><timeScheduleIdName>Office</timeScheduleIdName></routePartition>
  <timeSchedule><name>Office</name></timeSchedule>
  <css><name>Phones</name><clause>P:Timed</clause></css>
  <line><pattern>2001</pattern><routePartitionName>P</routePartitionName>
    <callForwardAll><destination>5000</destination></callForwardAll>
    <e164AltNum><numMask>+1408555XXXX</numMask><isUrgent>true</isUrgent>
      <addLocalRoutePartition>true</addLocalRoutePartition><routePartition>P</routePartition></e164AltNum></line>
  <line><pattern>2002</pattern><routePartitionName>P</routePartitionName></line>
  <line><pattern>2003</pattern><routePartitionName>P</routePartitionName></line>
  <phone><name>SEP000000000002</name><cgpnTransformationCssName>Phones</cgpnTransformationCssName>
    <useDevicePoolCgpnTransformCss>false</useDevicePoolCgpnTransformCss>
    <lines><line><index>1</index><dirn><pattern>2002</pattern><routePartitionName>P</routePartitionName></dirn></line></lines></phone>
  <routePattern><pattern>9.@</pattern><routePartitionName>P</routePartitionName></routePattern>
  <routePattern><pattern>30XX</pattern><routePartitionName>Timed</routePartitionName></routePattern>
  <routePattern><pattern>9XX</pattern><routePartitionName>P</routePartitionName></routePattern>
</dialPlan>)";

const workspace::Workspace& plan() {
  static const auto opened = workspace::Workspace::openText("promise.xml", kPlan);
  return *opened;
}

std::vector<UnmodelledKind> unmodelled(const std::string& digits, routing::Detail detail) {
  const auto trace = plan().dial({.searchSpaces = {"Phones"}, .digits = digits}, detail);
  std::vector<UnmodelledKind> kinds;
  for (const auto& one : trace->unmodelled) kinds.push_back(one.kind);
  return kinds;
}

TEST(Unmodelled, IsNamedWhereverTheCallMeetsItAndNowhereElse) {
  for (const auto detail : {routing::Detail::Answer, routing::Detail::Everything}) {
    EXPECT_THAT(unmodelled("2003", detail), IsEmpty());
    EXPECT_THAT(unmodelled("2001", detail), ElementsAre(UnmodelledKind::ForwardAll));
    EXPECT_THAT(unmodelled("+14085552001", detail), ElementsAre(UnmodelledKind::ForwardAll));
    EXPECT_THAT(unmodelled("2002", detail), ElementsAre(UnmodelledKind::DeviceSettings));
    EXPECT_THAT(unmodelled("3012", detail), ElementsAre(UnmodelledKind::TimeSchedule));
    // Ruled out on a later key, it may have kept the caller waiting all the same.
    EXPECT_THAT(unmodelled("31", detail), ElementsAre(UnmodelledKind::TimeSchedule));
    EXPECT_THAT(unmodelled("911", detail), ElementsAre(UnmodelledKind::NumberingPlan));
  }
}

TEST(Unmodelled, APatternThatIsLeftOutCannotBeAskedAbout) {
  EXPECT_EQ(plan().findPattern("9.@").error().code, DiagnosticCode::PatternLeftOut);
}

// Without details a call is the same call.
TEST(Detail, OfAnAnswerLeavesOutCandidatesAndNothingElse) {
  const workspace::CallRequest request{.searchSpaces = {"Phones"}, .digits = "2001"};
  const auto answer = plan().dial(request, routing::Detail::Answer);
  const auto everything = plan().dial(request);
  EXPECT_THAT(answer->hops[0].candidates, IsEmpty());
  EXPECT_FALSE(everything->hops[0].candidates.empty());
  EXPECT_EQ(answer->hops[0].entry, everything->hops[0].entry);
  EXPECT_EQ(answer->assumed, everything->assumed);
  EXPECT_EQ(answer->unmodelled, everything->unmodelled);
}

}  // namespace
}  // namespace dialscope
