// Changes of plan and call: the call is asked again at the same step, and every change can be taken back exactly.
#include "gui/models/plan_editor.h"

#include "engine/import/write_xml.h"
#include "engine/report/message.h"
#include "tests/gui/waiting.h"
#include "tests/support/files.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTemporaryDir>

namespace dialscope::gui {
namespace {

class PlanEditorTest : public testing::Test {
 protected:
  void open(const char* plan, workspace::CallRequest request) {
    session_.open(0, {QString::fromStdString(test::inRepository(std::string("dialplans/") + plan))});
    ASSERT_TRUE(test::becomesIdle(session_));
    session_.setRequest(std::move(request), Look::AtEnd);
    ASSERT_TRUE(test::becomesIdle(session_));
  }

  plan::EntryId entry(const char* pattern) const {
    return session_.plan().workspace->findPattern(pattern).value().front();
  }
  std::size_t record(const char* pattern) const { return editor_.recordOf(entry(pattern)).value(); }
  std::string written() const { return import::writeXml(session_.plan().workspace->loaded().document); }
  std::string unused() const { return session_.answer().trace->unused; }
  std::string selected() const {
    const auto& trace = *session_.answer().trace;
    return trace.last().entry
               ? at(session_.plan().workspace->plan().entries, *trace.last().entry).pattern.text
               : "-";
  }
  milliseconds waited() const { return session_.answer().trace->waited; }

  ReplaySession session_;
  PlanEditor editor_{session_};
};

TEST_F(PlanEditorTest, AFieldIsChangedAndChangedBack) {
  open("seven-hundred.xml", {.searchSpaces = {"Phones"}, .digits = "70012"});
  const std::string before = written();
  session_.setStep(3);
  EXPECT_EQ(selected(), "7XXX");
  ASSERT_FALSE(editor_.setField(record("7XXX"), "patternUrgency", "false", "urgent"));
  EXPECT_EQ(selected(), "700XX");
  EXPECT_EQ(unused(), "");
  EXPECT_EQ(session_.step(), 3) << "the same step is looked at";
  EXPECT_TRUE(session_.plan().modified);
  editor_.changes().undo();
  EXPECT_EQ(selected(), "7XXX");
  EXPECT_EQ(unused(), "2");
  EXPECT_EQ(written(), before);
  EXPECT_FALSE(session_.plan().modified);
  editor_.changes().redo();
  EXPECT_EQ(selected(), "700XX");
  EXPECT_TRUE(session_.plan().modified);
}

TEST_F(PlanEditorTest, ChangesOfOneFieldInARowAreOneStep) {
  open("seven-hundred.xml", {.searchSpaces = {"Phones"}, .digits = "70012"});
  const std::string before = written();
  for (const char* text : {"7", "70", "701", "701X"})
    ASSERT_FALSE(editor_.setField(record("700XX"), "description", text, "description"));
  const std::size_t it = record("7XXX");
  for (const char* text : {"71", "712", "712X"})
    ASSERT_FALSE(editor_.setField(it, "pattern", text, "pattern"));
  EXPECT_EQ(editor_.changes().activeStack()->count(), 2);
  editor_.changes().undo();
  editor_.changes().undo();
  EXPECT_EQ(written(), before);
  editor_.changes().redo();
  editor_.changes().redo();
  EXPECT_EQ(session_.plan().workspace->plan().findEntries("712X").size(), 1U);
}

TEST_F(PlanEditorTest, PatternsAreAddedAndDeleted) {
  open("seven-hundred.xml", {.searchSpaces = {"Phones"}, .digits = "70012"});
  const std::string before = written();
  ASSERT_FALSE(editor_.addPattern("routePattern", "70012", "Internal"));
  const std::size_t added = editor_.recordCount() - 1;
  EXPECT_EQ(editor_.record(added).text("pattern"), "70012");
  ASSERT_TRUE(editor_.entryOf(added));
  ASSERT_FALSE(editor_.remove(record("7XXX")));
  EXPECT_EQ(selected(), "70012");
  editor_.changes().undo();
  EXPECT_EQ(selected(), "7XXX");
  editor_.changes().undo();
  EXPECT_EQ(written(), before);
  EXPECT_TRUE(editor_.addPattern("routePatern", "1", "Internal")) << "there is no such object";
  const auto problem = editor_.setField(0, "patternUrgencyy", "true", "x");
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->code, DiagnosticCode::NoSuchField);
  EXPECT_EQ(written(), before) << "what cannot be done changes nothing";
}

TEST_F(PlanEditorTest, PartitionsChangePlaces) {
  open("tie-by-partition.xml", {.searchSpaces = {"Sales-First"}, .digits = "3000"});
  const auto partition = [&] {
    return at(session_.plan().workspace->plan().partitions,
              at(session_.plan().workspace->plan().entries, *session_.answer().trace->hops[0].entry)
                  .partition)
        .name;
  };
  EXPECT_EQ(partition(), "Sales");
  const plan::Plan& plan = session_.plan().workspace->plan();
  const auto space = *plan.findSearchSpace("Sales-First");
  ASSERT_FALSE(
      editor_.orderPartitions(space, {*plan.findPartition("Support"), *plan.findPartition("Sales")}));
  EXPECT_EQ(partition(), "Support");
  editor_.changes().undo();
  EXPECT_EQ(partition(), "Sales");
}

// The members of an AXL answer, rather than a clause.
TEST_F(PlanEditorTest, MembersChangePlaces) {
  auto workspace = workspace::Workspace::openText("p.xml", R"(<dialPlan>
    <routePartition><name>A</name></routePartition><routePartition><name>B</name></routePartition>
    <css><name>C</name><members><member><routePartitionName>A</routePartitionName><index>1</index></member>
      <member><routePartitionName>B</routePartitionName><index>2</index></member></members></css></dialPlan>)");
  ASSERT_TRUE(workspace);
  session_.adopt(0, std::make_shared<const workspace::Workspace>(std::move(*workspace)), "p.xml");
  const plan::Plan& plan = session_.plan().workspace->plan();
  ASSERT_FALSE(editor_.orderPartitions(*plan.findSearchSpace("C"),
                                       {*plan.findPartition("B"), *plan.findPartition("A")}));
  const plan::Plan& now = session_.plan().workspace->plan();
  EXPECT_EQ(at(now.partitions, now.searchSpaces[0].partitions[0]).name, "B");
  EXPECT_TRUE(session_.plan().problems.empty());
}

TEST_F(PlanEditorTest, TheCallIsChangedAndChangedBack) {
  open("two-tier.xml", {.searchSpaces = {"Phones"}, .digits = "911"});
  EXPECT_EQ(waited(), milliseconds(15'000));
  const auto timer = [&](int time) {
    editor_.changeRequest("T302", "t302", [&](workspace::CallRequest& request) {
      request.interdigitTimeout = milliseconds(time);
    });
  };
  timer(5000);
  timer(4000);
  EXPECT_EQ(waited(), milliseconds(4000));
  EXPECT_EQ(editor_.changes().activeStack()->count(), 1) << "one turn of a spin box is one step";
  editor_.changeLanes("mode", {{0, routing::DialMode::Bloc}});
  EXPECT_EQ(waited(), milliseconds(0));
  editor_.changes().undo();
  // Digits typed meanwhile stay.
  auto request = session_.request();
  request.digits = "91";
  session_.setRequest(request);
  editor_.changes().undo();
  EXPECT_EQ(session_.request().interdigitTimeout, std::nullopt);
  EXPECT_EQ(session_.request().digits, "91");
  EXPECT_FALSE(session_.plan().modified) << "the plan is as it was";
}

TEST_F(PlanEditorTest, SavesWhatIsThere) {
  open("bang.xml", {.searchSpaces = {"Direct"}, .digits = "5551234"});
  QTemporaryDir folder;
  const QString path = folder.filePath("mine.xml");
  ASSERT_FALSE(editor_.setField(record("!"), "patternUrgency", "false", "urgent"));
  ASSERT_FALSE(editor_.save(path));
  EXPECT_FALSE(session_.plan().modified);
  EXPECT_EQ(session_.plan().paths, QStringList{path});
  editor_.changes().undo();
  EXPECT_TRUE(session_.plan().modified) << "it is not what was saved";
  editor_.changes().redo();
  EXPECT_FALSE(session_.plan().modified);
  const auto again = workspace::Workspace::open({path.toStdString()});
  ASSERT_TRUE(again);
  EXPECT_EQ(import::writeXml(again->loaded().document), written());
  EXPECT_TRUE(editor_.save("/nowhere/at/all.xml"));
}

TEST_F(PlanEditorTest, AnotherPlanForgetsTheSteps) {
  open("bang.xml", {.searchSpaces = {"Direct"}, .digits = "5"});
  ASSERT_FALSE(editor_.setField(record("!"), "patternUrgency", "false", "urgent"));
  open("two-tier.xml", {.searchSpaces = {"Phones"}, .digits = "911"});
  EXPECT_FALSE(editor_.changes().canUndo());
  EXPECT_FALSE(session_.plan().modified);
}

// A large plan is made anew in the background. What is written is written at once, and of edits in a row one plan is made.
TEST_F(PlanEditorTest, EditsOfALargePlanAreMadeInTheBackground) {
  std::string text =
      "<dialPlan><routePartition><name>P</name></routePartition><css><name>C</name><clause>P</clause></css>";
  for (int i = 0; i < 2500; ++i) {
    text += "<line><pattern>" + std::to_string(3000 + i) +
            "</pattern><routePartitionName>P</routePartitionName></line>";
  }
  auto large = workspace::Workspace::openText("large.xml", text + "</dialPlan>");
  ASSERT_TRUE(large);
  session_.adopt(0, std::make_shared<const workspace::Workspace>(std::move(*large)), "large.xml");
  session_.setRequest({.searchSpaces = {"C"}, .digits = "3007"}, Look::AtEnd);
  ASSERT_TRUE(test::becomesIdle(session_));
  const std::string before = written();
  const SharedWorkspace plan = session_.plan().workspace;
  const std::size_t seventh = record("3007");
  const plan::EntryId eighth = entry("3008");
  QSignalSpy changed(&session_, &ReplaySession::planChanged);

  ASSERT_FALSE(editor_.setField(seventh, "pattern", "300[67]", "pattern"));
  EXPECT_EQ(session_.plan().workspace, plan) << "the window waits";
  EXPECT_TRUE(session_.plan().modified) << "the change could be lost";
  EXPECT_TRUE(session_.busy());
  EXPECT_FALSE(editor_.settled());
  EXPECT_EQ(editor_.record(seventh).text("pattern"), "300[67]");
  EXPECT_TRUE(editor_.setField(seventh, "patern", "1", "pattern")) << "what is wrong is said at once";
  ASSERT_FALSE(editor_.remove(record("3006")));
  ASSERT_FALSE(editor_.addPattern("routePattern", "3XXXX", "P"));
  // Entries are those of the plan that is open, objects those that are written.
  ASSERT_EQ(editor_.recordOf(eighth), seventh);
  EXPECT_EQ(editor_.record(seventh).text("pattern"), "3008");
  EXPECT_EQ(editor_.entryOf(seventh), eighth);
  EXPECT_FALSE(editor_.recordOf(entry("3006"))) << "it has been deleted";
  EXPECT_FALSE(editor_.entryOf(editor_.recordCount() - 1)) << "it is too new";
  ASSERT_TRUE(test::becomesIdle(session_));
  EXPECT_EQ(changed.count(), 1) << "plans that nobody was to see have been shown";
  EXPECT_TRUE(editor_.settled());
  EXPECT_EQ(selected(), "300[67]");
  EXPECT_EQ(session_.plan().workspace->plan().entries.size(), 2500U);

  for (int i = 0; i < 3; ++i) editor_.changes().undo();
  ASSERT_TRUE(test::becomesIdle(session_));
  EXPECT_EQ(changed.count(), 2);
  EXPECT_EQ(written(), before);
  EXPECT_FALSE(session_.plan().modified);

  // Another plan comes in between: the edit was of the old one.
  ASSERT_FALSE(editor_.remove(seventh));
  session_.close(0);
  ASSERT_TRUE(test::becomesIdle(session_));
  EXPECT_EQ(session_.plan().workspace, nullptr);
}

TEST_F(PlanEditorTest, FindsTheObjectAtAPlace) {
  open("broken/second-dot.xml", {.searchSpaces = {"Phones"}, .digits = "2"});
  ASSERT_EQ(session_.plan().problems.size(), 1U);
  const auto record = editor_.recordAt(session_.plan().problems[0].where);
  ASSERT_TRUE(record);
  EXPECT_EQ(editor_.record(*record).text("pattern"), "9.1.XXXX");
  EXPECT_FALSE(editor_.entryOf(*record)) << "it was left out";
  ASSERT_FALSE(editor_.setField(*record, "pattern", "9.1XXXX", "pattern"));
  EXPECT_TRUE(session_.plan().problems.empty());
  EXPECT_TRUE(editor_.entryOf(*record));
}

}  // namespace
}  // namespace dialscope::gui
