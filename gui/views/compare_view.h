// Compare: two plans, or two ways to send the digits, side by side at the same step. Above, who is compared and the one
// sentence that says where they part and why; below, both answers fact by fact, both races, both ladders of hops, and a
// list of strings to run through both.
//
//   CompareView compare(session);
//   compare.setStrings({"911", "70012"});
//
// It is the session's two lanes that are shown. They are set when the view is shown, and put back when it is hidden.
#pragma once

#include "gui/models/replay_session.h"

#include <QStringList>
#include <QWidget>
#include <array>
#include <vector>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableView;
class QTimer;

namespace dialscope::gui {

class CompareModel;

class CompareView : public QWidget {
  Q_OBJECT
 public:
  explicit CompareView(ReplaySession& session, QWidget* parent = nullptr);

  void setStrings(const QStringList& strings);
  bool running() const;
  const CompareModel& strings() const { return *strings_; }

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  struct Side {
    QComboBox* plan = nullptr;
    QComboBox* mode = nullptr;
  };
  struct Fact {
    QLabel* name = nullptr;
    std::array<QLabel*, 2> values{};
    QLabel* differs = nullptr;
  };

  QWidget* makeSides();
  QWidget* makeFacts();
  QWidget* makeStrings();
  void choosePlan(std::size_t side);
  void openSecond(const QStringList& paths);
  void setLanes();
  void refresh();
  void refreshSides();
  void refreshFacts();
  void refreshCount();
  void load(const QString& digits);

  ReplaySession& session_;
  CompareModel* strings_ = nullptr;
  std::array<Side, 2> sides_;
  std::vector<Fact> facts_;
  std::array<QLabel*, 2> titles_{};
  QLabel* sentence_ = nullptr;
  QPushButton* goThere_ = nullptr;
  QPlainTextEdit* pasted_ = nullptr;
  QLabel* count_ = nullptr;
  QPushButton* cancel_ = nullptr;
  QTableView* table_ = nullptr;
  QTimer* typed_ = nullptr;
  std::vector<Lane> lanes_;        ///< what is compared, while hidden too
  std::vector<Lane> lanesBefore_;  ///< of the session, before the view was shown
  bool loading_ = false;           ///< a string of the list: its divergence is to be looked at
};

}  // namespace dialscope::gui
