// Which stream says what, in which form.
#include "tests/cli/command_line.h"
#include "tests/support/files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sstream>

namespace dialscope::test {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

const std::vector<std::string> kDial{"dial", kPlan, "--css", "Phones", "--digits", "70012"};

void expectKeys(const json& object, const std::vector<std::string>& keys) {
  for (const std::string& key : keys) EXPECT_TRUE(object.contains(key)) << key;
}

// Every key that the schema requires is there, and every key that is there stands in the schema.
void expectDescribed(const json& object, const json& schema) {
  expectKeys(object, schema["required"]);
  for (const auto& item : object.items())
    EXPECT_TRUE(schema["properties"].contains(item.key())) << item.key();
}

std::vector<std::string> withJson(std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--format", "json"});
  return arguments;
}

TEST(Output, AFateIsAnAnswerAndNoStatus) {
  for (const char* digits : {"70012", "9", "70"}) {
    EXPECT_EQ(dialscope({"dial", kPlan, "--css", "Phones", "--digits", digits}).status, 0);
  }
}

TEST(Output, APipeGetsPlainText) {
  EXPECT_THAT(dialscope(kDial).out, Not(HasSubstr("\x1b")));
  EXPECT_THAT(dialscope(kDial, {.variables = {"TERM=xterm"}}).out, Not(HasSubstr("\x1b")));
}

TEST(Output, ATerminalGetsColoursUnlessTheyAreRefused) {
  const auto onTerminal = [](std::vector<std::string> variables) {
    return dialscope(kDial, {.variables = std::move(variables), .output = Output::Terminal}).out;
  };
  EXPECT_THAT(onTerminal({"TERM=xterm"}), HasSubstr("\x1b["));
  EXPECT_THAT(onTerminal({"TERM=dumb"}), Not(HasSubstr("\x1b")));
  EXPECT_THAT(onTerminal({"TERM=xterm", "NO_COLOR=1"}), Not(HasSubstr("\x1b")));
}

TEST(Output, AFullDiskIsAnError) {
  const Finished run = dialscope(kDial, {.output = Output::FullDisk});
  EXPECT_EQ(run.status, 70);
  EXPECT_EQ(run.err, "dialscope: error: the answer cannot be written: No space left on device [output]\n");
}

TEST(Output, AReaderThatLeavesEndsTheProgramWithoutAWord) {
  const Finished run = runProcess({"sh", "-c", DIALSCOPE_CLI " rules --format markdown | true"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err, "");
}

TEST(Output, ACallWithoutAnOriginNamesTheSearchSpaces) {
  const Finished run = dialscope({"dial", kPlan, "--digits", "7001"});
  EXPECT_THAT(run.err,
              HasSubstr("only the partition <None> is searched; --css takes one of Phones [no-origin]"));
  const Finished many = dialscope({"dial", "dialplans/preferred-architecture", "--digits", "7001"});
  EXPECT_THAT(many.err, HasSubstr(" and 11 more [no-origin]"));
}

TEST(Output, HelpFitsEightyColumnsAndNamesOnlyWhatExists) {
  for (const std::vector<std::string>& command : std::vector<std::vector<std::string>>{
           {}, {"dial"}, {"replay"}, {"batch"}, {"test"}, {"inspect"}, {"rules"}}) {
    std::vector<std::string> arguments = command;
    arguments.emplace_back("--help");
    const Finished run = dialscope(arguments);
    EXPECT_EQ(run.status, 0);
    EXPECT_EQ(run.err, "");
    std::istringstream lines(run.out);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 80U) << line;
    for (const char* absent : {"--at", "sdl", "audit", "--calling-type"}) {
      EXPECT_THAT(run.out, Not(HasSubstr(absent)));
    }
  }
}

TEST(Output, Version) { EXPECT_EQ(dialscope({"--version"}).out.rfind("dialscope ", 0), 0U); }

TEST(Output, ACallInJsonIsWhatTheSchemaDescribes) {
  const json call = json::parse(dialscope(withJson(kDial)).out);
  const json schema = json::parse(readFile("docs/schema/call.schema.json"));
  EXPECT_EQ(call["schema"], "dialscope/call/1");
  const json& parts = schema["$defs"];
  expectDescribed(call, schema);
  expectDescribed(call["target"], parts["target"]);
  expectDescribed(call["hops"][0], parts["hop"]);
  expectDescribed(call["hops"][0]["candidates"][0], parts["candidate"]);
  expectDescribed(call["timeline"][0], parts["moment"]);
}

TEST(Output, AReplayInJsonIsTwoCalls) {
  const json replay =
      json::parse(dialscope(withJson({"replay", kPlan, "--css", "Phones", "--digits", "70012"})).out);
  EXPECT_EQ(replay["schema"], "dialscope/replay/1");
  EXPECT_EQ(replay["lanes"][0]["mode"], "digit-by-digit");
  EXPECT_EQ(replay["lanes"][0]["pattern"], "7XXX");
  EXPECT_EQ(replay["lanes"][1]["mode"], "bloc");
  EXPECT_EQ(replay["lanes"][1]["pattern"], "700XX");
}

TEST(Output, InspectSaysEverythingOnStandardOutput) {
  const Finished run = dialscope({"inspect", "dialplans/broken/unknown-element.xml"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_THAT(run.out, HasSubstr("did you mean \"patternUrgency\"?"));
}

TEST(Output, InspectInJson) {
  const json report = json::parse(dialscope(withJson({"inspect", "dialplans/broken/unknown-css.xml"})).out);
  EXPECT_EQ(report["schema"], "dialscope/inspect/1");
  expectKeys(report, {"name", "files_read", "files_skipped", "objects", "partitions", "search_spaces",
                      "devices", "route_lists", "patterns", "automata", "left_out", "messages", "unresolved",
                      "unknown", "unsaid"});
  EXPECT_EQ(report["unresolved"][0]["code"], "unknown-search-space");
  EXPECT_EQ(report["unresolved"][0]["places"][0]["suggestion"], "Phones");
}

// A search space that would take half a million rows is walked another way; both are said, and the answer is the same.
TEST(Output, InspectNamesWhatIsOverTheBudget) {
  const std::string hostile = "tests/conformance/plans/long-tail.xml";
  const json report = json::parse(dialscope(withJson({"inspect", hostile})).out)["automata"];
  EXPECT_EQ(report["search_lists"], 2);
  EXPECT_EQ(report["over_budget"], json::array({"Everything"}));
  EXPECT_GT(report["rows"], 1);
  EXPECT_GT(report["table_bytes"], 0);
  EXPECT_THAT(dialscope({"inspect", hostile}).out, HasSubstr("walked side by side: Everything"));
  EXPECT_EQ(json::parse(dialscope(withJson({"inspect", kPlan})).out)["automata"]["over_budget"],
            json::array());
  EXPECT_THAT(dialscope({"inspect", kPlan}).out, ::testing::ContainsRegex("over the budget +none"));
  for (const char* space : {"Everything", "Plain"}) {
    const json call =
        json::parse(dialscope(withJson({"dial", hostile, "--css", space, "--digits", "7001"})).out);
    EXPECT_EQ(call["pattern"], "7XXX") << space;
  }
}

TEST(Output, EveryListingHasARowForEachThing) {
  const std::vector<std::pair<std::string, std::size_t>> sizes = {
      {"css", 2}, {"partitions", 4}, {"phones", 1}, {"patterns", 5}, {"devices", 2}};
  for (const auto& [list, size] : sizes) {
    const std::vector<std::string> arguments{"inspect", "dialplans/line-and-device.xml", "--list", list};
    EXPECT_EQ(json::parse(dialscope(withJson(arguments)).out)["rows"].size(), size) << list;
    const std::string text = dialscope(arguments).out;
    EXPECT_EQ(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')), size + 1) << list;
  }
}

TEST(Output, ARuleIsFoundByEverySpellingOfItsId) {
  const std::string text = dialscope({"rules", "DA-33"}).out;
  EXPECT_THAT(text, HasSubstr("--assume urgent=any"));
  for (const char* id : {"33", "DA33", "da-33"}) EXPECT_EQ(dialscope({"rules", id}).out, text);
}

}  // namespace
}  // namespace dialscope::test
