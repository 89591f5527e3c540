// The filter: a line in, a line out, in order, whatever the lines hold.
#include "tests/cli/command_line.h"
#include "tests/support/random.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sstream>

namespace dialscope::test {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::string kTwoSites = "dialplans/line-and-device.xml";

Finished batch(const std::string& input, std::vector<std::string> arguments = {kPlan, "--css", "Phones"}) {
  arguments.insert(arguments.begin(), "batch");
  return dialscope(arguments, {.input = input});
}

std::vector<json> objects(const Finished& run) {
  std::vector<json> all;
  std::istringstream lines(run.out);
  for (std::string line; std::getline(lines, line);) all.push_back(json::parse(line));
  return all;
}

// The answers to an input of which every line can be dialed.
std::vector<json> answers(const std::string& input,
                          std::vector<std::string> arguments = {kPlan, "--css", "Phones"}) {
  const Finished run = batch(input, std::move(arguments));
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err, "");
  return objects(run);
}

// One member of every answer; an error's code.
std::vector<std::string> members(const std::vector<json>& all, const char* key) {
  std::vector<std::string> texts;
  for (const json& one : all) {
    const json& member = one.contains("code") ? one["code"] : one[key];
    texts.push_back(member.is_string() ? member.get<std::string>() : member.dump());
  }
  return texts;
}

std::vector<std::string> patterns(const std::string& input,
                                  std::vector<std::string> arguments = {kPlan, "--css", "Phones"}) {
  return members(answers(input, std::move(arguments)), "pattern");
}

json dial(const std::string& digits) {
  return json::parse(
      dialscope({"dial", kPlan, "--css", "Phones", "--digits", digits, "--format", "json"}).out);
}

json withoutDetail(json call) {
  call.erase("timeline");
  for (json& hop : call["hops"]) hop.erase("candidates");
  return call;
}

TEST(Batch, ManyLinesKeepTheirOrderAndAreWhatDialSays) {
  Random random(20);
  const std::string keys = "0000777712345689*#";
  std::vector<std::string> lines;
  std::string input;
  for (int i = 0; i < 20'000; ++i) {
    std::string line(random.below(8), '7');
    for (std::size_t at = 1; at < line.size(); ++at) line[at] = random.of(keys);
    input += line + "\n";
    lines.push_back(line);
  }
  const std::vector<json> calls = answers(input);
  ASSERT_THAT(calls, SizeIs(lines.size()));
  for (std::size_t i = 0; i < lines.size(); ++i) ASSERT_EQ(calls[i]["digits"], lines[i]) << i;
  for (std::size_t i = 0; i < lines.size(); i += 997) {
    EXPECT_EQ(calls[i], withoutDetail(dial(lines[i]))) << lines[i];
  }
}

TEST(Batch, FullIsAllThatDialSays) {
  EXPECT_EQ(answers("70012\n", {kPlan, "--css", "Phones", "--full"}).at(0), dial("70012"));
}

TEST(Batch, TheFormatIsJson) {
  EXPECT_EQ(answers("70012\n", {kPlan, "--css", "Phones", "--format", "json"}), answers("70012\n"));
}

TEST(Batch, LinesEndInEveryWay) {
  EXPECT_THAT(members(answers("7001\r\n\r\n70012\n\n7002"), "digits"),
              ElementsAre("7001", "", "70012", "", "7002"));
  EXPECT_THAT(members(answers("\xEF\xBB\xBF"
                              "7001\n"),
                      "digits"),
              ElementsAre("7001"));
  EXPECT_THAT(answers(""), IsEmpty());
  EXPECT_THAT(answers("\n"), SizeIs(1));
}

TEST(Batch, AnEmptyLineGoesOffHook) {
  EXPECT_THAT(patterns("\n", {"dialplans/plar.xml", "--css", "Lobby"}), ElementsAre("2000"));
}

TEST(Batch, ABadLineGetsAnErrorAndTheRestGoesOn) {
  const std::string tooLong((std::size_t{1} << 20U) + 1, '7');
  const std::string most((std::size_t{1} << 20U), '7');
  const Finished run = batch("7001\n7x\n" + std::string(501, '7') +
                             "\n\xFF"
                             "1\n" +
                             tooLong + "\n" + most + "\n\"7\n70012\n");
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err, "dialscope: warning: 6 of 8 lines could not be dialed [lines-refused]\n");
  const std::vector<json> all = objects(run);
  EXPECT_THAT(members(all, "pattern"),
              ElementsAre("7XXX", "dial-string-character", "dial-string-too-long", "dial-string-character",
                          "line-too-long", "dial-string-too-long", "dial-string-character", "7XXX"));
  for (std::size_t i : {1, 2, 3, 4, 5, 6}) {
    EXPECT_EQ(all[i]["schema"], "dialscope/error/1");
    EXPECT_EQ(all[i]["line"], i + 1);
    EXPECT_LT(all[i]["error"].get<std::string>().size(), 1000U);
  }
  EXPECT_EQ(objects(batch("7a\n")).at(0)["suggestion"], "A");
}

// A first line with an open quote is a dialed string, and a wrong one; it takes nothing along.
TEST(Batch, AnOpenQuoteInTheFirstLineIsNoHeader) {
  EXPECT_THAT(members(objects(batch("\"dial\n7001\n70012\n")), "pattern"),
              ElementsAre("dial-string-character", "7XXX", "7XXX"));
}

TEST(Batch, AHeaderMakesItCsv) {
  const std::vector<json> calls = answers(
      "name,from,dial,mode\n"
      "local,SEP00000000A001,2001,bloc\n"
      ",SEP00000000A001,9011331234567,bloc\n"
      "keyed,SEP00000000A001,2001,\n",
      {kTwoSites});
  EXPECT_THAT(members(calls, "pattern"), ElementsAre("2001", "9.011!", "2001"));
  EXPECT_THAT(members(calls, "mode"), ElementsAre("bloc", "bloc", "digit-by-digit"));
  EXPECT_EQ(calls[0]["name"], "local");
  EXPECT_FALSE(calls[1].contains("name"));
}

// Where the first line is none, `dial` is a wrong dialed string.
TEST(Batch, OnlyTheFirstLineIsAHeader) {
  EXPECT_THAT(members(objects(batch("7001\ndial\n")), "pattern"),
              ElementsAre("7XXX", "dial-string-character"));
  EXPECT_THAT(answers("dial\n"), IsEmpty());
}

TEST(Batch, EveryColumnThatSaysWhatToDo) {
  const std::vector<std::string> two{kTwoSites};
  EXPECT_THAT(members(answers("css,dial,mode\nDevice-Site;Line-National,2001,bloc\n", two), "partitions"),
              ElementsAre(R"(["Site-Gateway","Internal","Block-International"])"));
  EXPECT_THAT(members(answers("partitions,dial\nInternal:Site-Gateway,2001\n", two), "partitions"),
              ElementsAre(R"(["Internal","Site-Gateway"])"));
  EXPECT_THAT(members(answers("css,dial,calling\nDevice-Site,2001,'+14085550100\n", two), "calling"),
              ElementsAre("+14085550100"));
  EXPECT_THAT(members(answers("css,dial,gap\nPhones,7001,0.25\nPhones,7001,\n", {kPlan}), "decided_at_ms"),
              ElementsAre("750", "1500"));
  EXPECT_THAT(
      members(answers("css,dial,t302\nPhones,1311,4000\nPhones,1311,\n", {"dialplans/closest-match.xml"}),
              "wait_ms"),
      ElementsAre("4000", "15000"));
  EXPECT_THAT(patterns("css,dial,assume\nPhones,70012,urgent=any;pound=digit\n", {kPlan}),
              ElementsAre("7XXX"));
  EXPECT_THAT(
      members(objects(batch("dial,assume\n7001,urgnt=any\n7001,urgent=some\n7001,urgent=any;pound=x\n")),
              "pattern"),
      ElementsAre("no-such-switch", "no-such-reading", "no-such-reading"));
}

TEST(Batch, CsvAsSpreadsheetsWriteIt) {
  EXPECT_THAT(patterns("\xEF\xBB\xBF\"css\"; dial\r\nPhones;7001\r\n\"Phones\";'70012\r\n", {kPlan}),
              ElementsAre("7XXX", "7XXX"));
  const std::vector<json> calls =
      answers("name,note,dial\n\"two\nlines, \"\"quoted\"\"\",\"a\n\nb\",7001\nlast,,\"7,001\"\n");
  EXPECT_THAT(members(calls, "name"), ElementsAre("two\nlines, \"quoted\"", "last"));
  EXPECT_THAT(members(calls, "digits"), ElementsAre("7001", "7,001"));
}

TEST(Batch, WhatASuiteExpectsIsCarriedAndIgnored) {
  EXPECT_THAT(patterns("dial,fate,pattern,max_wait_ms,note,source\n7001,blocked,8XXX,0,\"x\",y\n"),
              ElementsAre("7XXX"));
}

TEST(Batch, ABadRowGetsAnErrorAndTheRestGoesOn) {
  const Finished run = batch(
      "name,dial,css,from,gap,t302,at\n"       // line
      "unknown,7001,Phone,,,,\n"               // 2
      "more,7,001,,,,,\n"                      // 3
      "stray,\"7\"001,,,,,\n"                  // 4
      "gap,7001,,,61,,\n"                      // 5
      "sign,7001,,,-0,,\n"                     // 6
      "timer,7001,,,,0.5,\n"                   // 7
      "later,7001,,,,,2026-11-22T09:00\n"      // 8
      "\"over\nlines\",7x,,,,,\n"              // 9
      "both,7001,Phones,SEP000000000001,,,\n"  // 11
      "good,7001,,,,,\n");
  EXPECT_EQ(run.status, 0);
  const std::vector<json> all = objects(run);
  EXPECT_THAT(members(all, "pattern"),
              ElementsAre("no-such-search-space", "csv-too-many-cells", "csv-quote-stray", "cell-unreadable",
                          "cell-unreadable", "cell-unreadable", "column-not-yet", "dial-string-character",
                          "origin-twice", "7XXX"));
  std::vector<int> lines;
  for (const json& one : all) lines.push_back(one.value("line", 0));
  EXPECT_THAT(lines, ElementsAre(2, 3, 4, 5, 6, 7, 8, 9, 11, 0));
  EXPECT_EQ(all[0]["name"], "unknown");
  EXPECT_EQ(all[1]["name"], "more");
  EXPECT_EQ(all[0]["suggestion"], "Phones");
  EXPECT_EQ(run.err, "dialscope: warning: 9 of 10 lines could not be dialed [lines-refused]\n");
}

TEST(Batch, AColumnThatNobodyKnowsStopsIt) {
  const Finished run = batch("name,dial,parttion\nx,7001,A\n");
  EXPECT_EQ(run.status, 3);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(
      run.err,
      "<stdin>:1:11: error: there is no column \"parttion\"; did you mean \"partition\"? [unknown-column]\n");
}

TEST(Batch, AColumnThatIsThereTwiceStopsIt) {
  const Finished run = batch("dial,name,dial\n7001,x,8\n");
  EXPECT_EQ(run.status, 3);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err, "<stdin>:1:11: error: column \"dial\" is there twice [duplicate-column]\n");
}

// Options hold where a row is blank; any origin of a row takes the place of theirs.
TEST(Batch, ARowOverridesTheOptions) {
  const std::vector<std::string> options{kTwoSites, "--css", "Device-Site", "--mode", "bloc"};
  const std::vector<json> calls = answers(
      "dial,css,partitions,from,mode\n"
      "2001,,,,\n"
      "2001,Line-National,,,digit-by-digit\n"
      "2001,,Internal,,\n"
      "2001,,,SEP00000000A001,\n",
      options);
  EXPECT_THAT(members(calls, "mode"), ElementsAre("bloc", "digit-by-digit", "bloc", "bloc"));
  EXPECT_THAT(members(calls, "partitions"),
              ElementsAre(R"(["Site-Gateway"])", R"(["Internal","Block-International"])", R"(["Internal"])",
                          R"(["Internal","Block-International","Site-Gateway"])"));
}

TEST(Batch, WrongOptionsAreRefusedBeforeTheFirstLine) {
  const Finished run = batch("7001\n", {kPlan, "--css", "Phone"});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_THAT(run.err, HasSubstr("did you mean \"Phones\"?"));
  EXPECT_EQ(batch("7001\n", {kPlan, "--mode", "block"}).status, 2);
  EXPECT_EQ(batch("7001\n", {"no/such/plan.xml"}).status, 3);
}

TEST(Batch, NobodyWhoDialsIsSaidOnce) {
  const Finished lines = batch("7001\n7002\n", {kPlan});
  EXPECT_EQ(std::count(lines.err.begin(), lines.err.end(), '\n'), 1);
  EXPECT_THAT(lines.err, HasSubstr("[no-origin]"));
  EXPECT_EQ(batch("dial,css\n7001,Phones\n", {kPlan}).err, "");
}

TEST(Batch, AReaderThatLeavesEndsTheProgramWithoutAWord) {
  const Finished run =
      runProcess({"sh", "-c",
                  "yes 7001 | " DIALSCOPE_CLI " batch dialplans/seven-hundred.xml --css Phones | head -n 1"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(std::count(run.out.begin(), run.out.end(), '\n'), 1);
}

// Of an input without end nothing more is read.
TEST(Batch, AFullDiskIsAnErrorAtOnce) {
  const Finished run = runProcess({"sh", "-c",
                                   "yes 7001 | " DIALSCOPE_CLI
                                   " batch dialplans/seven-hundred.xml --css Phones >/dev/full; exit $?"});
  EXPECT_EQ(run.status, 70);
  EXPECT_EQ(run.err, "dialscope: error: the answers cannot be written: No space left on device [output]\n");
  EXPECT_EQ(
      dialscope({"batch", kPlan, "--css", "Phones"}, {.output = Output::FullDisk, .input = "7001\n"}).status,
      70);
}

TEST(Batch, MemoryDoesNotGrowWithTheInput) {
  const auto peak = [](const std::string& last) {
    const Finished run =
        runProcess({"sh", "-c",
                    "seq 100001 " + last +
                        " | " DIALSCOPE_CLI " batch dialplans/seven-hundred.xml --css Phones >/dev/null"},
                   {.variables = {"ASAN_OPTIONS=quarantine_size_mb=8"}});
    EXPECT_EQ(run.status, 0);
    EXPECT_EQ(run.err, "");
    return run.peakKilobytes;
  };
  EXPECT_LT(peak("300000"), peak("101000") + 100'000);
}

}  // namespace
}  // namespace dialscope::test
