// The buttons under the timeline that turn its pages: to the ends, by decision, by step, play, speed, and seconds to scale.
#pragma once

#include <QWidget>

class QComboBox;
class QToolButton;

namespace dialscope::gui {

class Actions;
class ReplaySession;
class TimelineView;

class TransportBar : public QWidget {
  Q_OBJECT
 public:
  TransportBar(ReplaySession& session, const Actions& actions, TimelineView& timeline,
               QWidget* parent = nullptr);

 private:
  void refresh();

  ReplaySession& session_;
  QComboBox* speed_ = nullptr;
  QToolButton* realTime_ = nullptr;
};

}  // namespace dialscope::gui
