// The graph as a user drives it: what is drawn at which step, by keys and clicks, and what a screen reader is told.
#include "gui/views/graph_view.h"

#include "gui/models/graph_names.h"
#include "gui/models/graph_words.h"
#include "gui/models/text.h"
#include "gui/views/graph_canvas.h"
#include "tests/gui/waiting.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

namespace dialscope::gui {
namespace {

using question::Node;
using question::NodeKind;

class Graph : public ::testing::Test {
 protected:
  void SetUp() override {
    view_.resize(900, 400);
    view_.show();
    view_.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&view_));
  }

  void open(const QString& path) {
    session_.open(0, {path});
    ASSERT_TRUE(test::becomesIdle(session_));
  }

  void dial(const char* digits) {
    session_.setRequest({.searchSpaces = {"Phones"}, .digits = digits}, Look::AtOffHook);
    ASSERT_TRUE(test::becomesIdle(session_));
  }

  const plan::Plan& plan() { return session_.plan().workspace->plan(); }
  const GraphScene& scene() { return view_.scene(); }

  int elementOf(const QString& name) {
    for (int i = 0; i < scene().elementCount(); ++i) {
      const auto node = scene().nodeAt(i);
      if (node && wordsOf(plan(), *node).name == name) return i;
    }
    return -1;
  }

  // The names of what the call has come by.
  QStringList path() {
    QStringList names;
    for (int i = 0; i < scene().elementCount(); ++i) {
      if (scene().isOnPath(i)) names.append(wordsOf(plan(), *scene().nodeAt(i)).name);
    }
    names.sort();
    return names;
  }

  void click(int element) {
    QTest::mouseClick(view_.canvas().viewport(), Qt::LeftButton, {},
                      view_.canvas().mapFromScene(scene().rectOf(element).center()));
  }

  QString sentence() { return view_.findChild<QLabel*>("graphSentence")->text(); }

  ReplaySession session_;
  GraphView view_{session_};
};

TEST_F(Graph, SaysWhatToDoWithoutAPlan) {
  EXPECT_EQ(scene().elementCount(), 0);
  bool told = false;
  for (const auto* label : view_.findChildren<QLabel*>())
    told = told || (label->isVisible() && label->text().contains("Open a plan"));
  EXPECT_TRUE(told);
}

TEST_F(Graph, ThePathGrowsWithTheSteps) {
  open("dialplans/two-tier.xml");
  dial("911");
  session_.setLanes({{0, routing::DialMode::DigitByDigit}});
  session_.setStep(0);
  EXPECT_EQ(path(), (QStringList{"Phones", "the caller"}));
  std::size_t before = 0;
  for (int step = 0; step < session_.stepCount(); ++step) {
    session_.setStep(step);
    EXPECT_GE(static_cast<std::size_t>(path().size()), before) << "a path is never forgotten";
    before = static_cast<std::size_t>(path().size());
    EXPECT_EQ(path().contains("Gateway"), session_.view().settled) << "the future is not told";
  }
  EXPECT_EQ(path(), (QStringList{"!", "911", "Emergency", "Gateway", "Outside", "Phones", "Second-Tier",
                                 "the caller"}));
}

TEST_F(Graph, EveryNodeHasItsPlace) {
  open("dialplans/two-tier.xml");
  dial("911");
  for (int a = 0; a < scene().elementCount(); ++a) {
    EXPECT_FALSE(scene().rectOf(a).isEmpty());
    for (int b = 0; b < a; ++b) EXPECT_FALSE(scene().rectOf(a).intersects(scene().rectOf(b)));
  }
}

TEST_F(Graph, AClickSelectsAndTells) {
  open("dialplans/seven-hundred.xml");
  dial("70012");
  QSignalSpy wanted(&view_, &GraphView::changeWanted);
  const int pattern = elementOf("7XXX");
  ASSERT_GE(pattern, 0);
  click(pattern);
  EXPECT_EQ(scene().selected(), pattern);
  view_.findChild<QAbstractButton*>(QStringLiteral("graphChange"))->click();
  ASSERT_EQ(wanted.count(), 1);
  EXPECT_EQ(wanted[0][0].value<plan::EntryId>(), plan().findEntries("7XXX").front());
  EXPECT_TRUE(sentence().startsWith("Route pattern, urgent: 7XXX.")) << sentence().toStdString();
  EXPECT_TRUE(sentence().contains("Sends to PBX.")) << sentence().toStdString();
}

TEST_F(Graph, ArrowKeysFollowTheLines) {
  open("dialplans/two-tier.xml");
  dial("911");
  view_.canvas().setFocus();
  view_.canvas().select(elementOf("the caller"));
  QTest::keyClick(&view_.canvas(), Qt::Key_Right);
  EXPECT_EQ(scene().selected(), elementOf("Phones"));
  QTest::keyClick(&view_.canvas(), Qt::Key_Right);
  EXPECT_EQ(scene().selected(), elementOf("Emergency"));
  QTest::keyClick(&view_.canvas(), Qt::Key_Left);
  EXPECT_EQ(scene().selected(), elementOf("Phones"));
  QTest::keyClick(&view_.canvas(), Qt::Key_Return);
  const auto looked = scene().nodeAt(scene().selected());
  EXPECT_EQ(looked, (Node{NodeKind::SearchSpace, plan().findSearchSpace("Phones")->value}));
  EXPECT_EQ(scene().picture().trace, nullptr) << "Enter looks at the node instead of the call";
}

TEST_F(Graph, EveryNodeIsReachedByArrowKeys) {
  open("dialplans/preferred-architecture");
  view_.lookAt({NodeKind::SearchSpace, plan().findSearchSpace("SJCInternational")->value});
  ASSERT_GT(scene().elementCount(), 15);
  std::set<int> reached{scene().selected()};
  for (bool grown = true; grown;) {
    grown = false;
    for (const int from : std::set<int>(reached)) {
      for (const auto arrow : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down})
        grown = reached.insert(scene().neighbour(from, arrow)).second || grown;
    }
  }
  EXPECT_EQ(static_cast<int>(reached.size()), scene().elementCount());
}

TEST_F(Graph, MoreIsShownOnRequest) {
  open("dialplans/preferred-architecture");
  view_.lookAt({NodeKind::SearchSpace, plan().findSearchSpace("SJCInternational")->value});
  int more = -1;
  for (int i = 0; i < scene().elementCount(); ++i) {
    if (scene().moreAt(i) && scene().moreAt(i)->side == question::Side::After) more = i;
  }
  ASSERT_GE(more, 0);
  const auto owner = *scene().nodeAt(static_cast<int>(scene().moreAt(more)->of));
  const auto hidden = scene().moreAt(more)->count;
  const int before = scene().elementCount();
  view_.canvas().select(more);
  EXPECT_TRUE(sentence().contains(QString::number(hidden))) << sentence().toStdString();
  QTest::keyClick(&view_.canvas(), Qt::Key_Return);
  EXPECT_GT(scene().elementCount(), before);
  const auto index = scene().picture().excerpt.find(owner);
  ASSERT_TRUE(index);
  EXPECT_LT(scene().picture().excerpt.nodes[*index].hiddenAfter, hidden);
}

TEST_F(Graph, SearchFindsByName) {
  open("dialplans/preferred-architecture");
  auto* search = view_.findChild<QLineEdit*>("graphSearch");
  search->setText("rl_pstn");
  QTest::keyClick(search, Qt::Key_Return);
  const auto node = scene().nodeAt(scene().selected());
  ASSERT_TRUE(node);
  EXPECT_EQ(wordsOf(plan(), *node).name, "RL_PSTN");
  search->setText("no such thing");
  QTest::keyClick(search, Qt::Key_Return);
  EXPECT_TRUE(sentence().contains("no such thing"));
}

TEST_F(Graph, LoopsAreMarked) {
  open("dialplans/loop.xml");
  dial("6001");
  EXPECT_TRUE(scene().spoken(elementOf("6XXX")).contains("loop"));
  EXPECT_FALSE(scene().spoken(elementOf("Internal")).contains("loop"));
}

TEST_F(Graph, APlanReadAgainForgetsItsNodes) {
  open("dialplans/loop.xml");
  view_.lookAt({NodeKind::Partition, 2});
  open("dialplans/bang.xml");
  EXPECT_EQ(scene().picture().workspace, session_.plan().workspace);
  for (int i = 0; i < scene().elementCount(); ++i) {
    if (const auto node = scene().nodeAt(i)) {
      EXPECT_FALSE(wordsOf(plan(), *node).name.isEmpty());
    }
  }
}

TEST_F(Graph, AScreenReaderMeetsAListOfNodes) {
  open("dialplans/two-tier.xml");
  dial("911");
  QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&view_.canvas());
  ASSERT_NE(list, nullptr);
  EXPECT_EQ(list->role(), QAccessible::List);
  ASSERT_EQ(list->childCount(), scene().elementCount());
  for (int i = 0; i < list->childCount(); ++i) {
    QAccessibleInterface* child = list->child(i);
    ASSERT_NE(child, nullptr);
    EXPECT_EQ(child->text(QAccessible::Name), scene().title(i));
    EXPECT_EQ(child->text(QAccessible::Description), scene().spoken(i));
    EXPECT_EQ(list->indexOfChild(child), i);
    EXPECT_FALSE(child->rect().isEmpty());
  }
  view_.canvas().select(2);
  EXPECT_EQ(list->focusChild(), list->child(2));
}

TEST_F(Graph, NamesForTheSearchField) {
  open("dialplans/preferred-architecture");
  const auto graph = question::planGraph(plan());
  const auto nodes = namedNodes(graph);
  EXPECT_GT(nodes.size(), 50U);
  EXPECT_TRUE(findNode(plan(), nodes, "usemergency"));
  EXPECT_EQ(findNode(plan(), nodes, "usemergency"), findNode(plan(), nodes, "USEmergency"));
  EXPECT_FALSE(findNode(plan(), nodes, "nothing of the kind"));
}

}  // namespace
}  // namespace dialscope::gui
