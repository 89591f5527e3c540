#include "engine/import/compare.h"

#include "tests/unit/import/loaded.h"

#include <gmock/gmock.h>

namespace dialscope::import {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<FieldDifference> differences(std::string_view left, std::string_view right) {
  return compareRecords(loadObjects(left).document.records, loadObjects(right).document.records);
}

TEST(Compare, TakesSpellingsOfOneValueForTheSame) {
  EXPECT_THAT(
      differences(
          "<routePattern><pattern>9!</pattern><patternUrgency>t</patternUrgency><blockEnable>false</"
          "blockEnable>"
          "<prefixDigitsOut>\\+49</prefixDigitsOut><useCallingPartyPhoneMask>Off</useCallingPartyPhoneMask>"
          "<digitDiscardInstructionName>PreDot Trailing-#</digitDiscardInstructionName></routePattern>",
          "<routePattern><digitDiscardInstructionName>PreDotTrailing#</digitDiscardInstructionName>"
          "<routePartitionName>&lt;None></routePartitionName><prefixDigitsOut>+49</prefixDigitsOut>"
          "<patternUrgency>true</patternUrgency><pattern>9!</pattern></routePattern>"),
      IsEmpty());
}

TEST(Compare, TakesAClauseAndItsMembersForTheSame) {
  const std::string_view members =
      "<css><name>S</name><members>"
      "<member><routePartitionName>B</routePartitionName><index>7</index></member>"
      "<member><routePartitionName>A</routePartitionName><index>0</index></member></members></css>";
  EXPECT_THAT(differences("<css><name>S</name><clause>A:B</clause></css>", members), IsEmpty());
  EXPECT_THAT(differences("<css><name>S</name><clause>B:A</clause></css>", members),
              ElementsAre(FieldDifference{"css", "S", "clause", "B:A", "A:B"}));
}

TEST(Compare, SortsMembersAndForgetsHowTheyCount) {
  const auto list = [](std::string_view first, std::string_view second) {
    return "<routeList><name>L</name><members><member><routeGroupName>A</routeGroupName><selectionOrder>" +
           std::string(first) +
           "</selectionOrder></member><member><routeGroupName>B</routeGroupName><prefixDigitsOut>1"
           "</prefixDigitsOut><selectionOrder>" +
           std::string(second) + "</selectionOrder></member></members></routeList>";
  };
  EXPECT_THAT(differences(list("1", "2"), list("0", "1")), IsEmpty());
  EXPECT_THAT(differences(list("1", "2"), list("2", "1")),
              ElementsAre(FieldDifference{"routeList", "L", "members/member[1]/routeGroupName", "A", "B"},
                          FieldDifference{"routeList", "L", "members/member[2]/routeGroupName", "B", "A"},
                          FieldDifference{"routeList", "L", "members/member[2]/prefixDigitsOut", "1", ""},
                          FieldDifference{"routeList", "L", "members/member[1]/prefixDigitsOut", "", "1"}));
}

TEST(Compare, ShowsWhatDiffersAndWhatIsMissing) {
  EXPECT_THAT(
      differences("<routePattern><pattern>9!</pattern><patternUrgency>true</patternUrgency></routePattern>"
                  "<line><pattern>1</pattern></line>",
                  "<routePattern><pattern>9!</pattern><description>d</description></routePattern>"
                  "<transPattern><pattern>1</pattern></transPattern>"),
      ElementsAre(FieldDifference{"routePattern", "9! in <None>", "patternUrgency", "true", ""},
                  FieldDifference{"routePattern", "9! in <None>", "description", "", "d"},
                  FieldDifference{"line", "1 in <None>", "", "present", ""},
                  FieldDifference{"transPattern", "1 in <None>", "", "", "present"}));
}

// The whole of the Preferred Architecture plan, as AXL answers and by hand.
TEST(Compare, FindsTheFormsOfOnePlanEqual) {
  const auto axl = loadPlan({DIALSCOPE_SOURCE_DIR "/dialplans/preferred-architecture"});
  const auto byHand = loadPlan({DIALSCOPE_SOURCE_DIR "/tests/data/pa.xml"});
  ASSERT_TRUE(axl);
  ASSERT_TRUE(byHand);
  const auto found = compareRecords(axl->document.records, byHand->document.records);
  // The hand-written form leaves out who runs a route list.
  for (const FieldDifference& one : found) {
    EXPECT_TRUE(one.field == "callManagerGroupName" || one.field == "runOnEveryNode")
        << one.object << " " << one.key << " " << one.field << ": \"" << one.left << "\" \"" << one.right
        << "\"";
  }
}

}  // namespace
}  // namespace dialscope::import
