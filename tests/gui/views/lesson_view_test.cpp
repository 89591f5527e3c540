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
  QString words(const char* name) {
    auto* label = find<QLabel>(name);
    return label ? label->text() : QString();
  }

  ReplaySession session_;
  QUndoStack changes_;
  PlanEditor editor_{session_, changes_};
  LessonView view_{session_, QString::fromStdString(test::inRepository("dialplans")),
                   [this](const workspace::SuggestedChange& change) {
                     std::vector<std::pair<std::string, std::string>> fields;
                     for (const auto& [field, value] : change.changes) fields.emplace_back(field, value);
                     return editor_.setFields(change.pattern, fields, QStringLiteral("change"));
                   }};
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
  ASSERT_TRUE(QTest::qWaitFor([&] { return !session_.playing(); }, 20'000));
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
  session_.open(0, {QString::fromStdString(test::inRepository("dialplans/e164.xml"))});
  ASSERT_TRUE(test::becomesIdle(session_));
  session_.setRequest({.searchSpaces = {"Seattle-National"}, .digits = "4001"});
  session_.setLanes({{0, routing::DialMode::DigitByDigit}, {0, routing::DialMode::Bloc}});
  const SharedWorkspace before = session_.plan().workspace;
  session_.replaceWorkspace(0, before, true);
  view_.openLesson(QStringLiteral("bang"));
  guess(2);
  EXPECT_NE(session_.plan().workspace, before);
  view_.leave();
  EXPECT_EQ(session_.plan().workspace, before);
  EXPECT_TRUE(session_.plan().modified);
  EXPECT_EQ(session_.request().digits, "4001");
  EXPECT_EQ(session_.laneCount(), 2U);
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
