#include "gui/views/tab_order.h"

#include <QWidget>

namespace dialscope::gui {
namespace {

// The last one before `page` that can have the focus: Qt puts nothing behind any other. Null where there is none.
QWidget* focusBefore(const QWidget& page) {
  QWidget* before = page.previousInFocusChain();
  while (before != &page && (before->focusPolicy() == Qt::NoFocus || page.isAncestorOf(before)))
    before = before->previousInFocusChain();
  return before == &page ? nullptr : before;
}

}  // namespace

void keepTabOrder(const QWidget& page) {
  QWidget* before = focusBefore(page);
  if (before == nullptr) return;
  for (QWidget* control : page.findChildren<QWidget*>()) {
    // A list that pops up is a window of its own.
    const bool here = control->window() == page.window();
    if (!here || control->focusPolicy() == Qt::NoFocus || control->focusProxy()) continue;
    QWidget::setTabOrder(before, control);
    before = control;
  }
}

}  // namespace dialscope::gui
