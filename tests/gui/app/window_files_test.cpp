// What the window reads, writes and remembers: plans, exports, settings.
#include "gui/app/export.h"
#include "gui/app/main_window.h"
#include "gui/models/replay_session.h"
#include "tests/gui/app/window.h"
#include "tests/gui/waiting.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QSplitter>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

namespace dialscope::gui {
namespace {

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

TEST_F(Window, AModifiedPlanIsNotReadAgainUnasked) {
  open(plan("seven-hundred.xml"), "Phones", "70012");
  find<QAbstractButton>("what-if-patternUrgency-7XXX in Internal")->click();
  ASSERT_TRUE(session_.plan().modified);
  focusTimeline();
  {
    const Reply reply(QMessageBox::Cancel);
    press(Qt::Key_R, Qt::ControlModifier);
    EXPECT_TRUE(reply.asked());
  }
  activate();
  ASSERT_TRUE(test::becomesIdle(session_));
  EXPECT_TRUE(session_.plan().modified);
  press(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_FALSE(session_.plan().modified) << "what could be undone is forgotten";
  press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
  ASSERT_TRUE(session_.plan().modified);
  const Reply reply(QMessageBox::Discard);
  press(Qt::Key_R, Qt::ControlModifier);
  ASSERT_TRUE(test::becomesIdle(session_));
  EXPECT_FALSE(session_.plan().modified);
  EXPECT_EQ(session_.answer().trace->unused, "2");
}

TEST_F(Window, AFileThatChangesUnderAModifiedPlanIsTold) {
  QTemporaryDir folder;
  const QString copy = folder.filePath(QStringLiteral("plan.xml"));
  ASSERT_TRUE(QFile::copy(plan("seven-hundred.xml"), copy));
  ASSERT_TRUE(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));
  open(copy, "Phones", "70012");
  find<QAbstractButton>("what-if-patternUrgency-7XXX in Internal")->click();
  QFile file(copy);
  ASSERT_TRUE(file.open(QIODevice::Append));
  file.write("\n");
  file.close();
  const auto* line = find<QLabel>("plan-line");
  EXPECT_TRUE(
      test::eventually([&] { return line->text().contains(QStringLiteral("its file has changed")); }));
  EXPECT_TRUE(session_.plan().modified);
}

TEST_F(Window, SavesFromTheFileMenu) {
  EXPECT_FALSE(window_->actions()[ActionId::Save]->isEnabled()) << "there is no plan";
  open(plan("seven-hundred.xml"), "Phones", "70012");
  find<QAbstractButton>("what-if-patternUrgency-7XXX in Internal")->click();
  focusTimeline();
  QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("mine.xml"));
  {
    // A file that was only read is not written over: the first time it is asked where to.
    const FileChooser chooser(path);
    press(Qt::Key_S, Qt::ControlModifier);
  }
  activate();
  EXPECT_FALSE(session_.plan().modified);
  EXPECT_TRUE(QFile::exists(path));
  EXPECT_TRUE(window_->windowTitle().startsWith(QStringLiteral("mine.xml")));
  press(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_TRUE(session_.plan().modified);
  press(Qt::Key_S, Qt::ControlModifier);
  EXPECT_FALSE(session_.plan().modified) << "it has a file of its own by now";
  ASSERT_TRUE(test::becomesIdle(session_));
  const QString other = folder.filePath(QStringLiteral("other.xml"));
  const FileChooser chooser(other);
  press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
  EXPECT_TRUE(QFile::exists(other));
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

TEST_F(Window, ABorderThatWasMovedStaysWhereItWasPut) {
  QTemporaryDir folder;
  QSettings settings(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
  const auto named = [](const MainWindow& window, const char* name) {
    return window.findChild<QSplitter*>(QString::fromLatin1(name));
  };
  QList<int> moved;
  {
    ReplaySession session;
    MainWindow window(session, &settings);
    window.QWidget::show();
    window.open({plan("bang.xml")});
    ASSERT_TRUE(test::becomesIdle(session));
    window.show(Perspective::Author);
    auto* splitter = named(window, "author-across");
    test::settle(window);
    QWidget* handle = splitter->handle(1);
    QTest::mousePress(handle, Qt::LeftButton, {}, handle->rect().center());
    QTest::mouseMove(handle, handle->rect().center() + QPoint(90, 0));
    QTest::mouseRelease(handle, Qt::LeftButton, {}, handle->rect().center() + QPoint(90, 0));
    moved = splitter->sizes();
    window.show(Perspective::Replay);
    window.findChild<QTabWidget*>(QStringLiteral("replay-tabs"))->setCurrentIndex(1);
    window.close();
  }
  EXPECT_FALSE(settings.contains(QStringLiteral("borders/replay-across"))) << "nobody has moved it";
  ReplaySession session;
  MainWindow window(session, &settings);
  window.QWidget::show();
  window.open({plan("bang.xml")});
  ASSERT_TRUE(test::becomesIdle(session));
  EXPECT_EQ(window.findChild<QTabWidget*>(QStringLiteral("replay-tabs"))->currentIndex(), 1);
  window.show(Perspective::Author);
  test::settle(window);
  EXPECT_EQ(named(window, "author-across")->sizes(), moved);
}

TEST_F(Window, OpensWhatTheDialogChoosesAndWhatIsDropped) {
  const FileChooser chooser(QFileInfo(plan("bang.xml")).absoluteFilePath());
  press(Qt::Key_O, Qt::ControlModifier);
  ASSERT_TRUE(test::becomesIdle(session_));
  EXPECT_EQ(session_.plan().workspace->plan().entries.size(), 2U);

  QMimeData dropped;
  dropped.setUrls({QUrl::fromLocalFile(QFileInfo(plan("two-tier.xml")).absoluteFilePath())});
  QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &dropped, Qt::LeftButton, {});
  QApplication::sendEvent(window_.get(), &enter);
  EXPECT_TRUE(enter.isAccepted());
  QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &dropped, Qt::LeftButton, {});
  QApplication::sendEvent(window_.get(), &drop);
  ASSERT_TRUE(test::becomesIdle(session_));
  EXPECT_TRUE(window_->windowTitle().startsWith(QStringLiteral("two-tier.xml")));
}

TEST_F(Window, ExportsByItsKey) {
  open(plan("seven-hundred.xml"), "Phones", "70012");
  QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("call.png"));
  const FileChooser chooser(path);
  press(Qt::Key_E, Qt::ControlModifier);
  EXPECT_FALSE(QImage(path).isNull());
}

// Reading can be called off: the plan before stays, and the window is idle at once.
TEST_F(Window, CancelKeepsThePlanThatWasOpen) {
  open(plan("bang.xml"));
  window_->open({plan("preferred-architecture")});
  ASSERT_TRUE(session_.busy());
  auto* cancel = window_->findChild<QAbstractButton*>(QStringLiteral("cancel"));
  EXPECT_TRUE(cancel->isVisible());
  cancel->click();
  EXPECT_FALSE(session_.busy());
  EXPECT_FALSE(cancel->isVisible());
  QTest::qWait(300);
  EXPECT_TRUE(window_->windowTitle().startsWith(QStringLiteral("bang.xml")));
  EXPECT_TRUE(find<QLabel>("plan-line")->text().startsWith(QStringLiteral("bang.xml")));
}

}  // namespace
}  // namespace dialscope::gui
