// The replay: phone, candidates and why side by side, the timeline below them, and the tabs under it.
#pragma once

#include "engine/plan/plan.h"
#include "gui/app/shell.h"

#include <QWidget>
#include <vector>

class QSplitter;
class QTabWidget;

namespace dialscope::gui {

class CandidateView;

class ReplayPage : public QWidget {
  Q_OBJECT
 public:
  explicit ReplayPage(const Shell& shell, QWidget* parent = nullptr);

  void focusFilter();
  /// Brings a tab of replayTabs() to the front, if it is shown.
  void showTab(const QString& name);

  /// The name of the tab in front.
  QString tab() const;

 Q_SIGNALS:
  void copyWanted();
  /// A pattern of the first plan is to be looked at where it can be changed.
  void changeWanted(plan::EntryId entry);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  struct Tab {
    const TabRow* row;
    QWidget* page;
  };

  void arrange();
  void refreshTabs();

  ReplaySession& session_;
  CandidateView* candidates_ = nullptr;
  QSplitter* across_ = nullptr;
  QSplitter* down_ = nullptr;
  QTabWidget* tabs_ = nullptr;
  std::vector<Tab> made_;
};

}  // namespace dialscope::gui
