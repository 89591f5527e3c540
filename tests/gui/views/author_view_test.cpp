// The author at work: choose, change, see what the call does, add, delete, mend what is broken.
#include "gui/views/author_view.h"

#include "gui/models/plan_editor.h"
#include "gui/models/plan_tree.h"
#include "gui/views/pattern_form.h"
#include "tests/gui/waiting.h"
#include "tests/support/files.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTreeView>

namespace dialscope::gui {
namespace {

class Author : public testing::Test {
 protected:
  void open(const char* plan, workspace::CallRequest request = {}) {
    session_.open(0, {QString::fromStdString(test::inRepository(std::string("dialplans/") + plan))});
    ASSERT_TRUE(test::becomesIdle(session_));
    session_.setRequest(std::move(request), Look::AtEnd);
    view_.resize(1200, 800);
    view_.show();
    settle();
  }
  void settle() {
    auto* tree = view_.findChild<PlanTree*>();
    ASSERT_TRUE(test::eventually([&] { return !tree->busy(); }));
  }
  template <class Widget>
  Widget* find(const char* name) {
    return view_.findChild<Widget*>(QLatin1String(name));
  }
  void choose(const char* pattern) {
    const auto& workspace = session_.plan().workspace;
    auto* tree = view_.findChild<PlanTree*>();
    const QModelIndex index = tree->indexOf(workspace->findPattern(pattern).value().front());
    ASSERT_TRUE(index.isValid());
    find<QTreeView>("author-tree")->setCurrentIndex(index);
    QCoreApplication::processEvents();  // a form that is made anew is shown by the next event
  }
  void type(const char* text) {
    auto* field = find<QLineEdit>("field-pattern");
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QLatin1String(text));
  }

  ReplaySession session_;
  PlanEditor editor_{session_};
  AuthorView view_{editor_};
};

TEST_F(Author, ShowsWhatAPatternIs) {
  open("e164.xml", {.searchSpaces = {"Seattle-International"}, .digits = "901149301234"});
  choose("9011.!");
  EXPECT_EQ(find<QLineEdit>("field-pattern")->text(), "9011.!");
  EXPECT_TRUE(find<QCheckBox>("field-patternUrgency")->isChecked())
      << "a translation pattern is urgent by default";
  EXPECT_FALSE(find<QCheckBox>("field-dontWaitForIDTOnSubsequentHops")->isChecked());
  EXPECT_EQ(find<QComboBox>("field-routePartitionName")->currentText(), "US-Dialing");
  EXPECT_EQ(find<QComboBox>("field-digitDiscardInstructionName")->currentText(), "PreDot");
  EXPECT_EQ(find<QLineEdit>("field-prefixDigitsOut")->text(), "+");
  EXPECT_EQ(find<QComboBox>("field-destination/gatewayName"), nullptr) << "it has no destination";
  EXPECT_EQ(find<QLabel>("pattern-facts")->text(),
            "Matches 10 strings of 5 keys, and longer ones without end.");
  EXPECT_TRUE(find<QLabel>("pattern-call")->text().contains("9011.!"));
  choose("\\+!@PSTN-International");
  ASSERT_NE(find<QComboBox>("field-destination/gatewayName"), nullptr);
  EXPECT_EQ(find<QComboBox>("field-destination/gatewayName")->currentText(), "Gateway");
  EXPECT_FALSE(find<QCheckBox>("field-patternUrgency")->isChecked());
}

TEST_F(Author, ATextThatIsNoPatternYetIsMarkedAndNotTaken) {
  open("seven-hundred.xml", {.searchSpaces = {"Phones"}, .digits = "70012"});
  choose("700XX");
  type("700[X");
  EXPECT_TRUE(find<QLabel>("pattern-mark")->isVisible());
  EXPECT_TRUE(find<QLabel>("pattern-problem")->text().startsWith("Character 4:"))
      << find<QLabel>("pattern-problem")->text().toStdString();
  QTest::qWait(400);
  EXPECT_FALSE(session_.plan().modified);
  type("7001[1-3]");
  EXPECT_FALSE(find<QLabel>("pattern-mark")->isVisible());
  EXPECT_EQ(find<QLabel>("pattern-facts")->text(), "Matches 3 strings of 5 keys.");
  ASSERT_TRUE(test::eventually([&] { return session_.plan().modified; }));
  EXPECT_EQ(session_.plan().workspace->plan().findEntries("7001[1-3]").size(), 1U);
  EXPECT_EQ(find<QLineEdit>("field-pattern")->text(), "7001[1-3]") << "what is typed stays";
}

TEST_F(Author, AChangeIsAnsweredAtOnce) {
  open("seven-hundred.xml", {.searchSpaces = {"Phones"}, .digits = "70012"});
  choose("7XXX");
  EXPECT_EQ(session_.answer().trace->unused, "2");
  find<QCheckBox>("field-patternUrgency")->click();
  EXPECT_EQ(session_.answer().trace->unused, "");
  settle();
  EXPECT_FALSE(find<QCheckBox>("field-patternUrgency")->isChecked());
  EXPECT_EQ(find<QTreeView>("author-tree")->currentIndex().data().toString(), "7XXX")
      << "the choice outlives the change";
  auto* partition = find<QComboBox>("field-routePartitionName");
  Q_EMIT partition->activated(0);
  EXPECT_EQ(at(session_.plan().workspace->plan().entries,
               session_.plan().workspace->findPattern("7XXX").value().front())
                .partition,
            plan::kNonePartition);
  editor_.changes().undo();
  editor_.changes().undo();
  EXPECT_EQ(session_.answer().trace->unused, "2");
  EXPECT_TRUE(find<QCheckBox>("field-patternUrgency")->isChecked());
}

TEST_F(Author, AddsAndDeletes) {
  open("seven-hundred.xml", {.searchSpaces = {"Phones"}, .digits = "70012"});
  choose("7XXX");
  view_.findChild<QAction*>(QStringLiteral("add-routePattern"))->trigger();
  settle();
  auto* field = find<QLineEdit>("field-pattern");
  EXPECT_EQ(find<QComboBox>("field-routePartitionName")->currentText(), "Internal");
  QTest::keyClicks(field, "70012");
  QTest::keyClick(field, Qt::Key_Return);
  settle();
  ASSERT_EQ(session_.plan().workspace->plan().findEntries("70012").size(), 1U);
  EXPECT_EQ(find<QTreeView>("author-tree")->currentIndex().data().toString(), "70012");
  choose("7XXX");
  auto* remove = find<QPushButton>("author-delete");
  remove->setFocus();
  remove->click();
  EXPECT_EQ(session_.answer().trace->last().called.text(), "70012");
  settle();
  auto* tree = find<QTreeView>("author-tree");
  EXPECT_EQ(view_.focusWidget(), tree);
  EXPECT_EQ(tree->currentIndex().data().toString(), "700XX") << "its neighbour";
  EXPECT_EQ(find<QLineEdit>("field-pattern")->text(), "700XX");
  editor_.changes().undo();
  EXPECT_EQ(session_.answer().trace->unused, "2");
}

TEST_F(Author, WhatTheFilterHidesIsNotDeleted) {
  open("e164.xml");
  choose("9011.!");
  auto* remove = find<QPushButton>("author-delete");
  EXPECT_TRUE(remove->isEnabled());
  const auto filter = [&](const char* text) {
    find<QLineEdit>("author-filter")->setText(QLatin1String(text));
    settle();
  };
  filter("9011");
  EXPECT_TRUE(remove->isEnabled());
  filter("PSTN");
  EXPECT_FALSE(remove->isEnabled());
  EXPECT_TRUE(remove->toolTip().contains("filter")) << qPrintable(remove->toolTip());
  filter("");
  EXPECT_TRUE(remove->isEnabled());
  EXPECT_EQ(find<QTreeView>("author-tree")->currentIndex().data().toString(), "9011.!");
}

// What it says of the call goes for both ways to dial, or says for which.
TEST_F(Author, APatternFaresInEachLane) {
  session_.setLanes({{0, routing::DialMode::DigitByDigit}, {0, routing::DialMode::Bloc}});
  open("seven-hundred.xml", {.searchSpaces = {"Phones"}, .digits = "70012"});
  choose("7XXX");
  const QStringList lines = find<QLabel>("pattern-call")->text().split('\n');
  ASSERT_EQ(lines.size(), 3) << qPrintable(find<QLabel>("pattern-call")->text());
  EXPECT_TRUE(lines[1].startsWith("Keyed digit by digit: 7XXX"));
  EXPECT_TRUE(lines[2].startsWith("Sent en bloc: 7XXX"));
  session_.setRequest({.searchSpaces = {"Phones"}, .digits = "7112"});
  EXPECT_EQ(find<QLabel>("pattern-call")->text().count("7XXX"), 1) << "both ways are alike";
}

TEST_F(Author, AProblemLeadsToItsObject) {
  open("broken/second-dot.xml");
  auto* problems = find<QTableView>("author-problems");
  ASSERT_EQ(problems->model()->rowCount(), 1);
  Q_EMIT problems->clicked(problems->model()->index(0, 0));
  QCoreApplication::processEvents();
  EXPECT_EQ(find<QLineEdit>("field-pattern")->text(), "9.1.XXXX");
  EXPECT_TRUE(find<QLabel>("pattern-mark")->isVisible());
  type("9.1XXXX");
  ASSERT_TRUE(test::eventually([&] { return session_.plan().problems.empty(); }));
  EXPECT_FALSE(problems->isVisible());
}

TEST_F(Author, FiltersAndUnfoldsWhatIsFound) {
  open("e164.xml");
  view_.focusFilter();
  QTest::keyClicks(find<QLineEdit>("author-filter"), "9011");
  settle();
  auto* tree = find<QTreeView>("author-tree");
  const QModelIndex partition = tree->model()->index(0, 0, tree->model()->index(0, 0));
  EXPECT_TRUE(tree->isExpanded(partition));
  EXPECT_EQ(tree->model()->rowCount(partition), 2);
  EXPECT_EQ(find<QLabel>("author-counted")->text(), "2 patterns");
}

}  // namespace
}  // namespace dialscope::gui
