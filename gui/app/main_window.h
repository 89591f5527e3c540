// The window: menus, the call's fields, one page for each perspective, and what any desktop tool has around them: open by
// dialog or drop, recent files, reload, export, light and dark, larger type, its state kept.
//
//   ReplaySession session;
//   MainWindow window(session, &settings);
//   window.open({"site.xml"});
//
// It shows and connects; what a call comes to is the session's, what a panel says is the engine's.
#pragma once

#include "gui/app/actions.h"
#include "gui/app/options.h"
#include "gui/app/shell.h"
#include "gui/models/plan_editor.h"

#include <QMainWindow>
#include <QTimer>
#include <map>

class QDialog;
class QLabel;
class QMenu;
class QProgressBar;
class QSettings;
class QStackedWidget;
class QToolButton;

namespace dialscope::gui {

class CallBar;
class AuthorView;
class LessonView;
class ReplayPage;
class ReplaySession;
class RuleReader;
class Welcome;

class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  /// `settings` keeps the window's state and the recent files; null = nothing is kept, as for pictures and tests.
  MainWindow(ReplaySession& session, QSettings* settings, QWidget* parent = nullptr);
  ~MainWindow() override;

  void open(const QStringList& paths);
  /// A lesson of the book, by its row.
  void openLesson(std::size_t row);
  void show(Perspective perspective);
  void showProblems();
  const Actions& actions() const { return actions_; }

 protected:
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void fitSwitch();

 private:
  void makeMenus();
  void makePerspectiveSwitch();
  void makeToolBar();
  void makeStatusBar();
  void connectActions();
  void showPlan();
  void showPlanLine();
  void showAnswer();
  void showBusy(bool busy, const QString& what);
  void reload();
  void save();
  void saveAs();
  void tellSaved(bool saved);
  void chooseAndOpen();
  void chooseAndExport();
  void copyExplanation();
  void noteRecent(const QStringList& paths);
  QStringList recent() const;
  void fillRecentMenu();
  void setScale(double scale);
  void setScheme(ColourScheme scheme);
  void showShortcuts();
  void showAbout();
  void openRule(const QString& id);
  void playOrPause();
  void change(plan::EntryId entry);
  bool mayLeavePlan();

  ReplaySession& session_;
  QSettings* settings_;
  Actions actions_;
  PlanEditor editor_;
  CallBar* callBar_ = nullptr;
  QAction* callBarAction_ = nullptr;
  QStackedWidget* pages_ = nullptr;
  Welcome* welcome_ = nullptr;
  ReplayPage* replay_ = nullptr;
  AuthorView* author_ = nullptr;
  LessonView* lessons_ = nullptr;
  std::map<Perspective, QWidget*> perspectives_;
  Perspective perspective_ = Perspective::Replay;
  QMenu* recentMenu_ = nullptr;
  QWidget* switch_ = nullptr;
  QDialog* rules_ = nullptr;
  RuleReader* ruleReader_ = nullptr;
  QLabel* planLine_ = nullptr;
  QToolButton* problemsButton_ = nullptr;
  QProgressBar* progress_ = nullptr;
  QToolButton* cancel_ = nullptr;
  QTimer slow_;
};

}  // namespace dialscope::gui
