// The window's own line icons, bundled as SVG: a bare machine has no icon theme, and its fonts lack media symbols.
// An icon takes its colour from the palette each time it is drawn, so it follows a change of theme by itself.
//
//   button->setIcon(lineIcon("play"));
#pragma once

#include <QIcon>
#include <QString>

namespace dialscope::gui {

/// The icon of gui/icons/`name`.svg. A name without a file is a mistake of the program.
QIcon lineIcon(const QString& name);

}  // namespace dialscope::gui
