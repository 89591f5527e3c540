// What is said of a call, where a fact decides between two sentences.
#include "engine/report/phrases.h"

#include "engine/report/call.h"
#include "tests/support/plan_sketch.h"

#include <gtest/gtest.h>

namespace dialscope {
namespace {

using routing::DialMode;
using routing::Trace;
using test::Dialing;
using test::kBloc;
using test::PlanSketch;

const Dialing kDrop{.assume = {"late-digits=drop"}};

std::string whyNot(const PlanSketch& plan, const Trace& trace, const char* pattern) {
  return report::whyNotSentence(plan.plan(), trace,
                                routing::whyNot(plan.compiled(), trace, plan.entry(pattern)));
}

// The sentence of the hop that settled the call.
std::string sentence(const PlanSketch& plan, const Trace& trace) {
  return report::hopSentence(plan.plan(), trace, trace.hops.size() - 1);
}

std::string lastMoment(const PlanSketch& plan, const Trace& trace) {
  return report::momentPhrase(plan.plan(), trace, trace.timeline.back());
}

TEST(Phrases, WhoNeedsMoreDigits) {
  const PlanSketch plan(R"(
      css         Next Next
      route       7XXX urgent
      line        70012
      route       5XXX
      translation 4 css=Next no-wait
      line        45@Next
  )");
  EXPECT_EQ(whyNot(plan, plan.dial("7001"), "70012"),
            "70012 in P needs more digits than 7001, and 7XXX took the call before they came (DA-32).");
  EXPECT_EQ(whyNot(plan, plan.dial("7001", kBloc), "70012"),
            "70012 in P needs more digits than 7001, and en bloc no more come (DA-41).");
  EXPECT_EQ(whyNot(plan, plan.dial("51"), "5XXX"),
            "5XXX in P needs more digits than 51, and none came (DA-32).");
  EXPECT_EQ(whyNot(plan, plan.dial(""), "5XXX"), "5XXX in P needs digits, and none came (DA-32).");
  EXPECT_EQ(whyNot(plan, plan.dial("4"), "45"),
            "45 in Next needs more digits than 4, and none were waited for (DA-32).");
}

// That there is no destination is a fact of the plan; that nobody says which is one of its source.
TEST(Phrases, ADestinationThatIsMissing) {
  PlanSketch plan("route 911\n");
  EXPECT_EQ(report::fateSentence(plan.plan(), plan.dial("911")),
            "Routed by 911, which has no destination, as 911 after 1 s");
  std::get<plan::RoutePattern>(plan.plan().entries[0].detail).destination = plan::Unsaid{};
  EXPECT_EQ(report::fateSentence(plan.plan(), plan.dial("911")),
            "Routed by 911, whose destination no source says, as 911 after 1 s");
}

// Each call is called by what tells it from the other.
TEST(Phrases, WhatTwoCallsAreCalled) {
  PlanSketch before("route 9XXX\nroute 9! to=GW\n");
  PlanSketch after("route 9XXX urgent\nroute 9! to=GW\n");
  before.plan().name = "Before";
  after.plan().name = "After";
  const auto parting = [](const PlanSketch& one, const Dialing& how, const PlanSketch& other,
                          const Dialing& otherwise) {
    return report::partingOf({one.plan(), one.dial("9123", how)},
                             {other.plan(), other.dial("9123", otherwise)})
        .sentence;
  };
  EXPECT_EQ(
      parting(before, {}, after, {}),
      "They part at the 4th key. Before: 9XXX matches; a longer number is possible; After: 9XXX takes the "
      "call: urgent.");
  EXPECT_EQ(parting(after, kBloc, after, {}), "Both end alike.");
  EXPECT_EQ(parting(before, {}, after, kBloc),
            "Both end alike; Before (digit-by-digit) waits 15 s longer for T302.");
}

TEST(Phrases, ATieOfEqualTextsNamesThePartition) {
  const PlanSketch plan("route 9XX@B\nroute 9XX@A\nroute [9]12@B\n");
  const Dialing both{.partitions = "A:B"};
  EXPECT_EQ(whyNot(plan, plan.dial("913", both), "9XX"),
            "9XX in B matches 913 too and is as close as 9XX in A, which goes first (DA-23).");
  EXPECT_EQ(whyNot(plan, plan.dial("912", both), "9XX"),
            "9XX in B matches 912 too, but among the strings of that length it takes 100; [9]12 takes fewer "
            "(DA-22).");
}

// Whoever else was in the race: only the winner itself could go on.
TEST(Phrases, AWinnerThatCouldTakeMore) {
  const PlanSketch plan("route 85XXXX!\nroute 85XXXX!@Q\nline 8000\n");
  for (const char* partitions : {"P", "P:Q"}) {
    const Trace trace = plan.dial("8512345", {.partitions = partitions});
    EXPECT_EQ(sentence(plan, trace),
              "85XXXX! matches, but it could take more digits: the call waited 15 s for a digit that did not "
              "come (DA-32).");
  }
}

// Lost are the keys that came while a later hop waited; where none did they are unused like any others.
TEST(Phrases, KeysThatAreLost) {
  const PlanSketch plan(R"(
      css         Next Next
      translation 5X css=Next
      line        51@Next
      translation 1 css=Next
      route       1!@Next
      route       1@Next
  )");
  EXPECT_EQ(report::unusedSentence(plan.dial("512", kDrop)),
            "The last key, 2, was never heard: the call had been decided.");
  EXPECT_EQ(report::unusedSentence(plan.dial("12", kDrop)),
            "Keys that came while a later hop waited were lost: 2 (DA-56, late-digits=drop).");
}

TEST(Phrases, TheSecondDialToneAtAMatch) {
  const PlanSketch plan("route 9 outside\nroute 9! outside\n");
  const Trace trace = plan.dial("9");
  EXPECT_EQ(report::momentPhrase(plan.plan(), trace, trace.timeline[1]),
            "9 matches; a longer number is possible, outside dial tone");
}

// The empty string may match at off-hook and be taken only when no key comes.
TEST(Phrases, OffHook) {
  const PlanSketch late("route X?\n");
  EXPECT_EQ(sentence(late, late.dial("")),
            "No key came before the timer for the first digit ran out: X? takes the call (DA-36).");
  EXPECT_EQ(lastMoment(late, late.dial("")), "X? takes the call: timer ran out");
  const PlanSketch urgent("route X? urgent\n");
  EXPECT_EQ(sentence(urgent, urgent.dial("")), "X? matches at off-hook, before any key (DA-11).");
  EXPECT_EQ(lastMoment(urgent, urgent.dial("")), "X? takes the call: at off-hook");
  const PlanSketch line("translation \"\" mask=5 css=Next\ncss Next Next\nline 5@Next\n");
  const Trace trace = line.dial("");
  EXPECT_EQ(report::hopSentence(line.plan(), trace, 0),
            "The empty pattern matches at off-hook, before any key (DA-11).");
}

// A number that translations have emptied.
TEST(Phrases, AnEmptiedNumber) {
  const PlanSketch plan(R"(
      css         Next Next
      translation 9. discard=PreDot css=Next
      route       X?@Next
  )");
  EXPECT_EQ(sentence(plan, plan.dial("9")),
            "The number has become empty: X? takes it after 15 s without a digit (DA-53).");
  EXPECT_EQ(sentence(plan, plan.dial("9", kBloc)), "The number has become empty: X? takes it (DA-11).");
}

}  // namespace
}  // namespace dialscope
