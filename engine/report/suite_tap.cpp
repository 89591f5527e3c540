// Every value of a YAML block is written as JSON writes a string, which YAML reads alike: as plain scalars `*67` would be
// an alias, `#1` a comment and `!` a tag.
#include "engine/report/phrases.h"
#include "engine/report/suite.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace dialscope::report {
namespace {

std::string yaml(std::string_view text) {
  return nlohmann::json(harmless(text)).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

// `#` and `\` escaped: a description ends where a directive begins.
std::string description(const RowResult& row) {
  std::string text;
  for (const char c : harmless(rowName(row))) {
    if (c == '\\' || c == '#') text += '\\';
    text += c;
  }
  return text;
}

std::string block(const SuiteResult& suite, const RowResult& row) {
  const RowFailure& failure = *row.failure;
  std::string text = "  ---\n";
  text += fmt::format("  message: {}\n", yaml(failureLine(failure)));
  text += fmt::format("  severity: {}\n", failure.problems.empty() ? "fail" : "error");
  text += fmt::format("  at:\n    file: {}\n    line: {}\n", yaml(suite.file), row.line);
  text += fmt::format("  command: {}\n", yaml(dialCommand(failure)));
  if (!failure.unmet.empty()) text += "  unmet:\n";
  for (const routing::Mismatch& one : failure.unmet) {
    text += fmt::format("    {}:\n      expected: {}\n      got: {}\n", one.column, yaml(one.expected),
                        yaml(one.answer));
  }
  text += "  why:\n";
  for (const std::string& sentence : failureSentences(failure))
    text += fmt::format("    - {}\n", yaml(sentence));
  return text + "  ...\n";
}

}  // namespace

std::string suiteTap(const std::vector<SuiteResult>& suites) {
  std::size_t rows = 0;
  for (const SuiteResult& suite : suites) rows += suite.rows.size();
  std::string text = fmt::format("TAP version 14\n1..{}\n", rows);
  std::size_t number = 0;
  for (const SuiteResult& suite : suites) {
    if (suites.size() > 1) text += fmt::format("# {}\n", harmless(suite.file));
    for (const RowResult& row : suite.rows) {
      text += fmt::format("{} {} - {}\n", row.failure ? "not ok" : "ok", ++number, description(row));
      if (row.failure) text += block(suite, row);
      if (row.failure) continue;
      for (const auto& one : row.unmodelled) text += fmt::format("# {}\n", harmless(unmodelledPhrase(one)));
    }
  }
  return text;
}

}  // namespace dialscope::report
