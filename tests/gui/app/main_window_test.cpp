// The window as a user drives it: keys, clicks, files. What its panels say about calls is compared with the command line in
// tests/gui/models.
#include "gui/app/main_window.h"

#include "engine/report/message.h"
#include "gui/app/look.h"
#include "gui/app/replay_page.h"
#include "gui/app/shortcut_sheet.h"
#include "gui/models/candidate_model.h"
#include "gui/models/replay_session.h"
#include "gui/views/author_view.h"
#include "gui/views/graph_view.h"
#include "gui/views/lesson_view.h"
#include "gui/views/rule_reader.h"
#include "gui/views/timeline_view.h"
#include "tests/gui/app/window.h"
#include "tests/gui/waiting.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QStatusBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>
#include <set>

namespace dialscope::gui {
namespace {

TEST_F(Window, ANewcomerSeesLessonsAndNoPhone) {
  EXPECT_TRUE(find<QWidget>("welcome")->isVisible());
  EXPECT_FALSE(find<QWidget>("call-bar")->isVisible());
  type("7");
  EXPECT_EQ(dialed(), "") << "a phone that is not there has been dialed on";
}

// A sign beside the word of each of them.
TEST_F(Window, ProblemsOfEverySeverityAreShown) {
  std::set<report::Severity> seen;
  for (const char* broken :
       {"broken/unknown-element.xml", "broken/second-dot.xml", "broken/unknown-css.xml"}) {
    open(plan(broken));
    find<ReplayPage>("replay")->showTab(QStringLiteral("problems"));
    EXPECT_FALSE(window_->grab().isNull());
    for (const Diagnostic& one : session_.plan().problems) seen.insert(report::severityOf(one.code));
  }
  window_->open({QStringLiteral("tests/conformance/plans/discard.xml")});
  ASSERT_TRUE(test::becomesIdle(session_));
  EXPECT_FALSE(window_->grab().isNull());
  for (const Diagnostic& one : session_.plan().problems) seen.insert(report::severityOf(one.code));
  EXPECT_EQ(seen.size(), 4U);
}

// Nobody has dialed anything, so nothing has parted.
TEST_F(Window, BeforeTheFirstKeyThereIsNoVerdict) {
  open(plan("seven-hundred.xml"));
  EXPECT_FALSE(session_.divergence().step);
  EXPECT_TRUE(session_.divergence().sentence.isEmpty());
  type("7");
  EXPECT_FALSE(session_.divergence().sentence.isEmpty());
  open(plan("plar.xml"), "Lobby");
  EXPECT_FALSE(session_.divergence().sentence.isEmpty()) << "a private line calls without a key";
}

// One list of lessons: the first page shows the rows of the book.
TEST_F(Window, EveryLessonIsOneClickAway) {
  auto* lessons = find<LessonView>("teach");
  ASSERT_EQ(lessons->book().size(), 10U);
  for (std::size_t row = 0; row < lessons->book().size(); ++row) {
    const std::string name = lessons->book().lesson(row).name;
    SCOPED_TRACE(name);
    window_->show(Perspective::Replay);
    ASSERT_TRUE(find<QWidget>("welcome")->isVisible());
    QTest::mouseClick(find<QAbstractButton>(("lesson-" + name).c_str()), Qt::LeftButton);
    EXPECT_TRUE(lessons->isVisible());
    EXPECT_EQ(lessons->lesson(), row);
    EXPECT_NE(session_.answer().trace, nullptr);
    lessons->leave();
  }
}

// What the window is for: three clicks and Play, and the text says why the fifth digit was never heard.
TEST_F(Window, ANewcomerLearnsWhyTheFifthDigitWasNeverHeard) {
  session_.setSpeed(8);
  QTest::mouseClick(find<QAbstractButton>("lesson-seven-hundred"), Qt::LeftButton);
  focusNothing();
  press(Qt::Key_Space);
  EXPECT_FALSE(session_.playing()) << "before the guess nothing gives the answer away";
  EXPECT_TRUE(window_->statusBar()->currentMessage().contains(QStringLiteral("guess")));
  QTest::mouseClick(find<QAbstractButton>("choice-1"), Qt::LeftButton);
  QTest::mouseClick(find<QAbstractButton>("lesson-guess"), Qt::LeftButton);
  ASSERT_TRUE(test::eventually([&] { return find<QAbstractButton>("lesson-play")->isVisible(); }));
  QTest::mouseClick(find<QAbstractButton>("lesson-play"), Qt::LeftButton);
  EXPECT_TRUE(session_.playing());
  ASSERT_TRUE(test::eventually([&] { return !session_.playing(); }));
  EXPECT_TRUE(find<QLabel>("lesson-now")->text().contains(QStringLiteral("7XXX is urgent")));
  EXPECT_TRUE(find<QLabel>("lesson-verdict")->text().contains(QStringLiteral("2, was never heard")));
  EXPECT_TRUE(
      find<QWidget>("phone-display")->accessibleDescription().contains(QStringLiteral("never heard 2")));
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

// What a screen reader reaches below `window`, with what it says; how many controls there are.
int checkNames(const QWidget& window) {
  std::multiset<QString> names;
  for (const QWidget* widget : window.findChildren<QWidget*>()) {
    const bool control = widget->focusPolicy() != Qt::NoFocus && widget->isVisibleTo(&window) &&
                         widget->focusProxy() == nullptr &&
                         !widget->objectName().startsWith(QStringLiteral("qt_"));
    // A label whose text can be selected takes clicks, and is no control.
    if (!control || (qobject_cast<const QLabel*>(widget) && (widget->focusPolicy() & Qt::TabFocus) == 0))
      continue;
    QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
    EXPECT_NE(accessible, nullptr);
    if (accessible == nullptr) continue;
    // On Unix Qt gives a combo box its value for a name.
    const QString name = qobject_cast<const QComboBox*>(widget) ? widget->accessibleName()
                                                                : accessible->text(QAccessible::Name);
    const std::string which =
        widget->metaObject()->className() + std::string(" ") + widget->objectName().toStdString();
    EXPECT_FALSE(name.isEmpty()) << which << " has no name";
    EXPECT_FALSE(name.startsWith(u'Q')) << which << " is called " << name.toStdString();
    EXPECT_FALSE(name.contains(QStringLiteral("::"))) << which << " is called " << name.toStdString();
    names.insert(name);
    EXPECT_EQ(names.count(name), 1U) << which << ": the name " << name.toStdString() << " stands twice";
  }
  return static_cast<int>(names.size());
}

TEST_F(Window, EveryControlHasANameOfItsOwn) {
  EXPECT_GT(checkNames(*window_), 10) << "the first page";
  open(plan("broken/bad-mask.xml"), "Phones", "2");
  EXPECT_GT(checkNames(*window_), 40);
  auto* tabs = find<QTabWidget>("replay-tabs");
  for (int tab = 0; tab < tabs->count(); ++tab) {
    SCOPED_TRACE(tabs->tabText(tab).toStdString());
    tabs->setCurrentIndex(tab);
    checkNames(*window_);
  }
  {
    SCOPED_TRACE("compare");
    window_->show(Perspective::Compare);
    EXPECT_GT(checkNames(*window_), 10);
  }
  {
    SCOPED_TRACE("author");
    window_->show(Perspective::Author);
    window_->findChild<AuthorView*>()->showObject(3);
    test::settle(*window_);
    EXPECT_GT(checkNames(*window_), 10);
  }
  {
    SCOPED_TRACE("teach");
    window_->show(Perspective::Teach);
    window_->findChild<LessonView*>()->openLesson(3);
    test::settle(*window_);
    EXPECT_GT(checkNames(*window_), 10);
    QTest::mouseClick(find<QAbstractButton>("choice-1"), Qt::LeftButton);
    QTest::mouseClick(find<QAbstractButton>("lesson-guess"), Qt::LeftButton);
    test::settle(*window_);
    EXPECT_GT(checkNames(*window_), 20);
  }
  const ShortcutSheet sheet;
  checkNames(sheet);
  const RuleReader rules;
  checkNames(rules);
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
  test::settle(*window_);
  for (const char* name :
       {"dial-field", "origin", "lanes-both", "button-play", "speed", "timeline", "why-copy"}) {
    auto* control = find<QWidget>(name);
    const QRect shown(control->mapTo(window_.get(), QPoint(0, 0)), control->size());
    EXPECT_TRUE(window_->rect().contains(shown)) << name;
    EXPECT_GE(control->height(), QFontMetrics(QApplication::font()).height()) << name;
  }
  EXPECT_EQ(window_->size(), QSize(1280, 800)) << "the window does not fit a small screen";
  EXPECT_TRUE(test::eventually([&] { return find<QWidget>("tool-export")->isVisible(); }));
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

TEST_F(Window, APatternOfTheGraphIsChangedUnderAuthor) {
  open(plan("seven-hundred.xml"), "Phones", "70012");
  auto* graph = window_->findChild<GraphView*>();
  find<QTabWidget>("replay-tabs")->setCurrentWidget(graph);
  Q_EMIT graph->changeWanted(session_.plan().workspace->findPattern("7XXX").value().front());
  EXPECT_TRUE(find<QWidget>("author")->isVisible());
  EXPECT_EQ(find<QLineEdit>("field-pattern")->text(), QStringLiteral("7XXX"));
}

// Every perspective can be walked through by Tab: each control that takes the focus so is reached, and one comes back.
TEST_F(Window, EveryControlIsReachedByTab) {
  open(plan("broken/bad-mask.xml"), "Phones", "2");
  for (const Perspective perspective :
       {Perspective::Replay, Perspective::Compare, Perspective::Author, Perspective::Teach}) {
    SCOPED_TRACE(nameOf(perspective).toStdString());
    window_->show(perspective);
    if (perspective == Perspective::Teach) window_->findChild<LessonView*>()->openLesson(3);
    test::settle(*window_);
    std::set<const QWidget*> wanted;
    for (const QWidget* widget : window_->findChildren<QWidget*>()) {
      const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisible() &&
                            widget->isEnabled() && widget->focusProxy() == nullptr &&
                            !widget->objectName().startsWith(QStringLiteral("qt_"));
      if (takesTab) wanted.insert(widget);
    }
    ASSERT_GT(wanted.size(), 8U);
    (*wanted.begin())->window()->setFocus();
    const_cast<QWidget*>(*wanted.begin())->setFocus();
    for (int i = 0; i < 400 && !wanted.empty(); ++i) {
      wanted.erase(QApplication::focusWidget());
      QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (const QWidget* missed : wanted) {
      // Of the buttons of one group the checked one stands for all; arrows lead to the others.
      const auto* button = qobject_cast<const QAbstractButton*>(missed);
      if (button && (button->autoExclusive() || button->group())) continue;
      ADD_FAILURE() << missed->metaObject()->className() << ' ' << missed->objectName().toStdString()
                    << " is not reached";
    }
  }
}

// What is made while the window is open is reached where it stands: each of these panels is gone through in one go.
TEST_F(Window, TabGoesThroughAPanelInOneGo) {
  open(plan("two-tier.xml"), "Phones", "911");
  press(Qt::Key_End);
  const auto goesThrough = [&](Perspective perspective, const char* panel, int least) {
    SCOPED_TRACE(panel);
    window_->show(perspective);
    test::settle(*window_);
    const auto* inside = find<QWidget>(panel);
    find<QWidget>("switch-perspective.teach")->setFocus();
    int reached = 0;
    int left = 0;
    for (int i = 0; i < 400; ++i) {
      const bool was = inside->isAncestorOf(QApplication::focusWidget());
      QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
      const bool is = inside->isAncestorOf(QApplication::focusWidget());
      reached += is ? 1 : 0;
      left += was && !is ? 1 : 0;
      if (QApplication::focusWidget()->objectName() == QLatin1String("switch-perspective.teach")) break;
    }
    EXPECT_GE(reached, least);
    EXPECT_EQ(left, 1);
  };
  goesThrough(Perspective::Replay, "why", 14);
  window_->findChild<AuthorView*>()->showObject(11);
  goesThrough(Perspective::Author, "pattern-form", 8);
  window_->findChild<LessonView*>()->openLesson(3);
  goesThrough(Perspective::Teach, "lesson-page", 2);
}

TEST_F(Window, TabGoesFromTheExplanationToItsRules) {
  open(plan("seven-hundred.xml"), "Phones", "70012");
  press(Qt::Key_End);
  test::settle(*window_);
  find<QWidget>("why-copy")->setFocus();
  press(Qt::Key_Tab);
  EXPECT_TRUE(QApplication::focusWidget()->objectName().startsWith(QStringLiteral("rule-DA-")));
  find<QWidget>("what-if-gap")->setFocus();
  press(Qt::Key_Tab);
  EXPECT_TRUE(
      QApplication::focusWidget()->objectName().startsWith(QStringLiteral("what-if-patternUrgency-")));
}

// Whoever scrolls past a box does not change what it says.
TEST_F(Window, TheWheelScrollsPastABoxWithoutTheFocus) {
  open(plan("seven-hundred.xml"), "Phones", "70012");
  press(Qt::Key_End);
  test::settle(*window_);
  const auto turn = [](QWidget* box) {
    const QPointF at(box->rect().center());
    QWheelEvent wheel(at, box->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    // As from the mouse: only such a wheel brings the focus, and goes on to what is behind.
    QSpontaneKeyEvent::setSpontaneous(&wheel);
    qApp->notify(box, &wheel);
  };
  auto* timer = find<QDoubleSpinBox>("what-if-t302");
  auto* mode = find<QComboBox>("what-if-mode");
  const auto* bar = find<QScrollArea>("why-scroll")->verticalScrollBar();
  for (QWidget* box : {static_cast<QWidget*>(timer), static_cast<QWidget*>(mode)}) {
    SCOPED_TRACE(box->objectName().toStdString());
    const int before = bar->value();
    turn(box);
    EXPECT_GT(bar->value(), before);
    EXPECT_FALSE(box->hasFocus());
  }
  EXPECT_EQ(timer->value(), 15);
  EXPECT_EQ(session_.laneCount(), 2U);
  timer->setFocus();
  turn(timer);
  EXPECT_EQ(timer->value(), 14);
}

TEST_F(Window, APopUpListShowsAllItsEntries) {
  open(plan("seven-hundred.xml"), "Phones", "70012");
  for (const double scale : {1.0, 1.5}) {
    setTypeScale(scale);
    for (const char* name : {"what-if-mode", "speed"}) {
      SCOPED_TRACE(name);
      auto* box = find<QComboBox>(name);
      box->setFocus();
      box->showPopup();
      test::settle(*window_);
      const auto* list = box->view();
      const QRect last = list->visualRect(list->model()->index(list->model()->rowCount() - 1, 0));
      EXPECT_TRUE(list->viewport()->rect().contains(last))
          << last.bottom() << " of " << list->viewport()->height();
      box->hidePopup();
    }
  }
  setTypeScale(1);
}

// Play, as it is seen: each page shows another picture, time goes on and never back, and the last page is the call's end.
// To look at the frames: DIALSCOPE_FRAMES=FOLDER gui_tests --gtest_filter=Window.PlayIsSeenToMove
TEST_F(Window, PlayIsSeenToMove) {
  const QString folder = qEnvironmentVariable("DIALSCOPE_FRAMES");
  const auto play = [&](const char* name, bool byRealTime) {
    SCOPED_TRACE(name);
    session_.first();
    session_.setByRealTime(byRealTime);
    session_.setSpeed(8);
    QImage before;
    milliseconds last{-1};
    int frames = 0;
    int alike = 0;
    const auto look = [&] {
      EXPECT_GE(session_.time(), last);
      last = session_.time();
      const QImage frame = window_->grab().toImage();
      alike += frame == before ? 1 : 0;
      before = frame;
      if (!folder.isEmpty())
        frame.save(
            QStringLiteral("%1/%2-%3.png").arg(folder, QLatin1String(name)).arg(frames, 3, 10, QChar(u'0')));
      ++frames;
    };
    QObject here;
    QObject::connect(&session_, &ReplaySession::stepChanged, &here, look);
    QObject::connect(&session_, &ReplaySession::timeChanged, &here, look);
    focusTimeline();
    press(Qt::Key_Space);
    ASSERT_TRUE(session_.playing());
    ASSERT_TRUE(test::eventually([&] { return !session_.playing(); }));
    EXPECT_EQ(session_.step(), session_.stepCount() - 1);
    EXPECT_GE(frames, session_.stepCount());
    EXPECT_LE(alike, frames / 2) << "a page is told twice at most, of " << frames << " pictures";
  };
  open(plan("seven-hundred.xml"), "Phones", "70012");
  play("pages", false);
  open(plan("closest-match.xml"), "Phones", "1311");
  play("seconds", true);
}

}  // namespace
}  // namespace dialscope::gui
