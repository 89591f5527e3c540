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
