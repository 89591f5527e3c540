// The window as a user drives it: keys, clicks, files. What its panels say about calls is compared with the command line in
// tests/gui/models.
#include "gui/app/main_window.h"

#include "gui/app/call_bar.h"
#include "gui/app/export.h"
#include "gui/app/look.h"
#include "gui/app/replay_page.h"
#include "gui/app/shortcut_guard.h"
#include "gui/app/shortcut_sheet.h"
#include "gui/app/welcome.h"
#include "gui/models/candidate_model.h"
#include "gui/models/replay_session.h"
#include "gui/views/explanation.h"
#include "gui/views/rule_reader.h"
#include "gui/views/timeline_view.h"
#include "tests/gui/waiting.h"
#include "tests/support/files.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <set>

namespace dialscope::gui {
namespace {

QString plan(const char* name) { return QStringLiteral("dialplans/%1").arg(QLatin1String(name)); }

class Window : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    rememberDesktop();
    static ShortcutGuard guard;
    qApp->installEventFilter(&guard);
  }

  void SetUp() override {
    setColourScheme(ColourScheme::Light);
    setTypeScale(1);
    window_ = std::make_unique<MainWindow>(session_, nullptr);
    window_->QWidget::show();
    window_->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window_.get()));
  }

  void open(const QString& path, const char* css = "Phones", const char* digits = "") {
    session_.setLanes({{0, routing::DialMode::DigitByDigit}, {0, routing::DialMode::Bloc}});
    session_.setRequest({.searchSpaces = {css}, .digits = digits});
    window_->open({path});
    ASSERT_TRUE(test::becomesIdle(session_));
    focusTimeline();
  }

  void focusTimeline() { find<TimelineView>("timeline")->setFocus(); }

  template <class T>
  T* find(const char* name) {
    const auto all = window_->findChildren<T*>(QString::fromLatin1(name));
    EXPECT_FALSE(all.isEmpty()) << name;
    // Perspectives share some panels: the one that is seen is meant.
    for (T* one : all) {
      if (one->isVisible()) return one;
    }
    return all.isEmpty() ? nullptr : all.front();
  }

  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QWidget* target = QApplication::focusWidget() ? QApplication::focusWidget() : window_.get();
    QTest::keyClick(target, key, modifiers);
  }

  void type(const char* keys) {
    QWidget* target = QApplication::focusWidget() ? QApplication::focusWidget() : window_.get();
    for (const char* key = keys; *key != 0; ++key) QTest::keyClick(target, *key);
  }

  std::string dialed() const { return session_.request().digits; }

  ReplaySession session_;
  std::unique_ptr<MainWindow> window_;
};

TEST_F(Window, ANewcomerSeesLessonsAndNoPhone) {
  EXPECT_TRUE(find<QWidget>("welcome")->isVisible());
  EXPECT_FALSE(find<QWidget>("call-bar")->isVisible());
  type("7");
  EXPECT_EQ(dialed(), "") << "a phone that is not there has been dialed on";
}

TEST_F(Window, EveryLessonOpensAndHasAnAnswer) {
  for (const LessonCall& lesson : lessonCalls()) {
    SCOPED_TRACE(lesson.file);
    window_->openLesson(lesson);
    ASSERT_TRUE(test::becomesIdle(session_));
    ASSERT_NE(session_.answer(0).trace, nullptr);
    ASSERT_NE(session_.answer(1).trace, nullptr);
    EXPECT_EQ(session_.step(), 0);
    EXPECT_TRUE(find<QWidget>("replay")->isVisible());
  }
}

TEST_F(Window, ALessonIsOneClickAway) {
  QTest::mouseClick(find<QAbstractButton>("lesson-seven-hundred"), Qt::LeftButton);
  ASSERT_TRUE(test::becomesIdle(session_));
  EXPECT_EQ(dialed(), "70012");
  ASSERT_TRUE(session_.divergence().step);
}

TEST_F(Window, KeysDialWhereNoTextFieldHasTheFocus) {
  open(plan("seven-hundred.xml"));
  type("70012");
  EXPECT_EQ(dialed(), "70012");
  EXPECT_EQ(find<QLineEdit>("dial-field")->text(), QStringLiteral("70012"));
  press(Qt::Key_Backspace);
  EXPECT_EQ(dialed(), "7001");
  type("*#+");
  EXPECT_EQ(dialed(), "7001*#+");
}

TEST_F(Window, ATextFieldKeepsItsLetters) {
  open(plan("seven-hundred.xml"), "Phones", "70012");
  press(Qt::Key_F, Qt::ControlModifier);
  auto* filter = find<QLineEdit>("candidates-filter");
  ASSERT_TRUE(filter->hasFocus());
  type("700TMD");
  EXPECT_EQ(filter->text(), QStringLiteral("700TMD"));
  EXPECT_EQ(dialed(), "70012");
  press(Qt::Key_Home);
  EXPECT_EQ(filter->cursorPosition(), 0) << "Home has left the field";
}

TEST_F(Window, TheSpaceBarPressesTheButtonThatHasTheFocus) {
  open(plan("seven-hundred.xml"), "Phones", "70");
  auto* key = find<QAbstractButton>("phone-key-5");
  key->setFocus();
  press(Qt::Key_Space);
  EXPECT_EQ(dialed(), "705");
  EXPECT_FALSE(session_.playing());
  focusTimeline();
  press(Qt::Key_Home);
  press(Qt::Key_Space);
  EXPECT_TRUE(session_.playing());
  press(Qt::Key_Space);
  EXPECT_FALSE(session_.playing());
}

TEST_F(Window, LettersOfThePhoneAreClicked) {
  open(plan("seven-hundred.xml"));
  type("A");
  EXPECT_EQ(dialed(), "");
  for (const char* name : {"phone-key-A", "phone-key-B", "phone-key-C", "phone-key-D", "phone-key-+"}) {
    QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton);
  }
  EXPECT_EQ(dialed(), "ABCD+");
}

TEST_F(Window, StepsByKeys) {
  open(plan("seven-hundred.xml"), "Phones", "70012");
  press(Qt::Key_Home);
  EXPECT_EQ(session_.step(), 0);
  press(Qt::Key_Right);
  press(Qt::Key_Right);
  EXPECT_EQ(session_.step(), 2);
  press(Qt::Key_Left);
  EXPECT_EQ(session_.step(), 1);
  press(Qt::Key_End);
  EXPECT_EQ(session_.step(), session_.stepCount() - 1);
  press(Qt::Key_Home);
  press(Qt::Key_D);
  EXPECT_EQ(session_.step(), *session_.divergence().step);
  press(Qt::Key_M);
  EXPECT_EQ(session_.laneCount(), 1U);
  press(Qt::Key_BracketRight);
  EXPECT_EQ(session_.speed(), 2);
}

TEST_F(Window, TheTimerRunsOutByAKey) {
  open(plan("closest-match.xml"), "Phones", "1311");
  press(Qt::Key_T);
  EXPECT_EQ(dialed(), "1311T");
  EXPECT_TRUE(session_.view().settled);
}

TEST_F(Window, TheShowCaseSaysWhatWasNeverHeard) {
  open(plan("seven-hundred.xml"), "Phones", "70012");
  press(Qt::Key_End);
  EXPECT_TRUE(find<QLabel>("candidates-title-1")->text().contains(QStringLiteral("never heard")));
  EXPECT_EQ(find<QLabel>("why-divergence")->text(), session_.divergence().sentence);
  EXPECT_TRUE(
      find<QWidget>("phone-display")->accessibleDescription().contains(QStringLiteral("never heard 2")));
}

TEST_F(Window, AClickOnAKeysCellGoesThere) {
  open(plan("seven-hundred.xml"), "Phones", "70012");
  press(Qt::Key_End);
  auto* table = find<QAbstractItemView>("candidates-table-1");
  const QModelIndex cell = table->model()->index(0, CandidateModel::FirstKey + 1);
  const int step = cell.data(CandidateModel::StepRole).toInt();
  QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(cell).center());
  EXPECT_EQ(session_.step(), step);
  EXPECT_EQ(session_.view().heard, QStringLiteral("70"));
}

TEST_F(Window, WhyNotIsAnsweredByTheEngineAndShownInTheTable) {
  open(plan("emergency.xml"), "Phones", "911");
  const auto& workspace = *session_.plan().workspace;
  const auto& outside = workspace.plan().entries.back();
  auto* field = find<QLineEdit>("why-not");
  field->setText(QString::fromStdString(outside.pattern.text));
  const auto found = workspace.findPattern(outside.pattern.text);
  ASSERT_TRUE(found);
  const auto answer = routing::whyNot(workspace.compiled(), *session_.answer().trace, found->front());
  EXPECT_TRUE(find<QLabel>("why-not-answer")
                  ->text()
                  .startsWith(QString::fromStdString(
                      report::whyNotSentence(workspace.plan(), *session_.answer().trace, answer))));
  field->setText(QStringLiteral("nonsense"));
  EXPECT_TRUE(find<QLabel>("why-not-answer")->text().contains(QStringLiteral("nonsense")));
}

TEST_F(Window, ARulesChipOpensItsText) {
  open(plan("seven-hundred.xml"), "Phones", "70012");
  press(Qt::Key_End);
  QTest::mouseClick(find<QAbstractButton>("rule-DA-33"), Qt::LeftButton);
  auto* reader = window_->findChild<RuleReader*>();
  ASSERT_NE(reader, nullptr);
  EXPECT_TRUE(reader->isVisible());
  EXPECT_EQ(reader->shownRule(), QStringLiteral("DA-33"));
}

TEST_F(Window, ABrokenPlanShowsItsProblemsWithTheirPlaces) {
  open(plan("broken/bad-mask.xml"));
  auto* tabs = find<QTabWidget>("replay-tabs");
  EXPECT_EQ(tabs->count(), 3);
  QTest::mouseClick(find<QAbstractButton>("problems-button"), Qt::LeftButton);
  EXPECT_EQ(tabs->currentWidget()->objectName(), QStringLiteral("problems"));
  EXPECT_TRUE(find<QPlainTextEdit>("problems-source")->toPlainText().contains(QStringLiteral("Mask")));
  open(plan("bang.xml"));
  EXPECT_EQ(tabs->count(), 2) << "an empty tab";
}

TEST_F(Window, AnUnreadablePlanIsNoDeadDialog) {
  window_->open({plan("broken/not-xml.xml")});
  ASSERT_TRUE(test::becomesIdle(session_));
  EXPECT_TRUE(find<QWidget>("problems")->isVisible());
  EXPECT_FALSE(find<QWidget>("phone")->isEnabled());
  EXPECT_TRUE(find<QLabel>("plan-line")->text().contains(QStringLiteral("cannot be read")));
}

TEST_F(Window, AnotherFileIsReadAgainAtTheSameStep) {
  QTemporaryDir folder;
  const QString copy = folder.filePath(QStringLiteral("plan.xml"));
  ASSERT_TRUE(QFile::copy(plan("seven-hundred.xml"), copy));
  ASSERT_TRUE(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));
  open(copy, "Phones", "70012");
  session_.setStep(2);
  QFile file(copy);
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  QByteArray text = file.readAll();
  file.close();
  text.replace("700XX", "71XXX");
  ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
  file.write(text);
  file.close();
  press(Qt::Key_R, Qt::ControlModifier);
  ASSERT_TRUE(test::becomesIdle(session_));
  EXPECT_EQ(session_.step(), 2);
  EXPECT_EQ(session_.view().possible, 1U);
}

TEST_F(Window, ThreeThousandSearchSpacesCanBeSearched) {
  QByteArray text = "<dialPlan name='many'><routePartition><name>P</name></routePartition>";
  for (int i = 0; i < 3000; ++i) {
    text += "<css><name>Site-" + QByteArray::number(i) + "</name><clause>P</clause></css>";
  }
  text +=
      "<routePattern><pattern>9XX</pattern><routePartitionName>P</routePartitionName></routePattern></"
      "dialPlan>";
  QTemporaryDir folder;
  QFile file(folder.filePath(QStringLiteral("many.xml")));
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write(text);
  file.close();
  open(file.fileName(), "Site-0");
  auto* origin = find<QComboBox>("origin");
  EXPECT_EQ(origin->count(), 3000);
  auto* field = find<QLineEdit>("origin-field");
  field->setFocus();
  field->selectAll();
  type("Site-2718");
  press(Qt::Key_Return);
  EXPECT_EQ(session_.request().searchSpaces, std::vector<std::string>{"Site-2718"});
}

TEST_F(Window, TheExplanationIsCopiedAsMarkdown) {
  open(plan("seven-hundred.xml"), "Phones", "70012");
  press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
  const QString copied = QApplication::clipboard()->text();
  EXPECT_TRUE(copied.startsWith(QStringLiteral("# `70012`"))) << copied.toStdString();
  EXPECT_TRUE(copied.contains(QStringLiteral("| ⚠ | `7XXX` |"))) << copied.toStdString();
  EXPECT_TRUE(copied.contains(QStringLiteral("DA-33")));
}

TEST_F(Window, WhatIsShownCanBeExportedInEveryFormat) {
  open(plan("seven-hundred.xml"), "Phones", "70012");
  QTemporaryDir folder;
  const std::map<const char*, QByteArray> starts{
      {"p.png", "\x89PNG"}, {"p.svg", "<?xml"}, {"p.pdf", "%PDF"}, {"p.html", "<!DOCTYPE html>"}};
  for (const auto& [name, start] : starts) {
    const QString path = folder.filePath(QLatin1String(name));
    const auto problem = exportTo(path, *window_->centralWidget(), session_);
    ASSERT_FALSE(problem) << problem->toStdString();
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    EXPECT_TRUE(bytes.startsWith(start)) << name;
    EXPECT_GT(bytes.size(), 4000) << name;
    if (qstrcmp(name, "p.html") == 0) {
      EXPECT_TRUE(bytes.contains("data:image/png;base64,"));
      EXPECT_FALSE(bytes.contains("http://")) << "the report is not self-contained";
      EXPECT_TRUE(bytes.contains("They part at the 4th key"));
    }
  }
  EXPECT_TRUE(exportTo(folder.filePath(QStringLiteral("p.doc")), *window_, session_));
  EXPECT_TRUE(exportTo(QStringLiteral("/nowhere/p.png"), *window_, session_));
}

// What a screen reader reaches, with what it says.
TEST_F(Window, EveryControlHasANameOfItsOwn) {
  open(plan("broken/bad-mask.xml"), "Phones", "2");
  std::multiset<QString> names;
  int controls = 0;
  for (const QWidget* widget : window_->findChildren<QWidget*>()) {
    const bool control = widget->focusPolicy() != Qt::NoFocus && widget->isVisibleTo(window_.get()) &&
                         !widget->objectName().startsWith(QStringLiteral("qt_"));
    if (!control) continue;
    QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
    ASSERT_NE(accessible, nullptr);
    const QString name = accessible->text(QAccessible::Name);
    const std::string which =
        widget->metaObject()->className() + std::string(" ") + widget->objectName().toStdString();
    EXPECT_FALSE(name.isEmpty()) << which << " has no name";
    EXPECT_FALSE(name.startsWith(u'Q')) << which << " is called " << name.toStdString();
    EXPECT_FALSE(name.contains(QStringLiteral("::"))) << which << " is called " << name.toStdString();
    names.insert(name);
    EXPECT_EQ(names.count(name), 1U) << which << ": the name " << name.toStdString() << " stands twice";
    ++controls;
  }
  EXPECT_GT(controls, 40);
}

TEST_F(Window, TheTimelineIsASliderOverTheSteps) {
  open(plan("seven-hundred.xml"), "Phones", "70012");
  session_.setStep(2);
  QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(find<TimelineView>("timeline"));
  ASSERT_NE(accessible, nullptr);
  EXPECT_EQ(accessible->role(), QAccessible::Slider);
  ASSERT_NE(accessible->valueInterface(), nullptr);
  EXPECT_EQ(accessible->valueInterface()->currentValue().toInt(), 2);
  EXPECT_EQ(accessible->valueInterface()->maximumValue().toInt(), session_.stepCount() - 1);
  EXPECT_TRUE(
      accessible->text(QAccessible::Value).startsWith(QStringLiteral("step 3 of 5; Keyed digit by digit")));
  accessible->valueInterface()->setCurrentValue(4);
  EXPECT_EQ(session_.step(), 4);
}

// Large type in a small window scrolls; nothing that is a control is cut off at the window's edge.
TEST_F(Window, LargeTypeIsNotClipped) {
  open(plan("seven-hundred.xml"), "Phones", "70012");
  setTypeScale(2);
  window_->resize(1280, 800);
  QTest::qWait(50);
  for (const char* name :
       {"dial-field", "origin", "lanes-both", "button-play", "speed", "timeline", "why-copy"}) {
    auto* control = find<QWidget>(name);
    const QRect shown(control->mapTo(window_.get(), QPoint(0, 0)), control->size());
    EXPECT_TRUE(window_->rect().contains(shown)) << name;
    EXPECT_GE(control->height(), QFontMetrics(QApplication::font()).height()) << name;
  }
  EXPECT_EQ(window_->size(), QSize(1280, 800)) << "the window does not fit a small screen";
  EXPECT_TRUE(find<QWidget>("tool-export")->isVisible());
  setTypeScale(1);
}

TEST_F(Window, TheSheetOfShortcutsListsAllOfThem) {
  const ShortcutSheet sheet;
  auto* text = sheet.findChild<QTextEdit*>();
  ASSERT_NE(text, nullptr);
  for (const ActionRow& row : actionTable()) {
    if (shortcutsOf(row).isEmpty()) continue;
    EXPECT_TRUE(text->toPlainText().contains(description(row))) << row.name;
  }
}

TEST_F(Window, StateAndRecentFilesAreKept) {
  QTemporaryDir folder;
  QSettings settings(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
  {
    ReplaySession session;
    MainWindow window(session, &settings);
    window.open({plan("bang.xml")});
    ASSERT_TRUE(test::becomesIdle(session));
    window.close();
  }
  ASSERT_EQ(settings.value(QStringLiteral("recent")).toStringList().size(), 1);
  ReplaySession session;
  MainWindow window(session, &settings);
  auto* recent = window.findChild<QAbstractButton*>(QStringLiteral("recent-1"));
  ASSERT_NE(recent, nullptr);
  recent->click();
  ASSERT_TRUE(test::becomesIdle(session));
  EXPECT_NE(session.plan().workspace, nullptr);
}

// A figure for the performance page; nothing is asserted but that it was drawn.
TEST_F(Window, HowLongAStepTakesToDraw) {
  open(plan("preferred-architecture"), "SJCInternational", "90114961007739764");
  QElapsedTimer timer;
  timer.start();
  int drawn = 0;
  for (int step = 0; step < session_.stepCount(); ++step, ++drawn) {
    session_.setStep(step);
    window_->grab();
  }
  ASSERT_GT(drawn, 10);
  RecordProperty("milliseconds_per_step", static_cast<int>(timer.elapsed() / drawn));
  std::printf("a step of %d patterns is set and drawn in %.1f ms\n",
              static_cast<int>(session_.plan().workspace->plan().entries.size()),
              static_cast<double>(timer.nsecsElapsed()) / 1e6 / drawn);
}

}  // namespace
}  // namespace dialscope::gui
