#include "engine/routing/best_match.h"

#include <gtest/gtest.h>

namespace dialscope::routing {
namespace {

Contender contender(std::uint32_t entry, std::size_t rank, std::optional<Count> count) {
  return {plan::EntryId{entry}, rank, std::move(count)};
}

constexpr std::nullopt_t kUncounted = std::nullopt;

// The tie-breaks, one after the other: whoever stands first in a row is selected, and the rule says why.
TEST(BestMatch, TieBreaks) {
  struct Row {
    std::string name;
    Contender selected;
    Contender beaten;
    RuleId rule;
  };
  const Count huge = pow(Count(10), 30);
  const std::vector<Row> rows{
      {"fewer strings", contender(1, 1, 10), contender(0, 0, 100), "DA-22"},
      {"fewer strings beyond 64 bits", contender(1, 1, huge), contender(0, 0, huge + 1), "DA-22"},
      {"counted before uncounted", contender(1, 1, huge), contender(0, 0, kUncounted), "DA-22"},
      {"earlier partition", contender(1, 0, 10), contender(0, 1, 10), "DA-23"},
      {"earlier partition, both uncounted", contender(1, 0, kUncounted), contender(0, 1, kUncounted),
       "DA-23"},
      {"written first", contender(0, 1, 10), contender(1, 1, 10), "DA-24"},
      {"written first, both uncounted", contender(0, 1, kUncounted), contender(1, 1, kUncounted), "DA-24"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    const Precedence forward = precedence(row.selected, row.beaten);
    EXPECT_TRUE(forward.order < 0);
    EXPECT_EQ(forward.rule, row.rule);
    const Precedence backward = precedence(row.beaten, row.selected);
    EXPECT_TRUE(backward.order > 0);
    EXPECT_EQ(backward.rule, row.rule);
    EXPECT_EQ(bestMatch({row.selected, row.beaten})->index, 0U);
    EXPECT_EQ(bestMatch({row.beaten, row.selected})->index, 1U);
    EXPECT_EQ(bestMatch({row.beaten, row.selected})->rule, row.rule);
  }
}

TEST(BestMatch, OfNoneAndOfOne) {
  EXPECT_FALSE(bestMatch({}));
  const auto selection = bestMatch({contender(3, 2, 7)});
  ASSERT_TRUE(selection);
  EXPECT_EQ(selection->index, 0U);
  EXPECT_EQ(selection->rule, "DA-22");
}

// The rule is the one that told the selected pattern from the runner-up, whoever else lost.
TEST(BestMatch, RuleIsThatOfTheRunnerUp) {
  EXPECT_EQ(bestMatch({contender(2, 0, 10), contender(0, 0, 100), contender(1, 1, 10)})->rule, "DA-23");
  EXPECT_EQ(bestMatch({contender(1, 1, 10), contender(2, 0, 10), contender(3, 0, 10)})->rule, "DA-24");
  EXPECT_EQ(bestMatch({contender(1, 1, 10), contender(2, 1, 10), contender(3, 0, 10)})->rule, "DA-23");
  EXPECT_EQ(bestMatch({contender(0, 0, 100), contender(1, 0, 100), contender(2, 1, 10)})->rule, "DA-22");
}

}  // namespace
}  // namespace dialscope::routing
