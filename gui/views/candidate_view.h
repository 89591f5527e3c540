// Who was in the race, when each pattern left it, and of what: a table for each lane, a row per pattern, a cell per key.
//
// A click on a key's cell or heading goes to the step at which that key was heard. The filter narrows the rows; patterns
// asked for by name stand in the table even when they are in no partition of the search list.
#pragma once

#include "engine/plan/plan.h"

#include <QWidget>
#include <vector>

class QLabel;
class QLineEdit;
class QTableView;

namespace dialscope::gui {

class CandidateFilter;
class CandidateModel;
class ReplaySession;
class StateLegend;

class CandidateView : public QWidget {
  Q_OBJECT
 public:
  explicit CandidateView(ReplaySession& session, QWidget* parent = nullptr);

  void focusFilter();

  /// The lanes' tables beside each other, not one above the other.
  void setSideBySide(bool sideBySide);
  /// Without a field to filter by: a race of a few patterns, to be looked at only.
  void setFilterShown(bool shown);

  /// Shows these patterns in any case, until another plan comes.
  void ask(const std::vector<plan::EntryId>& entries);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct LaneTable {
    QWidget* box = nullptr;
    QLabel* title = nullptr;
    CandidateModel* model = nullptr;
    CandidateFilter* filter = nullptr;
    QTableView* table = nullptr;
    QLabel* nothing = nullptr;
  };

  LaneTable makeTable(std::size_t lane);
  void refresh();
  void layOutColumns(const LaneTable& lane) const;
  int widestReason() const;
  void giveReasonsRoom(const LaneTable& lane) const;
  void refreshTitle(const LaneTable& lane, std::size_t which) const;
  void refreshLegend();
  QString wordsForNothing(std::size_t lane) const;
  void goTo(const QModelIndex& index) const;
  void share();

  ReplaySession& session_;
  QLineEdit* filter_ = nullptr;
  bool filterShown_ = true;

  StateLegend* legend_ = nullptr;
  std::vector<LaneTable> lanes_;
};

}  // namespace dialscope::gui
