// Whole search lists: at every prefix of a string, the engine's best match and its view of longer ones against those
// found by asking the plain matcher pattern by pattern: fewest strings, then partition order, then written order. The
// engine has two ways to walk, by automaton and, over its budget, side by side; both are asked.
#include "engine/routing/search_walk.h"
#include "random_plan.h"
#include "reference_matcher.h"
#include "tests/support/plan_sketch.h"

#include <gtest/gtest.h>

#include <tuple>

namespace dialscope {
namespace {

using test::PlanSketch;

// Counting by trying is dear, and the same patterns come again and again.
std::size_t count(const std::string& pattern, std::size_t length) {
  static std::map<std::pair<std::string, std::size_t>, std::size_t> known;
  const auto [found, added] = known.try_emplace({pattern, length}, 0);
  if (added) found->second = reference::count(pattern, length);
  return found->second;
}

struct Expected {
  std::optional<plan::EntryId> best;
  bool longerPossible = false;
  std::string rule = "DA-22";  ///< what told it from the runner-up
  std::size_t matching = 0;    ///< how many match
};

Expected expected(const plan::Plan& plan, const std::vector<plan::PartitionId>& partitions,
                  const std::string& number) {
  // Count, rank, place in the plan: the least one wins.
  std::vector<std::tuple<std::size_t, std::size_t, std::uint32_t>> matching;
  Expected result;
  for (std::uint32_t i = 0; i < plan.entries.size(); ++i) {
    const plan::Entry& entry = plan.entries[i];
    const auto rank = std::find(partitions.begin(), partitions.end(), entry.partition) - partitions.begin();
    if (static_cast<std::size_t>(rank) == partitions.size() && entry.partition != plan::kNonePartition)
      continue;
    const std::string& text = entry.pattern.text;
    if (reference::longerPossible(text, number)) result.longerPossible = true;
    if (reference::matches(text, number)) matching.emplace_back(count(text, number.size()), rank, i);
  }
  result.matching = matching.size();
  if (matching.empty()) return result;
  std::sort(matching.begin(), matching.end());
  result.best = plan::EntryId{std::get<2>(matching[0])};
  if (matching.size() > 1 && std::get<0>(matching[0]) == std::get<0>(matching[1])) {
    result.rule = std::get<1>(matching[0]) == std::get<1>(matching[1]) ? "DA-24" : "DA-23";
  }
  return result;
}

TEST(RandomSearchLists, BestMatchAtEveryPrefix) {
  test::Random random(5);
  const std::vector<std::string> keys{"1", "1", "2", "2", "3", "4", "#", "*"};
  const std::vector<std::string> lists{"P:Q", "Q:P", "A:B", "P", "Q:A:P:B", ""};
  std::map<std::string, int> decidedBy;
  int sideBySide = 0;
  for (int i = 0; i < 1000; ++i) {
    const std::string text = test::randomPlan(random);
    const PlanSketch plan(text);
    const routing::CompiledPlan overBudget(plan.plan(), {0, 0, 0});
    for (int j = 0; j < 6; ++j) {
      const std::string number = random.joined(keys, 1, 5);
      const std::string& list = random.of(lists);
      const auto partitions = plan.partitions(list);
      const auto compiled = plan.compiled().searchList(partitions, pattern::Negation::Keypad);
      const auto uncompiled = overBudget.searchList(partitions, pattern::Negation::Keypad);
      routing::SearchWalk fast(compiled);
      routing::SearchWalk slow(uncompiled);
      sideBySide += uncompiled.table() == nullptr ? 1 : 0;
      for (std::size_t length = 0; length <= number.size(); ++length) {
        const std::string read = number.substr(0, length);
        const Expected reference = expected(plan.plan(), partitions, read);
        for (routing::SearchWalk* walk : {&fast, &slow}) {
          if (length > 0) walk->step(number[length - 1]);
          SCOPED_TRACE(text + read + " searched in " + list +
                       (walk == &fast ? " by automaton" : " side by side"));
          const auto best = walk->best();
          ASSERT_EQ(plan.text(best ? std::optional(best->entry) : std::nullopt), plan.text(reference.best));
          ASSERT_EQ(best.has_value(), reference.best.has_value());
          ASSERT_EQ(walk->longerPossible(), reference.longerPossible);
          ASSERT_EQ(walk->matches().size(), reference.matching);
          if (!best) continue;
          ASSERT_EQ(best->entry, *reference.best);
          ASSERT_EQ(best->rule, reference.rule);
          ++decidedBy[reference.rule];
        }
      }
      const std::vector<DigitString> whole{DigitString(number)};
      const Expected reference = expected(plan.plan(), partitions, number);
      for (const routing::SearchList* walked : {&compiled, &uncompiled}) {
        const auto answers = routing::matchAll(*walked, whole);
        ASSERT_EQ(answers.size(), 1U);
        ASSERT_EQ(answers[0].best, reference.best) << text << number;
        ASSERT_EQ(answers[0].longerPossible, reference.longerPossible) << text << number;
      }
    }
  }
  EXPECT_GT(sideBySide, 1000);
  for (const char* rule : {"DA-22", "DA-23", "DA-24"}) EXPECT_GT(decidedBy[rule], 50) << rule;
}

}  // namespace
}  // namespace dialscope
