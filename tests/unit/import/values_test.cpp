#include "engine/import/values.h"

#include "tests/unit/import/loaded.h"

#include <gmock/gmock.h>

namespace dialscope::import {
namespace {

using plan::DiscardDigits;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Values, KnowDiscardInstructionsInTheirSpellings) {
  EXPECT_EQ(discardOf(""), DiscardDigits::NoDigits);
  EXPECT_EQ(discardOf("<None>"), DiscardDigits::NoDigits);
  EXPECT_EQ(discardOf("NULL"), DiscardDigits::NoDigits);
  EXPECT_EQ(discardOf("NoDigits"), DiscardDigits::NoDigits);
  EXPECT_EQ(discardOf("PreDot"), DiscardDigits::PreDot);
  EXPECT_EQ(discardOf("Trailing-#"), DiscardDigits::TrailingPound);
  EXPECT_EQ(discardOf("PreDot Trailing-#"), DiscardDigits::PreDotTrailingPound);
  EXPECT_EQ(discardOf("predot trailing #"), DiscardDigits::PreDotTrailingPound);
  for (const auto* name : {"PreAt", "10-10-Dialing", "11D->10D", "11/10D->7D Trailing-#", "PreDot 11D->10D",
                           "IntlTollBypass", "Intl TollBypass", "PreDot IntlAccess IntlDirectDial"}) {
    EXPECT_EQ(discardOf(name), DiscardDigits::NeedsNumberingPlan) << name;
  }
  EXPECT_EQ(discardOf("PreDto"), std::nullopt);
}

std::vector<std::string> messagesOf(std::string_view element, std::string_view value) {
  return rendered(loadObjects("<routePattern><pattern>1</pattern><" + std::string(element) + ">" +
                              std::string(value) + "</" + std::string(element) + "></routePattern>")
                      .diagnostics);
}

TEST(Values, SayWhatWasExpected) {
  EXPECT_THAT(
      messagesOf("patternUrgency", "yes"),
      ElementsAre("plan.xml:1:61: warning: patternUrgency is \"yes\"; expected true or false; the default is "
                  "taken [not-a-boolean]"));
  EXPECT_THAT(
      messagesOf("digitDiscardInstructionName", "PreDto"),
      ElementsAre("plan.xml:1:74: warning: routePattern 1 names the unknown discard instruction \"PreDto\"; "
                  "NoDigits is taken; did you mean \"PreDot\"? [unknown-discard]"));
  EXPECT_THAT(
      messagesOf("calledPartyTransformationMask", "12Y4"),
      ElementsAre("plan.xml:1:78: warning: calledPartyTransformationMask \"12Y4\" holds \"Y\", which is no "
                  "digit; the whole mask is ignored [mask-character]"));
  EXPECT_THAT(messagesOf("prefixDigitsOut", "9X"), testing::SizeIs(1));
  EXPECT_THAT(messagesOf("releaseClause", "Call Rejcted"),
              ElementsAre(testing::EndsWith("did you mean \"Call Rejected\"? [unknown-value]")));
  EXPECT_THAT(messagesOf("useCallingPartyPhoneMask", "Onn"), testing::SizeIs(1));
}

TEST(Values, TakeNullForAbsent) {
  for (const auto* element :
       {"patternUrgency", "digitDiscardInstructionName", "calledPartyTransformationMask", "releaseClause",
        "useCallingPartyPhoneMask", "routePartitionName"}) {
    EXPECT_THAT(messagesOf(element, ""), IsEmpty()) << element;
  }
  EXPECT_THAT(messagesOf("useCallingPartyPhoneMask", "Default"), IsEmpty());
}

TEST(Values, CheckExternalPhoneNumberMasks) {
  const auto codes = [](std::string_view mask) {
    return codesOf(
        loadObjects("<line><pattern>1</pattern></line><phone><name>S</name><lines><line><dirn><pattern>1"
                    "</pattern></dirn><e164Mask>" +
                    std::string(mask) + "</e164Mask></line></lines></phone>")
            .diagnostics);
  };
  EXPECT_THAT(codes("+1408555XXXX"), IsEmpty());
  EXPECT_THAT(codes("4085550000"), IsEmpty());
  EXPECT_THAT(codes("12345678901234567890XXXX"), IsEmpty());
  EXPECT_THAT(codes("123456789012345678901XXXX"), ElementsAre(DiagnosticCode::ExternalMaskTooLong));
  EXPECT_THAT(codes("408XXXX0"), ElementsAre(DiagnosticCode::ExternalMaskLiteralEnd));
  EXPECT_THAT(codes("408-XXXX"), ElementsAre(DiagnosticCode::MaskCharacter));
}

}  // namespace
}  // namespace dialscope::import
