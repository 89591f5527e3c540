// Acceptance suites: sheets of calls, each with what must come of it.
//
//   Result<Suite> suite = openSuite("suites/lobby.csv");
//   const auto results = runSuites({*suite}, {.plans = {"site.xml"}}, aboutPlans);
//   results[0].rows[6].failure;              // null: the row holds
//
// A cell that cannot be read fails its row, and the rest goes on; a column that nobody knows makes the suite unreadable,
// since a misspelt expectation would never fail. docs/commands/test.md has the columns.
#pragma once

#include "engine/import/sheet.h"
#include "engine/report/suite.h"
#include "engine/routing/expectation.h"
#include "engine/workspace/request_columns.h"
#include "engine/workspace/workspace.h"

#include <optional>
#include <string>
#include <vector>

namespace dialscope::workspace {

using import::Sheet;

struct Suite {
  std::string file;  ///< as it was given
  Sheet sheet;
  std::vector<const routing::ExpectedColumn*> expected;  ///< by column; null where nothing is expected
  std::vector<ColumnUse> uses;                           ///< by column
  std::optional<std::size_t> nameColumn;
  std::optional<std::size_t> planColumn;
  Diagnostics warnings;  ///< SuiteEmpty, RowExpectsNothing, DuplicateRowName
};

/// Reads a suite. The error: it cannot be read, or has a column that nobody knows; `alsoWrong` takes further ones.
Result<Suite> openSuite(const std::string& path, Diagnostics* alsoWrong = nullptr);
/// The same for a text; messages call it `name`.
Result<Suite> openSuiteText(std::string_view name, std::string_view text, Diagnostics* alsoWrong = nullptr);

struct SuiteRun {
  std::vector<std::string> plans = {};  ///< for rows that name none
  bool pin = false;  ///< today's answers are the right ones: rows get `changes`, and no mismatches
  automata::Budget budget = {};  ///< as in Workspace::open
};

/// Makes the calls of all suites on all cores, each plan being read once. Results are in the order of suites and rows. A plan
/// that cannot be read fails its rows; `aboutPlans` takes what else there is to say about plans.
std::vector<report::SuiteResult> runSuites(const std::vector<Suite>& suites, const SuiteRun& run,
                                           Diagnostics& aboutPlans);

/// The suite's text with the changes of `result`, which is of this suite; everything else stays as it is.
std::string withChanges(const Suite& suite, const report::SuiteResult& result);

}  // namespace dialscope::workspace
