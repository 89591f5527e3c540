// Who lost, which unpublished rules the answer hangs on, and what it leaves out.
#include "engine/routing/explain_call.h"

#include "engine/routing/race.h"
#include "tests/support/plan_sketch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dialscope {
namespace {

using routing::Candidate;
using routing::DialMode;
using routing::Trace;
using routing::UnmodelledKind;
using test::Dialing;
using test::kBloc;
using test::PlanSketch;
using testing::ElementsAre;
using testing::IsEmpty;

// "7XXX selected DA-22 of 1000, matches"
std::string line(const PlanSketch& plan, const Candidate& candidate) {
  const plan::Entry& entry = at(plan.plan().entries, candidate.entry);
  const std::string& partition = at(plan.plan().partitions, entry.partition).name;
  std::string text = entry.pattern.text + (partition == "P" ? "" : "@" + partition);
  text += " " + std::string(name(candidate.verdict)) + " " + std::string(candidate.rule);
  if (candidate.diedAt) text += " at " + std::to_string(*candidate.diedAt);
  if (!candidate.expected.empty()) text += " on " + candidate.expected;
  text += " of " + (candidate.count ? candidate.count->str() : "?");
  if (candidate.matches) text += ", matches";
  if (candidate.longer) text += ", longer";
  return text;
}

std::vector<std::string> candidates(const PlanSketch& plan, const Trace& trace, std::size_t hop = 0) {
  std::vector<std::string> lines;
  for (const Candidate& candidate : trace.hops.at(hop).candidates) lines.push_back(line(plan, candidate));
  return lines;
}

// The example of the interface.
TEST(Candidates, OfSevenHundred) {
  const PlanSketch plan(R"(
      route 7XXX urgent
      line  70012
      route 8XXX
  )");
  EXPECT_THAT(
      candidates(plan, plan.dial("70012")),
      ElementsAre("7XXX selected DA-22 of 1000, matches", "70012 needs-more-digits DA-32 of 0, longer"));
  EXPECT_THAT(candidates(plan, plan.dial("70012", kBloc)),
              ElementsAre("70012 selected DA-22 of 1, matches", "7XXX dropped DA-41 at 5 of 0"));
  EXPECT_THAT(
      candidates(plan, plan.dial("7001", kBloc)),
      ElementsAre("7XXX selected DA-22 of 1000, matches", "70012 needs-more-digits DA-41 of 0, longer"));
  EXPECT_THAT(candidates(plan, plan.dial("9")), IsEmpty());
}

// In order of selection; then count, search order, text.
TEST(Candidates, Order) {
  const PlanSketch plan(R"(
      route 1X!
      route 12X@B
      route 12X
      route 1XX
      route [1-5]2X
      route 124X
      route 12!
      route 12X@
      route 1[24][35]
      route 1*X
  )");
  EXPECT_THAT(candidates(plan, plan.dial("123", {.partitions = "B:P"})),
              ElementsAre("1[24][35] selected DA-22 of 4, matches",   //
                          "12X@B beaten DA-22 of 10, matches",        //
                          "12! beaten DA-22 of 10, matches, longer",  // the same ten strings at this length
                          "12X beaten DA-22 of 10, matches",          //
                          "12X@ beaten DA-22 of 10, matches",         //
                          "[1-5]2X beaten DA-22 of 50, matches",      //
                          "1X! beaten DA-22 of 100, matches, longer", "1XX beaten DA-22 of 100, matches",
                          "124X dropped DA-01 at 3 on 4 of 0", "1*X dropped DA-01 at 2 on * of 10"));
}

// Why each of two equals lost.
TEST(Candidates, Ties) {
  const PlanSketch plan(R"(
      route 1XX@B
      route 12X@B
      route 12X@A
      route 123@C
      route [13]2[34]@C
      route 1[26][34]@C
  )");
  EXPECT_THAT(candidates(plan, plan.dial("125", {.partitions = "A:B"})),
              ElementsAre("12X@A selected DA-23 of 10, matches", "12X@B beaten DA-23 of 10, matches",
                          "1XX@B beaten DA-22 of 100, matches"));
  const Trace tie = plan.dial("124", {.partitions = "C"});
  EXPECT_THAT(candidates(plan, tie),
              ElementsAre("[13]2[34]@C selected DA-24 of 4, matches",
                          "1[26][34]@C beaten DA-24 of 4, matches", "123@C dropped DA-01 at 3 on 3 of 1"));
  EXPECT_THAT(tie.assumed, ElementsAre("DA-24"));
}

// Which element a key ran into, by how that is written.
TEST(Candidates, Dropped) {
  const PlanSketch plan(R"(
      route 1X@Any
      route 1!@Run
      route 1[2-4]@Set
      route 1[^*]@Complement
      route 1\+@Plus
      route 1@End
  )");
  const auto dropped = [&](const char* partition) {
    return candidates(plan, plan.dial("1*", {.partitions = partition, .mode = DialMode::Bloc})).at(0);
  };
  EXPECT_EQ(dropped("Any"), "1X@Any dropped DA-02 at 2 on X of 10");
  EXPECT_EQ(dropped("Run"), "1!@Run dropped DA-03 at 2 on ! of 10");
  EXPECT_EQ(dropped("Set"), "1[2-4]@Set dropped DA-04 at 2 on [2-4] of 3");
  EXPECT_EQ(dropped("Complement"), "1[^*]@Complement dropped DA-05 at 2 on [^*] of 11");
  EXPECT_EQ(dropped("Plus"), "1\\+@Plus dropped DA-01 at 2 on \\+ of 1");
  EXPECT_EQ(dropped("End"), "1@End dropped DA-41 at 2 of 0");
}

// Each hop has candidates of its own, looked up in its own search list.
TEST(Candidates, OfLaterHops) {
  const PlanSketch plan(R"(
      css         Next Next
      translation 9.XX discard=PreDot css=Next
      route       1!@Next
      route       1X@Next
  )");
  const Trace trace = plan.dial("911");
  EXPECT_THAT(candidates(plan, trace, 0), ElementsAre("9.XX selected DA-22 of 100, matches"));
  EXPECT_THAT(candidates(plan, trace, 1), ElementsAre("1!@Next selected DA-24 of 10, matches, longer",
                                                      "1X@Next beaten DA-24 of 10, matches"));
}

TEST(WhyNot, AnyPatternOfThePlan) {
  const PlanSketch plan(R"(
      css         Next Next
      translation 9.XXX discard=PreDot css=Next
      route       12X@Next
      route       1XX@Next
      route       124X@Next
      route       123@Elsewhere
      route       9124
      route       8
  )");
  const Trace trace = plan.dial("9123", kBloc);
  const auto why = [&](const char* pattern) {
    const auto answer = whyNot(plan.compiled(), trace, plan.entry(pattern));
    return std::to_string(answer.hop) + ": " + line(plan, answer.candidate);
  };
  EXPECT_EQ(why("9.XXX"), "0: 9.XXX selected DA-22 of 1000, matches");
  EXPECT_EQ(why("12X"), "1: 12X@Next selected DA-22 of 10, matches");
  EXPECT_EQ(why("1XX"), "1: 1XX@Next beaten DA-22 of 100, matches");
  EXPECT_EQ(why("124X"), "1: 124X@Next dropped DA-01 at 3 on 4 of 0");
  EXPECT_EQ(why("9124"), "0: 9124 dropped DA-01 at 4 on 4 of 1");
  EXPECT_EQ(why("8"), "0: 8 dropped DA-01 at 1 on 8 of 0");
  EXPECT_THAT(why("123"), testing::HasSubstr("123@Elsewhere not-in-search-list DA-20"));
}

// One plan for each switch: the rule is named, its other reading tells why, and pinned it is not asked.
TEST(Assumed, EverySwitchIsNamedWhereItMatters) {
  struct Row {
    std::string rule, plan, digits;
    std::string pinned;
    DialMode mode = DialMode::DigitByDigit;
  };
  const std::string hop = "css Next Next\n";
  const std::vector<Row> rows{
      {"DA-05", "route 1[^2]\nroute 1XX", "1#", "negation=0-9*#"},
      {"DA-33", "route 1XX urgent\nroute 12!", "123", "urgent=best"},
      {"DA-37", "line 2000\nroute 2000X", "2000#", "pound=digit"},
      {"DA-42", "route 91 urgent\nroute 91XX", "9123", "sip-onhook=whole", DialMode::BlocWait},
      {"DA-44", hop + "translation 9! tame css=Next\nroute !@Next", "91", "expired-hops=wait"},
      {"DA-51", hop + "translation 1 css=Next\ntranslation 1@Next mask=2 originator\nline 2", "1",
       "originator-css=phone"},
      {"DA-55", hop + "translation 1 css=Next\nroute !@Next", "1", "bloc-hops=carry", DialMode::Bloc},
      {"DA-56", hop + "translation 1 css=Next\nroute !@Next", "12", "late-digits=append"},
      {"DA-62", "route 12 mask=XXX", "12", "mask-short=shrink"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.rule);
    const PlanSketch plan(row.plan);
    EXPECT_THAT(plan.dial(row.digits, {.mode = row.mode}).assumed, ElementsAre(row.rule));
    EXPECT_THAT(plan.dial(row.digits, {.mode = row.mode, .assume = {row.pinned}}).assumed, IsEmpty());
  }
}

TEST(Assumed, NothingWhereNothingDiffers) {
  const PlanSketch plan(R"(
      css         Next Next
      translation 5XXX mask=6XXX css=Next no-wait
      route       6XXX@Next urgent
      route       7[^9]X
  )");
  for (const char* digits : {"5123", "6", "712", "", "9"})
    EXPECT_THAT(plan.dial(digits).assumed, IsEmpty()) << digits;
}

// A tie of which one pattern is urgent decides whether the caller waits, even if a later key settles the call.
TEST(Assumed, TieThatDecidesTheWait) {
  const PlanSketch plan(R"(
      route 1[23]
      route [14]2 urgent
      route 123
  )");
  const Trace trace = plan.dial("123");
  EXPECT_EQ(plan.text(trace.last().entry), "123");
  EXPECT_THAT(trace.assumed, ElementsAre("DA-24", "DA-33"))
      << "any urgent match cuts the wait, whichever wins";
  // Where both are urgent, or neither is, the tie at the second key decides nothing.
  for (const char* settings : {"", "urgent"}) {
    const std::string both = settings;
    const PlanSketch even("route 1[23] " + both + "\nroute [14]2 " + both + "\nroute 1X3\n");
    EXPECT_EQ(testing::Value(even.dial("123").assumed, testing::Contains("DA-24")), both == "urgent")
        << settings;
  }
}

TEST(Unmodelled, WhatTheCallTouched) {
  PlanSketch plan(R"(
      route 9XXX@Timed  to=GW
      route 7XXX        fac
      route 6XXX
      route 5XXX
      hunt  3000
      line  2000
  )");
  plan.plan().timeSchedules.push_back({"Office", true, {}, {}});
  plan.plan().partitions[plan.partitions("Timed")[0].value].timeSchedule = plan::TimeScheduleId{0};
  plan.plan().devices[0].unapplied = {"called party transformation CSS X"};
  plan.plan().leftOut.push_back(
      {test::patternOf("8.@"), plan::EntryKind::Route, plan.partitions("P")[0], {}, {}, false, {}});
  const auto entryOf = [&](const char* pattern) -> plan::Entry& {
    return plan.plan().entries[plan.entry(pattern).value];
  };
  plan.plan().routeGroups.push_back({"RG", true, {}, false, {}, {}});
  plan.plan().routeLists.push_back({"RL", true, {}, true, {{plan::RouteGroupId{0}}}});
  std::get<plan::RoutePattern>(entryOf("6XXX").detail).destination = plan::RouteListId{0};
  std::get<plan::RoutePattern>(entryOf("6XXX").detail).overlapSending = true;
  entryOf("5XXX").called.edit().discard = plan::DiscardDigits::NeedsNumberingPlan;
  entryOf("5XXX").called.edit().discardName = "11D->10D";
  std::get<plan::HuntPilot>(entryOf("3000").detail).huntList = plan::HuntListId{0};
  plan.plan().huntLists.push_back({"HL", true, {}, true, {}});
  std::get<plan::DirectoryNumber>(entryOf("2000").detail).forwardAll = std::string("voicemail");

  const auto touched = [&](std::string_view digits, const char* partitions = "P") {
    std::vector<std::string> lines;
    for (const auto& one : plan.dial(digits, {.partitions = partitions}).unmodelled) {
      lines.push_back(std::to_string(static_cast<int>(one.kind)) + " " + one.where + " " + one.detail);
    }
    return lines;
  };
  const auto entry = [](UnmodelledKind kind, const std::string& rest) {
    return std::to_string(static_cast<int>(kind)) + " " + rest;
  };
  EXPECT_THAT(touched("9123", "Timed"),
              ElementsAre(entry(UnmodelledKind::TimeSchedule, "Timed Office"),
                          entry(UnmodelledKind::DeviceSettings, "GW called party transformation CSS X")));
  EXPECT_THAT(touched("8123"), ElementsAre(entry(UnmodelledKind::NumberingPlan, "8.@ P")));
  EXPECT_THAT(touched("7123"), ElementsAre(entry(UnmodelledKind::AccessCode, "7XXX FAC")));
  EXPECT_THAT(touched("6123"), ElementsAre(entry(UnmodelledKind::OverlapSending, "6XXX "),
                                           entry(UnmodelledKind::RouteList, "RL 6XXX")));
  EXPECT_THAT(touched("5123"), ElementsAre(entry(UnmodelledKind::DiscardInstruction, "5XXX 11D->10D")));
  EXPECT_THAT(touched("3000"), ElementsAre(entry(UnmodelledKind::HuntList, "HL 3000")));
  EXPECT_THAT(touched("2000"), ElementsAre(entry(UnmodelledKind::ForwardAll, "2000 voicemail")));
  EXPECT_THAT(touched("4"), IsEmpty());
  EXPECT_THAT(touched(""), IsEmpty());
}

}  // namespace
}  // namespace dialscope
