// Values reach the engine as they were typed, whatever the parser underneath makes of brackets and empty texts.
#include "tests/cli/command_line.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace dialscope::test {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

// The JSON answer of `dial`, with these arguments behind the command.
json dial(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "dial");
  arguments.insert(arguments.end(), {"--format", "json"});
  const Finished run = dialscope(arguments);
  EXPECT_EQ(run.status, 0) << run.err;
  return json::parse(run.out);
}

// A plan whose names and patterns look like what command line parsers stumble over.
class OddNames : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
  std::string plan_ = folder_.write("[plan]", R"(<dialPlan>
      <routePartition><name>[24]</name></routePartition>
      <css><name>[24]</name><clause>[24]</clause></css>
      <css><name>-first</name><clause>[24]</clause></css>
      <routePattern><pattern>[24]</pattern><routePartitionName>[24]</routePartitionName></routePattern>
      <routePattern><pattern>#!</pattern><routePartitionName>[24]</routePartitionName></routePattern>
    </dialPlan>)");
};

TEST(Arguments, ASearchSpaceDoesNotSwallowThePlan) {
  EXPECT_EQ(dial({"--css", "Phones", kPlan, "--digits", "7001"})["pattern"], "7XXX");
}

TEST(Arguments, OptionsStandBeforeOrBehindThePlan) {
  EXPECT_EQ(dial({"--digits", "7001", "--css=Phones", kPlan}),
            dial({kPlan, "--css", "Phones", "--digits=7001"}));
}

TEST(Arguments, TheEmptyStringIsADialString) {
  for (const auto& digits : {std::vector<std::string>{"--digits="}, {"--digits", ""}}) {
    std::vector<std::string> arguments{"dialplans/plar.xml", "--css", "Lobby"};
    arguments.insert(arguments.begin(), digits.begin(), digits.end());
    EXPECT_EQ(dial(arguments)["pattern"], "2000");
  }
}

TEST(Arguments, PlusStarAndPoundSurvive) {
  for (const char* digits : {"+4930", "*67", "#1", "1#", "A,T1"}) {
    EXPECT_EQ(dial({kPlan, "--css", "Phones", "--digits", digits})["digits"], digits);
  }
}

TEST(Arguments, SearchSpacesKeepTheirOrder) {
  const std::string plan = "dialplans/line-and-device.xml";
  const json partitions = {"Site-Gateway", "Internal", "Block-International"};
  EXPECT_EQ(dial({plan, "--css", "Device-Site", "--css", "Line-National", "--digits", "1"})["partitions"],
            partitions);
}

TEST(Arguments, BehindTwoDashesEverythingIsAPlan) {
  const Finished run = dialscope({"inspect", "--", "--list"});
  EXPECT_EQ(run.status, 3);
  EXPECT_THAT(run.err, HasSubstr("--list: error: no such file or folder"));
}

TEST(Arguments, NumbersAreTakenAsWritten) {
  EXPECT_EQ(dial({kPlan, "--css", "Phones", "--digits", "7001", "--gap", "0"})["decided_at_ms"], 0);
  EXPECT_EQ(dial({kPlan, "--css", "Phones", "--digits", "7001", "--gap", "0.25"})["decided_at_ms"], 750);
  EXPECT_EQ(
      dial({kPlan, "--css", "Phones", "--digits", "7001", "--gap", "60", "--t302", "60001"})["decided_at_ms"],
      180'000);
  EXPECT_EQ(dial({"dialplans/closest-match.xml", "--css", "Phones", "--digits", "1311", "--t302",
                  "4000"})["wait_ms"],
            4000);
}

TEST(Arguments, ATimerThatCucmWouldNotTakeIsTakenWithAWarning) {
  const Finished run = dialscope({"dial", kPlan, "--css", "Phones", "--digits", "7001", "--t302", "100"});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.err, HasSubstr("warning: --t302 100 is taken, but CUCM itself allows 3000 to 75000 only"));
}

TEST_F(OddNames, BracketsSurviveInEveryOption) {
  const json call = dial({plan_, "--css", "[24]", "--digits", "4", "--why-not", "[24]@[24]"});
  EXPECT_EQ(call["partitions"], json::array({"[24]"}));
  EXPECT_EQ(call["pattern"], "[24]");
  EXPECT_EQ(call["why_not"]["pattern"], "[24]");
  EXPECT_EQ(dial({plan_, "--partitions=[24]", "--digits=2", "--why-not=#!"})["why_not"]["pattern"], "#!");
}

// What looks like a flag with a value is a value where one is due.
TEST_F(OddNames, AValueMayLookLikeAFlag) {
  const Finished run = dialscope({"batch", plan_, "--css", "--full=x"});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.err, HasSubstr("no calling search space \"--full=x\""));
}

TEST_F(OddNames, ANameMayBeginWithADash) {
  EXPECT_EQ(dial({plan_, "--css", "-first", "--digits", "4"})["fate"], "routed");
}

}  // namespace
}  // namespace dialscope::test
