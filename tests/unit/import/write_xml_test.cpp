// What is written comes back: for every plan that is shipped, and for what only odd plans have.
#include "engine/import/write_xml.h"

#include "engine/import/compare.h"
#include "tests/support/files.h"
#include "tests/unit/import/loaded.h"

#include <gmock/gmock.h>

#include <filesystem>

namespace dialscope::import {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string shown(const std::vector<FieldDifference>& differences) {
  std::string text;
  for (const FieldDifference& one : differences) {
    text += one.object + " " + one.key + " " + one.field + ": \"" + one.left + "\" \"" + one.right + "\"\n";
  }
  return text;
}

void expectRoundTrip(const LoadedPlan& loaded) {
  const std::string text = writeXml(loaded.document);
  const auto again = loadPlanText("again.xml", text);
  ASSERT_TRUE(again);
  EXPECT_EQ(shown(compareRecords(loaded.document.records, again->document.records)), "");
  EXPECT_EQ(writeXml(again->document), text);
  EXPECT_EQ(again->plan.name, loaded.plan.name);
  EXPECT_EQ(again->plan.entries.size(), loaded.plan.entries.size());
  for (std::size_t line = 0, end = 0; line < text.size(); line = end + 1) {
    end = std::min(text.find('\n', line), text.size());
    const bool severalElements = text.substr(line, end - line).find("><") != std::string::npos;
    EXPECT_TRUE(!severalElements || end - line <= 160U) << text.substr(line, end - line);
  }
}

std::vector<std::string> plansIn(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& file : std::filesystem::recursive_directory_iterator(test::inRepository(folder))) {
    if (file.path().extension() == ".xml") paths.push_back(file.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

TEST(WriteXml, BringsBackEveryPlan) {
  int plans = 0;
  for (const char* folder : {"dialplans", "tests/conformance/plans", "tests/data"}) {
    for (const std::string& path : plansIn(folder)) {
      const auto loaded = loadPlan({path});
      if (!loaded) continue;  // the broken ones
      SCOPED_TRACE(path);
      expectRoundTrip(*loaded);
      ++plans;
    }
  }
  EXPECT_GT(plans, 100);
  const auto folder = loadPlan({test::inRepository("dialplans/preferred-architecture")});
  ASSERT_TRUE(folder);
  expectRoundTrip(*folder);
}

TEST(WriteXml, PutsObjectsInOrderAndOneOnALine) {
  const auto loaded = loadObjects(
      "<line><pattern>2</pattern></line><line><pattern>1</pattern></line>"
      "<css><clause>A</clause><name>S</name></css>"
      "<line><routePartitionName>A</routePartitionName><pattern>0</pattern></line>"
      "<routePartition><name>A</name></routePartition>");
  EXPECT_EQ(writeXml(loaded.document),
            "<dialPlan>\n"
            "  <routePartition><name>A</name></routePartition>\n"
            "\n"
            "  <css><name>S</name><clause>A</clause></css>\n"
            "\n"
            "  <line><pattern>1</pattern></line>\n"
            "  <line><pattern>2</pattern></line>\n"
            "  <line><pattern>0</pattern><routePartitionName>A</routePartitionName></line>\n"
            "</dialPlan>\n");
}

TEST(WriteXml, BreaksWhatIsTooWide) {
  const std::string wide(120, 'd');
  const auto loaded = loadObjects("<routePattern><pattern>9!</pattern><description>" + wide +
                                  "</description><destination><gatewayName>G</gatewayName></destination>"
                                  "</routePattern>");
  EXPECT_THAT(writeXml(loaded.document),
              HasSubstr("  <routePattern>\n"
                        "    <pattern>9!</pattern>\n"
                        "    <description>" +
                        wide +
                        "</description>\n"
                        "    <destination><gatewayName>G</gatewayName></destination>\n"
                        "  </routePattern>\n"));
}

// One of everything that nests, repeats, has attributes, or must be escaped.
TEST(WriteXml, BringsBackWhatIsOdd) {
  expectRoundTrip(loadObjects(
      "<routePartition><name>A &amp; &lt;B> \"C\"</name><description>two\nlines &#13; &#7;</description>"
      "</routePartition>"
      "<transPattern><pattern/><routePartitionName>A &amp; &lt;B> \"C\"</routePartitionName></transPattern>"
      "<devicePool><name>P</name><localRouteGroup><name>L</name><value>R</value></localRouteGroup>"
      "<localRouteGroup><name>M</name><value/></localRouteGroup></devicePool>"
      "<gatewayEndpointDigitalAccessPri><domainName>d</domainName><unit>1</unit><subunit>0</subunit>"
      "<endpoint><name>S0/1</name><sigDigits enable=\"true\">4</sigDigits></endpoint>"
      "</gatewayEndpointDigitalAccessPri>"
      "<sipTrunk><name>T</name><sigDigits enable=\"true\"/><destinations><destination><addressIpv4>192.0.2.1"
      "</addressIpv4><port>5060</port></destination><destination><addressIpv4>192.0.2.2</addressIpv4>"
      "</destination></destinations></sipTrunk>"
      "<line><pattern>1</pattern><callForwardAll><forwardToVoiceMail>true</forwardToVoiceMail><destination>2"
      "</destination></callForwardAll><directoryURIs><directoryUri><uri>a@example.com</uri></directoryUri>"
      "</directoryURIs><associatedDevices><device>SEP1</device><device>SEP2</device></associatedDevices></"
      "line>"
      "<phone><name>SEP1</name><lines><line/><line><index>2</index><dirn><pattern>1</pattern></dirn></line>"
      "</lines></phone>"
      "<serviceParameter><name>TimerT302_msec</name><processNodeName>b</processNodeName><value>4000</value>"
      "</serviceParameter>"
      "<serviceParameter><name>TimerT302_msec</name><processNodeName>a</processNodeName><value>5000</value>"
      "</serviceParameter>"));
}

TEST(WriteXml, KeepsTheIdsThatAloneTellALine) {
  const auto loaded = loadObjects(
      "<line uuid=\"{A}\"><pattern>1</pattern></line><line uuid=\"{B}\"><pattern>2</pattern></line>"
      "<phone uuid=\"{C}\"><name>X</name><lines><line><index>1</index><dirn uuid=\"{A}\"/></line>"
      "<line><index>2</index><dirn uuid=\"{B}\"><pattern>2</pattern></dirn></line></lines></phone>");
  const std::string text = writeXml(loaded.document);
  EXPECT_THAT(text, HasSubstr("<line uuid=\"{A}\"><pattern>1</pattern></line>"));
  EXPECT_THAT(text, HasSubstr("<dirn uuid=\"{A}\"/>"));
  EXPECT_THAT(text, Not(HasSubstr("{B}")));
  EXPECT_THAT(text, Not(HasSubstr("{C}")));
  const auto again = loadPlanText("again.xml", text);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->plan.devices.at(0).lines.size(), 2U);
}

}  // namespace
}  // namespace dialscope::import
