// The plan as a file: what is written, where it is not written, and that the hidden one dials alike.
#include "tests/cli/command_line.h"
#include "tests/support/files.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace dialscope::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Convert, WritesAPlanThatReadsTheSame) {
  const TemporaryFolder folder;
  const std::string file = folder / "convert.xml";
  const Finished run = dialscope({"convert", "dialplans/preferred-architecture", "-o", file});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err, "");
  const std::vector<std::string> call{"--css",        "SJCInternational", "--digits",
                                      "914085551234", "--format",         "json"};
  std::vector<std::string> before{"dial", "dialplans/preferred-architecture"};
  std::vector<std::string> after{"dial", file};
  before.insert(before.end(), call.begin(), call.end());
  after.insert(after.end(), call.begin(), call.end());
  EXPECT_EQ(dialscope(before).out, dialscope(after).out);
  EXPECT_EQ(dialscope({"convert", file, "-o", "-"}).out, readFile(file));
}

TEST(Convert, DoesNotWriteOverWhatItRead) {
  const TemporaryFolder folder;
  const std::string file = folder / "input.xml";
  std::filesystem::copy_file(inRepository(kPlan), file);
  const std::string before = readFile(file);
  const Finished run = dialscope({"convert", file, "-o", file});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.err, HasSubstr("it is not written over"));
  EXPECT_EQ(readFile(file), before);
}

TEST(Convert, SaysWhatItCannotWriteTo) {
  const Finished run = dialscope({"convert", kPlan, "-o", "/no/such/folder/plan.xml"});
  EXPECT_EQ(run.status, 70);
  EXPECT_THAT(run.err,
              HasSubstr("/no/such/folder/plan.xml: error: cannot be written: No such file or directory"));
}

TEST(Convert, WritesBatAsATarOrAFolder) {
  const TemporaryFolder place;
  const std::string tar = place / "plan.tar";
  const std::string folder = place / "plan-folder";
  const std::string source = "tests/data/pa.xml";
  EXPECT_EQ(dialscope({"convert", source, "--to", "bat", "-o", tar}).status,
            dialscope({"convert", source, "--to", "bat", "-o", folder + "/"}).status);
  EXPECT_THAT(readFile(folder + "/css.csv"), HasSubstr("RTPInternational"));
  const std::vector<std::string> call{
      "--css", "RTPInternational", "--digits", "90114961007739764", "--format", "json"};
  std::vector<std::string> answers;
  for (const std::string& plan : {source, tar, folder}) {
    std::vector<std::string> command{"dial", plan};
    command.insert(command.end(), call.begin(), call.end());
    answers.push_back(dialscope(command).out);
  }
  EXPECT_EQ(answers[1], answers[0]);
  EXPECT_EQ(answers[2], answers[0]);
}

TEST(Convert, ListsWhatAFormCannotSay) {
  const TemporaryFolder folder;
  const std::string file =
      folder.write("filter.xml",
                   "<dialPlan><routeFilter><name>F</name><dialPlanName>NANP</dialPlanName>"
                   "<clause>(AREA-CODE == 212)</clause></routeFilter></dialPlan>");
  const Finished run = dialscope({"convert", file, "--to", "bat", "-o", "-"});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.err,
              HasSubstr("routeFilter clause comes back as \"\", was \"(AREA-CODE == 212)\", first in F "
                        "(times: 1) [not-written]"));
}

TEST(Convert, HidesNamesAndStillReadsBack) {
  const Finished run = dialscope({"convert", "dialplans/e164.xml", "--anonymize", "-o", "-"});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("<name>routePartition-1</name>"));
  EXPECT_THAT(run.out, Not(HasSubstr("Phones")));
}

// What could be read is written, but `convert … && git diff` is not to take it for the plan.
TEST(Convert, APartOfAPlanIsNoSuccess) {
  const Finished run = dialscope({"convert", kPlan, "no-such-file.xml", "-o", "-"});
  EXPECT_EQ(run.status, 3);
  EXPECT_THAT(run.out, HasSubstr("<dialPlan"));
  EXPECT_THAT(run.err, HasSubstr("[file-not-found]"));
}

// A table that the terminal has wrapped is left out as a whole: whoever reads the rest is told by the status.
TEST(Convert, ATableThatIsLeftOutIsAPart) {
  const TemporaryFolder folder;
  folder.write("wrapped.txt",
               "admin:run sql select dnorpattern from numplan\n"
               "dnorpattern       partition  t\nkpatternusage\n"
               "================= ========== =\n=============\n"
               "9.011!            PSTN       5\n             \n");
  folder.write("plan.xml", readFile(kPlan));
  EXPECT_EQ(dialscope({"convert", folder.path(), "-o", "-"}).status, 3);
  const Finished run = dialscope({"inspect", folder.path()});
  EXPECT_EQ(run.status, 3);
  EXPECT_THAT(run.out, HasSubstr("What could not be read\n"));
}

TEST(Convert, WritesToADevice) { EXPECT_EQ(dialscope({"convert", kPlan, "-o", "/dev/null"}).status, 0); }

TEST(Convert, TellsWhatAnEarlierExportHasLeft) {
  const TemporaryFolder place;
  const std::string folder = place / "bat";
  const auto convert = [&](const std::string& plan) {
    return dialscope({"convert", plan, "--to", "bat", "-o", folder + "/"});
  };
  EXPECT_EQ(convert("dialplans/two-tier.xml").status, 0);
  const Finished again = convert(kPlan);
  EXPECT_EQ(again.status, 1);
  EXPECT_THAT(again.err, HasSubstr("/translationpattern.csv: warning: it was there before and stays"));
  std::filesystem::remove(folder + "/translationpattern.csv");
  EXPECT_THAT(convert(kPlan).err, Not(HasSubstr("translationpattern.csv")));
}

TEST(Convert, HidesNoNumberingPlan) {
  const Finished run =
      dialscope({"convert", "dialplans/broken/pattern-with-at.xml", "--anonymize", "-o", "-"});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_THAT(run.err, HasSubstr("[cannot-hide-plan]"));
}

}  // namespace
}  // namespace dialscope::test
