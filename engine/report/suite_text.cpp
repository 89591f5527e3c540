#include "engine/report/phrases.h"
#include "engine/report/suite.h"
#include "engine/report/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace dialscope::report {
namespace {

using routing::Candidate;
using routing::Verdict;

/// Candidates of the hop that settled a call which are shown.
constexpr std::size_t kMostCandidates = 5;

std::string mismatches(const RowFailure& failure, const Style& style) {
  Table table;
  table.add({{""}, {"expected", Ink::Faint}, {"got", Ink::Faint}});
  for (const routing::Mismatch& one : failure.unmet) {
    const std::string_view bound = one.column == "max_wait_ms"   ? "at most "
                                   : one.column == "min_wait_ms" ? "at least "
                                                                 : "";
    table.add(
        {{std::string(one.column)}, {std::string(bound) + one.expected, Ink::Good}, {one.answer, Ink::Bad}});
  }
  return table.print(style, "  ");
}

// Who was still in the race when it was decided.
std::string candidates(const RowFailure& failure, const Style& style) {
  Table table;
  const plan::Plan& plan = *failure.plan;
  const routing::Hop& hop = failure.trace->last();
  std::size_t left = 0;
  std::size_t shown = 0;
  for (const Candidate& candidate : hop.candidates) {
    if (candidate.verdict == Verdict::Dropped) continue;
    if (shown == kMostCandidates) {
      ++left;
      continue;
    }
    ++shown;
    const plan::Entry& entry = at(plan.entries, candidate.entry);
    table.add({{std::string(verdictSign(plan, candidate))},
               {entry.pattern.text.empty() ? "(empty)" : entry.pattern.text},
               {partitionName(plan, entry.partition)},
               {std::string(kindWords(entry.kind))},
               {verdictPhrase(plan, hop, candidate)}});
  }
  std::string text = table.print(style, "    ");
  if (left > 0) text += style.paint(Ink::Faint, fmt::format("    … and {} more", left)) + '\n';
  return text;
}

std::string rowText(const SuiteResult& suite, const RowResult& row, const Style& style) {
  const RowFailure& failure = *row.failure;
  std::string text = style.paint(Ink::Bad, "FAIL") + "  " + style.paint(Ink::Strong, rowName(row)) + "  " +
                     style.paint(Ink::Faint, fmt::format("{}:{}", suite.file, row.line)) + '\n';
  text += "  " + style.paint(Ink::Faint, dialCommand(failure)) + '\n';
  if (!failure.unmet.empty()) text += mismatches(failure, style);
  for (const std::string& sentence : failureSentences(failure))
    text += wrapped(sentence, style.width, "  ") + '\n';
  if (failure.explained) text += candidates(failure, style);
  return text + '\n';
}

std::string changesText(const std::vector<SuiteResult>& suites, const Style& style) {
  Table table;
  for (const SuiteResult& suite : suites) {
    for (const RowResult& row : suite.rows) {
      std::string place = fmt::format("{}:{}", suite.file, row.line);
      std::string name = rowName(row);
      for (const CellChange& change : row.changes) {
        table.add({{std::exchange(place, ""), Ink::Faint},
                   {std::exchange(name, ""), Ink::Strong},
                   {std::string(change.column)},
                   {change.before, Ink::Bad},
                   {"→ " + change.after, Ink::Good}});
      }
    }
  }
  return table.empty() ? "" : table.print(style, "") + '\n';
}

std::string leaning(std::size_t rows) {
  return fmt::format(
      "{} that hold{} met something that this build does not apply, and may hold for the wrong reason; "
      "--format json says which and what.",
      counted(rows, "row"), rows == 1 ? "s" : "");
}

}  // namespace

std::string suiteText(const std::vector<SuiteResult>& suites, const Style& style) {
  std::string text;
  std::size_t rows = 0;
  std::size_t fail = 0;
  std::size_t unsure = 0;
  std::size_t changes = 0;
  for (const SuiteResult& suite : suites) {
    for (const RowResult& row : suite.rows) {
      if (row.failure) text += rowText(suite, row, style);
      unsure += row.failure || row.unmodelled.empty() ? 0 : 1;
      changes += row.changes.size();
    }
    rows += suite.rows.size();
    fail += suite.failed();
  }
  text += changesText(suites, style);
  if (unsure > 0) text += style.paint(Ink::Warn, wrapped(leaning(unsure), style.width, "")) + '\n';
  const std::string updated = changes == 0 ? "" : ", " + counted(changes, "cell") + " written anew";
  text +=
      style.paint(fail == 0 ? Ink::Good : Ink::Bad,
                  fmt::format("{}: {} hold, {} fail{}", counted(rows, "row"), rows - fail, fail, updated));
  return text + '\n';
}

}  // namespace dialscope::report
