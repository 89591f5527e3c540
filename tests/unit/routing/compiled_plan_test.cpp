// Search lists compiled on demand: what they share, what a budget does. Every answer is checked
// against the plan walked side by side, which nothing but the patterns themselves goes into.
#include "engine/routing/compiled_plan.h"

#include "engine/routing/search_walk.h"
#include "tests/differential/random_plan.h"
#include "tests/support/plan_sketch.h"
#include "tests/support/random.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

namespace dialscope::routing {
namespace {

using pattern::Negation;
using plan::PartitionId;
using test::PlanSketch;
using test::Random;
using testing::ElementsAre;
using testing::IsEmpty;

using Partitions = std::vector<PartitionId>;

constexpr automata::Budget kNoRows{.rowsPerExpression = 0, .rowsPerList = 0, .rowsInAll = 0};

SearchList listOf(const CompiledPlan& compiled, const Partitions& partitions,
                  Negation negation = Negation::Keypad) {
  return compiled.searchList(partitions, negation);
}

// What a walk says at every prefix of `number`: "- of 0 + 7XXX@0 DA-22 of 1 " and so on; `+` = a longer string could
// match.
std::string answers(const SearchList& list, std::string_view number) {
  const plan::Plan& plan = list.compiled().plan();
  SearchWalk walk(list);
  std::string text;
  for (std::size_t read = 0;; ++read) {
    const auto best = walk.best();
    text += best ? at(plan.entries, best->entry).pattern.text + "@" + std::to_string(best->entry.value) +
                       " " + std::string(best->rule)
                 : "-";
    text += " of " + std::to_string(walk.matches().size()) + (walk.longerPossible() ? " + " : " ");
    if (read == number.size()) return text;
    walk.step(number[read]);
  }
}

void expectSame(const SearchList& list, const SearchList& other, const std::vector<std::string>& numbers) {
  std::vector<DigitString> strings;
  for (const std::string& number : numbers) {
    ASSERT_EQ(answers(list, number), answers(other, number)) << number;
    strings.emplace_back(number);
  }
  const auto matches = matchAll(list, strings);
  const auto others = matchAll(other, strings);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    ASSERT_EQ(matches[i].best, others[i].best) << numbers[i];
    ASSERT_EQ(matches[i].longerPossible, others[i].longerPossible) << numbers[i];
  }
}

std::vector<std::string> randomNumbers(Random& random, std::size_t count,
                                       std::string_view keys = "123456789*#") {
  std::vector<std::string> numbers{""};
  while (numbers.size() < count) {
    std::string number;
    for (std::size_t left = random.between(1, 12); left > 0; --left) number += random.of(keys);
    numbers.push_back(number);
  }
  return numbers;
}

// `count` numbers of ten digits in `partition`, no two alike.
std::string lines(std::string_view partition, std::size_t count, std::size_t seed) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string digits = std::to_string(1'000'000'000 + (seed + i) * 7'654'321 % 8'999'999'999);
    text += "line " + digits + "@" + std::string(partition) + "\n";
  }
  return text;
}

TEST(CompiledPlan, IsCompiledWhenAskedFor) {
  const PlanSketch plan("route 7XXX@A\nroute 8XXX@B");
  const CompiledPlan compiled(plan.plan());
  EXPECT_EQ(compiled.size().searchLists, 0U);
  listOf(compiled, plan.partitions("A"));
  listOf(compiled, plan.partitions("A:B"));
  const std::size_t rows = compiled.size().rows;
  listOf(compiled, plan.partitions("A"));
  EXPECT_EQ(compiled.size().searchLists, 2U);
  EXPECT_EQ(compiled.size().rows, rows);
}

// Order decides ties only, so it costs nothing.
TEST(CompiledPlan, TheOrderOfPartitionsCostsNothing) {
  const PlanSketch plan("route 7XX@A\nroute 7XX@B");
  const CompiledPlan compiled(plan.plan());
  const SearchList ab = listOf(compiled, plan.partitions("A:B"));
  const std::size_t rows = compiled.size().rows;
  const SearchList ba = listOf(compiled, plan.partitions("B:A"));
  EXPECT_EQ(compiled.size().rows, rows);
  EXPECT_THAT(answers(ab, "700"), testing::EndsWith("7XX@0 DA-23 of 2 "));
  EXPECT_THAT(answers(ba, "700"), testing::EndsWith("7XX@1 DA-23 of 2 "));
}

TEST(CompiledPlan, ListsThatSharePartitionsShareRows) {
  const PlanSketch plan(lines("Common", 1000, 0) + "route 7XXX@Site1\nroute 8XXX@Site2");
  const CompiledPlan compiled(plan.plan());
  const SearchList first = listOf(compiled, plan.partitions("Site1:Common"));
  const std::size_t one = compiled.size().rows;
  EXPECT_GT(one, 5000U);
  const SearchList second = listOf(compiled, plan.partitions("Site2:Common"));
  EXPECT_LT(compiled.size().rows - one, one / 20);  // where 7XXX or 8XXX are still in the race
  EXPECT_EQ(compiled.size().overBudget, 0U);
  const CompiledPlan slow(plan.plan(), kNoRows);
  Random random(1);
  std::vector<std::string> numbers = randomNumbers(random, 300);
  for (int i = 0; i < 300; ++i) numbers.push_back(random.of(plan.plan().entries).pattern.text);
  expectSame(first, listOf(slow, first.partitions()), numbers);
  expectSame(second, listOf(slow, second.partitions()), numbers);
}

TEST(CompiledPlan, AListOverTheBudgetLeavesTheOthersAsTheyAre) {
  const PlanSketch plan(lines("Common", 100, 0) + "route !5XXXXXXXXXXXXXXXXXX@Hostile\nroute 5!@Hostile");
  const CompiledPlan compiled(plan.plan());
  const SearchList before = listOf(compiled, plan.partitions("Common"));
  const std::size_t rows = compiled.size().rows;
  const SearchList hostile = listOf(compiled, plan.partitions("Hostile:Common"));
  EXPECT_EQ(hostile.table(), nullptr);
  EXPECT_EQ(compiled.size().overBudget, 1U);
  EXPECT_EQ(compiled.size().rows, rows);
  const SearchList after = listOf(compiled, plan.partitions("Common"));
  ASSERT_NE(after.table(), nullptr);
  EXPECT_EQ(after.start(), before.start());
  const CompiledPlan slow(plan.plan(), kNoRows);
  Random random(2);
  std::vector<std::string> numbers = randomNumbers(random, 100);
  for (int i = 0; i < 100; ++i) {
    numbers.push_back(random.of(plan.plan().entries).pattern.text);
    numbers.push_back(std::string(random.between(0, 6), '3') + "5" +
                      std::string(random.between(16, 20), '5'));
  }
  for (const SearchList* list : {&before, &after, &hostile}) {
    expectSame(*list, listOf(slow, list->partitions()), numbers);
  }
}

TEST(CompiledPlan, AllSearchSpacesAtOnce) {
  const PlanSketch plan(R"(
      route 7XXX@A
      route !5XXXXXXXXXXXXXXXXXX@Hostile
      css   Plain   A
      css   Worse   A:Hostile
      css   Twin    A
      css   Worst   Hostile
  )");
  const CompiledPlan compiled(plan.plan());
  const Compilation compilation = compiled.compileAll();
  EXPECT_EQ(compilation.size.searchLists, 3U);  // Twin's is Plain's
  EXPECT_EQ(compilation.size.overBudget, 2U);
  EXPECT_THAT(compilation.overBudget,
              ElementsAre(*plan.plan().findSearchSpace("Worse"), *plan.plan().findSearchSpace("Worst")));
  EXPECT_GT(compilation.size.rows, 0U);
  EXPECT_THAT(CompiledPlan(PlanSketch("route 1").plan()).compileAll().overBudget, IsEmpty());
}

TEST(CompiledPlan, TheAnswersAreThoseOfTheEntriesSideBySide) {
  Random random(3);
  for (int round = 0; round < 100; ++round) {
    const std::string text = test::randomPlan(random);
    SCOPED_TRACE(text);
    const PlanSketch sketch(text);
    const CompiledPlan compiled(sketch.plan());
    const CompiledPlan slow(sketch.plan(), kNoRows);
    const std::vector<std::string> numbers = randomNumbers(random, 20, "1112234*#+");
    for (const char* list : {"P:Q", "Q:P", "A:B", "P", ""}) {
      for (const auto negation : {Negation::Keypad, Negation::Digits, Negation::All}) {
        const SearchList walked = listOf(compiled, sketch.partitions(list), negation);
        ASSERT_NE(walked.table(), nullptr);
        expectSame(walked, listOf(slow, walked.partitions(), negation), numbers);
      }
      if (testing::Test::HasFatalFailure()) return;
    }
  }
}

// Once the site's patterns are out of the race, its list walks the rows of the common partition itself.
TEST(CompiledPlan, AListGoesOnInThePartitionThatIsLeft) {
  const PlanSketch plan(
      "route 5XXX@Common\nroute 56XX@Common\nroute 7XXX@Site\ncss Lobby Common\ncss Site Site:Common");
  const CompiledPlan compiled(plan.plan());
  const SearchList common = listOf(compiled, plan.partitions("Common"));
  const std::size_t rows = compiled.size().rows;
  const SearchList both = listOf(compiled, plan.partitions("Site:Common"));
  EXPECT_EQ(both.automaton().step(both.start().row, '5'), common.automaton().step(common.start().row, '5'));
  EXPECT_EQ(compiled.size().rows, rows + 5);  // four of the site's own, and the first of both
}

// A share in a list outlives what is compiled after it.
TEST(CompiledPlan, AListInHandStaysWhatItWas) {
  const PlanSketch plan(lines("Common", 200, 0) + "route 7XXX@A\nroute 70XX@B");
  const CompiledPlan compiled(plan.plan());
  const SearchList before = listOf(compiled, plan.partitions("A:Common"));
  const std::string answer = answers(before, "7001");
  for (const char* list : {"Common", "B", "Common:A:B"}) listOf(compiled, plan.partitions(list));
  EXPECT_EQ(answers(before, "7001"), answer);
}

TEST(CompiledPlan, ThreadsAskAndWalkAtOnce) {
  std::string text = lines("Common", 300, 0);
  constexpr int kSites = 24;
  for (int site = 0; site < kSites; ++site) {
    text += lines("Site" + std::to_string(site), 20, 1000 + static_cast<std::size_t>(site) * 20);
  }
  text += "route 1[^23]X@Common\nroute 1!@Common\nroute 1!#@Common\n";
  const PlanSketch plan(text);
  const CompiledPlan slow(plan.plan(), kNoRows);
  Random random(4);
  std::vector<std::string> numbers = randomNumbers(random, 5);
  for (int i = 0; i < 5; ++i) numbers.push_back(random.of(plan.plan().entries).pattern.text);
  const CompiledPlan compiled(plan.plan());
  std::vector<std::string> problems(4);
  std::vector<std::thread> threads;
  for (std::size_t thread = 0; thread < problems.size(); ++thread) {
    threads.emplace_back([&, thread] {
      for (std::size_t turn = 0; turn < 2 * kSites; ++turn) {
        const auto site = (turn + thread * 5) % kSites;  // each begins elsewhere, all meet
        const auto negation = turn % 3 == 0 ? Negation::Digits : Negation::Keypad;
        const Partitions partitions = plan.partitions("Site" + std::to_string(site) + ":Common");
        const SearchList list = listOf(compiled, partitions, negation);
        const SearchList reference = listOf(slow, partitions, negation);
        for (const std::string& number : numbers) {
          if (answers(list, number) != answers(reference, number)) problems[thread] += number + "\n";
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(problems, testing::Each(""));
  EXPECT_EQ(compiled.size().searchLists, static_cast<std::size_t>(kSites));
  EXPECT_EQ(compiled.size().overBudget, 0U);
}

// The narrowest pattern is kept for lengths to 32; beyond, it is counted when asked for.
TEST(CompiledPlan, LongStringsOfRepeatingPatterns) {
  const PlanSketch plan(R"(
      route !@A
      route 1!@A
      route [12]!@B
      route 1!2@B
      route 1[23]!@A
      route 1[24]!@B
      route 1X+@A
      route !#@B
  )");
  const CompiledPlan compiled(plan.plan());
  const CompiledPlan slow(plan.plan(), kNoRows);
  Random random(5);
  std::vector<std::string> numbers;
  for (const std::size_t length : {31U, 32U, 33U, 34U, 64U, 100U, 500U}) {
    for (int i = 0; i < 4; ++i) {
      std::string number = i == 0 ? "12" : "1";
      while (number.size() < length) number += random.of(std::string_view("1234"));
      if (i == 2) number.back() = '2';
      if (i == 3) number.back() = '#';
      numbers.push_back(number);
    }
  }
  for (const char* partitions : {"A:B", "B:A", "A", "B"}) {
    const SearchList list = listOf(compiled, plan.partitions(partitions));
    ASSERT_NE(list.table(), nullptr);
    expectSame(list, listOf(slow, list.partitions()), numbers);
  }
  EXPECT_THAT(answers(listOf(compiled, plan.partitions("A:B")), "12" + std::string(40, '1')),
              testing::EndsWith("1[23]!@4 DA-23 of 6 + "));
}

}  // namespace
}  // namespace dialscope::routing
