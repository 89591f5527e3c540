#include "engine/import/read_xml.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/import/loaded.h"

#include <gmock/gmock.h>

#include <filesystem>

namespace dialscope::import {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kLine = "<dialPlan><line><pattern>1001</pattern></line></dialPlan>";

std::string refusalOf(std::string_view text) {
  const auto loaded = loadPlanText("x", text);
  return loaded ? "" : report::renderDiagnostic(loaded.error());
}

class LoadFiles : public testing::Test {
 protected:
  std::string write(std::string_view name, std::string_view text) const { return folder_.write(name, text); }

  test::TemporaryFolder folder_;
};

TEST(LoadText, SaysWhyItCannotBeRead) {
  EXPECT_EQ(
      refusalOf(""),
      "x: error: not a dial plan: found an empty file; expected <dialPlan>, an AXL answer (<Envelope>), "
      "a BAT export, a Route Plan Report or what `run sql` prints [not-a-plan]");
  EXPECT_EQ(refusalOf("hello"),
            "x: error: not a dial plan: found text of no known form; expected <dialPlan>, an AXL answer "
            "(<Envelope>), "
            "a BAT export, a Route Plan Report or what `run sql` prints [not-a-plan]");
  EXPECT_EQ(refusalOf("<html/>"),
            "x:1:1: error: not a dial plan: found a web page (<html>); expected <dialPlan>, an AXL answer "
            "(<Envelope>), "
            "a BAT export, a Route Plan Report or what `run sql` prints [not-a-plan]");
  EXPECT_EQ(refusalOf("<dialPlan>\n <line>\n"),
            "x:2:8: error: malformed XML: the file ends before </dialPlan> [xml-malformed]");
  EXPECT_EQ(
      refusalOf("<dialPlan>\n <a></b>\n</dialPlan>"),
      "x:2:7: error: malformed XML: the end tag does not match the element that is open [xml-malformed]");
  EXPECT_EQ(refusalOf("<dialPlan>\n \xFF</dialPlan>"),
            "x:2:2: error: byte 0xFF is not valid UTF-8 [invalid-utf8]");
  EXPECT_EQ(refusalOf(std::string("<dialPlan/>\0", 12)),
            "x:1:12: error: byte 0x00 is not valid UTF-8 [invalid-utf8]");
  EXPECT_EQ(refusalOf("\xFF\xFE<"), "x: error: written in UTF-16; expected UTF-8 [wrong-encoding]");
  EXPECT_EQ(refusalOf("<!-- only a comment -->"),
            "x: error: not a dial plan: found XML without an element; expected <dialPlan>, an AXL answer "
            "(<Envelope>), "
            "a BAT export, a Route Plan Report or what `run sql` prints [not-a-plan]");
}

TEST(LoadText, AcceptsAByteOrderMarkAndSeveralDocuments) {
  const std::string text =
      "\xEF\xBB\xBF<?xml version=\"1.0\"?>\n" + std::string(kLine) +
      "\n<?xml version=\"1.0\"?>\n<dialPlan><line><pattern>1002</pattern></line></dialPlan>\n";
  const auto loaded = loadPlanText("x", text);
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->plan.entries.size(), 2U);
  EXPECT_THAT(rendered(loaded->diagnostics), IsEmpty());
}

TEST(LoadText, TellsTextOutsideOfTheDocument) {
  const auto loaded = loadPlanText("x", std::string(kLine) + "\nrest");
  ASSERT_TRUE(loaded);
  EXPECT_THAT(codesOf(loaded->diagnostics), ElementsAre(DiagnosticCode::XmlMalformed));
  EXPECT_EQ(loaded->plan.entries.size(), 1U);
}

TEST(LoadText, ReadsNamesOnLinesOfTheirOwnAndTextInPieces) {
  const auto loaded = loadPlanText("x",
                                   "<dialPlan>\r\n<routePartition><name>\r\n  P\r\n</name></routePartition>"
                                   "<line><pattern>1<!-- - -->00<![CDATA[1]]></pattern>"
                                   "<routePartitionName> P </routePartitionName></line></dialPlan>");
  ASSERT_TRUE(loaded);
  EXPECT_THAT(rendered(loaded->diagnostics), IsEmpty());
  ASSERT_EQ(loaded->plan.entries.size(), 1U);
  EXPECT_EQ(loaded->plan.entries[0].pattern.text, "1001");
  EXPECT_EQ(at(loaded->plan.partitions, loaded->plan.entries[0].partition).name, "P");
}

TEST(LoadText, TellsWhatItDoesNotKnowOncePerElement) {
  const auto loaded = loadObjects(
      "<line><pattern>1</pattern><patternUrgenzy>true</patternUrgenzy></line>"
      "<line><pattern>2</pattern><patternUrgenzy>true</patternUrgenzy></line><lyne/>"
      "<line><pattern>3</pattern><pattern>4</pattern></line>");
  EXPECT_THAT(
      rendered(loaded.diagnostics),
      ElementsAre(
          "plan.xml:1:38: note: <patternUrgenzy> in <line> is not known, it is ignored (times: 2); did "
          "you mean \"patternUrgency\"? [unknown-element]",
          "plan.xml:1:152: warning: <lyne> is no object of a dial plan, it is ignored (times: 1); did "
          "you mean \"line\"? [unknown-object]",
          "plan.xml:1:185: warning: <pattern> stands twice in line; the first is taken "
          "[repeated-element]"));
}

TEST(LoadText, SurvivesAnyNesting) {
  const auto nested = [](const std::string& name) {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += "<" + name + ">";
    for (int i = 0; i < 100'000; ++i) text += "</" + name + ">";
    return text;
  };
  EXPECT_NE(refusalOf(nested("a")), "");
  for (const auto* name : {"css", "members", "endpoint"}) {
    EXPECT_TRUE(loadPlanText("x", "<dialPlan>" + nested(name) + "</dialPlan>"));
    EXPECT_TRUE(loadPlanText("x", "<dialPlan><css>" + nested(name) + "</css></dialPlan>"));
  }
  EXPECT_TRUE(loadPlanText("x", "<dialPlan><gatewayEndpointDigitalAccessPri>" + nested("endpoint") +
                                    "</gatewayEndpointDigitalAccessPri></dialPlan>"));
}

// A parser that tidies up behind itself element by element needs a stack as deep as they are nested.
TEST(LoadText, SurvivesNestingThatNeverEnds) {
  std::string text = "<dialPlan>";
  for (int i = 0; i < 300'000; ++i) text += "<a>";
  EXPECT_THAT(refusalOf(text), testing::HasSubstr("the file ends before </dialPlan>"));
  const auto loaded = loadPlanText("x", "<dialPlan><line><pattern>1</pattern></line></dialPlan>" + text);
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->plan.entries.size(), 1U);
}

// Cut anywhere, a plan is an error or a plan, never a crash.
TEST(LoadText, KeepsTheDocumentsBeforeOneThatIsCut) {
  const auto loaded =
      loadPlanText("x",
                   "<Envelope><Body><getCssResponse><return><css><name>C</name></css></return>"
                   "</getCssResponse></Body></Envelope>\n<Envelope><Body><getLine");
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->plan.searchSpaces.size(), 1U);
  EXPECT_THAT(rendered(loaded->diagnostics),
              testing::Contains(testing::StartsWith("x:2:24: error: malformed XML: ")));
}

TEST(LoadText, SurvivesBeingCutAnywhere) {
  const std::string text =
      "<?xml version=\"1.0\"?><dialPlan name=\"x\"><css><name>S</name><members><member><index>1</index>"
      "<routePartitionName>P</routePartitionName></member></members></css><!-- c "
      "--><line><pattern><![CDATA[1]]>"
      "</pattern></line></dialPlan>";
  for (std::size_t length = 0; length < text.size(); ++length) {
    EXPECT_FALSE(loadPlanText("x", text.substr(0, length))) << length;
  }
}

TEST_F(LoadFiles, ReadsFoldersInOrderAndSkipsWhatIsNoPlan) {
  write("b/2.xml", kLine);
  write("b/1.txt", "<dialPlan name=\"first\"><line><pattern>1002</pattern></line></dialPlan>");
  write("README.md", "# Nothing\n");
  write("a/page.html", "<html/>");
  fs::create_symlink(folder_ / "b", folder_ / "c");
  const auto loaded = loadPlan({folder_.path().string()});
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->plan.name, "first");
  EXPECT_EQ(loaded->plan.entries.size(), 2U);
  EXPECT_EQ(loaded->plan.entries[0].pattern.text, "1002");
  EXPECT_EQ(loaded->filesRead.size(), 2U);
  EXPECT_THAT(
      rendered(loaded->diagnostics),
      ElementsAre(folder_.path().string() + ": note: 2 of its files are no dial plan: README.md, a/page.html "
                                            "[skipped-files]"));
}

// What is called as a file of an export is one; that nothing of it can be read is no note among others.
TEST_F(LoadFiles, AFileOfAnExportIsNotPassedOver) {
  write("line.xml", kLine);
  write("export/routepattern.csv", "sep=,\nROUTE PATTERN,ROUTE PARTITION\n9!,\n");
  write("export/css.csv", std::string_view("\xFF\xFEN\0A\0", 6));
  write("export/notes.csv", "a,b\n1,2\n");
  const auto loaded = loadPlan({folder_.path().string()});
  ASSERT_TRUE(loaded);
  EXPECT_THAT(codesOf(loaded->diagnostics),
              testing::UnorderedElementsAre(DiagnosticCode::NotAPlan, DiagnosticCode::WrongEncoding,
                                            DiagnosticCode::SkippedFiles));
}

TEST_F(LoadFiles, ReadsTheOthersWhenOneIsBad) {
  const std::string good = write("good.xml", kLine);
  const std::string bad = write("bad.xml", "<dialPlan>");
  const auto loaded = loadPlan({bad, good, folder_ / "none.xml"});
  ASSERT_TRUE(loaded);
  EXPECT_THAT(codesOf(loaded->diagnostics),
              testing::UnorderedElementsAre(DiagnosticCode::XmlMalformed, DiagnosticCode::FileNotFound));
  EXPECT_EQ(loaded->plan.entries.size(), 1U);
}

TEST_F(LoadFiles, ReadsAFileOnceHoweverOftenItIsNamed) {
  const std::string path = write("plan.xml", kLine);
  const auto loaded = loadPlan({path, folder_.path().string(), path});
  ASSERT_TRUE(loaded);
  EXPECT_THAT(rendered(loaded->diagnostics), IsEmpty());
}

TEST_F(LoadFiles, FailsWithTheFirstErrorAndKeepsTheRest) {
  const std::string bad = write("bad.xml", "<dialPlan>");
  Diagnostics alsoWrong;
  const auto loaded = loadPlan({folder_ / "none.xml", bad}, &alsoWrong);
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, DiagnosticCode::FileNotFound);
  EXPECT_THAT(codesOf(alsoWrong), ElementsAre(DiagnosticCode::XmlMalformed));
}

TEST_F(LoadFiles, SaysThatAFolderHoldsNoPlan) {
  write("README.md", "# Nothing\n");
  const auto loaded = loadPlan({folder_.path().string()});
  ASSERT_FALSE(loaded);
  EXPECT_EQ(report::renderDiagnostic(loaded.error()),
            "dialscope: error: there is no dial plan among the files given [no-plan]");
  EXPECT_FALSE(loadPlan({}));
}

TEST_F(LoadFiles, StopsWhenAsked) {
  std::stop_source nobodyWaits;
  nobodyWaits.request_stop();
  Diagnostics alsoWrong;
  EXPECT_FALSE(
      loadPlan({write("plan.xml", kLine), folder_ / "none.xml"}, &alsoWrong, nobodyWaits.get_token()));
  EXPECT_THAT(alsoWrong, IsEmpty()) << "the second file has been looked for";
  RecordSet begun;
  begun.stop = nobodyWaits.get_token();
  readXml(begun.sources.emplace_back("plan.xml", std::string(kLine)), begun, alsoWrong);
  EXPECT_THAT(begun.records, IsEmpty());
}

TEST_F(LoadFiles, RefusesAFileThatIsTooLarge) {
  const std::string path = write("large.xml", "<dialPlan>");
  fs::resize_file(path, kMaxFileSize + 1);
  const auto loaded = loadPlan({path});
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, DiagnosticCode::FileTooLarge);
}

}  // namespace
}  // namespace dialscope::import
