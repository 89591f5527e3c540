// Lets the wheel scroll the page: a box with a value takes it only while it has the focus, or whoever scrolls past T302
// changes it.
#pragma once

#include <QObject>

namespace dialscope::gui {

class WheelGuard : public QObject {
 public:
  using QObject::QObject;

  bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace dialscope::gui
