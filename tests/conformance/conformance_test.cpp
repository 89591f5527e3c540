// The tables: every row of tests/conformance/*.csv and dialplans/calls.csv is a call, made through the workspace, and a
// test case of its own. Each is made twice, the second time with a budget that many search lists do not keep to.
//
// A row whose rule this build does not have yet stands in `kNotYet`. It is skipped, visibly, only while it really
// fails, and while the answer says that something was left out of it.
#include "engine/workspace/workspace.h"
#include "tests/support/csv.h"
#include "tests/support/files.h"
#include "tests/support/plan_sketch.h"

#include <gtest/gtest.h>

#include <cctype>
#include <charconv>
#include <map>
#include <ostream>
#include <set>

namespace dialscope {
namespace {

using routing::Trace;
using test::Row;
using workspace::CallRequest;
using workspace::Workspace;

struct Suite {
  std::string name;
  std::string folder;  ///< that its plans are relative to
  std::string file;
};

const std::vector<Suite> kSuites{
    {"grammar", "tests/conformance/", "grammar.csv"},
    {"best_match", "tests/conformance/", "best-match.csv"},
    {"waiting", "tests/conformance/", "waiting.csv"},
    {"modes", "tests/conformance/", "modes.csv"},
    {"hops", "tests/conformance/", "hops.csv"},
    {"numbers", "tests/conformance/", "numbers.csv"},
    {"time_of_day", "tests/conformance/", "time-of-day.csv"},
    {"preferred_architecture", "tests/conformance/", "preferred-architecture.csv"},
    {"dialplans", "dialplans/", "calls.csv"},
};

// Rows that wait for a rule: suite, row, rule.
const std::map<std::pair<std::string, std::string>, std::string> kNotYet{
    {{"grammar", "@ takes a service code"}, "DA-08"},
    {{"grammar", "@ takes a national number"}, "DA-15"},
    {{"grammar", "filter keeps local numbers"}, "DA-16"},
    {{"grammar", "filter on an area code"}, "DA-16"},
    {{"numbers", "route list details start from the number as matched"}, "DA-67"},
    {{"numbers", "route pattern discards"}, "DA-15"},
    {{"numbers", "called transformation, national"}, "DA-69"},
    {{"numbers", "calling transformation"}, "DA-69"},
    {{"numbers", "the calling number before all transformations chooses"}, "DA-69"},
    {{"numbers", "significant digits"}, "DA-70"},
    {{"numbers", "incoming calling settings strip and prefix"}, "DA-70"},
    {{"numbers", "incoming calling settings prefix"}, "DA-70"},
    {{"numbers", "local route group of the pool"}, "DA-81"},
    {{"numbers", "an unset local route group is skipped"}, "DA-81"},
    {{"numbers", "groups and devices in order"}, "DA-80"},
    {{"time_of_day", "in the evening"}, "DA-90"},
    {{"time_of_day", "on a Sunday"}, "DA-90"},
    {{"time_of_day", "an inactive one does not"}, "DA-90"},
    {{"time_of_day", "a schedule without a period"}, "DA-90"},
    {{"preferred_architecture", "loc-rtp-non-did-national"}, "DA-81"},
    {{"preferred_architecture", "loc-rtp-did-international"}, "DA-81"},
    {{"preferred_architecture", "loc-sjc-emergency-other-gateway"}, "DA-81"},
    {{"preferred_architecture", "loc-rtp-video-gateway"}, "DA-80"},
};

// Columns that a suite may have (the interface's list); a misspelt expectation would never fail.
const std::set<std::string, std::less<>> kColumns{
    "name",        "plan",    "from",      "css",         "partitions",  "calling",     "external_mask",
    "dial",        "mode",    "gap",       "t302",        "at",          "assume",      "fate",
    "kind",        "pattern", "partition", "called",      "called_out",  "calling_out", "device",
    "route_group", "unused",  "reason",    "max_wait_ms", "min_wait_ms", "emergency",   "assumed",
    "note",        "rule",    "grade",     "source"};

/// How much may be compiled. No answer depends on it.
struct Compiling {
  std::string name;
  automata::Budget budget;
};

const std::vector<Compiling> kCompilings{
    {"", {}},
    {"in_16_rows", {.rowsPerExpression = 0, .rowsPerList = 16, .rowsInAll = 16}},
};

struct Case {
  const Suite* suite = nullptr;
  Row row;
  const Compiling* compiling = nullptr;
};

// What GoogleTest prints behind a case's name.
void PrintTo(const Case& one, std::ostream* out) {
  *out << one.suite->folder << one.suite->file << ':' << one.row.line << ": " << one.row["name"] << ' '
       << one.compiling->name;
}

std::vector<Case> allCases() {
  std::vector<Case> cases;
  for (const Compiling& compiling : kCompilings) {
    for (const Suite& suite : kSuites) {
      for (Row& row : test::readCsv(suite.folder + suite.file))
        cases.push_back({&suite, std::move(row), &compiling});
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
  name = info.param.suite->name + "_";
  for (const char c : info.param.row["name"]) {
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

long number(const std::string& text) {
  long value = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size())
    throw std::runtime_error("no number: " + text);
  return value;
}

CallRequest requestOf(const Row& row) {
  CallRequest request;
  request.searchSpaces = test::split(row["css"], ';');
  if (!row["partitions"].empty()) request.partitions = row["partitions"];
  request.from = row["from"];
  if (!row["calling"].empty()) request.calling = row["calling"];
  if (!row["external_mask"].empty()) request.externalMask = row["external_mask"];
  request.digits = row["dial"];
  request.mode = row["mode"];
  if (!row["gap"].empty()) request.gap = std::chrono::milliseconds(std::lround(std::stod(row["gap"]) * 1000));
  if (!row["t302"].empty()) request.interdigitTimeout = std::chrono::milliseconds(number(row["t302"]));
  request.assume = test::split(row["assume"], ';');
  return request;
}

std::string joined(const std::vector<routing::RuleId>& rules) {
  std::string text;
  for (const auto rule : rules) text += (text.empty() ? "" : " ") + std::string(rule);
  return text.empty() ? "-" : text;
}

// Every filled expectation of the row that the trace does not meet, a line each.
std::string unmet(const Row& row, const plan::Plan& plan, const Trace& trace) {
  const plan::Entry* entry = trace.last().entry ? &at(plan.entries, *trace.last().entry) : nullptr;
  const std::vector<std::pair<std::string, std::string>> answers{
      {"fate", std::string(name(trace.fate))},
      {"kind", entry ? std::string(kindName(entry->kind)) : ""},
      {"pattern", entry ? entry->pattern.text : ""},
      {"partition", entry ? at(plan.partitions, entry->partition).name : ""},
      {"called", trace.last().called.text()},
      {"called_out", trace.target.called.text()},
      {"calling_out", trace.target.calling.text()},
      {"device", trace.target.device},
      {"route_group", trace.target.routeGroup},
      {"unused", trace.unused},
      {"reason", std::string(name(trace.last().reason))},
      {"emergency", trace.emergency ? "true" : "false"},
  };
  std::string problems;
  const auto expect = [&](const std::string& column, const std::string& expected, const std::string& answer) {
    if (answer != expected) problems += column + ": expected " + expected + ", answer " + answer + "\n";
  };
  for (const auto& [column, answer] : answers) {
    const std::string& expected = row[column];
    if (!expected.empty()) expect(column, expected == "(empty)" ? "" : expected, answer);
  }
  const long waited = trace.waited.count();
  const std::string& most = row["max_wait_ms"];
  const std::string& least = row["min_wait_ms"];
  if (!most.empty() && waited > number(most)) expect("max_wait_ms", most, std::to_string(waited));
  if (!least.empty() && waited < number(least)) expect("min_wait_ms", least, std::to_string(waited));
  if (row["assumed"] == "-") {
    expect("assumed", "-", joined(trace.assumed));
  } else {
    for (const std::string& rule : test::split(row["assumed"], ';')) {
      const bool named = std::find(trace.assumed.begin(), trace.assumed.end(), rule) != trace.assumed.end();
      if (!named) expect("assumed", rule, joined(trace.assumed));
    }
  }
  return problems;
}

// Each plan is read once for each way to compile it.
const Workspace* open(const std::string& path, const Compiling& compiling, std::string& problem) {
  static std::map<std::pair<const Compiling*, std::string>, Result<Workspace>> opened;
  auto found = opened.find({&compiling, path});
  if (found == opened.end()) {
    auto workspace = Workspace::open({test::inRepository(path)}, nullptr, compiling.budget);
    found = opened.emplace(std::pair(&compiling, path), std::move(workspace)).first;
  }
  if (!found->second) problem = path + " cannot be read";
  return found->second ? &*found->second : nullptr;
}

class Conformance : public testing::TestWithParam<Case> {};

TEST_P(Conformance, RowHolds) {
  const auto& [suite, row, compiling] = GetParam();
  std::string problems;
  const Workspace* workspace = open(suite->folder + row["plan"], *compiling, problems);
  ASSERT_NE(workspace, nullptr) << problems;
  const auto trace = workspace->dial(requestOf(row));
  problems = trace ? unmet(row, workspace->plan(), *trace) : "the call is refused\n";

  const auto waiting = kNotYet.find({suite->name, row["name"]});
  if (waiting == kNotYet.end()) {
    EXPECT_EQ(problems, "");
    return;
  }
  ASSERT_NE(problems, "") << "the row holds: take it out of kNotYet";
  EXPECT_FALSE(trace && trace->unmodelled.empty())
      << "the answer does not say that " << waiting->second << " is missing from it:\n"
      << problems;
  GTEST_SKIP() << "waits for " << waiting->second;
}

INSTANTIATE_TEST_SUITE_P(Tables, Conformance, testing::ValuesIn(allCases()), caseName);

TEST(ConformanceTables, HaveOnlyKnownColumns) {
  for (const Suite& suite : kSuites) {
    const auto table = test::readCsv(suite.folder + suite.file);
    ASSERT_FALSE(table.empty());
    for (const auto& [column, cell] : table.front().cells) {
      EXPECT_TRUE(kColumns.contains(column)) << suite.file << ": " << column;
    }
  }
}

// A row that says nothing holds whatever comes.
TEST(ConformanceTables, EveryRowHasAnExpectation) {
  const std::vector<std::string> expectations{"fate",        "kind",        "pattern",     "partition",
                                              "called",      "called_out",  "device",      "unused",
                                              "calling_out", "max_wait_ms", "min_wait_ms", "assumed"};
  for (const Case& one : allCases()) {
    const bool some = std::any_of(expectations.begin(), expectations.end(),
                                  [&](const std::string& column) { return !one.row[column].empty(); });
    EXPECT_TRUE(some) << one.suite->file << ": " << one.row["name"];
  }
}

// Else the second way would be the first.
TEST(ConformanceTables, SixteenRowsAreTooFewForManyPlans) {
  std::set<std::string> plans;
  std::size_t overBudget = 0;
  for (const Case& one : allCases()) {
    const std::string path = one.suite->folder + one.row["plan"];
    std::string problem;
    if (!plans.insert(path).second) continue;
    const Workspace* workspace = open(path, kCompilings.back(), problem);
    ASSERT_NE(workspace, nullptr) << problem;
    overBudget += workspace->compiled().compileAll().overBudget.empty() ? 0 : 1;
  }
  EXPECT_GT(overBudget, plans.size() / 8);
}

TEST(ConformanceTables, RowsThatWaitAreThere) {
  std::set<std::pair<std::string, std::string>> rows;
  for (const Case& one : allCases()) rows.insert({one.suite->name, one.row["name"]});
  for (const auto& [row, rule] : kNotYet) EXPECT_TRUE(rows.contains(row)) << row.first << ": " << row.second;
}

}  // namespace
}  // namespace dialscope
