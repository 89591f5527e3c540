#include "tests/support/temporary_folder.h"
#include "tests/unit/import/loaded.h"

#include <gmock/gmock.h>

namespace dialscope::import {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string answer(std::string_view operation, std::string_view objects) {
  return "<e:Envelope xmlns:e=\"x\"><e:Body><n:" + std::string(operation) +
         "Response xmlns:n=\"y\"><return>" + std::string(objects) + "</return></n:" + std::string(operation) +
         "Response></e:Body></e:Envelope>\n";
}

LoadedPlan load(const std::string& text) {
  auto loaded = loadPlanText("axl.xml", text);
  EXPECT_TRUE(loaded.has_value());
  return loaded ? std::move(*loaded) : LoadedPlan();
}

constexpr std::string_view kListed =
    "<routePattern uuid=\"{A}\"><pattern>9!</pattern><patternUrgency>true</patternUrgency></routePattern>";
constexpr std::string_view kGot =
    "<routePattern uuid=\"{A}\"><pattern>9!</pattern><destination><gatewayName>G</gatewayName></destination>"
    "</routePattern>";

// What one answer leaves out never overrides what the other says, in either order.
TEST(Merge, JoinsListAndGet) {
  const std::string trunk = answer("getSipTrunk", "<sipTrunk><name>G</name></sipTrunk>");
  const std::string list = answer("listRoutePattern", kListed);
  const std::string get = answer("getRoutePattern", kGot);
  for (const std::string& text : {trunk + list + get, trunk + get + list}) {
    const auto loaded = load(text);
    ASSERT_EQ(loaded.plan.entries.size(), 1U);
    EXPECT_TRUE(loaded.plan.entries[0].urgent);
    EXPECT_TRUE(std::holds_alternative<plan::DeviceId>(
        std::get<plan::RoutePattern>(loaded.plan.entries[0].detail).destination));
    EXPECT_THAT(rendered(loaded.diagnostics), IsEmpty());
  }
}

std::string destinationOf(const LoadedPlan& loaded) {
  const auto& route = std::get<plan::RoutePattern>(loaded.plan.entries.at(0).detail).destination;
  if (const auto* device = std::get_if<plan::DeviceId>(&route)) return at(loaded.plan.devices, *device).name;
  const auto* list = std::get_if<plan::RouteListId>(&route);
  return list ? "list " + at(loaded.plan.routeLists, *list).name : "";
}

constexpr std::string_view kToList =
    "<routePattern uuid=\"{A}\"><pattern>9!</pattern><destination><routeListName>RL</routeListName>"
    "</destination></routePattern>";

// A gateway and a route list are two answers to one question, and a table may leave open which of them its answer is.
TEST(Merge, APatternLeadsToOnePlace) {
  const std::string gateway = answer("getRoutePattern", kGot);
  const std::string list = answer("getRoutePattern", kToList);
  const LoadedPlan later = load(gateway + list);
  EXPECT_EQ(destinationOf(later), "list RL");
  EXPECT_THAT(codesOf(later.diagnostics),
              ElementsAre(DiagnosticCode::ConflictingValue, DiagnosticCode::UnknownRouteList));
  EXPECT_EQ(destinationOf(load(list + gateway)), "G");

  const std::string byHand =
      "<routePattern><pattern>9!</pattern><destination><gatewayName>G</gatewayName>"
      "</destination></routePattern><routePattern><pattern>9!</pattern><destination>"
      "<routeListName>RL</routeListName></destination></routePattern>";
  EXPECT_EQ(destinationOf(loadObjects(byHand)), "G") << "the first holds";

  const std::string table =
      "dnorpattern tkpatternusage destination\n=========== ============== ===========\n"
      "9!          5              RL\n";
  for (const auto& [first, second] : {std::pair(table, list), std::pair(list, table)}) {
    const test::TemporaryFolder folder;
    const auto loaded = loadPlan({folder.write("1", first), folder.write("2", second)});
    ASSERT_TRUE(loaded);
    EXPECT_EQ(destinationOf(*loaded), "list RL");
  }
}

TEST(Merge, ADestinationIsUnsaidUntilSomeAccountIsWhole) {
  const auto destination = [](const std::string& text) {
    return std::get<plan::RoutePattern>(load(text).plan.entries.at(0).detail).destination;
  };
  const std::string list = answer("listRoutePattern", kListed);
  const std::string get =
      answer("getRoutePattern", "<routePattern uuid=\"{A}\"><pattern>9!</pattern></routePattern>");
  EXPECT_TRUE(std::holds_alternative<plan::Unsaid>(destination(list)));
  EXPECT_TRUE(std::holds_alternative<std::monostate>(destination(list + get)));
  EXPECT_TRUE(std::holds_alternative<std::monostate>(destination(get + list)));
}

// What has an id alone may get its name from a third account, and then be what stands there already.
TEST(Merge, ARecordThatLearnsItsNameIsOneWithItsNamesakes) {
  const std::string idAlone = answer("listLine", "<line uuid=\"{L}\"><description>x</description></line>");
  const std::string whole = answer("getLine", "<line uuid=\"{L}\"><pattern>1001</pattern></line>");
  const std::string nameAlone = answer("listLine", "<line><pattern>1001</pattern></line>");
  for (const std::string& text : {idAlone + whole + nameAlone, nameAlone + idAlone + whole,
                                  idAlone + nameAlone + whole, whole + nameAlone + idAlone}) {
    EXPECT_EQ(load(text).plan.entries.size(), 1U) << text;
  }
}

TEST(Merge, TellsWhatAListAloneLacks) {
  EXPECT_THAT(
      rendered(load(answer("listRoutePattern", kListed)).diagnostics),
      ElementsAre("axl.xml:1:82: note: listRoutePattern does not say the destination (objects: 1); the "
                  "matching get answers do [list-without-detail]"));
}

TEST(Merge, LetsTheGetWinAndSaysSo) {
  const std::string list = answer(
      "listRoutePattern",
      "<routePattern uuid=\"{A}\"><pattern>9!</pattern><prefixDigitsOut>1</prefixDigitsOut></routePattern>");
  const std::string get = answer(
      "getRoutePattern",
      "<routePattern uuid=\"{A}\"><pattern>9!</pattern><prefixDigitsOut>2</prefixDigitsOut></routePattern>");
  for (const std::string& text : {list + get, get + list}) {
    const auto loaded = load(text);
    ASSERT_EQ(loaded.plan.entries.size(), 1U);
    EXPECT_EQ(loaded.plan.entries[0].called->prefix, "2");
    EXPECT_THAT(codesOf(loaded.diagnostics), ElementsAre(DiagnosticCode::ConflictingValue));
  }
}

TEST(Merge, TakesNullInAListForNothingSaid) {
  const auto loaded =
      load(answer("getRoutePattern",
                  "<routePattern "
                  "uuid=\"{A}\"><pattern>9!</pattern><prefixDigitsOut>2</prefixDigitsOut></routePattern>") +
           answer("listRoutePattern",
                  "<routePattern uuid=\"{A}\"><pattern>9!</pattern><prefixDigitsOut/></routePattern>"));
  EXPECT_EQ(loaded.plan.entries.at(0).called->prefix, "2");
  EXPECT_THAT(rendered(loaded.diagnostics), IsEmpty());
}

TEST(Merge, KeepsTheFirstOfTwoPatternsWrittenByHand) {
  const auto loaded = loadObjects(
      "<line><pattern>1</pattern><patternUrgency>true</patternUrgency></line>"
      "<line><pattern>1</pattern><patternUrgency>false</patternUrgency><description>d</description></line>");
  ASSERT_EQ(loaded.plan.entries.size(), 1U);
  EXPECT_TRUE(loaded.plan.entries[0].urgent);
  EXPECT_EQ(*loaded.plan.entries[0].description, "d");
  EXPECT_THAT(rendered(loaded.diagnostics),
              ElementsAre("plan.xml:1:96: warning: line 1 in partition \"<None>\" is defined twice, first at "
                          "plan.xml:1:26; where the two differ the first holds [duplicate-pattern]"));
}

// Raw text, partition and usage make the key of a pattern: all of these may stand side by side.
TEST(Merge, TellsPatternsApart) {
  const auto loaded = loadObjects(
      "<routePartition><name>P</name></routePartition>"
      "<routePattern><pattern>911</pattern></routePattern><routePattern><pattern>9.11</pattern></"
      "routePattern>"
      "<routePattern><pattern>911</pattern><routePartitionName>P</routePartitionName></routePattern>"
      "<transPattern><pattern>911</pattern></transPattern>");
  EXPECT_EQ(loaded.plan.entries.size(), 4U);
  EXPECT_THAT(rendered(loaded.diagnostics), IsEmpty());
}

TEST(Merge, ReportsDuplicateNames) {
  const auto loaded = loadObjects("<css><name>S</name></css><css><name>S</name></css>");
  EXPECT_THAT(codesOf(loaded.diagnostics), ElementsAre(DiagnosticCode::DuplicateObject));
  EXPECT_EQ(loaded.plan.searchSpaces.size(), 1U);
  EXPECT_EQ(loaded.objects.at(0).count, 1U);
}

TEST(Merge, LetsDevicesShareNoName) {
  const auto loaded = loadObjects("<phone><name>X</name></phone><sipTrunk><name>X</name></sipTrunk>");
  EXPECT_THAT(codesOf(loaded.diagnostics), ElementsAre(DiagnosticCode::DuplicateObject));
  EXPECT_EQ(loaded.plan.devices.size(), 1U);
}

}  // namespace
}  // namespace dialscope::import
