// The way of the Tab key. Qt leads it through controls in the order of their making: one that is made while the window is
// open comes last of all, behind the menus.
#pragma once

class QWidget;

namespace dialscope::gui {

/// Puts the controls below `page`, which are made anew now and then, where `page` itself was made.
void keepTabOrder(const QWidget& page);

}  // namespace dialscope::gui
