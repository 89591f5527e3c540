// The tables: every row of the project's suites is a call and a test case of its own. Each is made twice, the second time
// with a budget that many search lists do not keep to.
//
// A row whose rule this build does not have yet stands in not-yet.csv. It is skipped, visibly, only while it really fails,
// and while the answer says that something was left out of it. tests/cli/test_command_test.cpp runs the same rows through
// the real binary.
#include "engine/report/message.h"
#include "engine/workspace/request_columns.h"
#include "engine/workspace/suite.h"
#include "tests/support/files.h"
#include "tests/support/project_suites.h"

#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>
#include <map>
#include <ostream>
#include <set>
#include <stdexcept>

namespace dialscope {
namespace {

using report::RowResult;
using report::SuiteResult;
using workspace::Suite;
using workspace::Workspace;

/// How much may be compiled. No answer depends on it.
struct Compiling {
  std::string name;
  automata::Budget budget;
};

const std::vector<Compiling> kCompilings{
    {"", {}},
    {"in_16_rows", {.rowsPerExpression = 0, .rowsPerList = 16, .rowsInAll = 16}},
};

const std::vector<Suite>& suites() {
  static const std::vector<Suite> all = [] {
    std::vector<Suite> opened;
    for (const std::string& file : test::kProjectSuites) {
      auto suite = workspace::openSuite(test::inRepository(file));
      if (!suite) throw std::runtime_error(report::renderDiagnostic(suite.error()));
      opened.push_back(std::move(*suite));
    }
    return opened;
  }();
  return all;
}

// A suite is run once for each way to compile its plans.
const SuiteResult& resultOf(std::size_t suite, const Compiling& compiling) {
  static std::map<std::pair<std::size_t, const Compiling*>, SuiteResult> all;
  const auto found = all.find({suite, &compiling});
  if (found != all.end()) return found->second;
  Diagnostics aboutPlans;
  auto results = workspace::runSuites({suites()[suite]}, {.budget = compiling.budget}, aboutPlans);
  return all[{suite, &compiling}] = std::move(results.front());
}

struct Case {
  std::size_t suite = 0;
  std::size_t row = 0;
  const Compiling* compiling = nullptr;

  std::string file() const { return test::kProjectSuites[suite]; }
  std::string name() const {
    const Suite& one = suites()[suite];
    return std::string(workspace::cellText(one.sheet.rows[row].text(*one.nameColumn)));
  }
};

// What GoogleTest prints behind a case's name.
void PrintTo(const Case& one, std::ostream* out) { *out << one.file() << ": " << one.name(); }

std::vector<Case> allCases() {
  std::vector<Case> cases;
  for (const Compiling& compiling : kCompilings) {
    for (std::size_t suite = 0; suite < suites().size(); ++suite) {
      for (std::size_t row = 0; row < suites()[suite].sheet.rows.size(); ++row)
        cases.push_back({suite, row, &compiling});
    }
  }
  return cases;
}

// `best_match_closest_1200`: GoogleTest wants letters, digits and `_`, and no name twice.
std::string caseName(const testing::TestParamInfo<Case>& info) {
  static std::map<std::string, int> taken;
  static std::map<std::size_t, std::string> given;
  std::string& name = given[info.index];
  if (!name.empty()) return name;
  const std::string stem = std::filesystem::path(info.param.file()).stem();
  for (const char c : (stem == "calls" ? "dialplans" : stem) + "_" + info.param.name()) {
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (plain)
      name += c;
    else if (c == '+')
      name += "plus";
    else if (c == '#')
      name += "pound";
    else if (name.back() != '_')
      name += '_';
  }
  const std::string& compiling = info.param.compiling->name;
  if (!compiling.empty()) name += (name.back() == '_' ? "" : "_") + compiling;
  if (const int times = ++taken[name]; times > 1) name += "_" + std::to_string(times);
  return name;
}

class Conformance : public testing::TestWithParam<Case> {};

TEST_P(Conformance, RowHolds) {
  const Case& one = GetParam();
  const RowResult& row = resultOf(one.suite, *one.compiling).rows[one.row];
  const std::string problems =
      row.failure ? report::suiteText({SuiteResult{one.file(), {row}}}, report::Style()) : "";

  static const auto waitingRows = test::rowsThatWait();
  const auto waiting = waitingRows.find({one.file(), one.name()});
  if (waiting == waitingRows.end()) {
    EXPECT_EQ(problems, "");
    return;
  }
  ASSERT_NE(row.failure, nullptr) << "the row holds: take it out of not-yet.csv";
  EXPECT_FALSE(row.failure->trace && row.unmodelled.empty())
      << "the answer does not say that " << waiting->second << " is missing from it:\n"
      << problems;
  GTEST_SKIP() << "waits for " << waiting->second;
}

INSTANTIATE_TEST_SUITE_P(Tables, Conformance, testing::ValuesIn(allCases()), caseName);

// No row without an expectation, which would hold whatever comes, and no name twice.
TEST(ConformanceTables, AreReadWithoutAWarning) {
  for (const Suite& suite : suites()) {
    for (const Diagnostic& warning : suite.warnings) ADD_FAILURE() << report::renderDiagnostic(warning);
  }
}

// Else the second way would be the first.
TEST(ConformanceTables, SixteenRowsAreTooFewForManyPlans) {
  std::set<std::string> plans;
  std::size_t overBudget = 0;
  for (const Suite& suite : suites()) {
    const auto folder = std::filesystem::path(suite.file).parent_path();
    for (const import::SheetRow& row : suite.sheet.rows) {
      const std::string path = folder / row.text(*suite.planColumn);
      if (!plans.insert(path).second) continue;
      const auto workspace = Workspace::open({path}, nullptr, kCompilings.back().budget);
      ASSERT_TRUE(workspace) << path;
      overBudget += workspace->compiled().compileAll().overBudget.empty() ? 0 : 1;
    }
  }
  EXPECT_GT(overBudget, plans.size() / 8);
}

TEST(ConformanceTables, RowsThatWaitAreThere) {
  std::set<std::pair<std::string, std::string>> rows;
  for (const Case& one : allCases()) rows.insert({one.file(), one.name()});
  for (const auto& [row, rule] : test::rowsThatWait())
    EXPECT_TRUE(rows.contains(row)) << row.second << ": " << rule;
}

}  // namespace
}  // namespace dialscope
