#include "engine/report/call.h"
#include "engine/report/message.h"
#include "engine/report/phrases.h"
#include "engine/report/suite.h"
#include "engine/report/unmodelled_json.h"

#include <nlohmann/json.hpp>

namespace dialscope::report {
namespace {

using nlohmann::ordered_json;

ordered_json toJson(const Diagnostic& problem) {
  ordered_json object = {{"code", slugOf(problem.code)}, {"message", messageText(problem)}};
  object["file"] = problem.where.file ? *problem.where.file : "";
  object["line"] = problem.where.line;
  object["column"] = problem.where.column;
  object["suggestion"] = problem.suggestion;
  return object;
}

void putFailure(const RowFailure& failure, ordered_json& object) {
  object["command"] = dialCommand(failure);
  object["problems"] = ordered_json::array();
  for (const Diagnostic& problem : failure.problems) object["problems"].push_back(toJson(problem));
  object["unmet"] = ordered_json::array();
  for (const routing::Mismatch& one : failure.unmet) {
    object["unmet"].push_back({{"column", one.column}, {"expected", one.expected}, {"got", one.answer}});
  }
  object["why"] = failureSentences(failure);
  if (!failure.trace) return;
  const auto detail = failure.explained ? routing::Detail::Everything : routing::Detail::Answer;
  object["call"] = ordered_json::parse(callLine(*failure.plan, *failure.trace, detail));
}

ordered_json toJson(const RowResult& row) {
  const bool refused = row.failure && !row.failure->problems.empty();
  ordered_json object = {{"name", row.name}, {"line", row.line}};
  object["result"] = !row.failure ? "holds" : refused ? "refused" : "fails";
  object["unmodelled"] = unmodelledJson(row.unmodelled);
  if (row.failure) putFailure(*row.failure, object);
  if (row.changes.empty()) return object;
  object["changes"] = ordered_json::array();
  for (const CellChange& change : row.changes) {
    object["changes"].push_back(
        {{"column", change.column}, {"before", change.before}, {"after", change.after}});
  }
  return object;
}

}  // namespace

std::string suiteJson(const std::vector<SuiteResult>& suites) {
  ordered_json object = {{"schema", "dialscope/suite-result/1"}};
  std::size_t rows = 0;
  for (const SuiteResult& suite : suites) rows += suite.rows.size();
  object["rows"] = rows;
  object["hold"] = rows - failed(suites);
  object["fail"] = failed(suites);
  object["suites"] = ordered_json::array();
  for (const SuiteResult& suite : suites) {
    ordered_json one = {{"file", suite.file}, {"cases", ordered_json::array()}};
    for (const RowResult& row : suite.rows) one["cases"].push_back(toJson(row));
    object["suites"].push_back(std::move(one));
  }
  return object.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace dialscope::report
