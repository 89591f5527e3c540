#include "engine/routing/call.h"

#include "tests/support/plan_sketch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dialscope::routing {
namespace {

using test::PlanSketch;
using testing::ElementsAre;

// What is sent in one go, then the keys; `1/2s/3T` = two seconds and three expiries before the 1.
std::string taken(std::string_view text, DialMode mode) {
  const auto dialed = parseDialString(text, mode);
  if (!dialed) return "refused";
  std::string result = dialed->bloc + "|";
  for (const KeyPress& press : dialed->keys) {
    result += charOf(press.key);
    if (press.pause.count() != 0) result += "/" + std::to_string(press.pause.count() / 1000) + "s";
    if (press.expiries != 0) result += "/" + std::to_string(press.expiries) + "T";
  }
  return result;
}

TEST(DialString, ByMode) {
  struct Row {
    std::string text, keyed, bloc, blocWait;
  };
  const std::vector<Row> rows{
      {"", "|", "|", "|"},
      {"0123456789*#ABCD+", "|0123456789*#ABCD+", "0123456789*#ABCD+|", "0123456789*#ABCD+|"},
      {"1,2", "|12/1s", "12|", "1|2/1s"},
      {"1,,2,3", "|12/2s3/1s", "123|", "1|2/2s3/1s"},
      {"1T2", "|12/1T", "12|", "1|2/1T"},
      {"1,TT2", "|12/1s/2T", "12|", "1|2/1s/2T"},
      {",1", "|1/1s", "1|", "|1/1s"},
      {"1T", "|1", "1|", "1|"},
      {"1x", "refused", "refused", "refused"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.text);
    EXPECT_EQ(taken(row.text, DialMode::DigitByDigit), row.keyed);
    EXPECT_EQ(taken(row.text, DialMode::Bloc), row.bloc);
    EXPECT_EQ(taken(row.text, DialMode::BlocWait), row.blocWait);
  }
}

TEST(DialString, Errors) {
  const auto letter = parseDialString("12x4", DialMode::Bloc);
  ASSERT_FALSE(letter);
  EXPECT_EQ(letter.error().code, DiagnosticCode::DialStringCharacter);
  EXPECT_EQ(letter.error().where.column, 3U);
  EXPECT_EQ(letter.error().suggestion, "");
  const auto lower = parseDialString("1b", DialMode::DigitByDigit);
  ASSERT_FALSE(lower);
  EXPECT_EQ(lower.error().suggestion, "B");
  for (const char* wrong : {"1 2", "1-2", "\\+1", "1.2", "t", "1\n"}) {
    EXPECT_FALSE(parseDialString(wrong, DialMode::DigitByDigit)) << wrong;
  }
}

TEST(DialString, FiveHundredKeysAtMost) {
  const std::string most(500, '1');
  EXPECT_TRUE(parseDialString(most, DialMode::Bloc));
  EXPECT_TRUE(parseDialString(most + ",,T", DialMode::DigitByDigit));
  for (const auto mode : {DialMode::DigitByDigit, DialMode::Bloc, DialMode::BlocWait}) {
    const auto more = parseDialString(most + "1", mode);
    ASSERT_FALSE(more);
    EXPECT_EQ(more.error().code, DiagnosticCode::DialStringTooLong);
    EXPECT_THAT(more.error().arguments, ElementsAre("501", "500"));
  }
}

TEST(SearchList, APartitionCountsWhereItStandsFirst) {
  const PlanSketch plan(R"(
      css Line   A:B
      css Device B:C:A:D
  )");
  const auto list = searchListOf(
      plan.plan(), {*plan.plan().findSearchSpace("Line"), *plan.plan().findSearchSpace("Device")});
  EXPECT_EQ(list, plan.partitions("A:B:C:D"));
}

// DA-21: line before device; a CTI route point the other way round.
TEST(Origin, LineAndDevice) {
  PlanSketch plan(R"(
      line \+1408555.1234@DN
      css  Line   L
      css  Device D
  )");
  const auto line = plan.entry("\\+1408555.1234");
  std::get<plan::DirectoryNumber>(plan.plan().entries[line.value].detail).searchSpace =
      plan.plan().findSearchSpace("Line");
  plan::Device phone;
  phone.searchSpace = plan.plan().findSearchSpace("Device");
  phone.lines = {{line, 1, "972813XXXX"}};
  const Origin origin = originOf(plan.plan(), phone, phone.lines[0]);
  EXPECT_EQ(origin.partitions, plan.partitions("L:D"));
  EXPECT_EQ(origin.calling.text(), "+14085551234");
  EXPECT_EQ(origin.externalPhoneNumberMask, "972813XXXX");
  phone.deviceFirst = true;
  EXPECT_EQ(originOf(plan.plan(), phone, phone.lines[0]).partitions, plan.partitions("D:L"));
  EXPECT_EQ(originOf(plan.plan(), line).partitions, plan.partitions("L"));
}

// The table of switches is the last table of the rules, but for the one that no rule of this build asks.
TEST(Assumptions, Table) {
  std::string table;
  for (const Switch& one : switches()) {
    table += std::string(one.rule) + " " + std::string(one.key);
    for (std::size_t i = 0; i < one.readingCount(); ++i) table += " " + std::string(one.readings[i]);
    table += "\n";
  }
  EXPECT_EQ(table,
            "DA-05 negation 0-9*# 0-9 all\n"
            "DA-33 urgent best any\n"
            "DA-37 pound digit terminator\n"
            "DA-42 sip-onhook whole replay\n"
            "DA-44 expired-hops wait carry\n"
            "DA-51 originator-css phone current\n"
            "DA-55 bloc-hops carry reset\n"
            "DA-56 late-digits append drop\n"
            "DA-62 mask-short shrink keep-x\n");
}

TEST(Assumptions, SetAndGet) {
  for (const Switch& one : switches()) {
    SCOPED_TRACE(one.key);
    Assumptions assume;
    EXPECT_EQ(one.get(assume), 0U) << "the default stands first";
    for (std::size_t i = 0; i < one.readingCount(); ++i) {
      one.set(assume, i);
      EXPECT_EQ(one.get(assume), i);
      for (const Switch& other : switches()) {
        EXPECT_TRUE(other.key == one.key || other.get(assume) == 0) << other.key;
      }
    }
    EXPECT_EQ(findSwitch(one.key), &one);
  }
  EXPECT_EQ(findSwitch("urgency"), nullptr);
}

}  // namespace
}  // namespace dialscope::routing
