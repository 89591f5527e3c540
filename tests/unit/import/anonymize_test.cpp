#include "engine/import/anonymize.h"

#include "engine/import/compare.h"
#include "engine/import/write_xml.h"
#include "tests/support/files.h"
#include "tests/unit/import/loaded.h"

#include <gmock/gmock.h>

#include <set>

namespace dialscope::import {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// 0->3, 1->4 … 9->2.
constexpr DigitPermutation kThreeMore{{'3', '4', '5', '6', '7', '8', '9', '0', '1', '2'}};

std::string hidden(std::string_view objects) {
  const auto plan = anonymized(loadObjects(objects).document, kThreeMore);
  EXPECT_TRUE(plan.has_value());
  return plan ? writeXml(plan->document) : std::string();
}

// Hidden or not, a clause names the same partitions, however it is written.
TEST(Anonymize, ReadsAClauseAsThePlanDoes) {
  EXPECT_THAT(hidden("<routePartition><name>A</name></routePartition>"
                     "<routePartition><name>B</name></routePartition>"
                     "<css><name>C</name><clause>A: B :</clause></css>"),
              HasSubstr("<clause>routePartition-1:routePartition-2</clause>"));
}

TEST(Anonymize, ExchangesDigitsWhereverTheyAreDialed) {
  const std::string text = hidden(
      "<routePattern><pattern>\\+1[2-9]X.9*#!</pattern><calledPartyTransformationMask>91XX</"
      "calledPartyTransformationMask><prefixDigitsOut>0</prefixDigitsOut></routePattern>"
      "<line><pattern>1001</pattern><callForwardAll><destination>+1408</destination></callForwardAll></line>"
      "<sipTrunk><name>T</name><unknownPrefix>+49:2</unknownPrefix><unknownStripDigits>2</unknownStripDigits>"
      "<sigDigits>4</sigDigits></sipTrunk>"
      "<devicePool><name>P</name><callingPartyNationalPrefix>Default</callingPartyNationalPrefix></"
      "devicePool>"
      "<phone><name>SEP1</name><lines><line><index>2</index><dirn><pattern>1001</pattern></dirn>"
      "<e164Mask>+1408555XXXX</e164Mask></line></lines></phone>"
      "<serviceParameter><name>NationalPrefix</name><value>1</value></serviceParameter>"
      "<serviceParameter><name>TimerT302_msec</name><value>15000</value></serviceParameter>");
  EXPECT_THAT(text, HasSubstr("<pattern>\\+4[0-25-9]X.2*#!</pattern>"));
  EXPECT_THAT(text, HasSubstr("<calledPartyTransformationMask>24XX<"));
  EXPECT_THAT(text, HasSubstr("<prefixDigitsOut>3<"));
  EXPECT_THAT(text, HasSubstr("<destination>+4731<"));
  EXPECT_THAT(text, HasSubstr("<unknownPrefix>+72:2</unknownPrefix><unknownStripDigits>2<"));
  EXPECT_THAT(text, HasSubstr("<sigDigits>4<"));
  EXPECT_THAT(text, HasSubstr("<callingPartyNationalPrefix>Default<"));
  EXPECT_THAT(text, HasSubstr("<index>2</index><dirn><pattern>4334</pattern></dirn><e164Mask>+4731888XXXX<"));
  EXPECT_THAT(text, HasSubstr("<name>NationalPrefix</name><value>4<"));
  EXPECT_THAT(text, HasSubstr("<value>15000<"));
}

TEST(Anonymize, ReplacesNamesAlikeAndKeepsWhatCucmNames) {
  const std::string text = hidden(
      "<routePartition><name>Acme</name><description>the Acme site</description></routePartition>"
      "<css><name>AcmeAll</name><clause>Acme:Directory URI:AcmeGone</clause></css>"
      "<routePattern><pattern>9</pattern><routePartitionName>Acme</routePartitionName></routePattern>"
      "<line uuid=\"{ACME}\"><pattern>1</pattern><directoryURIs><directoryUri><uri>joe@acme.com</uri>"
      "<partition>Directory URI</partition></directoryUri></directoryURIs></line>"
      "<phone><name>SEPACME</name><lines><line><dirn uuid=\"{acme}\"/></line></lines></phone>"
      "<sipRoutePattern><pattern>acme.com</pattern></sipRoutePattern>"
      "<serviceParameter><name>ClusterID</name><value>acme</value></serviceParameter>");
  EXPECT_THAT(text, Not(HasSubstr("cme")));
  EXPECT_THAT(text, Not(HasSubstr("CME")));
  EXPECT_THAT(text, HasSubstr("<clause>routePartition-1:Directory URI:name-1</clause>"));
  EXPECT_THAT(text, HasSubstr("<routePartitionName>routePartition-1</routePartitionName>"));
  EXPECT_THAT(text, HasSubstr("<uri>user-1@host-1.invalid</uri>"));
  EXPECT_THAT(text, HasSubstr("<sipRoutePattern><pattern>host-1.invalid</pattern></sipRoutePattern>"));
  const auto again = loadPlanText("again", text);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->plan.devices.at(0).lines.size(), 1U);
}

// Everything that the plan is made of, apart from names and digits, is as it was.
TEST(Anonymize, KeepsThePreferredArchitectureWhatItIs) {
  const auto loaded = loadPlan({test::inRepository("dialplans/preferred-architecture")});
  ASSERT_TRUE(loaded);
  const auto plan = anonymized(loaded->document, secretPermutation());
  ASSERT_TRUE(plan);
  EXPECT_THAT(plan->messages, IsEmpty());
  const auto again = loadPlanText("again", writeXml(plan->document));
  ASSERT_TRUE(again);
  EXPECT_THAT(compareRecords(plan->document.records, again->document.records), IsEmpty());
  EXPECT_THAT(rendered(again->diagnostics), IsEmpty());
  EXPECT_EQ(again->plan.partitions.size(), loaded->plan.partitions.size());
  ASSERT_EQ(again->plan.entries.size(), loaded->plan.entries.size());
  std::multiset<std::string> before;
  std::multiset<std::string> after;
  for (const auto& entry : loaded->plan.entries)
    before.insert(std::string(plan::kindName(entry.kind)) + std::to_string(entry.pattern.elements.size()));
  for (const auto& entry : again->plan.entries)
    after.insert(std::string(plan::kindName(entry.kind)) + std::to_string(entry.pattern.elements.size()));
  EXPECT_EQ(before, after);
}

TEST(Anonymize, RefusesWhatDigitsCannotSay) {
  const auto numberingPlan =
      anonymized(loadObjects("<routePattern><pattern>9.@</pattern></routePattern>").document, kThreeMore);
  ASSERT_FALSE(numberingPlan);
  EXPECT_EQ(numberingPlan.error().code, DiagnosticCode::CannotHidePlan);
  const auto twins = anonymized(loadObjects("<routePattern><pattern>[12]</pattern></routePattern>"
                                            "<routePattern><pattern>[21]</pattern></routePattern>")
                                    .document,
                                kThreeMore);
  ASSERT_FALSE(twins);
  EXPECT_EQ(twins.error().code, DiagnosticCode::CannotHideSpelling);
  std::string wide;
  for (int i = 0; i < 9; ++i) wide += "[0-4]";
  const auto tooLong =
      anonymized(loadObjects("<routePattern><pattern>" + wide + "</pattern></routePattern>").document,
                 DigitPermutation{{'0', '2', '4', '6', '8', '1', '3', '5', '7', '9'}});
  ASSERT_FALSE(tooLong);
  EXPECT_EQ(tooLong.error().code, DiagnosticCode::CannotHideLength);
}

TEST(Anonymize, LeavesOutWhatNobodyCanRead) {
  const auto plan =
      anonymized(loadObjects("<line><pattern>Joe's line</pattern></line><line><pattern>1</pattern></line>"
                             "<serviceParameter><name>ClusterID</name><value>acme</value></serviceParameter>")
                     .document,
                 kThreeMore);
  ASSERT_TRUE(plan);
  EXPECT_EQ(plan->document.records.size(), 1U);
  EXPECT_THAT(codesOf(plan->messages),
              ElementsAre(DiagnosticCode::HiddenWithout, DiagnosticCode::HiddenWithout));
}

TEST(Anonymize, PermutesWithoutLosingADigit) {
  std::set<std::string> seen;
  for (int i = 0; i < 20; ++i) {
    const DigitPermutation permutation = secretPermutation();
    std::string digits(permutation.of.begin(), permutation.of.end());
    seen.insert(digits);
    std::sort(digits.begin(), digits.end());
    EXPECT_EQ(digits, "0123456789");
  }
  EXPECT_GT(seen.size(), 10U);
}

}  // namespace
}  // namespace dialscope::import
