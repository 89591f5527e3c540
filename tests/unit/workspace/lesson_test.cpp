// Lessons: what their reader takes and refuses, and that of every lesson we ship the engine, asked, finds exactly one
// choice right.
#include "engine/workspace/lesson.h"

#include "engine/report/message.h"
#include "tests/support/files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

namespace dialscope::workspace {
namespace {

std::string said(const Diagnostic& problem) { return report::renderDiagnostic(problem); }

// Every lesson of dialplans/, by file.
class Shipped : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    auto lesson = readLesson(GetParam());
    ASSERT_TRUE(lesson) << said(lesson.error());
    lesson_ = std::move(*lesson);
    const auto folder = std::filesystem::path(GetParam()).parent_path();
    auto plan = Workspace::open({(folder / lesson_.plan).string()});
    ASSERT_TRUE(plan) << said(plan.error());
    plan_.emplace(std::move(*plan));
  }

  Lesson lesson_;
  std::optional<Workspace> plan_;
};

TEST_P(Shipped, HasOneRightChoiceForEveryQuestion) {
  for (const Question& question : lesson_.questions) {
    const auto trace = plan_->dial(question.call);
    ASSERT_TRUE(trace) << question.question << ": " << said(trace.error());
    const auto right = rightChoice(plan_->plan(), *trace, question);
    EXPECT_TRUE(right) << question.question << ": " << said(right.error());
  }
}

TEST_P(Shipped, SuggestsOnlyWhatCanBeDone) {
  for (const Question& question : lesson_.questions) {
    for (const SuggestedCall& one : question.alsoTry) EXPECT_TRUE(plan_->dial(one.call)) << one.text;
    for (const SuggestedChange& one : question.changes) {
      EXPECT_TRUE(plan_->dial(one.call)) << one.text;
      if (one.pattern.empty()) continue;
      const auto found = plan_->findPattern(one.pattern);
      ASSERT_TRUE(found) << one.text << ": " << said(found.error());
      EXPECT_EQ(found->size(), 1U) << one.pattern << " is no one pattern";
    }
  }
}

// The right guess must not be found by its place.
TEST(ShippedLessons, HideTheRightChoice) {
  std::set<std::size_t> places;
  for (const std::string& path : findLessons(test::inRepository("dialplans"))) {
    const auto lesson = readLesson(path);
    ASSERT_TRUE(lesson) << said(lesson.error());
    const auto plan = Workspace::open({test::inRepository("dialplans/" + lesson->plan)});
    ASSERT_TRUE(plan);
    for (const Question& question : lesson->questions) {
      const auto trace = plan->dial(question.call);
      if (trace) places.insert(rightChoice(plan->plan(), *trace, question).value_or(99));
    }
  }
  EXPECT_EQ(places, (std::set<std::size_t>{0, 1, 2}));
}

TEST(ShippedLessons, AreOneForEveryTeachingPlan) {
  std::set<std::string> plans;
  std::set<std::size_t> orders;
  for (const std::string& path : findLessons(test::inRepository("dialplans"))) {
    const auto lesson = readLesson(path);
    ASSERT_TRUE(lesson) << said(lesson.error());
    plans.insert(lesson->plan);
    EXPECT_TRUE(orders.insert(lesson->order).second) << path << " has the order of another lesson";
    EXPECT_EQ(lesson->name + ".xml", lesson->plan);
  }
  for (const auto& file : std::filesystem::directory_iterator(test::inRepository("dialplans"))) {
    if (file.path().extension() != ".xml") continue;
    EXPECT_TRUE(plans.contains(file.path().filename().string())) << file.path() << " has no lesson";
  }
}

std::string testName(const testing::TestParamInfo<std::string>& info) {
  std::string name = std::filesystem::path(info.param).filename().string();
  name.resize(name.size() - kLessonSuffix.size());
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Lessons, Shipped, testing::ValuesIn(findLessons(test::inRepository("dialplans"))),
                         testName);

constexpr std::string_view kWhole = R"json({
  "schema": "dialscope/lesson/1", "order": 3, "title": "Title", "plan": "plan.xml", "text": ["One", "Two"],
  "questions": [{
    "text": ["Before"],
    "call": {"css": "A;B", "dial": "+49", "mode": "bloc"},
    "question": "Which?",
    "choices": [{"text": "this", "claim": {"pattern": "\\+49", "unused": "(empty)"}},
                {"text": "that", "claim": {"fate": "no-match"}}],
    "explanation": ["Because"], "rules": ["DA-22"],
    "changes": [{"text": "key it", "call": {"mode": "digit-by-digit"}},
                {"text": "hurry", "pattern": "\\+49@P", "set": {"patternUrgency": "true"}}],
    "try": [{"text": "less", "call": {"dial": "4"}}]
  }]
})json";

TEST(Lesson, IsReadWhole) {
  const auto lesson = readLessonText("folder/seven.lesson.json", kWhole);
  ASSERT_TRUE(lesson) << said(lesson.error());
  EXPECT_EQ(lesson->name, "seven");
  EXPECT_EQ(lesson->order, 3U);
  EXPECT_THAT(lesson->text, testing::ElementsAre("One", "Two"));
  ASSERT_EQ(lesson->questions.size(), 1U);
  const Question& question = lesson->questions[0];
  EXPECT_THAT(question.call.searchSpaces, testing::ElementsAre("A", "B"));
  EXPECT_EQ(question.call.digits, "+49");
  ASSERT_EQ(question.choices.size(), 2U);
  EXPECT_EQ(question.choices[0].claims[0].expected, "\\+49");
  EXPECT_EQ(question.where.line, 3U);
  // What a change or a further call leaves out is as in the question.
  ASSERT_EQ(question.changes.size(), 2U);
  EXPECT_EQ(question.changes[0].call.mode, "digit-by-digit");
  EXPECT_EQ(question.changes[0].call.digits, "+49");
  EXPECT_EQ(question.changes[1].pattern, "\\+49@P");
  EXPECT_EQ(question.changes[1].changes[0].field, "patternUrgency");
  EXPECT_EQ(question.alsoTry[0].call.digits, "4");
  EXPECT_EQ(question.alsoTry[0].call.mode, "bloc");
}

struct Wrong {
  std::string_view text;  ///< of the lesson above
  std::string_view by;    ///< what stands there instead
  std::string_view said;
};

void PrintTo(const Wrong& wrong, std::ostream* out) { *out << wrong.by; }

class LessonRefused : public testing::TestWithParam<Wrong> {};

TEST_P(LessonRefused, WithPlaceAndSuggestion) {
  std::string text(kWhole);
  const auto place = text.find(GetParam().text);
  ASSERT_NE(place, std::string::npos) << GetParam().text;
  text.replace(place, GetParam().text.size(), GetParam().by);
  const auto lesson = readLessonText("x.lesson.json", text);
  ASSERT_FALSE(lesson);
  EXPECT_EQ(said(lesson.error()), GetParam().said);
}

INSTANTIATE_TEST_SUITE_P(
    Lesson, LessonRefused,
    testing::Values(
        Wrong{"\"order\": 3", "\"ordre\": 3",
              "x.lesson.json:2:35: error: lesson has no member \"ordre\"; did you mean \"order\"? "
              "[unknown-member]"},
        Wrong{"\"order\": 3, ", "",
              "x.lesson.json:1:1: error: lesson has no \"order\", which it needs [missing-member]"},
        Wrong{"\"order\": 3", "\"order\": -3",
              "x.lesson.json:2:44: error: order is \"-3\"; expected a whole number [cell-unreadable]"},
        Wrong{"[\"One\", \"Two\"]", "[\"One\", 2]",
              "x.lesson.json:2:101: error: text is \"2\"; expected a string [cell-unreadable]"},
        Wrong{
            "\"css\": \"A;B\"", "\"csss\": \"A;B\"",
            "x.lesson.json:5:14: error: call has no member \"csss\"; did you mean \"css\"? [unknown-member]"},
        Wrong{"\"mode\": \"bloc\"", "\"gap\": \"soon\"",
              "x.lesson.json:5:50: error: gap is \"soon\"; expected seconds, 0 to 60 [cell-unreadable]"},
        Wrong{"\"unused\"", "\"unsued\"",
              "x.lesson.json:7:64: error: claim has no member \"unsued\"; did you mean \"unused\"? "
              "[unknown-member]"},
        Wrong{"no-match", "nomatch",
              "x.lesson.json:8:52: error: fate is \"nomatch\"; expected routed, blocked, no-match, "
              "incomplete or "
              "loop; did you mean \"no-match\"? [cell-unreadable]"},
        Wrong{"DA-22", "DA-222",
              "x.lesson.json:9:43: error: rules is \"DA-222\"; expected the id of a rule; did you mean "
              "\"DA-22\"? [cell-unreadable]"},
        Wrong{"\"pattern\": \"\\\\+49@P\", ", "",
              "x.lesson.json:11:17: error: changes has no \"pattern\", which it needs [missing-member]"},
        Wrong{"dialscope/lesson/1", "dialscope/call/1",
              "x.lesson.json:2:13: error: not a lesson: found the schema \"dialscope/call/1\"; expected an "
              "object "
              "with \"schema\": \"dialscope/lesson/1\" [not-a-lesson]"},
        Wrong{"\"title\": \"Title\",", "\"title\" \"Title\",",
              "x.lesson.json:2:61: error: malformed JSON: syntax error while parsing object separator - "
              "unexpected string literal; expected ':' [json-malformed]"}));

TEST(Lesson, WantsExactlyOneRightChoice) {
  const auto plan = Workspace::openText(
      "p.xml", R"(<dialPlan><routePattern><pattern>12</pattern></routePattern></dialPlan>)");
  const auto trace = plan->dial({.digits = "12"});
  Question question;
  question.choices = {{"a", {{"pattern", "12"}}}, {"b", {{"fate", "blocked"}}}};
  EXPECT_EQ(rightChoice(plan->plan(), *trace, question), 0U);
  question.choices[1].claims = {{"fate", "routed"}};
  EXPECT_EQ(rightChoice(plan->plan(), *trace, question).error().arguments, std::vector<std::string>{"2"});
  question.choices[0].claims.push_back({"unused", "3"});
  EXPECT_EQ(rightChoice(plan->plan(), *trace, question), 1U) << "all claims of a choice must hold";
}

TEST(Lesson, IsSaidToBeMissing) {
  const auto lesson = readLesson("/nowhere/x.lesson.json");
  ASSERT_FALSE(lesson);
  EXPECT_EQ(lesson.error().code, DiagnosticCode::FileNotFound);
  EXPECT_TRUE(findLessons("/nowhere").empty());
}

}  // namespace
}  // namespace dialscope::workspace
