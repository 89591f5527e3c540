// Lets a focused control have its own keys: while a text field is typed into, `7` is a letter of it and no key of the
// phone, and the space bar presses the button that has the focus instead of playing the call.
//
// Shortcuts with Ctrl or Alt are left alone.
#pragma once

#include <QObject>

namespace dialscope::gui {

class ShortcutGuard : public QObject {
 public:
  using QObject::QObject;

  bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace dialscope::gui
