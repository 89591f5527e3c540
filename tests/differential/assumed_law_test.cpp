// The law of `assumed`, on random plans and calls: a rule is named exactly when its other reading would change fate,
// pattern, partition, called number, target, unused keys or wait; a switch that the caller has set is never named; and
// DA-24 is named exactly when a tie that no rule breaks had a say.
#include "engine/routing/best_match.h"
#include "engine/routing/search_walk.h"
#include "random_plan.h"
#include "tests/support/plan_sketch.h"

#include <gtest/gtest.h>

namespace dialscope {
namespace {

using routing::DialMode;
using routing::Trace;
using test::Dialing;
using test::PlanSketch;

// The readings of each rule, the default first; kept apart from the engine's own table.
const std::map<std::string, std::vector<std::string>> kReadings{
    {"DA-05", {"negation=0-9*#", "negation=0-9", "negation=all"}},
    {"DA-33", {"urgent=best", "urgent=any"}},
    {"DA-37", {"pound=digit", "pound=terminator"}},
    {"DA-42", {"sip-onhook=whole", "sip-onhook=replay"}},
    {"DA-44", {"expired-hops=wait", "expired-hops=carry"}},
    {"DA-51", {"originator-css=phone", "originator-css=current"}},
    {"DA-55", {"bloc-hops=carry", "bloc-hops=reset"}},
    {"DA-56", {"late-digits=append", "late-digits=drop"}},
    {"DA-62", {"mask-short=shrink", "mask-short=keep-x"}},
};

// The seven answers as a front end would show them.
std::string answer(const PlanSketch& plan, const Trace& trace) {
  std::string pattern = "-";
  std::string partition = "-";
  if (const auto entry = trace.last().entry) {
    pattern = at(plan.plan().entries, *entry).pattern.text;
    partition = at(plan.plan().partitions, at(plan.plan().entries, *entry).partition).name;
  }
  const routing::Target& target = trace.target;
  return std::string(name(trace.fate)) + "|" + pattern + "|" + partition + "|" + trace.last().called.text() +
         "|" + target.device + "," + target.routeList + "," + target.huntList + "," + target.called.text() +
         "," + target.calling.text() + "|" + trace.unused + "|" + std::to_string(trace.waited.count());
}

std::string answer(const PlanSketch& plan, const std::string& digits, const Dialing& dialing) {
  return answer(plan, walkCall(plan.compiled(), plan.call(digits, dialing)));
}

bool names(const Trace& trace, const std::string& rule) {
  return std::find(trace.assumed.begin(), trace.assumed.end(), rule) != trace.assumed.end();
}

std::string describe(const std::string& plan, const std::string& digits, const Dialing& dialing) {
  std::string text = plan + digits + " " + std::string(modeName(dialing.mode)) + " by " + dialing.calling;
  for (const auto& one : dialing.assume) text += " " + one;
  return text;
}

struct RandomCall {
  std::string plan;
  std::string digits;
  Dialing dialing;
};

RandomCall randomCall(test::Random& random, const std::string& plan) {
  static const std::vector<std::string> kKeys{"1", "1", "1", "2", "2", "2", "3", "#", "#", ",", "T"};
  static const std::vector<std::string> kCalling{"1", "12", "2", ""};
  RandomCall call{plan, random.joined(kKeys, 0, 6), {}};
  call.dialing.partitions = random.oneIn(4) ? "Q:P" : "P:Q";
  call.dialing.mode = static_cast<DialMode>(random.below(3));
  call.dialing.calling = random.of(kCalling);
  return call;
}

TEST(AssumedLaw, NamedExactlyWhenAnotherReadingChangesTheAnswer) {
  test::Random random(6);
  std::map<std::string, int> named;
  std::map<std::string, int> notNamed;
  for (int i = 0; i < 1200; ++i) {
    const std::string text = test::randomPlan(random);
    const PlanSketch plan(text);
    for (int j = 0; j < 6; ++j) {
      const auto [ignored, digits, dialing] = randomCall(random, text);
      const Trace trace = plan.dial(digits, dialing);
      const std::string here = answer(plan, trace);
      SCOPED_TRACE(describe(text, digits, dialing) + "\n" + here);
      for (const auto& [rule, readings] : kReadings) {
        bool differs = false;
        for (const std::string& reading : readings) {
          Dialing other = dialing;
          other.assume = {reading};
          differs = differs || answer(plan, digits, other) != here;
        }
        ASSERT_EQ(names(trace, rule), differs) << rule;
        ++(differs ? named : notNamed)[rule];
      }
      ASSERT_TRUE(std::is_sorted(trace.assumed.begin(), trace.assumed.end()));
    }
  }
  for (const auto& [rule, readings] : kReadings) {
    EXPECT_GT(named[rule], 10) << rule << " was hardly ever at stake: the run proves nothing of it";
    EXPECT_GT(notNamed[rule], 10) << rule;
  }
}

// Where the caller has set a switch, to whatever, its rule is not named, and the others are asked from there.
TEST(AssumedLaw, SwitchesThatAreSetAreNotAsked) {
  test::Random random(7);
  int fewer = 0;
  int others = 0;
  for (int i = 0; i < 400; ++i) {
    const std::string text = test::randomPlan(random);
    const PlanSketch plan(text);
    auto [ignored, digits, dialing] = randomCall(random, text);
    const Trace open = plan.dial(digits, dialing);
    for (const auto& [pinnedRule, pinnedReadings] : kReadings) {
      for (const std::string& reading : pinnedReadings) {
        dialing.assume = {reading};
        const Trace trace = plan.dial(digits, dialing);
        SCOPED_TRACE(describe(text, digits, dialing));
        ASSERT_FALSE(names(trace, pinnedRule));
        fewer += names(open, pinnedRule) ? 1 : 0;
        // One of the others, at random: its readings are asked from here.
        auto asked =
            std::next(kReadings.begin(), static_cast<std::ptrdiff_t>(random.below(kReadings.size())));
        if (asked->first == pinnedRule) continue;
        bool differs = false;
        for (const std::string& other : asked->second) {
          Dialing both = dialing;
          both.assume.push_back(other);
          differs = differs || answer(plan, digits, both) != answer(plan, trace);
        }
        ASSERT_EQ(names(trace, asked->first), differs) << asked->first;
        others += differs ? 1 : 0;
      }
    }
  }
  EXPECT_GT(fewer, 100);
  EXPECT_GT(others, 100);
}

// Two equals at the head of a hop's string.
bool tieAtSomeHop(const PlanSketch& plan, const Trace& trace) {
  for (const routing::Hop& hop : trace.hops) {
    if (!hop.entry) continue;
    const auto list = plan.compiled().searchList(hop.partitions, trace.call.assume.negation);
    routing::SearchWalk walk(list);
    walk.stepThrough(hop.digits);
    const auto contenders = walk.matches();
    const auto winner = std::find_if(contenders.begin(), contenders.end(),
                                     [&](const auto& contender) { return contender.entry == *hop.entry; });
    if (winner == contenders.end()) continue;
    for (const auto& other : contenders) {
      if (other.entry != winner->entry && other.rank == winner->rank && other.count == winner->count)
        return true;
    }
  }
  return false;
}

// The lines that hold patterns, the other way round.
std::string writtenBackwards(const std::string& text) {
  auto lines = test::split(text, '\n');
  std::stable_partition(lines.begin(), lines.end(),
                        [](const std::string& line) { return line.starts_with("css"); });
  const auto entries =
      std::find_if(lines.begin(), lines.end(), [](const auto& line) { return !line.starts_with("css"); });
  std::reverse(entries, lines.end());
  std::string result;
  for (const auto& line : lines) result += line + "\n";
  return result;
}

TEST(AssumedLaw, Da24ExactlyWhenATieDecided) {
  test::Random random(8);
  int named = 0;
  int changed = 0;
  for (int i = 0; i < 1200; ++i) {
    const std::string text = test::randomPlan(random);
    const PlanSketch plan(text);
    const PlanSketch backwards(writtenBackwards(text));
    for (int j = 0; j < 6; ++j) {
      const auto [ignored, digits, dialing] = randomCall(random, text);
      const Trace trace = plan.dial(digits, dialing);
      const std::string there = answer(backwards, digits, dialing);
      const bool differs = answer(plan, trace) != there;
      SCOPED_TRACE(describe(text, digits, dialing) + "\n" + answer(plan, trace) + "\n" + there);
      // The order in which a plan is written has no say unless the answer owns up to it.
      ASSERT_TRUE(names(trace, "DA-24") || !differs);
      ASSERT_TRUE(names(trace, "DA-24") || !tieAtSomeHop(plan, trace));
      // And it is named for no other cause: a tie at the end of some hop, or one that another order would have settled
      // otherwise on the way.
      ASSERT_TRUE(!names(trace, "DA-24") || differs || tieAtSomeHop(plan, trace));
      named += names(trace, "DA-24") ? 1 : 0;
      changed += differs ? 1 : 0;
    }
  }
  EXPECT_GT(named, 100);
  EXPECT_GT(changed, 50);
}

// A search list that is over the budget is walked another way, to the same answer.
TEST(AssumedLaw, NoAnswerDependsOnTheBudget) {
  test::Random random(9);
  for (int i = 0; i < 500; ++i) {
    const std::string text = test::randomPlan(random);
    const PlanSketch plan(text);
    const routing::CompiledPlan overBudget(plan.plan(), {0, 0, 0});
    for (int j = 0; j < 6; ++j) {
      const auto [ignored, digits, dialing] = randomCall(random, text);
      const Trace fast = plan.dial(digits, dialing);
      const Trace slow = routing::explainCall(overBudget, plan.call(digits, dialing));
      SCOPED_TRACE(describe(text, digits, dialing));
      ASSERT_EQ(answer(plan, slow), answer(plan, fast));
      ASSERT_EQ(slow.assumed, fast.assumed);
      ASSERT_EQ(slow.decidedAt, fast.decidedAt);
      ASSERT_EQ(slow.hops.size(), fast.hops.size());
    }
  }
}

}  // namespace
}  // namespace dialscope
