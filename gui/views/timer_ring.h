// The timer that a caller cannot see: a ring that empties while T302 runs, in simulated time.
#pragma once

#include <QWidget>

namespace dialscope::gui {

class ReplaySession;

class TimerRing : public QWidget {
  Q_OBJECT
 public:
  explicit TimerRing(ReplaySession& session, QWidget* parent = nullptr);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void refresh();

  ReplaySession& session_;
};

}  // namespace dialscope::gui
