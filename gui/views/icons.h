// The window's own line icons, bundled as SVG: a bare machine has no icon theme, and its fonts lack media symbols.
// An icon takes its colour from the palette each time it is drawn, so it follows a change of theme by itself.
//
//   button->setIcon(lineIcon("play"));
#pragma once

#include <QIcon>
#include <QString>

namespace dialscope::gui {

/// What is behind an icon that is switched on: the accent colour of a pressed toggle, or what is there anyway.
enum class WhenOn { OnAccent, AsEver };

/// The icon of gui/icons/`name`.svg. A name without a file is a mistake of the program.
QIcon lineIcon(const QString& name, WhenOn whenOn = WhenOn::AsEver);

}  // namespace dialscope::gui
