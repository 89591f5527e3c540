// Suites through the real binary: statuses, forms, `--update` on files, and the project's own tables.
#include "tests/cli/command_line.h"
#include "tests/support/files.h"
#include "tests/support/project_suites.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <set>

namespace dialscope::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class TestCommand : public ::testing::Test {
 protected:
  TestCommand() { fs::copy_file(inRepository(kPlan), folder_ / "site.xml"); }

  std::string path(std::string_view name) const { return folder_ / name; }
  std::string write(std::string_view name, std::string_view text) const { return folder_.write(name, text); }

  TemporaryFolder folder_;
};

const std::string kHeader = "name,plan,css,dial,pattern\n";

TEST_F(TestCommand, StatusSaysWhetherAllHolds) {
  const std::string good = write("good.csv", kHeader + "keyed,site.xml,Phones,70012,7XXX\n");
  const std::string bad = write("bad.csv", kHeader + "keyed,site.xml,Phones,70012,700XX\n");
  const std::string empty = write("empty.csv", kHeader);
  const std::string odd = write("odd.csv", "name,plan,css,dial,patern\nkeyed,site.xml,Phones,70012,700XX\n");

  const Finished holds = dialscope({"test", good});
  EXPECT_EQ(holds.status, 0);
  EXPECT_EQ(holds.out, "1 row: 1 hold, 0 fail\n");
  EXPECT_EQ(holds.err, "");

  const Finished fails = dialscope({"test", good, bad});
  EXPECT_EQ(fails.status, 1);
  EXPECT_THAT(fails.out, StartsWith("FAIL  keyed  " + bad + ":2\n"));
  EXPECT_THAT(fails.out, HasSubstr("2 rows: 1 hold, 1 fail\n"));

  const Finished nothing = dialscope({"test", empty});
  EXPECT_EQ(nothing.status, 4);
  EXPECT_EQ(nothing.err, empty + ": warning: the suite has no rows [suite-empty]\n");
  EXPECT_EQ(dialscope({"test", empty, good}).status, 0);

  const Finished unreadable = dialscope({"test", good, odd});
  EXPECT_EQ(unreadable.status, 3);
  EXPECT_EQ(unreadable.out, "");
  EXPECT_EQ(unreadable.err, odd +
                                ":1:20: error: there is no column \"patern\"; did you mean \"pattern\"? "
                                "[unknown-column]\n");
  EXPECT_EQ(dialscope({"test", "no/such.csv"}).status, 3);
  EXPECT_EQ(dialscope({"test", path("")}).status, 3);
  EXPECT_EQ(dialscope({"test", kPlan}).status, 3);
}

TEST_F(TestCommand, APlanThatCannotBeReadFailsItsRows) {
  const std::string suite = write("s.csv", kHeader +
                                               "a,site.xml,Phones,7001,7XXX\nb,gone.xml,Phones,7001,7XXX\n"
                                               "c,,Phones,7001,7XXX\n");
  const Finished run = dialscope({"test", suite});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.out, HasSubstr("3 rows: 1 hold, 2 fail\n"));
  EXPECT_THAT(run.err, HasSubstr(path("gone.xml") + ": error: no such file or folder [file-not-found]\n"));
  EXPECT_THAT(dialscope({"test", suite, "--plan", kPlan}).out, HasSubstr("3 rows: 2 hold, 1 fail\n"));
  EXPECT_EQ(dialscope({"test", suite, "--plan", "no/such.xml"}).status, 1);
}

TEST_F(TestCommand, ASuiteIsRunOnceHoweverOftenItIsNamed) {
  const std::string suite = write("s.csv", kHeader + "a,site.xml,Phones,7001,7XXX\n");
  fs::create_symlink("s.csv", path("link.csv"));
  EXPECT_EQ(dialscope({"test", suite, suite, path("link.csv")}).out, "1 row: 1 hold, 0 fail\n");
}

TEST_F(TestCommand, BuildServersGetTheNumberOnStandardErrorToo) {
  const std::string suite = write("s.csv", kHeader + "a,site.xml,Phones,7001,8XXX\n");
  for (const std::string format : {"json", "junit", "tap"}) {
    const Finished run = dialscope({"test", suite, "--format", format});
    EXPECT_EQ(run.status, 1);
    EXPECT_EQ(run.err, "dialscope: error: 1 of 1 row fails [rows-fail]\n") << format;
  }
}

TEST_F(TestCommand, JsonIsAsItsSchemaSays) {
  const std::string suite = write("s.csv", kHeader + "a,site.xml,Phones,7001,8XXX\nb,site.xml,Phon,1,7\n");
  const json object = json::parse(dialscope({"test", suite, "--format", "json"}).out);
  const json schema = json::parse(readFile("docs/schema/suite-result.schema.json"));
  const auto expectDescribed = [](const json& value, const json& description) {
    for (const std::string key : description["required"]) EXPECT_TRUE(value.contains(key)) << key;
    for (const auto& item : value.items())
      EXPECT_TRUE(description["properties"].contains(item.key())) << item.key();
  };
  expectDescribed(object, schema);
  expectDescribed(object["suites"][0], schema["$defs"]["suite"]);
  for (const json& row : object["suites"][0]["cases"]) expectDescribed(row, schema["$defs"]["case"]);
}

TEST_F(TestCommand, JunitIsValid) {
  const std::string suite = write("s.csv", kHeader +
                                               "a,site.xml,Phones,7001,8XXX\nb <&,site.xml,Phon,1,7\n"
                                               "c,site.xml,Phones,7001,7XXX\n");
  const Finished run = dialscope({"test", suite, "--format", "junit"});
  const std::string report = write("report.xml", run.out);
  if (runProcess({"sh", "-c", "command -v xmllint"}).status != 0) GTEST_SKIP() << "xmllint is not installed";
  const Finished lint =
      runProcess({"xmllint", "--noout", "--schema", "tests/data/junit/junit-10.xsd", report});
  EXPECT_EQ(lint.status, 0) << lint.err << run.out;
}

TEST_F(TestCommand, UpdateTakesNoValue) {
  const std::string before = kHeader + "a,site.xml,Phones,7001,8XXX\n";
  const std::string suite = write("s.csv", before);
  for (const std::string update : {"--update=false", "--update="}) {
    const Finished run = dialscope({"test", suite, update});
    EXPECT_EQ(run.status, 2);
    EXPECT_EQ(run.err, "dialscope: error: --update takes no value [usage]\n");
    EXPECT_EQ(readFile(suite), before);
  }
}

TEST_F(TestCommand, UpdateRewritesWhatIsFilled) {
  const std::string before =
      "name;plan;css;dial;pattern;unused\r\n'=a;site.xml;Phones;70012;\"9XXX\";\r\n"
      "b;gone.xml;Phones;70012;9XXX;\r\n";
  const std::string suite = write("s.csv", before);
  fs::create_symlink("s.csv", path("link.csv"));
  const Finished run = dialscope({"test", path("link.csv"), "--update"});
  EXPECT_EQ(run.status, 1) << "one row cannot be run";
  EXPECT_THAT(run.out, HasSubstr("=a  pattern  9XXX  → 7XXX\n"));
  EXPECT_THAT(run.out, HasSubstr("2 rows: 1 hold, 1 fail, 1 cell written anew\n"));
  EXPECT_EQ(readFile(suite),
            "name;plan;css;dial;pattern;unused\r\n'=a;site.xml;Phones;70012;\"7XXX\";\r\n"
            "b;gone.xml;Phones;70012;9XXX;\r\n");
  EXPECT_TRUE(fs::is_symlink(path("link.csv")));

  const auto written = fs::last_write_time(suite);
  EXPECT_THAT(dialscope({"test", suite, "--update"}).out, HasSubstr("2 rows: 1 hold, 1 fail\n"));
  EXPECT_EQ(fs::last_write_time(suite), written) << "nothing has changed";
}

TEST_F(TestCommand, UpdateOfJson) {
  const std::string suite = write("s.json", R"({"schema": "dialscope/suite/1", "cases": [
  {"plan": "site.xml", "css": "Phones", "dial": "70012",   "pattern": "?", "max_wait_ms": "?"}
]}
)");
  EXPECT_EQ(dialscope({"test", suite}).status, 1);
  const json object = json::parse(dialscope({"test", suite, "--update", "--format", "json"}).out);
  EXPECT_EQ(object["suites"][0]["cases"][0]["changes"][0],
            json({{"column", "pattern"}, {"before", "?"}, {"after", "7XXX"}}));
  EXPECT_EQ(readFile(suite), R"({"schema": "dialscope/suite/1", "cases": [
  {"plan": "site.xml", "css": "Phones", "dial": "70012",   "pattern": "7XXX", "max_wait_ms": "0"}
]}
)");
  EXPECT_EQ(dialscope({"test", suite}).status, 0);
}

// Row by row what not-yet.csv says, and nothing else fails; each of those says what is missing.
TEST(ProjectSuites, HoldButForTheRowsThatWait) {
  std::vector<std::string> arguments{"test", "--format", "json"};
  arguments.insert(arguments.end(), kProjectSuites.begin(), kProjectSuites.end());
  const Finished run = dialscope(arguments);
  EXPECT_EQ(run.status, rowsThatWait().empty() ? 0 : 1) << run.err;
  const json object = json::parse(run.out);
  std::set<std::pair<std::string, std::string>> failing;
  for (const json& suite : object["suites"]) {
    for (const json& row : suite["cases"]) {
      if (row["result"] == "holds") continue;
      failing.emplace(suite["file"].get<std::string>(), row["name"].get<std::string>());
      EXPECT_TRUE(row["result"] == "refused" || !row["unmodelled"].empty()) << row["name"];
    }
  }
  std::set<std::pair<std::string, std::string>> waiting;
  for (const auto& [row, rule] : rowsThatWait()) waiting.insert(row);
  EXPECT_EQ(failing, waiting);
  EXPECT_GT(object["rows"], 250);
}

TEST(ProjectSuites, ThoseOfTheTeachingPlansHold) {
  const Finished run = dialscope({"test", "dialplans/calls.csv"});
  EXPECT_EQ(run.status, 0) << run.out;
  EXPECT_EQ(run.err, "");
}

}  // namespace
}  // namespace dialscope::test
