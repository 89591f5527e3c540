#include "gui/views/what_if_panel.h"

#include "gui/models/plan_editor.h"
#include "tests/gui/waiting.h"
#include "tests/support/files.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QListWidget>
#include <QSignalSpy>

namespace dialscope::gui {
namespace {

class WhatIf : public testing::Test {
 protected:
  void open(const char* plan, workspace::CallRequest request) {
    session_.open(0, {QString::fromStdString(test::inRepository(std::string("dialplans/") + plan))});
    ASSERT_TRUE(test::becomesIdle(session_));
    session_.setRequest(std::move(request), Look::AtEnd);
    panel_.show();
  }
  template <class Widget>
  Widget* find(const QString& name) {
    return panel_.findChild<Widget*>(name);
  }
  void click(const char* name) {
    auto* button = find<QAbstractButton>(name);
    ASSERT_NE(button, nullptr) << name;
    button->click();
  }
  const routing::Trace& trace() const { return *session_.answer().trace; }

  ReplaySession session_;
  PlanEditor editor_{session_};
  WhatIfPanel panel_{editor_};
};

TEST_F(WhatIf, UrgencyIsUntickedAndTickedAgain) {
  open("seven-hundred.xml", {.searchSpaces = {"Phones"}, .digits = "70012"});
  EXPECT_EQ(trace().unused, "2");
  click("what-if-patternUrgency-7XXX in Internal");
  EXPECT_EQ(trace().unused, "");
  EXPECT_TRUE(find<QLabel>("what-if-modified")->text().contains("modified"));
  click("what-if-undo");
  EXPECT_EQ(trace().unused, "2");
  EXPECT_EQ(find<QLabel>("what-if-modified")->text(), "");
  click("what-if-redo");
  EXPECT_EQ(trace().unused, "");
}

// The list is made anew, in another order: what is pressed twice is the same box.
TEST_F(WhatIf, TheFocusStaysWithThePattern) {
  open("seven-hundred.xml", {.searchSpaces = {"Phones"}, .digits = "70012"});
  panel_.activateWindow();
  ASSERT_TRUE(QTest::qWaitForWindowActive(&panel_));
  const QString name = "what-if-patternUrgency-7XXX in Internal";
  find<QWidget>(name)->setFocus();
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
  EXPECT_EQ(trace().unused, "");
  QCoreApplication::processEvents();  // the box that is there now is shown by the next event
  ASSERT_EQ(QApplication::focusWidget()->objectName(), name);
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
  QCoreApplication::processEvents();
  EXPECT_EQ(trace().unused, "2");
  EXPECT_EQ(QApplication::focusWidget()->objectName(), name);
}

TEST_F(WhatIf, TheTwoTiersCanBeMendedInTwoWays) {
  open("two-tier.xml", {.searchSpaces = {"Phones"}, .digits = "911"});
  EXPECT_EQ(trace().waited, milliseconds(15'000));
  click("what-if-dontWaitForIDTOnSubsequentHops-911 in Emergency");
  EXPECT_EQ(trace().waited, milliseconds(0));
  click("what-if-undo");
  click("what-if-patternUrgency-! in Outside");
  EXPECT_EQ(trace().waited, milliseconds(0));
}

TEST_F(WhatIf, TimerGapAndModeAreTheCalls) {
  open("two-tier.xml", {.searchSpaces = {"Phones"}, .digits = "911"});
  find<QDoubleSpinBox>("what-if-t302")->setValue(5);
  EXPECT_EQ(trace().waited, milliseconds(5000));
  find<QDoubleSpinBox>("what-if-gap")->setValue(2);
  EXPECT_EQ(trace().decidedAt, milliseconds(9000));
  click("what-if-t302-back");
  EXPECT_EQ(trace().waited, milliseconds(15'000));
  auto* mode = find<QComboBox>("what-if-mode");
  Q_EMIT mode->activated(1);
  EXPECT_EQ(trace().waited, milliseconds(0));
  EXPECT_EQ(mode->currentIndex(), 1);
  EXPECT_FALSE(session_.plan().modified);
}

TEST_F(WhatIf, AssumptionsAreReadTheOtherWay) {
  open("e164.xml", {.searchSpaces = {"Seattle-International"}, .digits = "901149301234"});
  EXPECT_TRUE(find<QLabel>("what-if-assumed")->text().contains("DA-56"));
  auto* late = find<QComboBox>("assume-late-digits");
  ASSERT_NE(late, nullptr);
  Q_EMIT late->activated(1);
  EXPECT_EQ(session_.request().assume, std::vector<std::string>{"late-digits=drop"});
  EXPECT_EQ(trace().last().called.text(), "+4");
  EXPECT_EQ(late->currentIndex(), 1);
  editor_.changes().undo();
  EXPECT_TRUE(session_.request().assume.empty());
  EXPECT_EQ(late->currentIndex(), 0);
}

TEST_F(WhatIf, TheSearchOrderIsChanged) {
  open("tie-by-partition.xml", {.searchSpaces = {"Sales-First"}, .digits = "1000"});
  const auto order = [&] {
    auto* list = find<QListWidget>("what-if-order-Sales-First");
    QStringList names;
    for (int i = 0; list != nullptr && i < list->count(); ++i) names.append(list->item(i)->text());
    return names;
  };
  EXPECT_EQ(order(), (QStringList{"Sales", "Support"}));
  click("what-if-down-Sales-First");
  EXPECT_EQ(order(), (QStringList{"Support", "Sales"}));
  EXPECT_EQ(find<QListWidget>("what-if-order-Sales-First")->currentItem()->text(), "Sales")
      << "it stays selected";
  click("what-if-undo");
  EXPECT_EQ(order(), (QStringList{"Sales", "Support"}));
}

TEST_F(WhatIf, RestsWithoutAPlan) { EXPECT_FALSE(panel_.isEnabled()); }

}  // namespace
}  // namespace dialscope::gui
