#include "tests/unit/import/loaded.h"

#include <gmock/gmock.h>

#include <chrono>

namespace dialscope::import {
namespace {

using plan::EntryKind;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(BuildPlan, FillsInTheDefaultsOfTheAdministrationPage) {
  const auto loaded = loadObjects(
      "<routePattern><pattern>1</pattern></routePattern><transPattern><pattern>2</pattern></transPattern>"
      "<line><pattern>3</pattern></line><huntPilot><pattern>4</pattern></huntPilot>"
      "<calledPartyTransformationPattern><pattern>5</pattern></calledPartyTransformationPattern>");
  const auto& entries = loaded.plan.entries;
  ASSERT_EQ(entries.size(), 5U);
  const std::vector<bool> urgent{false, true, false, false, true};
  const std::vector<bool> tone{true, true, false, false, false};
  for (std::size_t i = 0; i < entries.size(); ++i) {
    EXPECT_EQ(entries[i].urgent, urgent[i]) << entries[i].pattern.text;
    EXPECT_EQ(entries[i].outsideDialTone, tone[i]) << entries[i].pattern.text;
    EXPECT_FALSE(entries[i].blocked);
    EXPECT_EQ(entries[i].partition, plan::kNonePartition);
  }
  EXPECT_THAT(rendered(loaded.diagnostics), IsEmpty());
}

TEST(BuildPlan, KnowsEveryKindOfEntry) {
  const auto loaded = loadObjects(
      "<callPark><pattern>1</pattern></callPark><directedCallPark><pattern>2</pattern></directedCallPark>"
      "<callPickupGroup><pattern>3</pattern><name>G</name></callPickupGroup><meetMe><pattern>4</pattern></"
      "meetMe>"
      "<conferenceNow><conferenceNowNumber>5</conferenceNowNumber></conferenceNow>"
      "<messageWaiting><pattern>6</pattern></messageWaiting>"
      "<line><pattern>7</pattern><usage>Voice Mail Port</usage></line>"
      "<transPattern><pattern>8</pattern><usage>Translation Intercom</usage></transPattern>"
      "<callingPartyTransformationPattern><pattern>9</pattern></callingPartyTransformationPattern>");
  std::vector<EntryKind> kinds;
  for (const auto& entry : loaded.plan.entries) kinds.push_back(entry.kind);
  EXPECT_THAT(kinds,
              ElementsAre(EntryKind::CallPark, EntryKind::DirectedCallPark, EntryKind::Pickup,
                          EntryKind::MeetMe, EntryKind::ConferenceNow, EntryKind::MessageWaiting,
                          EntryKind::Voicemail, EntryKind::Intercom, EntryKind::CallingPartyTransformation));
  EXPECT_THAT(rendered(loaded.diagnostics), IsEmpty());
}

TEST(BuildPlan, ReadsWhatARoutePatternDoes) {
  const auto loaded = loadObjects(
      "<sipTrunk><name>GW</name></sipTrunk>"
      "<routePattern><pattern>9.011!#</pattern><digitDiscardInstructionName>PreDot Trailing-#"
      "</digitDiscardInstructionName><calledPartyTransformationMask>\\+49XX</calledPartyTransformationMask>"
      "<prefixDigitsOut>+</prefixDigitsOut><useCallingPartyPhoneMask>On</useCallingPartyPhoneMask>"
      "<blockEnable>t</blockEnable><releaseClause>Call Rejected</releaseClause>"
      "<authorizationCodeRequired>true</authorizationCodeRequired>"
      "<isEmergencyServiceNumber>true</isEmergencyServiceNumber>"
      "<destination><gatewayName>GW</gatewayName></destination></routePattern>");
  ASSERT_EQ(loaded.plan.entries.size(), 1U);
  const plan::Entry& entry = loaded.plan.entries[0];
  EXPECT_EQ(entry.called.discard, plan::DiscardDigits::PreDotTrailingPound);
  EXPECT_EQ(entry.called.discardName, "PreDot Trailing-#");
  EXPECT_EQ(entry.called.mask, "+49XX");
  EXPECT_EQ(entry.called.prefix, "+");
  EXPECT_TRUE(entry.calling.useExternalPhoneNumberMask);
  EXPECT_TRUE(entry.blocked);
  EXPECT_EQ(entry.cause, plan::ReleaseCause::CallRejected);
  EXPECT_TRUE(entry.emergency);
  const auto* route = std::get_if<plan::RoutePattern>(&entry.detail);
  ASSERT_NE(route, nullptr);
  EXPECT_TRUE(route->requiresForcedAuthorizationCode);
  EXPECT_EQ(at(loaded.plan.devices, std::get<plan::DeviceId>(route->destination)).name, "GW");
}

TEST(BuildPlan, IgnoresTheCauseOfAPatternThatIsNotBlocked) {
  const auto loaded = loadObjects(
      "<routePattern><pattern>1</pattern><releaseClause>Call Rejected</releaseClause></routePattern>");
  EXPECT_EQ(loaded.plan.entries.at(0).cause, plan::ReleaseCause::NoError);
}

TEST(BuildPlan, SortsMembersByIndexWhereverItBegins) {
  const auto loaded = loadObjects(
      "<routePartition><name>A</name></routePartition><routePartition><name>B</name></routePartition>"
      "<css><name>S</name><members><member><routePartitionName>B</routePartitionName><index>7</index></"
      "member>"
      "<member><routePartitionName>A</routePartitionName><index>0</index></member></members></css>"
      "<css><name>T</name><clause>B:A</clause></css>");
  const auto namesOf = [&](const plan::CallingSearchSpace& searchSpace) {
    std::vector<std::string> names;
    for (const auto id : searchSpace.partitions) names.push_back(at(loaded.plan.partitions, id).name);
    return names;
  };
  EXPECT_THAT(namesOf(loaded.plan.searchSpaces.at(0)), ElementsAre("A", "B"));
  EXPECT_THAT(namesOf(loaded.plan.searchSpaces.at(1)), ElementsAre("B", "A"));
}

TEST(BuildPlan, TellsAClauseThatDisagreesWithTheMembers) {
  const auto loaded = loadObjects(
      "<routePartition><name>A</name></routePartition><routePartition><name>B</name></routePartition>"
      "<css><name>S</name><clause>A:B</clause><members><member><routePartitionName>B</routePartitionName>"
      "<index>1</index></member></members></css>");
  EXPECT_THAT(codesOf(loaded.diagnostics), ElementsAre(DiagnosticCode::ClauseDisagrees));
  EXPECT_EQ(loaded.plan.searchSpaces.at(0).partitions.size(), 1U);
}

TEST(BuildPlan, ReportsAnUndefinedNameOnceWithItsFirstPlace) {
  const auto loaded = loadObjects(
      "<routePartition><name>Internal</name></routePartition>"
      "<line><pattern>1</pattern><routePartitionName>Interal</routePartitionName></line>"
      "<line><pattern>2</pattern><routePartitionName>Interal</routePartitionName></line>");
  EXPECT_THAT(
      rendered(loaded.diagnostics),
      ElementsAre(
          "plan.xml:1:111: warning: partition \"Interal\" is never defined; used by line 1 (uses: 2); "
          "did you mean \"Internal\"? [unknown-partition]"));
  const auto id = loaded.plan.findPartition("Interal");
  ASSERT_TRUE(id);
  EXPECT_FALSE(at(loaded.plan.partitions, *id).defined);
  EXPECT_EQ(at(loaded.plan.partitions, *id).entries.size(), 2U);
}

TEST(BuildPlan, MakesObjectsForAllUndefinedNames) {
  const auto loaded = loadObjects(
      "<transPattern><pattern>1</pattern><callingSearchSpaceName>C</callingSearchSpaceName></transPattern>"
      "<routePattern><pattern>2</pattern><destination><routeListName>L</routeListName></destination></"
      "routePattern>"
      "<routePattern><pattern>3</pattern><destination><gatewayName>G</gatewayName></destination></"
      "routePattern>");
  EXPECT_THAT(codesOf(loaded.diagnostics),
              ElementsAre(DiagnosticCode::UnknownSearchSpace, DiagnosticCode::UnknownRouteList,
                          DiagnosticCode::UnknownGateway));
  EXPECT_FALSE(loaded.plan.searchSpaces.at(0).defined);
  EXPECT_FALSE(loaded.plan.routeLists.at(0).defined);
  EXPECT_FALSE(loaded.plan.devices.at(0).defined);
  EXPECT_EQ(loaded.plan.devices.at(0).kind, plan::DeviceKind::Trunk);
}

TEST(BuildPlan, NeverMissesWhatIsBuiltIn) {
  const auto loaded = loadObjects(
      "<css><name>S</name><clause>Directory URI:Global Learned E.164 Numbers</clause></css>"
      "<routeList><name>L</name><members><member><routeGroupName>Standard Local Route Group</routeGroupName>"
      "</member></members></routeList>");
  EXPECT_THAT(rendered(loaded.diagnostics), IsEmpty());
  EXPECT_TRUE(at(loaded.plan.partitions, *loaded.plan.findPartition("Directory URI")).defined);
  EXPECT_THAT(loaded.plan.routeLists.at(0).routeGroups, ElementsAre("Standard Local Route Group"));
}

TEST(BuildPlan, AllowsTheEmptyPatternOnlyForTranslationsInAPartition) {
  const auto loaded = loadObjects(
      "<routePartition><name>P</name></routePartition>"
      "<transPattern><pattern/><routePartitionName>P</routePartitionName></transPattern>"
      "<transPattern><pattern/></transPattern>"
      "<line><pattern/><routePartitionName>P</routePartitionName></line><meetMe/>");
  EXPECT_THAT(codesOf(loaded.diagnostics),
              ElementsAre(DiagnosticCode::PatternEmpty, DiagnosticCode::PatternEmpty,
                          DiagnosticCode::PatternMissing));
  EXPECT_EQ(loaded.plan.entries.size(), 1U);
}

TEST(BuildPlan, PointsAtTheCharacterThatIsWrong) {
  const auto loaded =
      loadPlanText("plan.xml", "<dialPlan>\n <line><pattern>12-3</pattern></line>\n</dialPlan>\n");
  ASSERT_TRUE(loaded);
  EXPECT_THAT(rendered(loaded->diagnostics),
              ElementsAre("plan.xml:2:19: error: a hyphen is legal only between brackets, as in [2-9] "
                          "[pattern-hyphen]"));
  EXPECT_THAT(loaded->plan.entries, IsEmpty());
}

TEST(BuildPlan, LeavesOutWhatNeedsANumberingPlan) {
  const auto loaded = loadObjects("<routePattern><pattern>9.@</pattern></routePattern>");
  EXPECT_THAT(loaded.plan.entries, IsEmpty());
  ASSERT_EQ(loaded.plan.leftOut.size(), 1U);
  EXPECT_EQ(loaded.plan.leftOut[0].pattern.text, "9.@");
}

TEST(BuildPlan, ReadsTimersInTheirRange) {
  const auto timer = [](std::string_view value) {
    return loadObjects("<serviceParameter><name>TimerT302_msec</name><value>" + std::string(value) +
                       "</value></serviceParameter>");
  };
  EXPECT_EQ(timer("3000").plan.serviceParameters.interdigitTimeout, std::chrono::seconds(3));
  EXPECT_EQ(timer("75000").plan.serviceParameters.interdigitTimeout, std::chrono::seconds(75));
  EXPECT_THAT(codesOf(timer("2999").diagnostics), ElementsAre(DiagnosticCode::OutOfRange));
  EXPECT_THAT(codesOf(timer("75001").diagnostics), ElementsAre(DiagnosticCode::OutOfRange));
  EXPECT_THAT(codesOf(timer("soon").diagnostics), ElementsAre(DiagnosticCode::NotANumber));
  EXPECT_EQ(timer("soon").plan.serviceParameters.interdigitTimeout, std::chrono::seconds(15));
}

TEST(BuildPlan, GivesPhonesTheirLinesByIndex) {
  const auto loaded = loadObjects(
      "<line uuid=\"{AB}\"><pattern>1001</pattern></line><line><pattern>1002</pattern></line>"
      "<phone><name>SEP1</name><lines>"
      "<line><index>2</index><dirn uuid=\"{ab}\"/></line>"
      "<line><index>1</index><dirn><pattern>1002</pattern></dirn><e164Mask>+1408555XXXX</e164Mask></line>"
      "<line><index>3</index><dirn><pattern>1003</pattern></dirn></line></lines></phone>");
  ASSERT_EQ(loaded.plan.devices.size(), 1U);
  const auto& lines = loaded.plan.devices[0].lines;
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(at(loaded.plan.entries, lines[0].line).pattern.text, "1002");
  EXPECT_EQ(lines[0].externalPhoneNumberMask, "+1408555XXXX");
  EXPECT_EQ(at(loaded.plan.entries, lines[1].line).pattern.text, "1001");
  EXPECT_THAT(codesOf(loaded.diagnostics), ElementsAre(DiagnosticCode::UnknownLine));
}

TEST(BuildPlan, MakesAlternateNumbersEntriesOfTheirOwn) {
  const auto loaded = loadObjects(
      "<routePartition><name>DN</name></routePartition>"
      "<line><pattern>4001</pattern><e164AltNum><numMask>+14085554XXX</numMask><isUrgent>true</isUrgent>"
      "<addLocalRoutePartition>true</addLocalRoutePartition><routePartition>DN</routePartition></e164AltNum>"
      "<enterpriseAltNum><numMask>8XXXX</numMask></enterpriseAltNum></line>");
  ASSERT_EQ(loaded.plan.entries.size(), 2U);
  const plan::Entry& alternate = loaded.plan.entries[1];
  EXPECT_EQ(alternate.kind, EntryKind::AlternateNumber);
  EXPECT_EQ(alternate.pattern.text, "\\+14085554001");
  EXPECT_TRUE(alternate.urgent);
  EXPECT_EQ(std::get<plan::AlternateNumber>(alternate.detail).line.value, 0U);
}

TEST(BuildPlan, NamesDeviceSettingsThatAreNotApplied) {
  const auto loaded = loadObjects(
      "<devicePool><name>DP</name><cgpnTransformationCssName>Out</cgpnTransformationCssName></devicePool>"
      "<sipTrunk><name>T</name><devicePoolName>DP</devicePoolName><sigDigits enable=\"true\">4</sigDigits>"
      "<prefixDn>9</prefixDn><unknownPrefix>+1</unknownPrefix><unknownStripDigits>0</unknownStripDigits></"
      "sipTrunk>"
      "<h323Gateway><name>G</name><devicePoolName>DP</devicePoolName>"
      "<useDevicePoolCgpnTransformCss>false</useDevicePoolCgpnTransformCss>"
      "<sigDigits enable=\"false\">99</sigDigits></h323Gateway>"
      "<gatewayEndpointDigitalAccessPri><endpoint><name>P</name><prefix>9</prefix></endpoint>"
      "</gatewayEndpointDigitalAccessPri>");
  ASSERT_EQ(loaded.plan.devices.size(), 3U);
  EXPECT_THAT(loaded.plan.devices[0].unapplied,
              ElementsAre("calling party transformation CSS Out of device pool DP", "significant digits 4",
                          "prefix DN 9", "incoming calling party unknown prefix +1"));
  EXPECT_THAT(loaded.plan.devices[1].unapplied, IsEmpty());
  EXPECT_THAT(loaded.plan.devices[2].unapplied, ElementsAre("prefix 9"));
  EXPECT_EQ(loaded.plan.devices[2].kind, plan::DeviceKind::Gateway);
}

TEST(BuildPlan, SaysWhetherARouteListRewritesNumbers) {
  const auto loaded = loadObjects(
      "<routeGroup><name>G</name></routeGroup>"
      "<routeList><name>A</name><members><member><routeGroupName>G</routeGroupName></member></members></"
      "routeList>"
      "<routeList><name>B</name><members><member><routeGroupName>G</routeGroupName>"
      "<prefixDigitsOut>9</prefixDigitsOut></member></members></routeList>");
  EXPECT_FALSE(loaded.plan.routeLists.at(0).hasDetails);
  EXPECT_TRUE(loaded.plan.routeLists.at(1).hasDetails);
}

}  // namespace
}  // namespace dialscope::import
