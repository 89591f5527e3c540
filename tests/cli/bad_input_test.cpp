// Files that are no plans, or hostile: status 3 and a message with a place, never a crash, never half an answer.
#include "tests/cli/command_line.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace dialscope::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class BadInput : public ::testing::Test {
 protected:
  std::string write(const std::string& text) const { return folder_.write("plan.xml", text); }

  static Finished dialOn(const std::string& plan) { return dialscope({"dial", plan, "--digits", "1"}); }

  void expectUnreadable(const std::string& text, const std::string& message) const {
    const Finished run = dialOn(write(text));
    EXPECT_EQ(run.status, 3);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, HasSubstr(message));
  }

  TemporaryFolder folder_;
};

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  while (times-- > 0) all += text;
  return all;
}

TEST_F(BadInput, NoSuchFile) {
  const Finished run = dialOn("no/such/file.xml");
  EXPECT_EQ(run.status, 3);
  EXPECT_EQ(run.err, "no/such/file.xml: error: no such file or folder [file-not-found]\n");
}

// Twenty messages are borne; which twenty is not left to chance.
TEST_F(BadInput, AnErrorIsToldBeforeAnyWarningIsLeftOut) {
  std::string text = "<dialPlan>";
  for (int i = 0; i < 30; ++i)
    text += "<line><pattern>1</pattern><routePartitionName>P" + std::to_string(i) +
            "</routePartitionName></line>";
  const Finished run = dialOn(write(text + "<line><pattern>1.2.3</pattern></line></dialPlan>"));
  EXPECT_THAT(run.err, HasSubstr("error: a pattern holds at most one dot"));
  EXPECT_THAT(run.err, HasSubstr("11 more messages"));
}

TEST_F(BadInput, NamesReachTheTerminalAsText) {
  const Finished run = dialOn(write("<dialPlan><css><name>&#27;[31mred</name></css></dialPlan>"));
  EXPECT_THAT(run.err, Not(HasSubstr("\x1b")));
  EXPECT_THAT(run.err, HasSubstr("--css takes one of \\x1B[31mred"));
}

TEST_F(BadInput, AnEmptyFolder) {
  const Finished run = dialOn(folder_.path());
  EXPECT_EQ(run.status, 3);
  EXPECT_THAT(run.err, HasSubstr("[no-plan]"));
}

TEST_F(BadInput, AnEmptyFile) { expectUnreadable("", "[not-a-plan]"); }

TEST_F(BadInput, Noise) {
  std::string noise;
  for (unsigned state = 1; noise.size() < 100'000; state = state * 1'103'515'245 + 12'345) {
    noise += static_cast<char>(state >> 16U);
  }
  expectUnreadable(noise, "plan.xml");
}

TEST_F(BadInput, CutXml) { expectUnreadable("<dialPlan><routePattern><pattern>1", ":1:"); }

TEST_F(BadInput, Utf32IsNotUtf16) {
  using namespace std::string_literals;
  expectUnreadable("\xFF\xFE\0\0<\0\0\0"s, "written in UTF-32; expected UTF-8 [wrong-encoding]");
}

TEST_F(BadInput, EntitiesAreNotExpanded) {
  expectUnreadable(
      "<?xml version=\"1.0\"?>\n<!DOCTYPE d [<!ENTITY a \"aaaa\"> <!ENTITY b \"&a;&a;\">]>"
      "<dialPlan><css><name>&b;</name></css></dialPlan>",
      "plan.xml:2:14: error: malformed XML: an entity is declared, and entities are not expanded "
      "[xml-malformed]");
}

TEST_F(BadInput, AWebPageIsCalledOne) {
  expectUnreadable("<!DOCTYPE html>\n<html><body>HTTP Status 599<br></body></html>",
                   "plan.xml:1:1: error: not a dial plan: found a web page (<html>); expected ");
  expectUnreadable("<HTML><body>", "found a web page");
}

TEST_F(BadInput, ARootThatIsAlmostRight) {
  expectUnreadable("<dialplan/>", "plan.xml:1:2: error: not a dial plan: found <dialplan>; expected ");
  expectUnreadable("<dialplan/>", "did you mean \"dialPlan\"? [not-a-plan]");
}

TEST_F(BadInput, AFaultWithoutAReason) {
  expectUnreadable("<Envelope><Body><Fault/></Body></Envelope>",
                   "it holds no objects: it gives no reason [soap-fault]");
  expectUnreadable(
      "<Envelope><Body><Fault><faultstring/><detail><axlError><axlmessage>No such "
      "thing</axlmessage></axlError>"
      "</detail></Fault></Body></Envelope>",
      "it holds no objects: No such thing [soap-fault]");
}

// 300 000 columns in a few megabytes.
TEST_F(BadInput, ATableWiderThanAnyDatabase) {
  std::string names;
  std::string ruler;
  for (int i = 0; i < 300'000; ++i) {
    const std::string name = "a" + std::to_string(i);
    names += name + " ";
    ruler += std::string(name.size(), '=') + " ";
  }
  names.back() = '\n';
  ruler.back() = '\n';
  const Finished run = dialOn(write(names + ruler + "x\n"));
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(
      run.err,
      HasSubstr("plan.xml:1:1: warning: what this table is about cannot be told by its columns, it is "
                "ignored: 300000 columns [table-not-known]"));
}

TEST_F(BadInput, InvalidUtf8) {
  const Finished run = dialOn(write("<dialPlan><css><name>\xFC</name></css></dialPlan>"));
  EXPECT_THAT(run.err, HasSubstr("plan.xml:1:22: error: byte 0xFC is not valid UTF-8 [invalid-utf8]"));
}

TEST_F(BadInput, AHundredThousandNestedElements) {
  const Finished open = dialOn(write("<dialPlan>" + repeated("<a>", 100'000)));
  EXPECT_EQ(open.status, 3) << open.err;
  const Finished closed =
      dialOn(write("<dialPlan>" + repeated("<a>", 100'000) + repeated("</a>", 100'000) + "</dialPlan>"));
  EXPECT_EQ(closed.status, 0) << closed.err;
}

TEST_F(BadInput, TenMegabytesOnALine) {
  const std::string pattern =
      "<routePattern><pattern>" + std::string(10'000'000, '1') + "</pattern></routePattern>";
  const Finished run = dialOn(write("<dialPlan>" + pattern + "</dialPlan>"));
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.err, HasSubstr("[pattern-too-long]"));
  EXPECT_LT(run.err.size(), 2000);
}

TEST_F(BadInput, MessagesAreCutAtTwenty) {
  const Finished run = dialOn(write("<dialPlan>" + repeated("<css/>", 100) + "</dialPlan>"));
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.err, HasSubstr("80 more messages; `dialscope inspect` shows all"));
  EXPECT_EQ(std::count(run.err.begin(), run.err.end(), '\n'), 21);
}

// Why the plan has no such search space.
TEST_F(BadInput, TheCauseComesBeforeTheConsequence) {
  const Finished run =
      dialscope({"dial", write("<dialPlan><css><name>A</name></css></dialPlan><dialPlan><css>"), "--css", "B",
                 "--digits", "1"});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.err, AllOf(HasSubstr("[xml-malformed]"), HasSubstr("[no-such-search-space]")));
}

// There is nothing else that could show them.
TEST_F(BadInput, WithoutAPlanNotesAreShown) {
  write("nothing");
  const Finished run = dialscope({"inspect", folder_.path()});
  EXPECT_EQ(run.status, 3);
  EXPECT_THAT(run.err, AllOf(HasSubstr("1 of its files are no dial plan: plan.xml [skipped-files]"),
                             HasSubstr("[no-plan]"), testing::Not(HasSubstr("dialscope inspect"))));
}

TEST_F(BadInput, NotesAreCounted) {
  const Finished run = dialOn(write("<dialPlan><css><name>A</name><odd/></css></dialPlan>"));
  EXPECT_THAT(run.err, HasSubstr("note: 1 note on the plan; `dialscope inspect` shows it [notes]"));
}

TEST_F(BadInput, ABadPatternLeavesTheRest) {
  const Finished run =
      dialscope({"dial", "dialplans/broken/second-dot.xml", "--css", "Phones", "--digits", "2000"});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.err, HasSubstr("dialplans/broken/second-dot.xml:7:29: error: "));
  EXPECT_THAT(run.out, HasSubstr("Routed"));
}

}  // namespace
}  // namespace dialscope::test
