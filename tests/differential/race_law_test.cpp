// The law of raceAt: what it says of a moment is what the same call, cut off behind the keys heard by then, says of that
// hop. On every call of the shipped plans, and on random plans and calls in every mode and reading.
#include "engine/routing/race.h"
#include "engine/workspace/request_columns.h"
#include "engine/workspace/workspace.h"
#include "random_plan.h"
#include "tests/support/csv.h"
#include "tests/support/files.h"
#include "tests/support/plan_sketch.h"

#include <gtest/gtest.h>

namespace dialscope {
namespace {

using routing::Candidate;
using routing::CompiledPlan;
using routing::DialMode;
using routing::Hop;
using routing::Trace;
using test::Dialing;
using test::PlanSketch;

// The dial string up to its so many'th key; what is waited in front of later keys goes with them.
std::string upToKey(const std::string& digits, std::size_t keys) {
  std::size_t end = 0;
  for (; end < digits.size() && keys > 0; ++end) keys -= symbolOf(digits[end]) ? 1 : 0;
  return digits.substr(0, end);
}

std::string line(const Candidate& candidate) {
  std::string text = std::to_string(candidate.entry.value) + " " + std::string(name(candidate.verdict)) +
                     " " + std::string(candidate.rule) + " of " +
                     (candidate.count ? candidate.count->str() : "?");
  if (candidate.matches) text += " matches";
  if (candidate.longer) text += " longer";
  if (candidate.diedAt) text += " died at " + std::to_string(*candidate.diedAt) + " on " + candidate.expected;
  return text;
}

std::string race(const Hop& hop) {
  std::string text =
      hop.digits.text() + " " + hop.calling.text() + " by " + std::string(hop.selectedBy) + "\n";
  for (const Candidate& candidate : hop.candidates) text += line(candidate) + "\n";
  return text;
}

struct Seen {
  std::size_t moments = 0;
  std::size_t candidates = 0;
  std::size_t laterHops = 0;
};

// `cut(digits)` makes the same call with other digits.
template <class Cut>
void holdsThroughout(const CompiledPlan& compiled, const Trace& trace, const Cut& cut, Seen& seen) {
  for (std::size_t i = 0; i < trace.timeline.size(); ++i) {
    const auto& moment = trace.timeline[i];
    const Hop here = raceAt(compiled, trace, i);
    const std::string digits = upToKey(trace.call.dialed.text, heardAt(trace, i).size());
    const Trace shorter = cut(digits);
    SCOPED_TRACE("moment " + std::to_string(i) + ", cut to '" + digits + "'");
    ASSERT_GT(shorter.hops.size(), moment.hop);
    Hop there = shorter.hops[moment.hop];
    // What a hop makes of the calling number comes of its decision: compare it where that has been taken.
    if (moment.state < routing::State::Translated) there.calling = here.calling;
    ASSERT_EQ(race(here), race(there));
    ASSERT_EQ(here.entry, there.entry);
    ASSERT_EQ(here.entry, moment.best);
    ASSERT_EQ(here.partitions, there.partitions);
    std::size_t possible = 0;
    for (const Candidate& candidate : here.candidates) {
      possible += candidate.matches || candidate.longer ? 1 : 0;
      const Candidate alone = candidateAt(compiled, trace, i, candidate.entry);
      ASSERT_EQ(line(alone), line(candidate));
      const auto standing = standings(compiled, candidate.entry, trace.call.assume.negation, here.digits);
      ASSERT_EQ(standing.size(), here.digits.size() + 1);
      ASSERT_EQ(standing.back().matches, candidate.matches);
      ASSERT_EQ(standing.back().longer, candidate.longer);
      for (std::size_t key = 1; key < standing.size(); ++key) {
        const bool alive = standing[key].matches || standing[key].longer;
        ASSERT_EQ(alive, !candidate.diedAt || key < *candidate.diedAt);
      }
    }
    // Before any key those that need one are possible, and not yet in the race.
    if (!here.digits.empty()) {
      ASSERT_EQ(possible, moment.possible);
    }
    ++seen.moments;
    seen.candidates += here.candidates.size();
    seen.laterHops += moment.hop > 0 ? 1 : 0;
  }
}

TEST(RaceLaw, HoldsForEveryCallOfTheShippedPlans) {
  Seen seen;
  for (const test::Row& row : test::readCsv("dialplans/calls.csv")) {
    SCOPED_TRACE(row["name"]);
    const auto opened = workspace::Workspace::open({test::inRepository("dialplans/" + row["plan"])});
    ASSERT_TRUE(opened);
    workspace::CallRequest request;
    std::vector<std::string> columns;
    std::vector<std::string> cells;
    for (const auto& [column, cell] : row.cells) {
      columns.push_back(column);
      cells.push_back(cell);
    }
    ASSERT_FALSE(setRow(request, columns, cells));
    const auto trace = opened->dial(request);
    ASSERT_TRUE(trace);
    holdsThroughout(
        opened->compiled(), *trace,
        [&](const std::string& digits) {
          workspace::CallRequest shorter = request;
          shorter.digits = digits;
          return *opened->dial(shorter);
        },
        seen);
  }
  EXPECT_GT(seen.moments, 300U);
  EXPECT_GT(seen.candidates, 1000U);
  EXPECT_GT(seen.laterHops, 20U);
}

TEST(RaceLaw, HoldsForRandomPlans) {
  test::Random random(10);
  const std::vector<std::string> keys{"1", "1", "1", "2", "2", "2", "3", "#", "#", ",", "T"};
  const std::vector<std::string> readings{"negation=all",      "urgent=any",         "pound=terminator",
                                          "sip-onhook=replay", "expired-hops=carry", "originator-css=current",
                                          "bloc-hops=reset",   "late-digits=drop",   "mask-short=keep-x"};
  Seen seen;
  for (int i = 0; i < 600; ++i) {
    const std::string text = test::randomPlan(random);
    const PlanSketch plan(text);
    for (int j = 0; j < 6; ++j) {
      Dialing dialing;
      dialing.partitions = random.oneIn(4) ? "Q:P" : "P:Q";
      dialing.mode = static_cast<DialMode>(random.below(3));
      dialing.calling = random.oneIn(2) ? "12" : "";
      if (random.oneIn(2)) dialing.assume = {random.of(readings)};
      const std::string digits = random.joined(keys, 0, 6);
      SCOPED_TRACE(text + digits + " " + std::string(modeName(dialing.mode)) + " " +
                   (dialing.assume.empty() ? "" : dialing.assume.front()));
      holdsThroughout(
          plan.compiled(), plan.dial(digits, dialing),
          [&](const std::string& shorter) { return plan.dial(shorter, dialing); }, seen);
      if (HasFatalFailure()) return;
    }
  }
  EXPECT_GT(seen.moments, 5000U);
  EXPECT_GT(seen.candidates, 10000U);
  EXPECT_GT(seen.laterHops, 1000U);
}

}  // namespace
}  // namespace dialscope
