// What if: the call's circumstances and the plan's settings that decide it, changed in place. The same digits are asked
// again, at the same step; every change can be undone.
//
// Of the plan it shows what is in play: the patterns that this call had before it, and the order of the search spaces that it
// was looked up in. The rest of the plan is the author's (author_view.h).
#pragma once

#include <QWidget>
#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace dialscope::gui {

class PlanEditor;

class WhatIfPanel : public QWidget {
  Q_OBJECT
 public:
  explicit WhatIfPanel(PlanEditor& editor, QWidget* parent = nullptr);

 Q_SIGNALS:
  void ruleWanted(const QString& id);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void followRequest();
  void followAnswer();
  void followPlan();
  void showPatterns();
  void showOrders();
  void showAssumptions();
  void say(const QString& problem);

  PlanEditor& editor_;
  QFormLayout* form_ = nullptr;
  QComboBox* mode_ = nullptr;
  QDoubleSpinBox* timer_ = nullptr;
  QToolButton* timerBack_ = nullptr;
  QDoubleSpinBox* gap_ = nullptr;
  QVBoxLayout* patterns_ = nullptr;
  QVBoxLayout* orders_ = nullptr;
  QToolButton* assumptionsHead_ = nullptr;
  QLabel* assumed_ = nullptr;
  QWidget* assumptionsBox_ = nullptr;
  QGridLayout* assumptions_ = nullptr;
  std::vector<QComboBox*> readings_;
  std::vector<QLabel*> meanings_;  ///< of the readings that are chosen
  QLabel* problem_ = nullptr;
  QLabel* modified_ = nullptr;
  QPushButton* save_ = nullptr;
};

/// Saves the plan as `<dialPlan>`. What went wrong is shown in a box of its own; false then.
bool savePlan(PlanEditor& editor, const QString& path, QWidget* parent);
/// Asks where to, and saves it there. False also where nobody says where.
bool savePlanAs(PlanEditor& editor, QWidget* parent);

}  // namespace dialscope::gui
