// Search lists compiled on demand: what they share, what an edit costs, what a budget does. Every answer is checked
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

// Another pattern in place of one of the plan's.
void edit(PlanSketch& sketch, CompiledPlan& compiled, plan::EntryId entry, std::string_view pattern) {
  at(sketch.plan().entries, entry).pattern = test::patternOf(pattern);
  compiled.patternChanged(entry);
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

TEST(PatternChanged, TheAnswersAreThoseOfAPlanBuiltAnew) {
  Random random(3);
  const std::vector<std::string> patterns{"123", "12XX", "1!",  "[12]3X", "1[^3]",
                                          "*1X", "X!#",  "12!", "3XX",    "\\+1X"};
  const std::vector<std::string> lists{"P:Q", "Q:P", "A:B", "P", ""};
  for (int round = 0; round < 100; ++round) {
    const std::string text = test::randomPlan(random);
    PlanSketch sketch(text);
    CompiledPlan edited(sketch.plan());
    for (const std::string& list : lists) listOf(edited, sketch.partitions(list));
    for (int i = 0; i < 3; ++i) {
      const plan::EntryId entry{static_cast<std::uint32_t>(random.below(sketch.plan().entries.size()))};
      const std::string& pattern = random.of(patterns);
      SCOPED_TRACE(text + "entry " + std::to_string(entry.value) + " becomes " + pattern);
      edit(sketch, edited, entry, pattern);
      const CompiledPlan anew(sketch.plan());
      const CompiledPlan slow(sketch.plan(), kNoRows);
      const std::vector<std::string> numbers = randomNumbers(random, 10, "1112234*#+");
      for (const std::string& list : lists) {
        for (const auto negation : {Negation::Keypad, Negation::Digits, Negation::All}) {
          const SearchList walked = listOf(edited, sketch.partitions(list), negation);
          expectSame(walked, listOf(anew, walked.partitions(), negation), numbers);
          expectSame(walked, listOf(slow, walked.partitions(), negation), numbers);
        }
        if (testing::Test::HasFatalFailure()) return;
      }
    }
  }
}

TEST(PatternChanged, CostsLittle) {
  PlanSketch sketch(lines("Common", 2000, 0));
  CompiledPlan compiled(sketch.plan());
  listOf(compiled, sketch.partitions("Common"));
  const std::size_t before = compiled.size().rows;
  edit(sketch, compiled, plan::EntryId{7}, "5551234XXX");
  EXPECT_EQ(compiled.size().searchLists, 0U);
  listOf(compiled, sketch.partitions("Common"));
  EXPECT_GT(compiled.size().rows, before);
  EXPECT_LT(compiled.size().rows - before, before / 50);
}

TEST(PatternChanged, ListsWithoutItStayAndKeepTheirRows) {
  PlanSketch sketch("route 71XX@A\nroute 82XX@B\nroute 93XX@");
  CompiledPlan compiled(sketch.plan());
  const SearchList a = listOf(compiled, sketch.partitions("A"));
  listOf(compiled, sketch.partitions("B"));
  edit(sketch, compiled, sketch.entry("82XX"), "88XX");
  EXPECT_EQ(compiled.size().searchLists, 1U);
  const std::size_t rows = compiled.size().rows;
  EXPECT_EQ(listOf(compiled, sketch.partitions("A")).start(), a.start());
  EXPECT_EQ(compiled.size().rows, rows);
  // <None> is behind every list.
  edit(sketch, compiled, sketch.entry("93XX"), "98XX");
  EXPECT_EQ(compiled.size().searchLists, 0U);
}

// Rows have columns only for the symbols of the plan.
TEST(PatternChanged, ASymbolThatNoPatternHadBefore) {
  PlanSketch sketch("route 71@A\nroute 72@B");
  CompiledPlan compiled(sketch.plan());
  listOf(compiled, sketch.partitions("A"));
  edit(sketch, compiled, sketch.entry("71"), "*1#");
  const CompiledPlan slow(sketch.plan(), kNoRows);
  for (const char* list : {"A", "B", "A:B"}) {
    const SearchList walked = listOf(compiled, sketch.partitions(list));
    expectSame(walked, listOf(slow, walked.partitions()), {"*1#", "#1#", "71", "91#", "D1D", "72"});
  }
  EXPECT_THAT(answers(listOf(compiled, sketch.partitions("A")), "D1D"), testing::EndsWith("- of 0 "));
}

// The first `[^…]` of a plan makes its readings differ.
TEST(PatternChanged, TheFirstComplement) {
  PlanSketch sketch("route 12@A");
  CompiledPlan compiled(sketch.plan());
  for (const auto negation : {Negation::Keypad, Negation::Digits})
    listOf(compiled, sketch.partitions("A"), negation);
  EXPECT_FALSE(compiled.hasComplements());
  edit(sketch, compiled, sketch.entry("12"), "1[^2]");
  EXPECT_TRUE(compiled.hasComplements());
  EXPECT_THAT(answers(listOf(compiled, sketch.partitions("A"), Negation::Keypad), "1*"),
              testing::HasSubstr("1[^2]"));
  EXPECT_THAT(answers(listOf(compiled, sketch.partitions("A"), Negation::Digits), "1*"),
              testing::Not(testing::HasSubstr("1[^2]")));
}

// A share in a list outlives what is compiled after it.
TEST(PatternChanged, AListInHandStaysWhatItWas) {
  PlanSketch sketch(lines("Common", 200, 0) + "route 7XXX@A");
  CompiledPlan compiled(sketch.plan());
  const SearchList before = listOf(compiled, sketch.partitions("A:Common"));
  const std::string answer = answers(before, "7001");
  edit(sketch, compiled, plan::EntryId{0}, "7002");
  for (const char* list : {"Common", "A", "Common:A"}) listOf(compiled, sketch.partitions(list));
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
