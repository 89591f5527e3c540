// An empty `unmodelled` is a promise: what a plan holds and this build does not apply is named, wherever the call
// meets it, and nothing else is.
#include "engine/report/phrases.h"
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
  <line><pattern>2004</pattern><routePartitionName>P</routePartitionName>
    <externalCallControlProfile>Policy</externalCallControlProfile></line>
  <phone><name>SEP000000000005</name><callingSearchSpaceName>Phones</callingSearchSpaceName>
    <dialRulesName>Local</dialRulesName><cgpnIngressDN>In</cgpnIngressDN><hotlineDevice>true</hotlineDevice></phone>
  <transPattern><pattern>41XX</pattern><routePartitionName>P</routePartitionName>
    <callInterceptProfileName>Spam</callInterceptProfileName><useOriginatorCss>true</useOriginatorCss>
    <calledPartyTransformationMask>2003</calledPartyTransformationMask></transPattern>
  <routePattern><pattern>42XX</pattern><routePartitionName>P</routePartitionName>
    <externalCallControl>Policy</externalCallControl></routePattern>
  <routePattern><pattern>43XX</pattern><routePartitionName>P</routePartitionName>
    <enableDccEnforcement>true</enableDccEnforcement><blockedCallPercentage>50</blockedCallPercentage></routePattern>
  <routePattern><pattern>44XX</pattern><routePartitionName>P</routePartitionName>
    <enableDccEnforcement>false</enableDccEnforcement><blockedCallPercentage>50</blockedCallPercentage></routePattern>
  <routePattern><pattern>9.@</pattern><routePartitionName>P</routePartitionName></routePattern>
  <routePattern><pattern>30XX</pattern><routePartitionName>Timed</routePartitionName></routePattern>
  <routePattern><pattern>9XX</pattern><routePartitionName>P</routePartitionName></routePattern>
  <routePlan><dnOrPattern>5001</dnOrPattern><partition>P</partition><type>ILS Learned Enterprise Number</type></routePlan>
  <line><pattern>2006</pattern><routePartitionName>P</routePartitionName>
    <callForwardNotRegistered><destination>5000</destination></callForwardNotRegistered></line>
  <line><pattern>2007</pattern><routePartitionName>P</routePartitionName>
    <callForwardNotRegisteredInt><forwardToVoiceMail>true</forwardToVoiceMail></callForwardNotRegisteredInt></line>
  <phone><name>SEP000000000006</name>
    <lines><line><index>1</index><dirn><pattern>2006</pattern><routePartitionName>P</routePartitionName></dirn></line></lines></phone>
  <routePattern><pattern>!1XXXXXXXXXXXXXXXXXXXXXXXXX!</pattern><routePartitionName>P</routePartitionName></routePattern>
  <routePattern><pattern>45XX</pattern><routePartitionName>P</routePartitionName>
    <destination><gatewayName>Trunk</gatewayName></destination></routePattern>
  <sipTrunk><name>Trunk</name><callerIdDn>9725550000</callerIdDn></sipTrunk>
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

TEST(Unmodelled, SettingsOfPatternsAndOfTheCallingPhone) {
  const auto effectsOf = [](const workspace::CallRequest& request) {
    const auto trace = plan().dial(request);
    std::vector<std::string> effects;
    for (const auto& one : trace->unmodelled) effects.push_back(report::unmodelledPhrase(one));
    return effects;
  };
  const auto from = [&](const char* digits) {
    return effectsOf({.searchSpaces = {"Phones"}, .digits = digits});
  };
  EXPECT_THAT(from("2004"),
              ElementsAre("Not modelled: external call control profile Policy of 2004 not applied"));
  EXPECT_THAT(from("4100"), ElementsAre("Not modelled: call intercept profile Spam of 41XX not applied"));
  EXPECT_THAT(from("4200"),
              ElementsAre("Not modelled: external call control profile Policy of 42XX not applied"));
  EXPECT_THAT(from("4300"), ElementsAre("Not modelled: call blocking percentage 50 of 43XX not applied"));
  EXPECT_THAT(from("4400"), IsEmpty());
  EXPECT_THAT(effectsOf({.from = "SEP000000000005", .digits = "2003"}),
              ElementsAre("Not modelled: dial rules Local of SEP000000000005 not applied",
                          "Not modelled: calling party transformation CSS for calls from the phone In of "
                          "SEP000000000005 not applied",
                          "Not modelled: hotline of SEP000000000005 not applied"));
}

TEST(Unmodelled, WhatOtherClustersTeach) {
  EXPECT_THAT(unmodelled("5001", routing::Detail::Answer), ElementsAre(UnmodelledKind::LearnedPattern));
  EXPECT_THAT(unmodelled("51", routing::Detail::Answer), ElementsAre(UnmodelledKind::LearnedPattern));
}

TEST(Unmodelled, ForwardUnregisteredWhereNoPhoneHasTheLine) {
  EXPECT_THAT(unmodelled("2006", routing::Detail::Answer), IsEmpty());
  EXPECT_THAT(unmodelled("2007", routing::Detail::Answer), ElementsAre(UnmodelledKind::EntrySettings));
}

TEST(Unmodelled, WhatATrunkMakesOfTheCaller) {
  EXPECT_THAT(unmodelled("4500", routing::Detail::Answer), ElementsAre(UnmodelledKind::DeviceSettings));
}

// Whether or not anybody asks for the candidates.
TEST(Unmodelled, APatternThatNobodyCanCount) {
  for (const auto detail : {routing::Detail::Answer, routing::Detail::Everything}) {
    EXPECT_THAT(unmodelled("1111111111111111111111111111111111111111", detail),
                ElementsAre(UnmodelledKind::Uncountable));
  }
}

TEST(Unmodelled, APatternThatIsLeftOutCannotBeAskedAbout) {
  EXPECT_EQ(plan().findPattern("9.@").error().code, DiagnosticCode::PatternLeftOut);
  EXPECT_EQ(plan().findPattern("5001").error().code, DiagnosticCode::PatternLearned);
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
