// The phone: display, keypad with A-D, hook, the interdigit timer and a button to sit it out. Each key is dialed at once;
// the whole call is answered anew and looked at where the new key took it.
#pragma once

#include <QWidget>

class QPushButton;
class QToolButton;

namespace dialscope::gui {

class ReplaySession;

class PhonePanel : public QWidget {
  Q_OBJECT
 public:
  explicit PhonePanel(ReplaySession& session, QWidget* parent = nullptr);

 private:
  void refresh();

  ReplaySession& session_;
  QPushButton* hook_ = nullptr;
  QToolButton* backspace_ = nullptr;
  QPushButton* wait_ = nullptr;
};

}  // namespace dialscope::gui
