// What cells expect of a call, and which cells no call could ever meet.
#include "engine/routing/expectation.h"

#include "tests/support/plan_sketch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace dialscope::routing {
namespace {

std::string answerTo(const test::PlanSketch& plan, const Trace& trace, std::string_view column) {
  return findExpectedColumn(column)->answer(plan.plan(), trace);
}

TEST(Expectation, AnswersOfACall) {
  const test::PlanSketch plan(R"(
    route       7XXX          urgent to=PBX mask=6XXX emergency
    line        70012
  )");
  const Trace trace = plan.dial("70012");
  const std::map<std::string, std::string> answers{
      {"fate", "routed"},   {"kind", "route"},      {"pattern", "7XXX"},  {"partition", "P"},
      {"called", "6001"},   {"called_out", "6001"}, {"calling_out", ""},  {"device", "PBX"},
      {"route_group", ""},  {"unused", "2"},        {"reason", "urgent"}, {"max_wait_ms", "0"},
      {"min_wait_ms", "0"}, {"emergency", "true"},  {"assumed", "-"},
  };
  EXPECT_EQ(answers.size(), expectedColumns().size());
  for (const auto& [column, answer] : answers) EXPECT_EQ(answerTo(plan, trace, column), answer) << column;
}

TEST(Expectation, OfACallThatMatchesNothing) {
  const test::PlanSketch plan("route 7XXX\nline 7000");
  const Trace trace = plan.dial("8");
  for (const char* column : {"kind", "pattern", "partition", "reason"})
    EXPECT_EQ(answerTo(plan, trace, column), "");
  EXPECT_EQ(answerTo(plan, trace, "fate"), "no-match");
}

struct Row {
  const char* column;
  const char* expected;
  const char* answer;
  bool holds;
};

TEST(Expectation, HeldAgainstAnAnswer) {
  const std::vector<Row> rows{
      {"pattern", "7XXX", "7XXX", true},
      {"pattern", "7XXX", "7XX", false},
      {"pattern", "(empty)", "", true},
      {"pattern", "(empty)", "7", false},
      {"unused", "12", "", false},
      {"emergency", "true", "true", true},
      {"emergency", "TRUE", "true", true},  // as spreadsheets save it
      {"emergency", "False", "true", false},
      {"max_wait_ms", "15000", "15000", true},
      {"max_wait_ms", "15000", "0", true},
      {"max_wait_ms", "0", "15000", false},
      {"max_wait_ms", "9", "10", false},
      {"min_wait_ms", "15000", "15000", true},
      {"min_wait_ms", "15000", "5000", false},
      {"min_wait_ms", "9", "10", true},
      {"assumed", "-", "-", true},
      {"assumed", "-", "DA-33", false},
      {"assumed", "DA-33", "DA-33", true},
      {"assumed", "DA-33", "DA-22;DA-33", true},
      {"assumed", "DA-33;DA-24", "DA-24;DA-33", true},
      {"assumed", "DA-33;DA-24", "DA-33", false},
      {"assumed", "DA-33; DA-24", "DA-24;DA-33", true},
      {"assumed", "DA-33", "-", false},
      {"fate", "?", "routed", false},
      {"unused", "?", "", false},
      {"max_wait_ms", "?", "0", false},
      {"assumed", "?", "-", false},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(holds(*findExpectedColumn(row.column), row.expected, row.answer), row.holds)
        << row.column << ": " << row.expected << ", " << row.answer;
  }
}

TEST(Expectation, CellsThatNoCallCouldMeet) {
  struct Cell {
    const char* column;
    const char* text;
    const char* suggestion;  // null = the cell is fine
  };
  const std::vector<Cell> cells{
      {"fate", "routed", nullptr},
      {"fate", "rooted", "routed"},
      {"fate", "Routed", "routed"},
      {"fate", "(empty)", ""},
      {"kind", "directory-number", nullptr},
      {"kind", "(empty)", nullptr},
      {"kind", "dn", ""},
      {"kind", "transformation", nullptr},
      {"reason", "only-match", nullptr},
      {"reason", "(empty)", nullptr},
      {"reason", "urgnt", "urgent"},
      {"max_wait_ms", "15000", nullptr},
      {"max_wait_ms", "15 s", ""},
      {"max_wait_ms", "-1", ""},
      {"min_wait_ms", "1.5", ""},
      {"min_wait_ms", "99999999999", ""},
      {"emergency", "true", nullptr},
      {"emergency", "ture", "true"},
      {"emergency", "(empty)", ""},
      {"assumed", "-", nullptr},
      {"assumed", "DA-24", nullptr},
      {"assumed", "DA-33;DA-37", nullptr},
      {"assumed", "DA-33;-", "-"},
      {"assumed", "DA-333", "DA-33"},
      {"assumed", "DA-22", "DA-24"},  // has no other reading
      {"assumed", ";", ""},
      {"partition", "Internal", nullptr},
      {"partition", "<None>", "(empty)"},
      {"pattern", "anything at all", nullptr},
      {"fate", "?", nullptr},
      {"max_wait_ms", "?", nullptr},
      {"assumed", "?", nullptr},
  };
  for (const Cell& cell : cells) {
    const auto problem = checkExpectation(*findExpectedColumn(cell.column), cell.text);
    EXPECT_EQ(problem.has_value(), cell.suggestion != nullptr) << cell.column << ": " << cell.text;
    if (!problem || cell.suggestion == nullptr) continue;
    EXPECT_EQ(problem->code, DiagnosticCode::CellUnreadable);
    EXPECT_EQ(problem->suggestion, cell.suggestion) << cell.column << ": " << cell.text;
  }
}

}  // namespace
}  // namespace dialscope::routing
