// One call, start to end: when each hop is decided, by which pattern, after how long a wait.
//
// A row is a dial string and the answer to it: fate, pattern (`@Partition` where that is not P), called number, reason,
// `wait` and `at` in milliseconds, unused keys. T302 is 15 seconds, the gap half a second.
#include "engine/routing/walk_call.h"

#include "tests/support/plan_sketch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dialscope {
namespace {

using routing::DialMode;
using routing::Trace;
using test::Dialing;
using test::kBloc;
using test::PlanSketch;
using testing::ElementsAre;

std::string answer(const PlanSketch& plan, const Trace& trace) {
  std::string text(name(trace.fate));
  if (const auto entry = trace.last().entry) {
    const plan::Entry& hit = at(plan.plan().entries, *entry);
    const std::string& partition = at(plan.plan().partitions, hit.partition).name;
    text += " " + (hit.pattern.text.empty() ? "\"\"" : hit.pattern.text) +
            (partition == "P" ? "" : "@" + partition);
  }
  text += ": " + trace.last().called.text();
  if (trace.last().reason != routing::Reason::None) text += ", " + std::string(name(trace.last().reason));
  text +=
      ", wait " + std::to_string(trace.waited.count()) + ", at " + std::to_string(trace.decidedAt.count());
  if (!trace.unused.empty()) text += ", unused " + trace.unused;
  return text;
}

struct Row {
  std::string digits;
  std::string expected;
  Dialing dialing = {};
};

void expectAnswers(const PlanSketch& plan, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const Trace trace = routing::walkCall(plan.compiled(), plan.call(row.digits, row.dialing));
    const std::string assumed = row.dialing.assume.empty() ? "" : " " + row.dialing.assume.front();
    EXPECT_EQ(answer(plan, trace), row.expected)
        << "dialed " << row.digits << " " << routing::modeName(row.dialing.mode) << assumed;
    std::string keyed = row.digits;
    std::erase_if(keyed, [](char c) { return c == ',' || c == 'T'; });
    EXPECT_EQ(trace.consumed + trace.unused, keyed);
  }
}

const Dialing kBlocWait{.mode = DialMode::BlocWait};

Dialing assuming(std::string switchAndReading, DialMode mode = DialMode::DigitByDigit) {
  return {.mode = mode, .assume = {std::move(switchAndReading)}};
}

// The article's third sentence: an urgent 7XXX hides 700XX from whoever keys (DA-30, DA-31, DA-34, DA-41).
TEST(WalkCall, SevenHundred) {
  expectAnswers(PlanSketch(R"(
      route 7XXX urgent
      route 700XX
  )"),
                {
                    {"70012", "routed 7XXX: 7001, urgent, wait 0, at 1500, unused 2"},
                    {"70012", "routed 700XX: 70012, only-match, wait 0, at 0", kBloc},
                    {"70012", "routed 700XX: 70012, only-match, wait 0, at 0", kBlocWait},
                    {"7112", "routed 7XXX: 7112, only-match, wait 0, at 1500"},
                    {"7", "incomplete: 7, wait 15000, at 15000"},
                    {"7", "no-match: 7, wait 0, at 0", kBloc},
                    {"75*9", "no-match: 75*, wait 0, at 1000, unused 9"},
                    {"8123", "no-match: 8, wait 0, at 0, unused 123"},
                });
}

// DA-32, DA-36: the timer, restarted by each key; a key right at its end is late.
TEST(WalkCall, InterdigitTimer) {
  const std::string fourteenSeconds(14, ',');
  expectAnswers(PlanSketch(R"(
      route 12
      route 123
  )"),
                {
                    {"12", "routed 12: 12, timeout, wait 15000, at 15500"},
                    {"1", "incomplete: 1, wait 15000, at 15000"},
                    {"123", "routed 123: 123, only-match, wait 0, at 1000"},
                    {"12,3", "routed 123: 123, only-match, wait 0, at 2000"},
                    {"1,,2,3", "routed 123: 123, only-match, wait 0, at 4000"},
                    {"12" + fourteenSeconds + "3",
                     "routed 123: 123, only-match, wait 0, at 15998",
                     {.gap = std::chrono::milliseconds(999)}},
                    {"12" + fourteenSeconds + "3",
                     "routed 12: 12, timeout, wait 15000, at 16000, unused 3",
                     {.gap = std::chrono::milliseconds(1000)}},
                    {"12T3", "routed 12: 12, timeout, wait 15000, at 15500, unused 3"},
                    {"1T23", "incomplete: 1, wait 15000, at 15000, unused 23"},
                    {"12T", "routed 12: 12, timeout, wait 15000, at 15500"},
                    {"12", "routed 12: 12, bloc, wait 0, at 0", kBloc},
                    {"12T3", "routed 123: 123, only-match, wait 0, at 0", kBloc},
                });
}

TEST(WalkCall, InterdigitTimerOfThePlanAndOfTheCall) {
  PlanSketch plan("route 9!");
  plan.plan().serviceParameters.interdigitTimeout = std::chrono::milliseconds(4000);
  auto call = plan.call("91");
  EXPECT_EQ(answer(plan, walkCall(plan.compiled(), call)), "routed 9!: 91, timeout, wait 4000, at 4500");
  call.interdigitTimeout = std::chrono::milliseconds(3000);
  EXPECT_EQ(answer(plan, walkCall(plan.compiled(), call)), "routed 9!: 91, timeout, wait 3000, at 3500");
}

// The first-digit timer is no part of the wait; times count from the first key.
TEST(WalkCall, FirstDigitTimer) {
  const std::string fourteenSeconds(14, ',');
  const PlanSketch plan("route 12");
  expectAnswers(plan, {
                          {"", "incomplete: , wait 0, at 15000"},
                          {"", "no-match: , wait 0, at 0", kBloc},
                          {fourteenSeconds + "12", "routed 12: 12, only-match, wait 0, at 500"},
                          {fourteenSeconds + ",12", "incomplete: , wait 0, at 15000, unused 12"},
                          {"T12", "incomplete: , wait 0, at 15000, unused 12"},
                      });
  PlanSketch patient("route 12");
  patient.plan().serviceParameters.firstDigitTimeout = std::chrono::milliseconds(30000);
  expectAnswers(patient, {{"", "incomplete: , wait 0, at 30000"},
                          {fourteenSeconds + ",12", "routed 12: 12, only-match, wait 0, at 500"}});
}

// DA-11: the empty pattern fires at off-hook where it is urgent; where it is not, the first key may be faster.
TEST(WalkCall, PrivateLine) {
  expectAnswers(PlanSketch(R"(
      css         Next Inside
      translation "" mask=2000 css=Next
      line        2000@Inside
      line        5
  )"),
                {
                    {"", "routed 2000@Inside: 2000, only-match, wait 0, at 0"},
                    {"5", "routed 2000@Inside: 2000, only-match, wait 0, at 0, unused 5"},
                });
  const PlanSketch tame(R"(
      css         Next Inside
      translation "" tame mask=2000 css=Next
      line        2000@Inside
      line        5
  )");
  expectAnswers(tame, {
                          {"", "routed 2000@Inside: 2000, only-match, wait 0, at 15000"},
                          {"5", "routed 5: 5, only-match, wait 0, at 0"},
                          {"6", "no-match: 6, wait 0, at 0"},
                      });
  EXPECT_EQ(tame.dial("").hops[0].reason, routing::Reason::OffHook);
  EXPECT_EQ(tame.dial("").hops[0].decidedBy, "DA-36") << "the timer for the first digit";
}

// DA-33 with Cisco's two examples, and the other reading.
TEST(WalkCall, UrgentWhenItIsTheBestMatch) {
  expectAnswers(PlanSketch(R"(
      route 1XX urgent
      route 12!
  )"),
                {
                    {"123", "routed 12!: 123, timeout, wait 15000, at 16000"},
                    {"123", "routed 12!: 123, urgent, wait 0, at 1000", assuming("urgent=any")},
                    {"133", "routed 1XX: 133, only-match, wait 0, at 1000"},
                });
  expectAnswers(PlanSketch(R"(
      route 12[2-5] urgent
      route 12!
  )"),
                {{"123", "routed 12[2-5]: 123, urgent, wait 0, at 1000"},
                 {"129", "routed 12!: 129, timeout, wait 15000, at 16000"}});
}

// DA-35: an urgent variable-length pattern fires on its first possible digit, and takes the whole string en bloc.
TEST(WalkCall, UrgentVariableLength) {
  expectAnswers(PlanSketch("route ! urgent"),
                {
                    {"5551234", "routed !: 5, urgent, wait 0, at 0, unused 551234"},
                    {"5551234", "routed !: 5551234, bloc, wait 0, at 0", kBloc},
                    {"5551234", "routed !: 5551234, urgent, wait 0, at 0", kBlocWait},
                });
  expectAnswers(PlanSketch("route \\+! urgent"),
                {{"+4930", "routed \\+!: +4, urgent, wait 0, at 500, unused 930"}});
  expectAnswers(PlanSketch("route 9011.! urgent"),
                {{"9011449", "routed 9011.!: 90114, urgent, wait 0, at 2000, unused 49"}});
}

// DA-37: `#` is a digit; as a terminator it is keyed, and what it ends has matched.
TEST(WalkCall, Pound) {
  const PlanSketch plan(R"(
      line  2000
      route 2000X
      route 3XX
  )");
  expectAnswers(
      plan, {
                {"2000#", "no-match: 2000#, wait 0, at 2000"},
                {"2000#", "routed 2000: 2000, end-of-dialing, wait 0, at 2000", assuming("pound=terminator")},
                {"2000#5", "routed 2000: 2000, end-of-dialing, wait 0, at 2000, unused 5",
                 assuming("pound=terminator")},
                {"2000#", "no-match: 2000#, wait 0, at 0", assuming("pound=terminator", DialMode::Bloc)},
                {"2000#", "no-match: 2000#, wait 0, at 0", assuming("pound=terminator", DialMode::BlocWait)},
                {"2000,#", "routed 2000: 2000, end-of-dialing, wait 0, at 1500",
                 assuming("pound=terminator", DialMode::BlocWait)},
                {"31#", "no-match: 31#, wait 0, at 1000", assuming("pound=terminator")},
                {"#", "no-match: #, wait 0, at 0", assuming("pound=terminator")},
            });
  expectAnswers(PlanSketch(R"(
      route 9!
      route 9!#
  )"),
                {{"912#", "routed 9!#: 912#, only-match, wait 0, at 1500"},
                 {"912#", "routed 9!#: 912#, only-match, wait 0, at 1500", assuming("pound=terminator")}});
}

// DA-42, DA-43: sent en bloc, yet T302 applies; what stands behind the first `,` is keyed.
TEST(WalkCall, BlocWait) {
  expectAnswers(
      PlanSketch(R"(
      route 91   urgent
      route 91XX
      route 12
      route 123
  )"),
      {
          {"9123", "routed 91XX: 9123, only-match, wait 0, at 0", kBlocWait},
          {"9123", "routed 91: 91, urgent, wait 0, at 0, unused 23",
           assuming("sip-onhook=replay", DialMode::BlocWait)},
          {"91", "routed 91: 91, urgent, wait 0, at 0", kBlocWait},
          {"12", "routed 12: 12, timeout, wait 15000, at 15000", kBlocWait},
          {"12", "routed 12: 12, timeout, wait 15000, at 15000",
           assuming("sip-onhook=replay", DialMode::BlocWait)},
          {"12,3", "routed 123: 123, only-match, wait 0, at 1500", kBlocWait},
          {"12,3", "routed 123: 123, only-match, wait 0, at 1500",
           assuming("sip-onhook=replay", DialMode::BlocWait)},
          {"12T3", "routed 12: 12, timeout, wait 15000, at 15000, unused 3", kBlocWait},
          {"1", "incomplete: 1, wait 15000, at 15000", kBlocWait},
          {"95", "no-match: 95, wait 0, at 0", kBlocWait},
          {"952", "no-match: 95, wait 0, at 0, unused 2", assuming("sip-onhook=replay", DialMode::BlocWait)},
      });
}

// DA-52, DA-53, DA-54, DA-56: what a later hop waits for, and what joins it.
TEST(WalkCall, LaterHops) {
  const PlanSketch plan(R"(
      css         Plain  Plain
      css         Urgent Urgent
      translation 911  css=Plain
      translation 912  css=Plain no-wait
      translation 913  css=Urgent
      translation 914  css=Plain mask=5 no-wait
      route       !@Plain
      route       *XX@Plain
      route       !@Urgent urgent
  )");
  expectAnswers(plan, {
                          {"911", "routed !@Plain: 911, timeout, wait 15000, at 16000"},
                          {"912", "routed !@Plain: 912, no-wait, wait 0, at 1000"},
                          {"913", "routed !@Urgent: 913, urgent, wait 0, at 1000"},
                          {"91123", "routed !@Plain: 91123, timeout, wait 15000, at 17000"},
                          {"91123", "routed !@Plain: 911, timeout, wait 15000, at 16000, unused 23",
                           assuming("late-digits=drop")},
                          {"911T23", "routed !@Plain: 911, timeout, wait 15000, at 16000, unused 23"},
                          {"911*", "no-match: 911*, wait 0, at 1500"},
                          {"91223", "routed !@Plain: 912, no-wait, wait 0, at 1000, unused 23"},
                      });
  // Where nothing matches yet, do-not-wait is reorder at once (DA-54).
  expectAnswers(PlanSketch(R"(
      css         Next Next
      translation 8 css=Next mask=55 no-wait
      translation 9 css=Next mask=55
      line        555@Next
  )"),
                {
                    {"85", "no-match: 55, wait 0, at 0, unused 5"},
                    {"95", "routed 555@Next: 555, only-match, wait 0, at 500"},
                    {"9", "incomplete: 55, wait 15000, at 15000"},
                    {"9", "no-match: 55, wait 0, at 0", kBloc},
                });
}

// The flag holds on all hops behind the translation pattern that carries it.
TEST(WalkCall, NoWaitLastsToTheEnd) {
  expectAnswers(PlanSketch(R"(
      css         A A
      css         B B
      translation 1 css=A no-wait
      translation 1@A css=B
      route       !@B
  )"),
                {{"1", "routed !@B: 1, no-wait, wait 0, at 0"}});
}

// DA-44: non-urgent `9011.!`, then `\+!`: twice.
TEST(WalkCall, HopsBehindAnExpiry) {
  expectAnswers(
      PlanSketch(R"(
      css         Next Next
      translation 9011.! tame discard=PreDot prefix=+ css=Next
      route       \+!@Next
      line        \+4455@Next
  )"),
      {
          {"90114", "routed \\+!@Next: +4, timeout, wait 30000, at 32000"},
          {"90114", "routed \\+!@Next: +4, timeout, wait 15000, at 17000", assuming("expired-hops=carry")},
          {"90114", "routed \\+!@Next: +4, timeout, wait 30000, at 30000", kBlocWait},
          {"90114T5", "routed \\+!@Next: +45, timeout, wait 30000, at 32500"},
          {"90114TT5", "routed \\+!@Next: +4, timeout, wait 30000, at 32000, unused 5"},
          {"90114", "routed \\+!@Next: +4, bloc, wait 0, at 0", kBloc},
          {"90114", "routed \\+!@Next: +4, timeout, wait 15000, at 15000",
           assuming("bloc-hops=reset", DialMode::Bloc)},
      });
}

TEST(WalkCall, EachHopHasItsShareOfTheWait) {
  const PlanSketch plan(R"(
      css         Next Next
      translation 9! tame css=Next
      route       !@Next
  )");
  const Trace trace = plan.dial("91");
  ASSERT_EQ(trace.hops.size(), 2U);
  EXPECT_EQ(trace.hops[0].waited.count(), 15000);
  EXPECT_EQ(trace.hops[1].waited.count(), 15000);
  EXPECT_EQ(trace.waited.count(), 30000);
}

// DA-57: ten translations are made, the eleventh is refused.
TEST(WalkCall, LoopLimit) {
  std::string chain = "line 20\ncss Again P\n";
  for (int i = 9; i < 20; ++i) {
    const std::string from = (i < 10 ? "0" : "") + std::to_string(i);
    chain += "translation " + from + " mask=" + std::to_string(i + 1) + " css=Again\n";
  }
  const PlanSketch plan(chain);
  expectAnswers(plan, {
                          {"10", "routed 20: 20, only-match, wait 0, at 500"},
                          {"09", "loop 19: 19, only-match, wait 0, at 500"},
                          {"09", "loop 19: 19, only-match, wait 0, at 0", kBloc},
                      });
  EXPECT_EQ(plan.dial("10").hops.size(), 11U);
  EXPECT_EQ(plan.dial("09").hops.size(), 11U);
}

// DA-50, DA-51: whose search space the next hop uses.
TEST(WalkCall, SearchSpaces) {
  expectAnswers(
      PlanSketch(R"(
      css         A A
      translation 8001    css=A
      translation 8001@A  mask=9001 originator
      line        9001@A
      line        9001
      translation 7001    mask=9001
      translation 7002    mask=9002
      line        9002@
  )"),
      {
          {"8001", "routed 9001: 9001, only-match, wait 0, at 1500"},
          {"8001", "routed 9001@A: 9001, only-match, wait 0, at 1500", assuming("originator-css=current")},
          {"7001", "no-match: 9001, wait 0, at 1500"},
          {"7002", "routed 9002@: 9002, only-match, wait 0, at 1500"},
          {"9002", "routed 9002@: 9002, only-match, wait 0, at 1500"},
      });
}

// DA-58: looked up by the calling number; the called number is what is rewritten.
TEST(WalkCall, NextHopByCallingParty) {
  const auto from = [](std::string calling) { return Dialing{.calling = std::move(calling)}; };
  const PlanSketch plan(R"(
      css         A A
      css         B B
      css         C C
      translation 5000    by-calling css=A
      translation 6000    by-calling css=B
      translation 7000    by-calling css=C
      route       1001@A  blocked
      route       !@A     urgent
      translation 1001@B  mask=6001 css=B
      translation ""@B    mask=6002 css=B
      line        6001@B
      line        6002@B
      translation 1001@C  by-calling css=B
  )");
  expectAnswers(plan, {
                          {"5000", "blocked 1001@A: 5000, timeout, wait 15000, at 16500",
                           from("1001")},  // DA-53 holds here as well
                          {"5000", "routed !@A: 5000, urgent, wait 0, at 1500", from("1002")},
                          {"5000", "incomplete: , wait 15000, at 16500", from("")},
                          {"6000", "routed 6001@B: 6001, only-match, wait 0, at 1500", from("1001")},
                          {"6000", "routed 6002@B: 6002, only-match, wait 0, at 1500", from("")},
                          {"7000", "routed 6001@B: 6001, only-match, wait 0, at 1500", from("1001")},
                      });
  EXPECT_TRUE(plan.dial("6000", from("1001")).hops[1].byCallingParty);
  EXPECT_FALSE(plan.dial("6000", from("1001")).hops[2].byCallingParty);
}

// DA-56: keys during a lookup by calling number are held for the hop after it.
TEST(WalkCall, KeysBehindALookupByCallingParty) {
  const PlanSketch plan(R"(
      css         B B
      translation 9XXX    by-calling css=B
      translation 1001@B  mask=777X css=B
      line        777X@B
      line        777XX@B
  )");
  expectAnswers(
      plan, {{"91234", "routed 777XX@B: 77734, only-match, wait 0, at 2000", Dialing{.calling = "1001"}}});
}

// DA-26, DA-59, DA-20, DA-85: what wins and goes nowhere.
TEST(WalkCall, Blocked) {
  PlanSketch plan(R"(
      route       900X blocked mask=1111
      route       9XXX
      called-transformation  81XX
      calling-transformation 82XX
      route       8XXX
      route       71XX fac cmc
      route       72XX cmc
      route       73XX fac blocked
  )");
  plan.plan().entries[plan.entry("900X").value].cause = plan::ReleaseCause::CallRejected;
  expectAnswers(plan, {
                          {"9001", "blocked 900X: 9001, only-match, wait 0, at 1500"},
                          {"9011", "routed 9XXX: 9011, only-match, wait 0, at 1500"},
                          {"8123", "blocked 81XX: 8123, only-match, wait 0, at 1500"},
                          {"8223", "blocked 82XX: 8223, only-match, wait 0, at 1500"},
                          {"8323", "routed 8XXX: 8323, only-match, wait 0, at 1500"},
                          {"7123", "blocked 71XX: 7123, only-match, wait 0, at 1500"},
                          {"7223", "blocked 72XX: 7223, only-match, wait 0, at 1500"},
                      });
  EXPECT_THAT(plan.dial("7123").requiredCodes, ElementsAre("FAC", "CMC"));
  EXPECT_THAT(plan.dial("7223").requiredCodes, ElementsAre("CMC"));
  EXPECT_THAT(plan.dial("7323").requiredCodes, ElementsAre());
  EXPECT_EQ(plan.dial("9001").target, routing::Target{});
}

// DA-60 … DA-66: the steps, and what the next hop sees of them.
TEST(WalkCall, Rewriting) {
  const PlanSketch plan(R"(
      css         Next Next
      translation 9.4XX# discard=PreDot_Trailing-# mask=5XXX prefix=1 calling-mask=80XXXX calling-prefix=+ css=Next
      route       15XXX@Next calling-prefix=0 to=GW
      route       6XXX external-mask calling-mask=XXXXXX calling-prefix=9 to=GW
  )");
  const Trace trace = plan.dial("9401#", {.calling = "1234"});
  ASSERT_EQ(trace.hops.size(), 2U);
  std::string steps;
  for (const auto& step : trace.hops[0].steps) {
    steps += std::string(name(step.operation)) + " " + step.with + " " + step.number.text() + "; ";
  }
  EXPECT_EQ(steps,
            "discard PreDot_Trailing-# 401; mask 5XXX 5401; prefix 1 15401; mask 80XXXX 801234; prefix + "
            "+801234; ");
  EXPECT_EQ(trace.last().digits.text(), "15401");
  EXPECT_EQ(trace.last().calling.text(), "0+801234");
  EXPECT_EQ(trace.target, (routing::Target{"", "", "GW", "", DigitString("15401"), DigitString("0+801234")}));

  const auto masked = plan.dial("6000", {.calling = "1234", .externalMask = "972813XXXX"});
  EXPECT_EQ(masked.target.calling.text(), "9131234");
}

// DA-65: the external mask starts again from the DN, whatever a translation pattern made of the calling number.
TEST(WalkCall, ExternalMaskStartsFromTheNumber) {
  const PlanSketch plan(R"(
      css         Next Next
      translation 6XXX calling-mask=9999 css=Next
      route       6XXX@Next external-mask
  )");
  EXPECT_EQ(plan.dial("6000", {.calling = "1234", .externalMask = "555XXXX"}).target.calling.text(),
            "5551234");
  const Trace without = plan.dial("6000", {.calling = "1234"});
  EXPECT_EQ(without.target.calling.text(), "1234") << "no mask: the DN as it is";
  ASSERT_EQ(without.last().steps.size(), 1U);
  EXPECT_EQ(without.last().steps[0].with, "");
  EXPECT_EQ(plan.dial("6000").target.calling.text(), "") << "nobody's number";
}

// Where the DN is there already, a mask that is not is no step.
TEST(WalkCall, NoExternalMaskIsNoStep) {
  EXPECT_TRUE(PlanSketch("route 6XXX external-mask").dial("6000", {.calling = "1234"}).last().steps.empty());
}

// DA-62: with `keep-x` the X is in the number, and no pattern matches it.
TEST(WalkCall, MaskWithNothingUnderIt) {
  expectAnswers(PlanSketch(R"(
      css         Next Next
      translation 51 mask=8XXX css=Next
      route       !@Next urgent
      route       5X mask=XXXX
  )"),
                {
                    {"51", "routed !@Next: 851, urgent, wait 0, at 500"},
                    {"51", "no-match: 8X51, wait 0, at 500", assuming("mask-short=keep-x")},
                    {"52", "routed 5X: 52, only-match, wait 0, at 500"},
                    {"52", "routed 5X: XX52, only-match, wait 0, at 500", assuming("mask-short=keep-x")},
                });
}

TEST(WalkCall, EmergencyAnywhereOnThePath) {
  const PlanSketch plan(R"(
      css         Next Next
      translation 911 emergency css=Next
      translation 912 css=Next
      route       91X@Next
  )");
  EXPECT_TRUE(plan.dial("911").emergency);
  EXPECT_FALSE(plan.dial("912").emergency);
}

// State, best match and tone at every moment (DA-39).
TEST(WalkCall, Timeline) {
  const PlanSketch plan(R"(
      css         Next Next
      route       1X
      route       9.11 outside
      route       9.5! outside
      translation 8 css=Next
      route       8X@Next
  )");
  const auto timeline = [&](std::string_view digits) {
    std::string text;
    for (const auto& entry : plan.dial(digits).timeline) {
      text += std::to_string(entry.at.count()) + (entry.key ? std::string(" ") + charOf(*entry.key) : "") +
              " " + std::string(name(entry.state)) + (entry.best ? " " + plan.text(entry.best) : "") +
              (entry.tone == routing::Tone::Silence ? "" : " ~" + std::string(name(entry.tone))) + "; ";
    }
    return text;
  };
  EXPECT_EQ(timeline("15"), "0 off-hook ~inside; 0 1 collecting; 500 5 routed 1X; ");
  EXPECT_EQ(timeline("957"),
            "0 off-hook ~inside; 0 9 collecting ~outside; 500 5 collecting; 1000 7 waiting 9.5!; "
            "16000 routed 9.5!; ");
  EXPECT_EQ(timeline("93"), "0 off-hook ~inside; 0 9 collecting ~outside; 500 3 no-match ~reorder; ");
  EXPECT_EQ(timeline("84"), "0 off-hook ~inside; 0 8 translated 8; 0 collecting; 500 4 routed 8X; ");
  EXPECT_EQ(timeline(",15"), "-1000 off-hook ~inside; 0 1 collecting; 500 5 routed 1X; ");
}

// Bloc digits count as the first key: nothing of the call lies before it.
TEST(WalkCall, TimesOfABlocCountFromTheBloc) {
  const PlanSketch plan(R"(
      route 12
      route 123
  )");
  const Trace trace = plan.dial("12,3", kBlocWait);
  ASSERT_EQ(trace.timeline.size(), 2U);
  EXPECT_EQ(trace.timeline[0].at.count(), 0);
  EXPECT_EQ(trace.timeline[1].at.count(), 1500);
}

}  // namespace
}  // namespace dialscope
