// Compare as a user drives it.
#include "gui/views/compare_view.h"

#include "gui/models/compare_model.h"
#include "tests/gui/waiting.h"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTableView>

namespace dialscope::gui {
namespace {

using routing::DialMode;

class Comparing : public ::testing::Test {
 protected:
  void show() {
    view_.resize(1200, 800);
    view_.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&view_));
  }

  void open(std::size_t slot, const char* path) {
    session_.open(slot, {QString::fromLatin1(path)});
    ASSERT_TRUE(test::becomesIdle(session_));
  }

  void settle() {
    ASSERT_TRUE(test::becomesIdle(session_));
    ASSERT_TRUE(test::eventually([&] { return !view_.running(); }));
  }

  QString words(const char* name) { return view_.findChild<QLabel*>(QLatin1String(name))->text(); }
  QString fact(int row, int side) {
    return words(QStringLiteral("compare-fact-%1-%2").arg(row).arg(side).toLatin1().constData());
  }
  template <class Control>
  Control* control(const char* name) {
    return view_.findChild<Control*>(QLatin1String(name));
  }

  ReplaySession session_;
  CompareView view_{session_};
};

TEST_F(Comparing, TwoModesOfOnePlanAtFirst) {
  open(0, "dialplans/seven-hundred.xml");
  const std::vector<Lane> before = session_.lanes();
  show();
  session_.setRequest({.searchSpaces = {"Phones"}, .digits = "70012"});
  settle();
  EXPECT_EQ(session_.lanes(), (std::vector<Lane>{{0, DialMode::DigitByDigit}, {0, DialMode::Bloc}}));
  EXPECT_EQ(words("compare-sentence"), session_.divergence().sentence);
  EXPECT_FALSE(words("compare-sentence").isEmpty());
  EXPECT_EQ(fact(1, 1), "7XXX in Internal");
  EXPECT_EQ(fact(1, 2), "700XX in Internal");
  EXPECT_EQ(fact(5, 1), "2");
  EXPECT_EQ(fact(5, 2), "–");
  view_.hide();
  EXPECT_EQ(session_.lanes(), before) << "the replay has its own lanes again";
}

TEST_F(Comparing, ASecondPlan) {
  open(0, "dialplans/two-tier.xml");
  open(1, "dialplans/bang.xml");
  show();
  EXPECT_EQ(session_.lanes(), (std::vector<Lane>{{0, DialMode::DigitByDigit}, {1, DialMode::DigitByDigit}}));
  EXPECT_EQ(control<QComboBox>("compare-plan-1")->currentText(), "A: two-tier.xml");
  EXPECT_EQ(control<QComboBox>("compare-plan-2")->currentText(), "B: bang.xml");
}

TEST_F(Comparing, AChoiceOfModeIsALane) {
  open(0, "dialplans/seven-hundred.xml");
  show();
  auto* mode = control<QComboBox>("compare-mode-2");
  mode->setCurrentIndex(2);
  Q_EMIT mode->activated(2);
  EXPECT_EQ(session_.lanes()[1].mode, DialMode::BlocWait);
}

TEST_F(Comparing, AStringOfTheListIsLoadedByAClick) {
  open(0, "dialplans/seven-hundred.xml");
  show();
  session_.setRequest({.searchSpaces = {"Phones"}});
  control<QPlainTextEdit>("compare-pasted")->setPlainText("7112\n70012\n");
  ASSERT_TRUE(test::eventually([&] { return view_.strings().rowCount() == 2; }));
  settle();
  EXPECT_EQ(words("compare-count"), "1 of 2 strings differ. Click one to see its call.");
  auto* table = control<QTableView>("compare-table");
  const QRect cell = table->visualRect(table->model()->index(1, CompareModel::First));
  QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, cell.center());
  settle();
  EXPECT_EQ(session_.request().digits, "70012");
  ASSERT_TRUE(session_.divergence().step);
  EXPECT_EQ(session_.step(), *session_.divergence().step) << "looked at where the two part";
}

TEST_F(Comparing, ARefusedNumberIsExplained) {
  open(0, "dialplans/seven-hundred.xml");
  show();
  session_.setRequest({.searchSpaces = {"No such"}, .digits = "7"});
  settle();
  EXPECT_TRUE(words("compare-sentence").contains("No such")) << words("compare-sentence").toStdString();
}

TEST_F(Comparing, EveryControlHasAName) {
  open(0, "dialplans/seven-hundred.xml");
  show();
  for (const char* name : {"compare-plan-1", "compare-plan-2", "compare-mode-1", "compare-mode-2",
                           "compare-pasted", "compare-table"}) {
    EXPECT_FALSE(control<QWidget>(name)->accessibleName().isEmpty()) << name;
  }
}

}  // namespace
}  // namespace dialscope::gui
