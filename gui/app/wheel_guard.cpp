#include "gui/app/wheel_guard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>

namespace dialscope::gui {

bool WheelGuard::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::Polish && event->type() != QEvent::Wheel) return false;
  if (!qobject_cast<QComboBox*>(watched) && !qobject_cast<QAbstractSpinBox*>(watched)) return false;
  auto* box = static_cast<QWidget*>(watched);
  if (event->type() == QEvent::Polish) {
    // By Qt's own policy the wheel brings the focus with it.
    if (box->focusPolicy() == Qt::WheelFocus) box->setFocusPolicy(Qt::StrongFocus);
    return false;
  }
  if (box->hasFocus()) return false;
  // Not accepted, it goes on to what the box stands in.
  event->ignore();
  return true;
}

}  // namespace dialscope::gui
