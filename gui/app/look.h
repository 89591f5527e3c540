// How the application looks: the size of all type, as a factor on the desktop's own, and the theme in force. Both are the
// application's, not one window's, and take effect at once. Icons, paddings and scroll bars grow with the type.
#pragma once

#include "gui/views/theme.h"

class QToolButton;

namespace dialscope::gui {

/// Notes the desktop's font and palette. Once, before anything is changed.
void rememberDesktop();

double typeScale();
/// Between kSmallestScale and kLargestScale of options.h; beyond: the nearest.
void setTypeScale(double scale);

/// What the desktop's own palette looked like at the start.
ColourScheme desktopScheme();
ColourScheme colourScheme();
void setColourScheme(ColourScheme scheme);

/// Words beside the icon, or the icon alone. The style sheet looks at it, which it does only when it is told to.
void setButtonStyle(QToolButton& button, Qt::ToolButtonStyle style);

}  // namespace dialscope::gui
