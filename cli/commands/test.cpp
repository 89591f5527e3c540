#include "cli/commands/commands.h"
#include "cli/messages.h"
#include "engine/import/write_file.h"
#include "engine/report/phrases.h"
#include "engine/workspace/suite.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace dialscope::cli {
namespace {

using report::SuiteResult;
using workspace::Suite;

/// Suites, each once, however often it is named; the error is a finished outcome.
tl::expected<std::vector<Suite>, Outcome> openSuites(const std::vector<std::string>& paths) {
  std::vector<Suite> suites;
  std::set<std::filesystem::path> seen;
  Diagnostics wrong;
  for (const std::string& path : paths) {
    std::error_code error;
    const auto canonical = std::filesystem::canonical(path, error);
    if (!error && !seen.insert(canonical).second) continue;
    Diagnostics alsoWrong;
    auto suite = workspace::openSuite(path, &alsoWrong);
    if (suite) {
      suites.push_back(std::move(*suite));
    } else {
      wrong.push_back(std::move(suite.error()));
      wrong.insert(wrong.end(), alsoWrong.begin(), alsoWrong.end());
    }
  }
  if (!wrong.empty()) return tl::unexpected(Outcome{ExitStatus::Unreadable, {}, suiteMessages(wrong)});
  return suites;
}

std::string answerOf(const std::vector<SuiteResult>& results, Format format, const report::Style& style) {
  switch (format) {
  case Format::Json: return report::suiteJson(results);
  case Format::Junit: return report::suiteJunit(results);
  case Format::Tap: return report::suiteTap(results);
  default: return report::suiteText(results, style);
  }
}

/// Writes the suites that have changed.
Diagnostics update(const std::vector<Suite>& suites, const std::vector<SuiteResult>& results) {
  Diagnostics problems;
  for (std::size_t i = 0; i < suites.size(); ++i) {
    const auto& rows = results[i].rows;
    const bool changed = std::any_of(rows.begin(), rows.end(),
                                     [](const report::RowResult& row) { return !row.changes.empty(); });
    if (!changed) continue;
    auto problem = import::writeFile(suites[i].file, workspace::withChanges(suites[i], results[i]));
    if (problem) problems.push_back(std::move(*problem));
  }
  return problems;
}

}  // namespace

// A build server keeps the answer in a file and shows the messages: there the number of failures is said once more.
Outcome run(const TestArguments& arguments, const report::Style& style) {
  const auto suites = openSuites(arguments.suites);
  if (!suites) return suites.error();
  Diagnostics warnings;
  std::size_t rows = 0;
  for (const Suite& suite : *suites) {
    warnings.insert(warnings.end(), suite.warnings.begin(), suite.warnings.end());
    rows += suite.sheet.rows.size();
  }
  std::string messages = suiteMessages(warnings);
  Diagnostics aboutPlans;
  const auto results =
      workspace::runSuites(*suites, {.plans = arguments.plans, .pin = arguments.update}, aboutPlans);
  messages += planMessages(aboutPlans);
  const std::string answer = answerOf(results, arguments.format, style);
  if (rows == 0) return {ExitStatus::NothingToDo, answer, messages};
  if (arguments.update) {
    const Diagnostics problems = update(*suites, results);
    if (!problems.empty()) return {ExitStatus::Internal, {}, messages + suiteMessages(problems)};
  }
  const std::size_t fail = report::failed(results);
  if (fail == 0) return {ExitStatus::Done, answer, messages};
  if (arguments.format != Format::Pretty) {
    const std::string text =
        fmt::format("{} of {} {}", fail, report::counted(rows, "row"), fail == 1 ? "fails" : "fail");
    messages += messageLine(report::Severity::Error, text, "rows-fail");
  }
  return {ExitStatus::Findings, answer, messages};
}

}  // namespace dialscope::cli
