// The call in time: a lane for each way to send the digits, keys as blocks, the interdigit timer hatched, the playhead over
// both, and a mark where they part. By step each moment is as wide as the next; by time the seconds are to scale.
//
// Click or drag to move the playhead; the arrow keys step. For a screen reader it is a slider over the steps whose value
// says what happens there.
#pragma once

#include <QWidget>
#include <chrono>
#include <cstddef>
#include <vector>

namespace dialscope::gui {

class ReplaySession;

class TimelineView : public QWidget {
  Q_OBJECT
 public:
  explicit TimelineView(ReplaySession& session, QWidget* parent = nullptr);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

  bool toScale() const { return toScale_; }
  /// Seconds to scale instead of steps.
  void setToScale(bool toScale);

  /// What a screen reader says of the step that is looked at.
  QString spokenStep() const;
  ReplaySession& session() const { return session_; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  bool event(QEvent* event) override;

 private:
  void refresh();
  void layOutSteps();
  QRect track() const;
  QRect laneRect(std::size_t lane) const;
  int labelWidth() const;
  /// Where a step begins, in pixels.
  double xOf(int step) const;
  double xOfTime(std::chrono::milliseconds time) const;
  double playheadX() const;
  int stepNear(double x) const;
  void scrubTo(double x);
  void paintLane(QPainter& painter, std::size_t lane) const;
  void paintScale(QPainter& painter) const;

  ReplaySession& session_;
  std::vector<double> places_;  ///< of each step, by step
  bool toScale_ = false;
  bool byKeyboard_ = false;  ///< the focus has come by Tab: then it is framed
};

}  // namespace dialscope::gui
