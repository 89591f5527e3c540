#include "engine/report/suite.h"

#include "engine/base/split.h"
#include "engine/report/message.h"
#include "engine/report/phrases.h"

#include <fmt/format.h>

#include <algorithm>

namespace dialscope::report {
namespace {

// As a POSIX shell reads it back.
std::string shellWord(std::string_view word) {
  constexpr std::string_view kPlain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+=./:,@%";
  if (!word.empty() && word.find_first_not_of(kPlain) == std::string_view::npos) return std::string(word);
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

// The option of `dial` that says what a column says: `external_mask` is --external-mask.
std::string optionOf(std::string_view column) {
  std::string option = column == "dial" ? "--digits" : "--" + std::string(column);
  std::replace(option.begin(), option.end(), '_', '-');
  return option;
}

}  // namespace

std::size_t SuiteResult::failed() const {
  return static_cast<std::size_t>(
      std::count_if(rows.begin(), rows.end(), [](const RowResult& row) { return row.failure != nullptr; }));
}

std::size_t failed(const std::vector<SuiteResult>& suites) {
  std::size_t sum = 0;
  for (const SuiteResult& suite : suites) sum += suite.failed();
  return sum;
}

std::string rowName(const RowResult& row) {
  if (row.name.empty()) return fmt::format("line {}", row.line);
  std::string name = row.name;
  std::replace(name.begin(), name.end(), '\n', ' ');
  return name;
}

std::string dialCommand(const RowFailure& failure) {
  std::string command = "dialscope dial";
  std::string_view digits;
  for (const std::string& plan : failure.plans) command += ' ' + shellWord(plan);
  for (const AskedCell& cell : failure.asked) {
    if (cell.column == "dial") {
      digits = cell.text;
      continue;
    }
    const bool list = cell.column == "css" || cell.column == "assume";
    for (const auto part : list ? listed(cell.text, ';') : std::vector<std::string_view>{cell.text}) {
      command += ' ' + optionOf(cell.column) + ' ' + shellWord(part);
    }
  }
  return command + ' ' + optionOf("dial") + ' ' + shellWord(digits);
}

std::vector<std::string> failureSentences(const RowFailure& failure) {
  std::vector<std::string> sentences;
  for (const Diagnostic& problem : failure.problems) sentences.push_back(renderDiagnostic(problem));
  if (!failure.trace) return sentences;
  const routing::Trace& trace = *failure.trace;
  sentences.push_back(fateSentence(*failure.plan, trace) + ".");
  if (trace.fate != routing::Fate::Loop) {
    sentences.push_back(hopSentence(*failure.plan, trace, trace.hops.size() - 1));
  }
  if (failure.whyNot) sentences.push_back(whyNotSentence(*failure.plan, trace, *failure.whyNot));
  if (failure.noSuchPattern)
    sentences.push_back("Expected, but " + messageText(*failure.noSuchPattern) + ".");
  for (const routing::Unmodelled& unmodelled : trace.unmodelled) {
    sentences.push_back(unmodelledPhrase(unmodelled) + ".");
  }
  return sentences;
}

std::string failureLine(const RowFailure& failure) {
  std::string line;
  for (const Diagnostic& problem : failure.problems)
    line += (line.empty() ? "" : "; ") + messageText(problem);
  for (const routing::Mismatch& one : failure.unmet) {
    line += fmt::format("{}{}: expected {}, got {}", line.empty() ? "" : "; ", one.column, one.expected,
                        one.answer);
  }
  return harmless(line);
}

}  // namespace dialscope::report
