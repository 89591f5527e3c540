// Lessons as a learner meets them: read, guess, play, change one thing, go on.
#include "gui/views/lesson_view.h"

#include "gui/models/plan_editor.h"
#include "tests/gui/waiting.h"
#include "tests/support/files.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace dialscope::gui {
namespace {

class LessonViewTest : public testing::Test {
 protected:
  LessonViewTest() {
    view_.resize(1200, 900);
    view_.show();
  }

  template <class Widget>
  Widget* find(const char* name) {
    // Those of an earlier page are gone only when the event loop comes round.
    for (Widget* one : view_.findChildren<Widget*>(QLatin1String(name))) {
      if (one->isVisible()) return one;
    }
    return nullptr;
  }
  void click(const char* name) {
    auto* button = find<QAbstractButton>(name);
    ASSERT_NE(button, nullptr) << name;
    button->click();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::processEvents();
  }
  void guess(int choice) {
    click(QStringLiteral("choice-%1").arg(choice).toLatin1().constData());
    click("lesson-guess");
  }
  /// A plan of one's own with a change in it, looked at in the middle of a call.
  void openAndChange() {
    session_.open(0, {QString::fromStdString(test::inRepository("dialplans/e164.xml"))});
    ASSERT_TRUE(test::becomesIdle(session_));
    session_.setRequest({.searchSpaces = {"Seattle-National"}, .digits = "4001"});
    session_.setLanes({{0, routing::DialMode::DigitByDigit}, {0, routing::DialMode::Bloc}});
    ASSERT_FALSE(
        editor_.setFields("\\+!@PSTN-International", {{"patternUrgency", "true"}}, QStringLiteral("urgent")));
    session_.setStep(2);
  }
  QString words(const char* name) {
    auto* label = find<QLabel>(name);
    return label ? label->text() : QString();
  }

  ReplaySession session_;
  PlanEditor editor_{session_};
  LessonView view_{editor_, QString::fromStdString(test::inRepository("dialplans"))};
};

TEST_F(LessonViewTest, KeepsTheWayOnClosedUntilAGuessIsMade) {
  ASSERT_TRUE(view_.openLesson(QStringLiteral("seven-hundred")));
  ASSERT_NE(find<QAbstractButton>("lesson-next"), nullptr);
  EXPECT_FALSE(find<QAbstractButton>("lesson-next")->isEnabled());
  EXPECT_FALSE(find<QAbstractButton>("lesson-guess")->isEnabled());
  EXPECT_EQ(find<QAbstractButton>("lesson-play"), nullptr);
  EXPECT_EQ(session_.request().digits, "") << "nothing in the window gives the answer away";
  click("choice-1");
  EXPECT_FALSE(find<QAbstractButton>("lesson-next")->isEnabled()) << "a choice is no guess yet";
  click("lesson-guess");
  EXPECT_TRUE(find<QAbstractButton>("lesson-next")->isEnabled());
  EXPECT_FALSE(find<QAbstractButton>("choice-2")->isEnabled()) << "a guess is made once";
}

// What the whole thing is for: why the fifth digit was never heard.
TEST_F(LessonViewTest, ShowsWhyTheFifthDigitWasNeverHeard) {
  view_.openLesson(QStringLiteral("seven-hundred"));
  guess(1);
  EXPECT_TRUE(words("lesson-verdict").contains(QStringLiteral("Not so")));
  EXPECT_TRUE(words("lesson-verdict").contains(QStringLiteral("2, was never heard")));
  EXPECT_EQ(session_.request().digits, "70012");
  EXPECT_EQ(session_.step(), 0);
  session_.setSpeed(8);
  click("lesson-play");
  ASSERT_TRUE(test::eventually([&] { return !session_.playing(); }));
  EXPECT_EQ(session_.step(), session_.stepCount() - 1);
  EXPECT_TRUE(words("lesson-now").contains(QStringLiteral("7XXX is urgent")))
      << words("lesson-now").toStdString();
  click("lesson-next");
  EXPECT_EQ(view_.question(), 1U);
  guess(2);
  EXPECT_TRUE(words("lesson-verdict").contains(QStringLiteral("That is it")));
}

TEST_F(LessonViewTest, EveryShippedQuestionCanBeAnswered) {
  for (std::size_t row = 0; row < view_.book().size(); ++row) {
    view_.openLesson(row);
    for (std::size_t question = 0; question < view_.book().lesson(row).questions.size(); ++question) {
      ASSERT_EQ(view_.question(), question);
      guess(1);
      ASSERT_TRUE(view_.book().guess(row, question)) << view_.book().lesson(row).name;
      ASSERT_TRUE(session_.answer().trace);
      if (question + 1 < view_.book().lesson(row).questions.size()) click("lesson-next");
    }
  }
}

// Each suggestion is worth making: the answer, or its wait, is another one then.
TEST_F(LessonViewTest, EverySuggestedChangeChangesTheAnswer) {
  const auto told = [&] {
    const routing::Trace& trace = *session_.answer().trace;
    const auto& plan = session_.plan().workspace->plan();
    return std::tuple(
        trace.fate, trace.unused, trace.waited, trace.last().called.text(), trace.target.device,
        trace.last().entry ? at(plan.entries, *trace.last().entry).pattern.text : std::string());
  };
  std::size_t changes = 0;
  for (std::size_t row = 0; row < view_.book().size(); ++row) {
    view_.openLesson(row);
    for (std::size_t question = 0; question < view_.book().lesson(row).questions.size(); ++question) {
      guess(1);
      const auto before = told();
      const auto& suggested = view_.book().lesson(row).questions[question].changes;
      for (std::size_t i = 0; i < suggested.size(); ++i, ++changes) {
        click(QStringLiteral("change-%1").arg(i + 1).toLatin1().constData());
        session_.pause();
        ASSERT_TRUE(session_.answer().trace);
        EXPECT_NE(told(), before) << suggested[i].text;
        EXPECT_EQ(session_.plan().modified, !suggested[i].pattern.empty()) << suggested[i].text;
      }
      if (question + 1 < view_.book().lesson(row).questions.size()) click("lesson-next");
    }
  }
  EXPECT_GT(changes, 12U);
}

TEST_F(LessonViewTest, LeavingBringsBackWhatWasOpen) {
  openAndChange();
  const SharedWorkspace before = session_.plan().workspace;
  view_.openLesson(QStringLiteral("bang"));
  EXPECT_FALSE(editor_.changes().canUndo()) << "a step of another plan";
  guess(2);
  EXPECT_NE(session_.plan().workspace, before);
  click("change-1");
  view_.leave();
  EXPECT_EQ(session_.plan().workspace, before);
  EXPECT_TRUE(session_.plan().modified);
  EXPECT_EQ(session_.request().digits, "4001");
  EXPECT_EQ(session_.laneCount(), 2U);
  EXPECT_EQ(session_.step(), 2);
  editor_.changes().undo();
  EXPECT_FALSE(session_.plan().modified) << "it is as it was read";
  editor_.changes().redo();
  EXPECT_TRUE(session_.plan().modified);
}

TEST_F(LessonViewTest, ALessonThatIsSavedGivesThePlanBackToo) {
  openAndChange();
  const SharedWorkspace before = session_.plan().workspace;
  view_.openLesson(QStringLiteral("bang"));
  const QTemporaryDir folder;
  ASSERT_FALSE(editor_.save(folder.filePath(QStringLiteral("mine.xml"))));
  EXPECT_TRUE(view_.ownsPlan());
  view_.openLesson(QStringLiteral("two-tier"));
  view_.leave();
  EXPECT_FALSE(view_.ownsPlan());
  EXPECT_EQ(session_.plan().workspace, before);
  EXPECT_TRUE(session_.plan().modified);
  EXPECT_EQ(session_.plan().paths.size(), 1);
  EXPECT_TRUE(session_.plan().paths.front().endsWith(QStringLiteral("e164.xml")));
}

// A large plan is made anew in the background: what is on its way when the lesson is opened comes all the same.
TEST_F(LessonViewTest, AChangeThatWasOnItsWayIsNotLost) {
  std::string text =
      "<dialPlan><routePartition><name>P</name></routePartition><css><name>C</name><clause>P</clause></css>";
  for (int i = 0; i < 2500; ++i) {
    text += "<line><pattern>" + std::to_string(3000 + i) +
            "</pattern><routePartitionName>P</routePartitionName></line>";
  }
  auto large = workspace::Workspace::openText("large.xml", text + "</dialPlan>");
  ASSERT_TRUE(large);
  session_.adopt(0, std::make_shared<const workspace::Workspace>(std::move(*large)), "large.xml");
  ASSERT_TRUE(test::becomesIdle(session_));
  ASSERT_FALSE(editor_.remove(editor_.recordCount() - 1));
  EXPECT_FALSE(editor_.settled());
  view_.openLesson(QStringLiteral("bang"));
  view_.leave();
  ASSERT_TRUE(test::becomesIdle(session_));
  EXPECT_EQ(session_.plan().workspace->plan().entries.size(), 2499U);
  EXPECT_TRUE(session_.plan().modified);
}

TEST_F(LessonViewTest, GivenTheFocusItOpensNothing) {
  view_.findChild<QListView*>(QStringLiteral("lesson-list"))->setFocus();
  QCoreApplication::processEvents();
  EXPECT_EQ(session_.plan().workspace, nullptr);
}

TEST_F(LessonViewTest, NamesItsControlsForAScreenReader) {
  view_.openLesson(QStringLiteral("seven-hundred"));
  EXPECT_EQ(find<QAbstractButton>("choice-1")->accessibleName(),
            QStringLiteral("700XX: it is the only pattern that matches all five digits"));
  guess(1);
  for (QAbstractButton* button : view_.findChildren<QAbstractButton*>()) {
    if (!button->isVisible() || button->objectName().startsWith(QLatin1String("qt_"))) continue;
    EXPECT_FALSE(button->accessibleName().isEmpty() && button->text().isEmpty())
        << button->objectName().toStdString();
  }
  QSignalSpy wanted(&view_, &LessonView::ruleWanted);
  click("rule-DA-33");
  ASSERT_EQ(wanted.count(), 1);
  EXPECT_EQ(wanted[0][0].toString(), QStringLiteral("DA-33"));
}

}  // namespace
}  // namespace dialscope::gui
