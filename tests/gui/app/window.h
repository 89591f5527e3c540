// The window as a user drives it, for tests: what is open, what is pressed, what is found.
#pragma once

#include "gui/app/look.h"
#include "gui/app/main_window.h"
#include "gui/app/shortcut_guard.h"
#include "gui/app/wheel_guard.h"
#include "gui/models/replay_session.h"
#include "gui/views/timeline_view.h"
#include "tests/gui/waiting.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QTest>
#include <QTimer>
#include <chrono>
#include <memory>

namespace dialscope::gui {

/// Types a path into the next file dialog that opens, and confirms it.
class FileChooser {
 public:
  explicit FileChooser(QString path) : path_(std::move(path)) {
    QObject::connect(&timer_, &QTimer::timeout, &timer_, [this] { choose(); });
    timer_.start(std::chrono::milliseconds{20});
  }

 private:
  void choose() {
    auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
    if (dialog == nullptr) return;
    timer_.stop();
    if (auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))) {
      name->setText(path_);
      QTest::keyClick(name, Qt::Key_Return);
    }
    if (!dialog->isVisible()) return;
    ADD_FAILURE() << path_.toStdString() << " is not taken";
    dialog->reject();
  }

  QString path_;
  QTimer timer_;
};

/// Presses a button of the next question that is asked.
class Reply {
 public:
  explicit Reply(QMessageBox::StandardButton button) {
    QObject::connect(&timer_, &QTimer::timeout, &timer_, [this, button] {
      auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
      if (box == nullptr) return;
      timer_.stop();
      asked_ = true;
      box->button(button)->click();
    });
    timer_.start(std::chrono::milliseconds{20});
  }

  bool asked() const { return asked_; }

 private:
  QTimer timer_;
  bool asked_ = false;
};

inline QString plan(const char* name) { return QStringLiteral("dialplans/%1").arg(QLatin1String(name)); }

class Window : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    rememberDesktop();
    static ShortcutGuard shortcutGuard;
    qApp->installEventFilter(&shortcutGuard);
    static WheelGuard wheelGuard;
    qApp->installEventFilter(&wheelGuard);
  }

  void SetUp() override {
    setColourScheme(ColourScheme::Light);
    setTypeScale(1);
    window_ = std::make_unique<MainWindow>(session_, nullptr);
    window_->QWidget::show();
    activate();
  }

  /// Brings the window to the front: at first, and when a dialog has been closed.
  void activate() {
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

  void focusNothing() {
    if (QApplication::focusWidget()) QApplication::focusWidget()->clearFocus();
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

}  // namespace dialscope::gui
