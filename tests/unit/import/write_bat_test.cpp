// What is written as BAT is read back as the same plan, as far as BAT has a column for it.
#include "engine/import/write_bat.h"

#include "engine/import/compare.h"
#include "tests/support/files.h"
#include "tests/unit/import/loaded.h"

#include <gmock/gmock.h>

namespace dialscope::import {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

std::vector<std::string> lost(const LoadedPlan& before) {
  const auto after = loadPlanText("back.tar", tarOf(writeBat(before.document.records)));
  if (!after) return {report::renderDiagnostic(after.error())};
  std::vector<std::string> list;
  for (const FieldDifference& one : compareRecords(before.document.records, after->document.records))
    list.push_back(one.object + " " + one.key + " " + one.field + ": " + one.left + " -> " + one.right);
  return list;
}

std::string textOf(const std::vector<NamedText>& files, std::string_view name) {
  for (const NamedText& one : files) {
    if (one.name == name) return one.text;
  }
  return "no such file";
}

TEST(WriteBat, NothingIsLostOfAnExport) {
  for (const char* path : {"tests/data/pa_bat.tar", "tests/data/pa.xml"}) {
    const auto loaded = loadPlan({test::inRepository(path)});
    ASSERT_TRUE(loaded);
    EXPECT_THAT(lost(*loaded), IsEmpty()) << path;
  }
}

// Byte for byte what was read, where the export leaves nothing blank that has a default.
TEST(WriteBat, WritesTheFilesOfTheExport) {
  const auto loaded = loadPlan({test::inRepository("tests/data/bat")});
  ASSERT_TRUE(loaded);
  const std::vector<NamedText> files = writeBat(loaded->document.records);
  for (const char* name :
       {"css.csv", "partition.csv", "routelist.csv", "translationpattern.csv", "localroutegroup.csv",
        "calledpartytranspattern.csv", "callingpartytranspattern.csv"}) {
    EXPECT_EQ(textOf(files, name), test::readFile(std::string("tests/data/bat/") + name)) << name;
  }
}

TEST(WriteBat, NothingIsLostOfAPlanByHand) {
  EXPECT_THAT(lost(loadObjects(R"(
    <routePartition><name>A, "quoted"</name><timeScheduleIdName>S</timeScheduleIdName></routePartition>
    <css><name>Both</name><clause>A:B</clause></css>
    <css><name>Empty</name></css>
    <transPattern><pattern/><routePartitionName>B</routePartitionName><blockEnable>true</blockEnable>
      <releaseClause>Call Rejected</releaseClause></transPattern>
    <transPattern><pattern>12</pattern><usage>Translation Intercom</usage></transPattern>
    <routePattern><pattern>9.!</pattern><patternUrgency>true</patternUrgency><destination><gatewayName>GW</gatewayName></destination></routePattern>
    <huntPilot><pattern>500</pattern><blockEnable>true</blockEnable><releaseClause>Call Rejected</releaseClause><huntListName>HL</huntListName></huntPilot>
    <huntList><name>HL</name><members><member><lineGroupName>LG</lineGroupName><selectionOrder>1</selectionOrder></member></members></huntList>
    <lineGroup><name>LG</name><members><member><lineSelectionOrder>2</lineSelectionOrder><directoryNumber><pattern>1001</pattern><routePartitionName>B</routePartitionName></directoryNumber></member></members></lineGroup>
    <line><pattern>1001</pattern><routePartitionName>B</routePartitionName><shareLineAppearanceCssName>Both</shareLineAppearanceCssName>
      <callForwardAll><forwardToVoiceMail>true</forwardToVoiceMail></callForwardAll>
      <e164AltNum><numMask>+1555XXXX</numMask><addLocalRoutePartition>true</addLocalRoutePartition><routePartition>B</routePartition></e164AltNum></line>
    <phone><name>SEP1</name><callingSearchSpaceName>Both</callingSearchSpaceName><lines>
      <line><index>3</index><dirn><pattern>1001</pattern><routePartitionName>B</routePartitionName></dirn><e164Mask>555XXXX</e164Mask></line></lines></phone>
    <devicePool><name>DP</name><localRouteGroup><name>Standard Local Route Group</name><value>RG</value></localRouteGroup></devicePool>
    <routeGroup><name>RG</name><distributionAlgorithm>Top Down</distributionAlgorithm><members><member><deviceSelectionOrder>1</deviceSelectionOrder><deviceName>GW</deviceName></member></members></routeGroup>
    <sipTrunk><name>GW</name><devicePoolName>DP</devicePoolName><sigDigits>4</sigDigits><unknownPrefix>+</unknownPrefix></sipTrunk>
    <voiceMailProfile><name>V</name><voiceMailPilot><dirn>8000</dirn><cssName>Both</cssName></voiceMailPilot></voiceMailProfile>
    <timePeriod><name>T</name><startTime>08:00</startTime><endTime>17:00</endTime><startDay>Mon</startDay><endDay>Fri</endDay></timePeriod>
    <timeSchedule><name>S</name><members><member><timePeriodName>T</timePeriodName></member></members></timeSchedule>
    <serviceParameter><processNodeName>n</processNodeName><name>TimerT302_msec</name><service>Cisco CallManager</service><value>9000</value></serviceParameter>
  )")),
              IsEmpty());
}

TEST(WriteBat, TheTableOfContentsComesFirst) {
  const auto files = writeBat(loadObjects("<css><name>A</name><clause>B</clause></css>").document.records);
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files[0].name, "header.txt");
  EXPECT_THAT(files[0].text, StartsWith("Time : "));
  EXPECT_EQ(files[1].name, "css.csv");
  EXPECT_EQ(files[1].text, "NAME,DESCRIPTION,TYPE OF PARTITION USAGE,ROUTE PARTITION 1\nA,,General,B\n");
}

// A plan may claim any number of buttons.
TEST(WriteBat, AButtonOutOfThisWorldIsNoColumn) {
  const auto loaded = loadObjects(
      "<phone><name>SEP1</name><lines><line><index>4000000000</index><dirn><pattern>1</pattern></dirn></"
      "line></lines>"
      "</phone>");
  EXPECT_LT(textOf(writeBat(loaded.document.records), "phone.csv").size(), 20'000U);
}

}  // namespace
}  // namespace dialscope::import
