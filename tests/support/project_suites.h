// The project's own suites, and which of their rows wait for a rule that this build does not have yet.
#pragma once

#include "tests/support/csv.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace dialscope::test {

/// Relative to the repository's root, where tests run.
inline const std::vector<std::string> kProjectSuites{
    "tests/conformance/grammar.csv",
    "tests/conformance/best-match.csv",
    "tests/conformance/waiting.csv",
    "tests/conformance/modes.csv",
    "tests/conformance/hops.csv",
    "tests/conformance/numbers.csv",
    "tests/conformance/time-of-day.csv",
    "tests/conformance/preferred-architecture.csv",
    "dialplans/calls.csv",
};

/// Rows that wait: suite and name, with the rule that each waits for (tests/conformance/not-yet.csv).
inline std::map<std::pair<std::string, std::string>, std::string> rowsThatWait() {
  std::map<std::pair<std::string, std::string>, std::string> rows;
  for (const Row& row : readCsv("tests/conformance/not-yet.csv")) {
    rows[{"tests/conformance/" + row["file"], row["name"]}] = row["rule"];
  }
  return rows;
}

}  // namespace dialscope::test
