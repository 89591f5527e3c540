// The four forms of a suite's outcome: the text whole, of the others what their readers stumble over.
#include "engine/report/suite.h"

#include "tests/support/golden.h"
#include "tests/support/plan_sketch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

namespace dialscope::report {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

// Names that each form has to take care of.
const std::string kHostile = "a \"b\" <c> & # \\ \x1B[2J\nd";

// A row that holds, one that fails, one that could not be run.
std::vector<SuiteResult> results() {
  static const test::PlanSketch sketch(
      "route 7XXX urgent to=PBX\nroute 700XX to=Voicemail\nroute *67! to=PBX");
  RowFailure failure;
  failure.plans = {"site plan.xml"};
  failure.asked = {{"css", "Phones;Lobby"}, {"dial", "*67"}, {"mode", "bloc"}};
  failure.plan = {std::shared_ptr<void>(), &sketch.plan()};
  failure.trace = sketch.dial("70012");
  failure.explained = true;
  failure.unmet = {{"pattern", "700XX", "7XXX"}, {"unused", "(empty)", "*2#"}, {"max_wait_ms", "0", "15000"}};
  failure.whyNot = routing::whyNot(sketch.compiled(), *failure.trace, sketch.entry("700XX"));
  RowFailure refused;
  refused.asked = {{"dial", "7x"}};
  refused.problems = {{DiagnosticCode::RowWithoutPlan, {fileNamed("s.csv"), 4, 1}, {}, {}}};

  SuiteResult suite{"s.csv", std::vector<RowResult>(3)};
  suite.rows[0].line = 2;
  suite.rows[0].unmodelled = {{routing::UnmodelledKind::RouteList, "RL", "7XXX"}};
  suite.rows[1].name = kHostile;
  suite.rows[1].line = 3;
  suite.rows[1].failure = std::make_shared<const RowFailure>(failure);
  suite.rows[2].name = "no plan";
  suite.rows[2].line = 4;
  suite.rows[2].failure = std::make_shared<const RowFailure>(refused);
  return {suite};
}

TEST(SuiteReport, Text) {
  test::expectGolden("tests/golden/suite/failing-rows.txt", suiteText(results(), Style()));
  EXPECT_THAT(suiteText(results(), Style{true, 100}), HasSubstr("\x1b[31mFAIL\x1b[0m"));
}

TEST(SuiteReport, Tap) { test::expectGolden("tests/golden/suite/failing-rows.tap", suiteTap(results())); }

TEST(SuiteReport, Counts) {
  EXPECT_EQ(failed(results()), 2U);
  EXPECT_EQ(suiteText({}, Style()), "0 rows: 0 hold, 0 fail\n");
  EXPECT_EQ(suiteTap({}), "TAP version 14\n1..0\n");
}

TEST(SuiteReport, JsonHoldsEveryRow) {
  const json object = json::parse(suiteJson(results()));
  EXPECT_EQ(object["schema"], "dialscope/suite-result/1");
  EXPECT_EQ(object["rows"], 3);
  EXPECT_EQ(object["hold"], 1);
  EXPECT_EQ(object["fail"], 2);
  const json& cases = object["suites"][0]["cases"];
  EXPECT_EQ(cases[0]["result"], "holds");
  EXPECT_EQ(cases[0]["unmodelled"][0]["rule"], "DA-80");
  EXPECT_EQ(cases[1]["name"], kHostile);
  EXPECT_EQ(cases[1]["result"], "fails");
  EXPECT_EQ(cases[1]["unmet"][0], json({{"column", "pattern"}, {"expected", "700XX"}, {"got", "7XXX"}}));
  EXPECT_EQ(cases[1]["call"]["schema"], "dialscope/call/1");
  EXPECT_EQ(cases[1]["call"]["hops"][0]["candidates"].size(), 2U);
  EXPECT_EQ(cases[2]["result"], "refused");
  EXPECT_EQ(cases[2]["problems"][0]["code"], "row-without-plan");
  EXPECT_FALSE(cases[2].contains("call"));
}

TEST(SuiteReport, JunitTakesAnyText) {
  auto suites = results();
  suites[0].rows[0].name = "\xEF\xBF\xBF\x01";
  pugi::xml_document document;
  const std::string xml = suiteJunit(suites);
  ASSERT_TRUE(document.load_string(xml.c_str(), pugi::parse_full));
  EXPECT_THAT(xml, Not(HasSubstr("\x1B")));
  EXPECT_THAT(xml, Not(HasSubstr("&#x")));
  const pugi::xml_node suite = document.child("testsuites").child("testsuite");
  EXPECT_STREQ(suite.attribute("tests").value(), "3");
  EXPECT_STREQ(suite.attribute("failures").value(), "1");
  EXPECT_STREQ(suite.attribute("errors").value(), "1");
  const pugi::xml_node first = suite.child("testcase");
  EXPECT_STREQ(first.attribute("name").value(), "\\uFFFF\\x01");
  EXPECT_THAT(first.child("system-out").text().get(), HasSubstr("route list RL"));
  const pugi::xml_node second = first.next_sibling();
  EXPECT_STREQ(second.attribute("name").value(), "a \"b\" <c> & # \\ \\x1B[2J d");
  EXPECT_THAT(second.child("failure").attribute("message").value(),
              HasSubstr("unused: expected (empty), got *2#"));
  EXPECT_STREQ(second.next_sibling().child("error").attribute("type").value(), "row-without-plan");
}

TEST(SuiteReport, ARowWithoutANameIsItsLine) {
  RowResult row;
  row.line = 7;
  EXPECT_EQ(rowName(row), "line 7");
}

TEST(SuiteReport, ChangesAreShownOnePerCell) {
  SuiteResult suite{"s.csv", std::vector<RowResult>(1)};
  suite.rows[0].name = "a";
  suite.rows[0].line = 2;
  suite.rows[0].changes = {{"pattern", "?", "7XXX"}, {"unused", "1", "(empty)"}};
  EXPECT_EQ(suiteText({suite}, Style()),
            "s.csv:2  a  pattern  ?  → 7XXX\n"
            "            unused   1  → (empty)\n"
            "\n"
            "1 row: 1 hold, 0 fail, 2 cells written anew\n");
}

}  // namespace
}  // namespace dialscope::report
