// Command lines that are wrong: status 2, nothing on standard output, one line that says what was meant.
#include "tests/cli/command_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dialscope::test {
namespace {

using ::testing::HasSubstr;

struct Mistake {
  const char* name;
  std::vector<std::string> arguments;
  std::string message;
};

void PrintTo(const Mistake& mistake, std::ostream* out) { *out << mistake.name; }

class Usage : public ::testing::TestWithParam<Mistake> {};

TEST_P(Usage, IsRefusedWithAHint) {
  const Finished run = dialscope(GetParam().arguments);
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_THAT(run.err, HasSubstr(GetParam().message));
  EXPECT_EQ(std::count(run.err.begin(), run.err.end(), '\n'), 1) << run.err;
}

const std::vector<Mistake> kMistakes = {
    {"NoCommand", {}, "a command is missing"},
    {"MistypedCommand", {"dail"}, "there is no command \"dail\"; did you mean \"dial\"? [usage]"},
    {"CommandOfALaterBuild", {"audit", kPlan}, "there is no command \"audit\""},
    {"MistypedGlobalOption", {"--verison"}, "did you mean \"--version\"?"},
    {"MistypedOption",
     {"dial", kPlan, "--digts", "1"},
     "dial has no option --digts; did you mean \"--digits\"?"},
    {"MistypedOptionWithValue", {"dial", kPlan, "--digts=1"}, "dial has no option --digts; did you mean"},
    {"ShortOption", {"dial", kPlan, "-d", "1"}, "dial has no option -d"},
    {"OptionOfALaterBuild",
     {"dial", kPlan, "--digits", "1", "--at", "2026-11-22"},
     "dial has no option --at"},
    {"OptionOfAnotherCommand",
     {"replay", kPlan, "--digits", "1", "--mode", "bloc"},
     "replay has no option --mode"},
    {"DigitsForABatch", {"batch", kPlan, "--digits", "1"}, "batch has no option --digits"},
    {"FormatOfABatch",
     {"batch", kPlan, "--format", "pretty"},
     "--format \"pretty\" is not known; expected json"},
    {"FormatOfALaterBuild", {"dial", kPlan, "--digits", "1", "--format", "sdl"}, "expected pretty, json"},
    {"MistypedFormat", {"dial", kPlan, "--digits", "1", "--format", "jsno"}, "did you mean \"json\"?"},
    {"NoOutput", {"convert", kPlan}, "-o is missing: the file to write, or - for standard output"},
    {"FormOfALaterBuild", {"convert", kPlan, "-o", "-", "--to", "csv"}, "--to \"csv\" is not known"},
    {"MistypedList", {"inspect", kPlan, "--list", "phone"}, "did you mean \"phones\"?"},
    {"NoPlan", {"dial", "--digits", "1"}, "PLAN is missing"},
    {"NoDigits", {"dial", kPlan}, "--digits is missing"},
    {"NoValue", {"dial", kPlan, "--digits"}, "--digits needs a value"},
    {"OptionForAValue",
     {"dial", kPlan, "--digits", "--css", "Phones"},
     "--digits needs a value, --css is an option"},
    {"DigitsTwice", {"dial", kPlan, "--digits", "1", "--digits", "2"}, "--digits is given twice"},
    {"GapTooLong",
     {"dial", kPlan, "--digits", "1", "--gap", "60.5"},
     "--gap \"60.5\" is no number from 0 to 60"},
    {"GapNegative", {"dial", kPlan, "--digits", "1", "--gap", "-1"}, "--gap \"-1\" is no number"},
    {"GapNotANumber", {"dial", kPlan, "--digits", "1", "--gap", "nan"}, "--gap \"nan\" is no number"},
    {"GapWithUnit", {"dial", kPlan, "--digits", "1", "--gap", "1s"}, "--gap \"1s\" is no number"},
    {"TimeoutTooLong",
     {"dial", kPlan, "--digits", "1", "--t302", "600001"},
     "--t302 \"600001\" is no number"},
    {"TimeoutNotWhole", {"dial", kPlan, "--digits", "1", "--t302", "0.5"}, "--t302 \"0.5\" is no number"},
    {"Letters", {"dial", kPlan, "--digits", "12x"}, "\"x\" cannot be dialed"},
    {"TooManyKeys", {"dial", kPlan, "--digits", std::string(501, '1')}, "501 keys are too many"},
    {"UnknownSearchSpace", {"dial", kPlan, "--digits", "1", "--css", "phones"}, "did you mean \"Phones\"?"},
    {"UnknownPartition",
     {"dial", kPlan, "--digits", "1", "--partitions", "Interal"},
     "did you mean \"Internal\"?"},
    {"UnknownOrigin",
     {"dial", "dialplans/line-and-device.xml", "--digits", "1", "--from", "SEP00000000A002"},
     "did you mean \"SEP00000000A001\"?"},
    {"ExternalMaskCharacter",
     {"dial", kPlan, "--digits", "1", "--external-mask", "9y"},
     "the external mask \"9y\" holds \"y\"; expected 0-9 * # + A-D X [number-character]"},
    {"UnknownMode", {"dial", kPlan, "--digits", "1", "--mode", "block"}, "did you mean \"bloc\"?"},
    {"UnknownAssumption",
     {"dial", kPlan, "--digits", "1", "--assume", "urgnt=any"},
     "did you mean \"urgent\"?"},
    {"UnknownReading", {"dial", kPlan, "--digits", "1", "--assume", "urgent=all"}, "it has best, any"},
    {"MalformedAssumption", {"dial", kPlan, "--digits", "1", "--assume", "urgent"}, "expected KEY=VALUE"},
    {"UnknownPattern", {"dial", kPlan, "--digits", "1", "--why-not", "7XX"}, "did you mean \"7XXX\"?"},
    {"TwoOrigins",
     {"dial", kPlan, "--digits", "1", "--css", "Phones", "--partitions", "Internal"},
     "exclude each other"},
    {"NobodyWhoDials", {"dial", kPlan, "--digits", "1", "--from", ""}, "--from \"\" says nothing"},
    {"NoMode", {"dial", kPlan, "--digits", "1", "--mode="}, "--mode \"\" says nothing"},
    {"TwoReadings",
     {"dial", kPlan, "--digits", "1", "--assume", "urgent=any", "--assume", "urgent=best"},
     "assumption urgent is given twice, as any and as best"},
    {"FlagWithAValue",
     {"inspect", "dialplans/broken/second-dot.xml", "--strict=false"},
     "--strict takes no value [usage]"},
    {"FlagWithAValueOfBatch", {"batch", kPlan, "--full=false"}, "--full takes no value"},
    {"FlagWithAValueOfConvert",
     {"convert", kPlan, "-o", "-", "--anonymize=false"},
     "--anonymize takes no value"},
    {"FlagWithAnEmptyValue", {"inspect", kPlan, "--strict="}, "--strict takes no value"},
    {"HelpWithAValue", {"dial", "--help=x"}, "--help takes no value"},
    {"ShortHelpWithAValue", {"dial", "-h=x"}, "-h takes no value"},
    {"NoSuite", {"test", "--plan", kPlan}, "SUITE is missing"},
    {"UpdateForABuildServer",
     {"test", "dialplans/calls.csv", "--update", "--format", "junit"},
     "--update says what it has changed as pretty or json only"},
    {"FormatOfASuite", {"test", "x", "--format", "xunit"}, "did you mean \"junit\"?"},
    {"UnknownRule", {"rules", "DA-333"}, "there is no rule \"DA-333\"; did you mean \"DA-33\"?"},
    {"TwoRules", {"rules", "1", "2"}, "one rule at a time"},
    {"OneRuleAsAPage", {"rules", "1", "--format", "markdown"}, "leave out the ID"},
};

INSTANTIATE_TEST_SUITE_P(Mistakes, Usage, ::testing::ValuesIn(kMistakes),
                         [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace dialscope::test
