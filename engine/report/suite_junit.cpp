// The shape is that of the Jenkins xUnit plugin's junit-10.xsd, which the other build servers read as well; a test holds it
// against tests/data/junit-10.xsd.
#include "engine/report/message.h"
#include "engine/report/phrases.h"
#include "engine/report/suite.h"

#include <fmt/format.h>
#include <pugixml.hpp>

#include <algorithm>
#include <sstream>

namespace dialscope::report {
namespace {

// Characters that XML 1.0 has no way to write are spelt out.
std::string forXml(std::string_view text) {
  std::string safe = harmless(text);
  for (const auto& [character, spelling] :
       {std::pair<std::string_view, std::string_view>{"\xEF\xBF\xBE", "\\uFFFE"},
        {"\xEF\xBF\xBF", "\\uFFFF"}}) {
    for (auto at = safe.find(character); at != std::string::npos; at = safe.find(character)) {
      safe.replace(at, character.size(), spelling);
    }
  }
  return safe;
}

bool isRefused(const RowResult& row) { return row.failure && !row.failure->problems.empty(); }

std::size_t refused(const SuiteResult& suite) {
  return static_cast<std::size_t>(std::count_if(suite.rows.begin(), suite.rows.end(), isRefused));
}

void set(pugi::xml_node node, const char* name, std::string_view value) {
  node.append_attribute(name).set_value(forXml(value).c_str());
}

void set(pugi::xml_node node, const char* name, std::size_t value) { set(node, name, std::to_string(value)); }

void addFailure(pugi::xml_node testcase, const RowResult& row) {
  const RowFailure& failure = *row.failure;
  pugi::xml_node node = testcase.append_child(isRefused(row) ? "error" : "failure");
  set(node, "type", isRefused(row) ? slugOf(failure.problems.front().code) : "expectation");
  set(node, "message", failureLine(failure));
  std::string text = dialCommand(failure) + '\n';
  for (const routing::Mismatch& one : failure.unmet) {
    text += fmt::format("{}: expected {}, got {}\n", one.column, one.expected, one.answer);
  }
  for (const std::string& sentence : failureSentences(failure)) text += sentence + '\n';
  node.text().set(forXml(text).c_str());
}

void addRow(pugi::xml_node testsuite, const SuiteResult& suite, const RowResult& row) {
  pugi::xml_node testcase = testsuite.append_child("testcase");
  set(testcase, "classname", suite.file);
  set(testcase, "name", rowName(row));
  if (row.failure) addFailure(testcase, row);
  if (row.unmodelled.empty() || row.failure) return;
  std::string text;
  for (const auto& one : row.unmodelled) text += unmodelledPhrase(one) + '\n';
  testcase.append_child("system-out").text().set(forXml(text).c_str());
}

}  // namespace

std::string suiteJunit(const std::vector<SuiteResult>& suites) {
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version").set_value("1.0");
  declaration.append_attribute("encoding").set_value("UTF-8");
  pugi::xml_node root = document.append_child("testsuites");
  set(root, "name", "dialscope test");
  std::size_t rows = 0;
  std::size_t errors = 0;
  for (const SuiteResult& suite : suites) {
    rows += suite.rows.size();
    errors += refused(suite);
  }
  set(root, "tests", rows);
  set(root, "failures", failed(suites) - errors);
  set(root, "errors", errors);
  for (const SuiteResult& suite : suites) {
    pugi::xml_node testsuite = root.append_child("testsuite");
    set(testsuite, "name", suite.file);
    set(testsuite, "tests", suite.rows.size());
    set(testsuite, "failures", suite.failed() - refused(suite));
    set(testsuite, "errors", refused(suite));
    set(testsuite, "file", suite.file);
    for (const RowResult& row : suite.rows) addRow(testsuite, suite, row);
  }
  std::ostringstream text;
  document.save(text, "  ");
  return text.str();
}

}  // namespace dialscope::report
