// Suites as they are read and run: which rows hold, which cannot be run and where that is their fault, what is pinned.
#include "engine/workspace/suite.h"

#include "engine/report/message.h"
#include "tests/support/files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dialscope::workspace {
namespace {

using report::RowResult;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string kPlan = test::inRepository("dialplans/seven-hundred.xml");

// A suite of the repository's root, so that its plans are relative to that.
Suite suiteOf(const std::string& text) {
  auto suite = openSuiteText(test::inRepository("s.csv"), text);
  EXPECT_TRUE(suite) << report::renderDiagnostic(suite.error());
  return std::move(*suite);
}

std::vector<RowResult> run(const Suite& suite, SuiteRun how = {.plans = {kPlan}}) {
  Diagnostics aboutPlans;
  return runSuites({suite}, how, aboutPlans).front().rows;
}

std::vector<RowResult> run(const std::string& text, SuiteRun how = {.plans = {kPlan}}) {
  return run(suiteOf(text), std::move(how));
}

// "holds", "pattern unused" for the columns that are not met, or the message, from its line on.
std::vector<std::string> outcomes(const std::vector<RowResult>& rows) {
  std::vector<std::string> all;
  for (const RowResult& row : rows) {
    std::string text = row.failure ? "" : "holds";
    if (row.failure) {
      for (const auto& one : row.failure->unmet) text += (text.empty() ? "" : " ") + std::string(one.column);
      for (Diagnostic problem : row.failure->problems) {
        problem.where.file = fileNamed({});
        text += (text.empty() ? "" : "; ") + report::renderDiagnostic(problem);
      }
    }
    all.push_back(text);
  }
  return all;
}

TEST(Suite, RowsHoldOrFail) {
  EXPECT_THAT(outcomes(run("name,css,dial,mode,fate,pattern,unused,max_wait_ms,assumed\n"
                           "keyed,Phones,70012,,routed,7XXX,2,0,-\n"
                           "bloc,Phones,70012,bloc,routed,700XX,(empty),0,\n"
                           "wrong,Phones,70012,,blocked,700XX,2,,\n"
                           "off-hook,Phones,,,incomplete,,,,\n"
                           "blank,,,,incomplete,,,,\n")),
              ElementsAre("holds", "holds", "fate pattern", "holds", "holds"));
}

TEST(Suite, ARowsPlanBeatsTheOneForAll) {
  const std::string text =
      "css,dial,plan,fate\n"
      "Phones,70012,,routed\n"
      "Lobby,,dialplans/plar.xml,routed\n"
      "Phones,70012,no/such.xml,routed\n"
      "Phones,70012,dialplans/seven-hundred.xml,routed\n";
  EXPECT_THAT(outcomes(run(text)),
              ElementsAre("holds", "holds", HasSubstr("no such file or folder"), "holds"));
  EXPECT_THAT(outcomes(run(text, {})), ElementsAre(HasSubstr(":2:1: error: the row names no plan"), "holds",
                                                   HasSubstr("no such file"), "holds"));
}

TEST(Suite, WhatIsWrongHasItsPlace) {
  const std::vector<std::string> all =
      outcomes(run("dial,css,mode,gap,at,assume,calling,partitions,fate,max_wait_ms\n"  // line
                   "7x,Phones,,,,,,,routed,\n"                                          // 2
                   "7,Phone,,,,,,,routed,\n"                                            // 3
                   "7,Phones,block,,,,,,routed,\n"                                      // 4
                   "7,Phones,,61,,,,,routed,\n"                                         // 5
                   "7,Phones,,,2026-11-22T09:00,,,,routed,\n"                           // 6
                   "7,Phones,,,,urgnt=any,,,routed,\n"                                  // 7
                   "7,Phones,,,,,12x,,routed,\n"                                        // 8
                   "7,,,,,,,Interal,routed,\n"                                          // 9
                   "7,Phones,,,,,,Internal,routed,\n"                                   // 10
                   "7,Phones,,,,,,,rooted,soon\n"                                       // 11
                   "7,Phones,,,,,,,routed,,1\n"));                                      // 12
  EXPECT_THAT(
      all, ElementsAre(HasSubstr(":2:1: error: \"x\" cannot be dialed"),
                       HasSubstr(":3:3: error: the plan has no calling search space \"Phone\"; did you mean"),
                       HasSubstr(":4:10: error: there is no mode \"block\""),
                       HasSubstr(":5:11: error: gap is \"61\"; expected seconds"),
                       HasSubstr(":6:12: error: column at is not in this build"),
                       HasSubstr(":7:13: error: there is no assumption \"urgnt\""),
                       HasSubstr(":8:14: error: the calling number \"12x\""),
                       HasSubstr(":9:9: error: the plan has no partition \"Interal\""),
                       HasSubstr(":10:3: error: --partitions and --css exclude each other"),
                       AllOf(HasSubstr(":11:16: error: fate is \"rooted\"; expected"),
                             HasSubstr("did you mean \"routed\"?"),
                             HasSubstr("; :11:23: error: max_wait_ms is \"soon\"; expected whole")),
                       HasSubstr(":12:24: error: 11 cells, but the header has 10 columns")));
}

TEST(Suite, AColumnThatNobodyKnowsMakesItUnreadable) {
  Diagnostics alsoWrong;
  const auto suite = openSuiteText("s.csv", "name,dial,parttion, fates\nx,7,A,routed\n", &alsoWrong);
  ASSERT_FALSE(suite);
  EXPECT_EQ(
      report::renderDiagnostic(suite.error()),
      "s.csv:1:11: error: there is no column \"parttion\"; did you mean \"partition\"? [unknown-column]");
  ASSERT_EQ(alsoWrong.size(), 1U);
  EXPECT_EQ(alsoWrong[0].suggestion, "fate");
  EXPECT_FALSE(openSuiteText("s.json", R"({"schema": "dialscope/suite/1", "cases": [{"dails": ""}]})"));
  EXPECT_FALSE(openSuite("no/such/suite.csv"));
}

TEST(Suite, OddRowsAreWarnedOf) {
  const auto warnings = [](const std::string& text) {
    std::vector<std::string> all;
    const Suite suite = *openSuiteText("s", text);
    for (const Diagnostic& warning : suite.warnings) {
      all.push_back(report::renderDiagnostic(warning));
    }
    return all;
  };
  EXPECT_THAT(warnings("name,dial,fate\na,7,routed\n"), IsEmpty());
  EXPECT_THAT(warnings("name,dial,fate,note\na,7,routed,\nb,8,',x\na,9,routed,\n,1,routed,\n,2,routed,\n"),
              ElementsAre("s:3:1: warning: the row expects nothing: it holds whatever the call comes to "
                          "[row-expects-nothing]",
                          "s:4:1: warning: a row \"a\" stands in line 2 already [duplicate-row-name]"));
  EXPECT_THAT(warnings("name,dial,fate\n"), ElementsAre("s: warning: the suite has no rows [suite-empty]"));
  EXPECT_THAT(warnings(""), ElementsAre("s: warning: the suite has no rows [suite-empty]"));
}

TEST(Suite, JsonSaysTheSame) {
  const std::string json = R"({"schema": "dialscope/suite/1", "cases": [
    {"name": "keyed", "css": "Phones", "dial": "70012", "pattern": "7XXX"},
    {"name": "wrong", "css": "Phones", "dial": "70012", "pattern": "700XX", "fate": "rooted"},
    {"name": "fails", "css": "Phones", "dial": "70012", "pattern": "700XX"}]})";
  const auto rows = run(json);
  EXPECT_THAT(outcomes(rows), ElementsAre("holds", HasSubstr(":3:85: error: fate is \"rooted\""), "pattern"));
  EXPECT_EQ(rows[2].line, 4U);
}

// Assumed rules are looked for only where a row wants to know.
TEST(Suite, AssumedRules) {
  EXPECT_THAT(outcomes(run("plan,css,dial,mode,fate,assumed\n"
                           "dialplans/two-tier.xml,Phones,911,bloc,routed,\n"
                           "dialplans/two-tier.xml,Phones,911,bloc,routed,DA-55\n"
                           "dialplans/two-tier.xml,Phones,911,bloc,routed,-\n"
                           "dialplans/two-tier.xml,Phones,911,bloc,routed,DA-55;DA-24\n")),
              ElementsAre("holds", "holds", "assumed", "assumed"));
}

TEST(Suite, AFailureKnowsWhy) {
  const auto rows = run("css,dial,pattern\nPhones,70012,700XX\nPhones,70012,7XXXX\nPhones,9,(empty)\n");
  ASSERT_TRUE(rows[0].failure);
  const report::RowFailure& first = *rows[0].failure;
  EXPECT_TRUE(first.explained);
  EXPECT_FALSE(first.trace->hops.back().candidates.empty());
  ASSERT_TRUE(first.whyNot);
  EXPECT_EQ(first.whyNot->candidate.verdict, routing::Verdict::NeedsMoreDigits);
  ASSERT_TRUE(rows[1].failure);
  ASSERT_TRUE(rows[1].failure->noSuchPattern);
  EXPECT_EQ(rows[1].failure->noSuchPattern->suggestion, "7XXX");
  EXPECT_FALSE(rows[2].failure);
  EXPECT_EQ(report::dialCommand(first), "dialscope dial " + kPlan + " --css Phones --digits 70012");
}

TEST(Suite, TheCommandIsOneForAShell) {
  const auto rows =
      run("css,dial,calling,external_mask,gap,t302,mode,assume,plan,fate\n"
          "Phones;It's,'*67#,'+1408,972813XXXX,0.25,4000,bloc-wait,urgent=any;pound=digit,a b.xml,routed\n");
  EXPECT_THAT(
      report::dialCommand(*rows[0].failure),
      HasSubstr(
          "/a b.xml' --css Phones --css 'It'\\''s' --calling +1408 --external-mask 972813XXXX --gap 0.25 "
          "--t302 4000 --mode bloc-wait --assume urgent=any --assume pound=digit --digits '*67#'"));
}

TEST(Suite, ManyRowsKeepTheirOrder) {
  std::string text = "css,dial,called\n";
  for (int i = 0; i < 5000; ++i) {
    const std::string number = std::to_string(7000 + i % 1000);
    text += "Phones," + number + "," + (i % 7 == 0 ? "1" : number) + "\n";
  }
  const auto rows = run(text);
  ASSERT_EQ(rows.size(), 5000U);
  std::size_t explained = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    ASSERT_EQ(rows[i].line, i + 2);
    ASSERT_EQ(rows[i].failure != nullptr, i % 7 == 0) << i;
    explained += rows[i].failure && rows[i].failure->explained ? 1 : 0;
  }
  EXPECT_EQ(explained, 200U);
}

std::string pinned(const std::string& text) {
  const Suite suite = suiteOf(text);
  Diagnostics aboutPlans;
  const auto results = runSuites({suite}, {.plans = {kPlan}, .pin = true}, aboutPlans);
  return withChanges(suite, results.front());
}

TEST(SuitePinned, FilledExpectationsAlone) {
  EXPECT_EQ(pinned("\xEF\xBB\xBFname;css;dial;fate;pattern;unused;max_wait_ms;assumed;note\r\n"
                   "a;Phones;70012;blocked;\"9XXX\";;15000;DA-24;\"keep; me\"\r\n"
                   "b;Phone;70012;blocked;?;;;;\r\n"  // cannot be run
                   "c;Phones;9;?;?;?;?;?;\r\n"
                   "d;Phones;70012;routed;7XXX;2;0;-;\r\n"),
            "\xEF\xBB\xBFname;css;dial;fate;pattern;unused;max_wait_ms;assumed;note\r\n"
            "a;Phones;70012;routed;\"7XXX\";;0;-;\"keep; me\"\r\n"
            "b;Phone;70012;blocked;?;;;;\r\n"
            "c;Phones;9;no-match;(empty);(empty);0;-;\r\n"
            "d;Phones;70012;routed;7XXX;2;0;-;\r\n");
}

TEST(SuitePinned, ApostrophesStayWhereTheyAreNeeded) {
  EXPECT_EQ(pinned("plan,css,dial,mode,called\n"
                   "dialplans/e164.xml,Seattle-National,'+12065554001,bloc,x\n"
                   "dialplans/e164.xml,Seattle-National,'+12065554001,bloc,'x\n"
                   ",Phones,7001,,'x\n"),
            "plan,css,dial,mode,called\n"
            "dialplans/e164.xml,Seattle-National,'+12065554001,bloc,'+12065554001\n"
            "dialplans/e164.xml,Seattle-National,'+12065554001,bloc,'+12065554001\n"
            ",Phones,7001,,'7001\n");
  EXPECT_EQ(
      pinned(
          R"({"schema":"dialscope/suite/1","cases":[{"plan":"dialplans/e164.xml","css":"Seattle-National",)"
          R"("dial":"+12065554001","mode":"bloc","called":"?"}]})"),
      R"({"schema":"dialscope/suite/1","cases":[{"plan":"dialplans/e164.xml","css":"Seattle-National",)"
      R"("dial":"+12065554001","mode":"bloc","called":"+12065554001"}]})");
}

// What has been pinned holds, and is pinned already.
TEST(SuitePinned, HoldsAfterwards) {
  const std::string once = pinned(
      "css,dial,fate,pattern,partition,called,reason,min_wait_ms,emergency,assumed\n"
      "Phones,70012,?,?,?,?,?,?,?,?\nPhones,70,?,?,?,?,?,?,?,?\n,,?,?,?,?,?,?,?,?\n");
  EXPECT_EQ(pinned(once), once);
  EXPECT_THAT(outcomes(run(once)), ElementsAre("holds", "holds", "holds"));
}

}  // namespace
}  // namespace dialscope::workspace
