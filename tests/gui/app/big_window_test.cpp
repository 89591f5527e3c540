// The whole window on a plan of 100 000 patterns in one search space: whatever is done, what follows from it comes, and the
// longest turn of the event loop on the way is told (turns.h).
#include "gui/app/look.h"
#include "gui/app/main_window.h"
#include "gui/models/compare_model.h"
#include "gui/models/plan_tree.h"
#include "gui/models/replay_session.h"
#include "gui/views/compare_view.h"
#include "gui/views/graph_view.h"
#include "tests/bench/plan_text.h"
#include "tests/bench/workload.h"
#include "tests/gui/turns.h"
#include "tests/gui/waiting.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

namespace dialscope::gui {
namespace {

using test::Turns;

constexpr std::size_t kPatterns = 100'000;

class BigWindow : public ::testing::Test {
 protected:
  // One plan and one window for all that is done in it: opening is part of it.
  void SetUp() override {
    rememberDesktop();
    setTypeScale(1);
    plan_ = bench::makeSearchList(kPatterns);
    path_ = folder_.filePath(QStringLiteral("large.xml"));
    QFile file(path_);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(bench::writeDialPlan(plan_).c_str());
    file.close();
    window_ = std::make_unique<MainWindow>(session_, nullptr);
    window_->resize(1400, 900);
    window_->QWidget::show();
    window_->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window_.get()));
  }

  template <class T>
  T* find(const char* name) {
    for (T* one : window_->findChildren<T*>(QString::fromLatin1(name))) {
      if (one->isVisible()) return one;
    }
    ADD_FAILURE() << name;
    return nullptr;
  }

  bool settled() {
    return test::eventually([&] { return !session_.busy() && !window_->findChild<PlanTree*>()->busy(); });
  }

  /// Does something, waits for what follows from it, and tells the longest turn.
  template <class Work>
  void during(const char* what, const Work& work) {
    Turns::reset();
    const double direct = test::timed(work);
    ASSERT_TRUE(settled()) << what;
    test::settle(*window_);
    const bool itself = direct >= Turns::longest();
    test::tellTime(what, std::max(direct, Turns::longest()), itself ? QString() : Turns::longestWas());
  }

  QTemporaryDir folder_;
  plan::Plan plan_;
  QString path_;
  ReplaySession session_;
  std::unique_ptr<MainWindow> window_;
};

TEST_F(BigWindow, DoesAllThatIsAsked) {
  during("start", [] {});
  during("open", [&] { window_->open({path_}); });
  ASSERT_TRUE(session_.plan().workspace);
  ASSERT_EQ(session_.plan().workspace->plan().entries.size(), kPatterns);

  during("dial",
         [&] { session_.setRequest({.searchSpaces = {bench::kEveryone}, .digits = "918005551234"}); });
  ASSERT_TRUE(session_.answer().trace);
  during("both lanes", [&] {
    session_.setLanes({{0, routing::DialMode::DigitByDigit}, {0, routing::DialMode::Bloc}});
  });
  for (int step = 0; step < session_.stepCount(); ++step) during("step", [&] { session_.setStep(step); });
  during("step to the first key", [&] { session_.setStep(1); });
  auto* filter = find<QLineEdit>("candidates-filter");
  filter->setFocus();
  for (const char key : {'9', '1', '8'}) during("filter candidates", [&] { QTest::keyClick(filter, key); });
  filter->clear();
  auto* whyNot = find<QLineEdit>("why-not");
  whyNot->setFocus();
  for (const char key : {'9', '.', '0', '1', '1', '!'})
    during("why not", [&] { QTest::keyClick(whyNot, key); });
  auto* timer = find<QDoubleSpinBox>("what-if-t302");
  during("what if T302", [&] { timer->stepBy(-3); });

  during("graph", [&] {
    auto* tabs = find<QTabWidget>("replay-tabs");
    tabs->setCurrentWidget(window_->findChild<GraphView*>());
  });
  auto* graph = window_->findChild<GraphView*>();
  during("graph of a partition", [&] { graph->lookAt({question::NodeKind::Partition, 1}); });
  during("graph of the plan", [&] { graph->showPlan(); });
  during("find in the graph", [&] {
    auto* field = find<QLineEdit>("graphSearch");
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("9.0"));
  });

  during("author", [&] { window_->show(Perspective::Author); });
  auto* tree = find<QTreeView>("author-tree");
  auto* model = window_->findChild<PlanTree*>();
  const auto largest = [&] {
    const QModelIndex partitions = model->index(PlanTree::Partitions, 0);
    QModelIndex most = model->index(0, 0, partitions);
    for (int row = 0; row < model->rowCount(partitions); ++row) {
      const QModelIndex one = model->index(row, 0, partitions);
      if (model->rowCount(one) > model->rowCount(most)) most = one;
    }
    return most;
  };
  during("unfold the largest partition", [&] { tree->expand(largest()); });
  during("scroll to its end", [&] { tree->scrollToBottom(); });
  auto* treeFilter = find<QLineEdit>("author-filter");
  treeFilter->setFocus();
  for (const char key : {'9', '0', '1', '1'})
    during("filter the tree", [&] { QTest::keyClick(treeFilter, key); });
  during("no filter", [&] { treeFilter->clear(); });
  during("choose a pattern", [&] { tree->setCurrentIndex(model->index(7, 0, largest())); });
  during("edit the pattern", [&] {
    auto* field = find<QLineEdit>("field-pattern");
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("4711"));
    QTest::keyClick(field, Qt::Key_Return);
  });
  EXPECT_EQ(session_.plan().workspace->plan().findEntries("4711").empty(), false);
  EXPECT_TRUE(session_.plan().modified);
  during("undo", [&] { QTest::keyClick(window_.get(), Qt::Key_Z, Qt::ControlModifier); });
  during("redo", [&] { QTest::keyClick(window_.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); });
  during("delete", [&] { find<QAbstractButton>("author-delete")->click(); });
  EXPECT_EQ(session_.plan().workspace->plan().entries.size(), kPatterns - 1);

  during("compare", [&] { window_->show(Perspective::Compare); });
  QStringList strings;
  for (const DigitString& dialed : bench::makeDialedStrings(plan_, CompareModel::kMostStrings + 5))
    strings.append(QString::fromUtf8(dialed.text().data(), static_cast<qsizetype>(dialed.size())));
  auto* compare = window_->findChild<CompareView*>();
  during("many strings", [&] { compare->setStrings(strings); });
  ASSERT_TRUE(test::eventually([&] { return !compare->running(); }, std::chrono::minutes{5}));
  during("their answers", [] {});
  during("replay", [&] { window_->show(Perspective::Replay); });
  during("close", [&] { session_.close(0); });
}

}  // namespace
}  // namespace dialscope::gui
