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
  EXPECT_EQ(entry.called->discard, plan::DiscardDigits::PreDotTrailingPound);
  EXPECT_EQ(entry.called->discardName, "PreDot Trailing-#");
  EXPECT_EQ(entry.called->mask, "+49XX");
  EXPECT_EQ(entry.called->prefix, "+");
  EXPECT_TRUE(entry.calling->useExternalPhoneNumberMask);
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
  const plan::RouteGroup& group =
      at(loaded.plan.routeGroups, loaded.plan.routeLists.at(0).members.at(0).group);
  EXPECT_EQ(group.name, "Standard Local Route Group");
  EXPECT_TRUE(group.defined);
  EXPECT_TRUE(group.local);
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

// DA-21: who searches its own space before the line's.
TEST(BuildPlan, CtiPortsAndRoutePointsGoFirst) {
  const LoadedPlan loaded = loadObjects(
      "<phone><name>A</name><product>Cisco 8851</product></phone>"
      "<phone><name>B</name><product>CTI Port</product></phone>"
      "<ctiRoutePoint><name>C</name></ctiRoutePoint><sipTrunk><name>D</name></sipTrunk>");
  std::vector<bool> first;
  for (const plan::Device& device : loaded.plan.devices) first.push_back(device.deviceFirst);
  EXPECT_THAT(first, ElementsAre(false, true, true, false));
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

TEST(BuildPlan, AWrongPatternStillNamesItsPartition) {
  const auto loaded = loadObjects(
      "<line><pattern>7[</pattern><routePartitionName>Nowhere</routePartitionName></line>"
      "<line><pattern>7</pattern></line>");
  EXPECT_THAT(codesOf(loaded.diagnostics), testing::UnorderedElementsAre(DiagnosticCode::PatternSetUnclosed,
                                                                         DiagnosticCode::UnknownPartition));
}

// Nothing is told of the alternate number of a line that is no entry.
TEST(BuildPlan, ALineThatIsLeftOutHasNoAlternateNumber) {
  const auto loaded = loadObjects(
      "<line><pattern>9@</pattern><e164AltNum><numMask>5z</numMask>"
      "<addLocalRoutePartition>true</addLocalRoutePartition><routePartition>Q</routePartition></e164AltNum>"
      "</line>");
  EXPECT_TRUE(loaded.plan.entries.empty());
  EXPECT_THAT(codesOf(loaded.diagnostics), IsEmpty());
}

// `<None>` and `NULL` name nothing, wherever a name stands.
TEST(BuildPlan, IgnoresANumberThatIsInactive) {
  const LoadedPlan loaded = loadObjects(
      "<line><pattern>1001</pattern><active>false</active><e164AltNum><numMask>+1408555XXXX</numMask>"
      "<addLocalRoutePartition>true</addLocalRoutePartition></e164AltNum></line>"
      "<line><pattern>1002</pattern><active>true</active></line>"
      "<routePattern><pattern>1XXX</pattern></routePattern>");
  ASSERT_EQ(loaded.plan.entries.size(), 2U);
  EXPECT_EQ(loaded.plan.entries[0].pattern.text, "1002");
  EXPECT_THAT(rendered(loaded.diagnostics),
              ElementsAre("plan.xml:1:26: note: line 1001 is inactive, so it is no entry of the plan "
                          "[number-inactive]"));
}

TEST(BuildPlan, NullNamesNothing) {
  for (const std::string null : {"<None>", "NULL"}) {
    const std::string name = null == "NULL" ? null : "&lt;None>";
    const auto loaded = loadObjects(
        "<routePartition><name>P</name></routePartition>"
        "<routePattern><pattern>1</pattern><routePartitionName>" +
        name +
        "</routePartitionName><destination>"
        "<gatewayName>" +
        name +
        "</gatewayName></destination></routePattern>"
        "<routePattern><pattern>1</pattern><destination><routeListName>" +
        name +
        "</routeListName></destination></routePattern>"
        "<css><name>C</name><clause> " +
        name + " : P </clause></css>");
    EXPECT_EQ(loaded.plan.entries.size(), 1U) << null << ": a pattern of one partition stands twice";
    EXPECT_TRUE(loaded.plan.devices.empty());
    EXPECT_TRUE(loaded.plan.routeLists.empty());
    ASSERT_EQ(loaded.plan.searchSpaces.size(), 1U);
    EXPECT_THAT(loaded.plan.searchSpaces[0].partitions,
                ElementsAre(plan::kNonePartition, *loaded.plan.findPartition("P")));
  }
}

TEST(BuildPlan, ATransformationOfThePoolHoweverTrueIsSpelled) {
  for (const std::string truth : {"true", "True", "t"}) {
    const auto loaded = loadObjects(
        "<css><name>C</name></css><devicePool><name>DP</name><cgpnTransformationCssName>C"
        "</cgpnTransformationCssName></devicePool><sipTrunk><name>T</name><devicePoolName>DP</devicePoolName>"
        "<useDevicePoolCgpnTransformCss>" +
        truth + "</useDevicePoolCgpnTransformCss></sipTrunk>");
    EXPECT_THAT(loaded.plan.devices.at(0).unapplied,
                ElementsAre("calling party transformation CSS C of device pool DP"))
        << truth;
  }
}

TEST(BuildPlan, NamesDeviceSettingsThatAreNotApplied) {
  const auto loaded = loadObjects(
      "<devicePool><name>DP</name><cgpnTransformationCssName>Out</cgpnTransformationCssName></devicePool>"
      // What is done to calls that come in by a trunk is no matter of those that go out.
      "<sipTrunk><name>T</name><devicePoolName>DP</devicePoolName><sigDigits enable=\"true\">4</sigDigits>"
      "<prefixDn>9</prefixDn><unknownPrefix>+1</unknownPrefix></sipTrunk>"
      "<h323Gateway><name>G</name><devicePoolName>DP</devicePoolName>"
      "<useDevicePoolCgpnTransformCss>false</useDevicePoolCgpnTransformCss>"
      "<sigDigits enable=\"false\">99</sigDigits></h323Gateway>"
      "<gatewayEndpointDigitalAccessPri><endpoint><name>P</name><prefix>9</prefix></endpoint>"
      "</gatewayEndpointDigitalAccessPri>");
  ASSERT_EQ(loaded.plan.devices.size(), 3U);
  EXPECT_THAT(loaded.plan.devices[0].unapplied,
              ElementsAre("calling party transformation CSS Out of device pool DP"));
  EXPECT_THAT(loaded.plan.devices[1].unapplied, IsEmpty());
  EXPECT_THAT(loaded.plan.devices[2].unapplied, ElementsAre("prefix 9"));
  EXPECT_EQ(loaded.plan.devices[2].kind, plan::DeviceKind::Gateway);
}

// What a member says of a party replaces what the pattern does to it (DA-67).
TEST(BuildPlan, KeepsWhatMembersOfARouteListDoToNumbers) {
  const auto loaded = loadObjects(
      "<routeGroup><name>G</name></routeGroup><routeGroup><name>H</name></routeGroup>"
      "<routeList><name>L</name><members>"
      "<member><routeGroupName>H</routeGroupName><selectionOrder>2</selectionOrder>"
      "<digitDiscardInstructionName>PreDot</digitDiscardInstructionName><prefixDigitsOut>9</prefixDigitsOut>"
      "</member>"
      "<member><routeGroupName>G</routeGroupName><selectionOrder>1</selectionOrder>"
      "<useFullyQualifiedCallingPartyNumber>On</useFullyQualifiedCallingPartyNumber></member>"
      "</members></routeList>");
  const auto& members = loaded.plan.routeLists.at(0).members;
  ASSERT_EQ(members.size(), 2U);
  EXPECT_EQ(at(loaded.plan.routeGroups, members[0].group).name, "G");
  EXPECT_FALSE(members[0].called);
  ASSERT_TRUE(members[0].calling);
  EXPECT_TRUE(members[0].calling->useExternalPhoneNumberMask);
  EXPECT_FALSE(members[1].calling);
  ASSERT_TRUE(members[1].called);
  EXPECT_EQ(members[1].called->prefix, "9");
  EXPECT_EQ(members[1].called->discard, plan::DiscardDigits::PreDot);
}

TEST(BuildPlan, PutsMembersOfRouteGroupsInOrder) {
  const auto loaded = loadObjects(
      "<sipTrunk><name>T</name></sipTrunk><h323Gateway><name>G</name></h323Gateway>"
      "<routeGroup><name>R</name><distributionAlgorithm>Top Down</distributionAlgorithm><members>"
      "<member><deviceName>T</deviceName><deviceSelectionOrder>2</deviceSelectionOrder><port>3</port></"
      "member>"
      "<member><deviceName>G</deviceName><deviceSelectionOrder>1</deviceSelectionOrder></member>"
      "</members></routeGroup><routeGroup><name>C</name></routeGroup>");
  EXPECT_THAT(rendered(loaded.diagnostics), IsEmpty());
  const plan::RouteGroup& group = loaded.plan.routeGroups.at(0);
  EXPECT_EQ(group.distribution, plan::Distribution::TopDown);
  ASSERT_EQ(group.members.size(), 2U);
  EXPECT_EQ(at(loaded.plan.devices, group.members[0].device).name, "G");
  EXPECT_EQ(group.members[1].port, 3U);
  EXPECT_EQ(loaded.plan.routeGroups.at(1).distribution, plan::Distribution::Circular);
}

TEST(BuildPlan, ResolvesLocalRouteGroupsOfPools) {
  const auto loaded = loadObjects(
      "<routeGroup><name>R</name></routeGroup><localRouteGroup><name>L</name></localRouteGroup>"
      "<devicePool><name>New</name><localRouteGroup><name>Standard Local Route Group</name><value/>"
      "</localRouteGroup><localRouteGroup><name>L</name><value>R</value></localRouteGroup></devicePool>"
      "<devicePool><name>Old</name><localRouteGroupName>R</localRouteGroupName></devicePool>"
      "<sipTrunk><name>T</name><devicePoolName>Odl</devicePoolName></sipTrunk>");
  const auto& pools = loaded.plan.devicePools;
  ASSERT_EQ(pools.size(), 3U);
  ASSERT_EQ(pools[0].localRouteGroups.size(), 2U);
  EXPECT_FALSE(pools[0].localRouteGroups[0].group);
  EXPECT_TRUE(at(loaded.plan.routeGroups, pools[0].localRouteGroups[1].local).local);
  EXPECT_EQ(at(loaded.plan.routeGroups, *pools[0].localRouteGroups[1].group).name, "R");
  EXPECT_EQ(at(loaded.plan.routeGroups, pools[1].localRouteGroups.at(0).local).name,
            "Standard Local Route Group");
  EXPECT_THAT(codesOf(loaded.diagnostics), ElementsAre(DiagnosticCode::UnknownDevicePool));
  EXPECT_EQ(loaded.diagnostics[0].suggestion, "Old");
}

TEST(BuildPlan, FollowsHuntPilotsToLines) {
  const auto loaded = loadObjects(
      "<line><pattern>1001</pattern></line><line uuid=\"{B}\"><pattern>1002</pattern></line>"
      "<huntPilot><pattern>1000</pattern><huntListName>H</huntListName></huntPilot>"
      "<huntList><name>H</name><members><member><lineGroupName>G</lineGroupName></member>"
      "<member><lineGroupName>Gone</lineGroupName></member></members></huntList>"
      "<lineGroup><name>G</name><distributionAlgorithm>Broadcast</distributionAlgorithm><members>"
      "<member><lineSelectionOrder>2</lineSelectionOrder><directoryNumber><pattern>1001</pattern>"
      "</directoryNumber></member>"
      "<member><lineSelectionOrder>1</lineSelectionOrder><directoryNumber uuid=\"{B}\"/></member>"
      "<member><directoryNumber><pattern>9</pattern></directoryNumber></member>"
      "</members></lineGroup>");
  const auto& pilot = std::get<plan::HuntPilot>(loaded.plan.entries.at(2).detail);
  const plan::HuntList& list = at(loaded.plan.huntLists, *pilot.huntList);
  ASSERT_EQ(list.members.size(), 2U);
  const plan::LineGroup& group = at(loaded.plan.lineGroups, list.members[0]);
  EXPECT_EQ(group.distribution, plan::Distribution::Broadcast);
  EXPECT_THAT(group.members, ElementsAre(plan::EntryId{1}, plan::EntryId{0}));
  EXPECT_FALSE(at(loaded.plan.lineGroups, list.members[1]).defined);
  EXPECT_THAT(codesOf(loaded.diagnostics),
              ElementsAre(DiagnosticCode::UnknownLineGroup, DiagnosticCode::UnknownGroupMember));
}

TEST(BuildPlan, ReadsTimeSchedules) {
  using namespace std::chrono;
  const auto loaded = loadObjects(
      "<routePartition><name>P</name><timeScheduleIdName>S</timeScheduleIdName>"
      "<useOriginatingDeviceTimeZone>false</useOriginatingDeviceTimeZone><timeZone>Europe/Rome</timeZone>"
      "</routePartition><routePartition><name>Q</name><timeScheduleIdName>T</timeScheduleIdName></"
      "routePartition>"
      "<timeSchedule><name>S</name><members><member><timePeriodName>Week</timePeriodName></member>"
      "<member><timePeriodName>Xmas</timePeriodName></member></members></timeSchedule>"
      "<timePeriod><name>Week</name><startTime>08:15</startTime><endTime>24:00</endTime><startDay>Mon</"
      "startDay>"
      "<endDay>Sat</endDay></timePeriod>"
      "<timePeriod><name>Xmas</name><startTime>No Office Hours</startTime><monthOfYear>Dec</monthOfYear>"
      "<dayOfMonth>25</dayOfMonth><endTime>8</endTime></timePeriod>");
  const plan::Partition& partition = loaded.plan.partitions.at(1);
  EXPECT_FALSE(partition.originatorsTimeZone);
  EXPECT_EQ(partition.timeZone, "Europe/Rome");
  const plan::TimeSchedule& schedule = at(loaded.plan.timeSchedules, *partition.timeSchedule);
  ASSERT_EQ(schedule.periods.size(), 2U);
  const plan::TimePeriod& week = at(loaded.plan.timePeriods, schedule.periods[0]);
  EXPECT_EQ(week.start, minutes(8 * 60 + 15));
  EXPECT_EQ(week.end, minutes(24 * 60));
  EXPECT_EQ(week.firstWeekday, Monday);
  EXPECT_EQ(week.lastWeekday, Saturday);
  EXPECT_FALSE(week.firstMonth);
  const plan::TimePeriod& holiday = at(loaded.plan.timePeriods, schedule.periods[1]);
  EXPECT_FALSE(holiday.start);
  EXPECT_EQ(holiday.firstMonth, December);
  EXPECT_EQ(holiday.firstDay, 25U);
  EXPECT_THAT(codesOf(loaded.diagnostics),
              ElementsAre(DiagnosticCode::UnknownTimeSchedule, DiagnosticCode::UnknownValue));
}

TEST(BuildPlan, KeepsNumberingPlanAndFilterOfAPattern) {
  const auto loaded = loadObjects(
      "<routeFilter><name>F</name><dialPlanName>NANP</dialPlanName><clause>(AREA-CODE == "
      "212)</clause><members>"
      "<member><dialPlanTagName>AREA-CODE</dialPlanTagName><digits>212</digits><operator>==</operator>"
      "<priority>1</priority></member></members></routeFilter>"
      "<routePattern><pattern>9.@</pattern><dialPlanName>NANP</dialPlanName><routeFilterName>F</"
      "routeFilterName>"
      "</routePattern>");
  ASSERT_EQ(loaded.plan.leftOut.size(), 1U);
  const plan::LeftOutEntry& left = loaded.plan.leftOut[0];
  EXPECT_EQ(left.numberingPlan, "NANP");
  const plan::RouteFilter& filter = at(loaded.plan.routeFilters, *left.routeFilter);
  ASSERT_EQ(filter.terms.size(), 1U);
  EXPECT_EQ(filter.terms[0].tag, "AREA-CODE");
  EXPECT_EQ(filter.terms[0].clause, 1U);
}

TEST(BuildPlan, SaysWhereEachEntryComesFrom) {
  const auto loaded = loadObjects(
      "<css><name>S</name></css><line><pattern>1001</pattern><e164AltNum><numMask>+1408555XXXX</numMask>"
      "<addLocalRoutePartition>true</addLocalRoutePartition></e164AltNum></line>"
      "<routePattern><pattern>9</pattern></routePattern>");
  EXPECT_THAT(loaded.entryRecords, ElementsAre(1U, 1U, 2U));
  EXPECT_EQ(loaded.document.records[2]->text("pattern"), "9");
}

}  // namespace
}  // namespace dialscope::import
