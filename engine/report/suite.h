// The outcome of acceptance suites, for people (pretty), for programs (JSON, schema dialscope/suite-result/1), and for the
// two forms that build servers read: JUnit's XML and TAP.
//
//   suiteText(results, style);
//   // FAIL  lobby phone calls 911   suites/lobby.csv:7
//   //   dialscope dial site.xml --css Lobby --digits 911
//
// docs/commands/test.md describes all four, docs/schema/suite-result.schema.json the second. No form holds a time: the same
// plan and the same suites give the same bytes.
#pragma once

#include "engine/report/style.h"
#include "engine/routing/expectation.h"
#include "engine/routing/race.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dialscope::report {

/// A filled cell that says what to do.
struct AskedCell {
  std::string column;
  std::string text;
};

/// Why a row does not hold: the call could not be made, or it came to something else.
struct RowFailure {
  std::vector<std::string> plans;
  std::vector<AskedCell> asked;
  Diagnostics problems;                  ///< why it could not be made; with one, nothing below is there
  std::vector<routing::Mismatch> unmet;  ///< at least one otherwise
  std::shared_ptr<const plan::Plan> plan;
  std::optional<routing::Trace> trace;
  bool explained = false;                   ///< the trace has its candidates
  std::optional<routing::WhyNot> whyNot;    ///< of the pattern that was expected
  std::optional<Diagnostic> noSuchPattern;  ///< in place of it
};

/// A cell that `--update` has written anew.
struct CellChange {
  std::string_view column;
  std::string before;
  std::string after;
};

struct RowResult {
  std::string name;                           ///< may be empty
  std::size_t line = 0;                       ///< where it begins
  std::shared_ptr<const RowFailure> failure;  ///< null = it holds
  std::vector<routing::Unmodelled> unmodelled;
  std::vector<CellChange> changes;
};

struct SuiteResult {
  std::string file;
  std::vector<RowResult> rows;

  std::size_t failed() const;
};

/// How many rows fail, of all suites.
std::size_t failed(const std::vector<SuiteResult>& suites);

/// What fails, with what was expected and why it came otherwise, and a last line that counts.
std::string suiteText(const std::vector<SuiteResult>& suites, const Style& style);

/// One object, every row in it.
std::string suiteJson(const std::vector<SuiteResult>& suites);

/// XML as the Jenkins xUnit plugin takes it (junit-10.xsd). A row whose call could not be made is an error, one that came
/// to something else a failure.
std::string suiteJunit(const std::vector<SuiteResult>& suites);

/// TAP version 14, with a YAML block behind every row that fails.
std::string suiteTap(const std::vector<SuiteResult>& suites);

// What the four forms share.

/// The row's name on one line, or where it stands if it has none.
std::string rowName(const RowResult& row);

/// The command line that makes the same call, as a shell takes it.
std::string dialCommand(const RowFailure& failure);

/// Why it came to something else, in sentences: the hop that settled the call, then the pattern that was expected.
std::vector<std::string> failureSentences(const RowFailure& failure);

/// All of a failure on one line: "pattern: expected 700XX, got 7XXX; unused: expected (empty), got 2".
std::string failureLine(const RowFailure& failure);

}  // namespace dialscope::report
