// A candidate's state as a chip: its fill with its sign on it. The signs are drawn, not written, so that they look alike
// whatever fonts a machine has.
#pragma once

#include "gui/models/candidate_state.h"

#include <QRectF>
#include <QWidget>
#include <set>
#include <vector>

class QPainter;

namespace dialscope::gui {

/// Fills `box` for `state` and draws its sign in the middle, readable on `background` where the state has no fill.
void paintState(QPainter& painter, const QRectF& box, CandidateState state, const QColor& background);

/// The states and their names in a row, for those who see the chips for the first time.
class StateLegend : public QWidget {
  Q_OBJECT
 public:
  explicit StateLegend(QWidget* parent = nullptr);

  /// Names only these.
  void setShown(const std::set<CandidateState>& states);

 private:
  std::vector<QWidget*> entries_;  ///< by state
};

}  // namespace dialscope::gui
