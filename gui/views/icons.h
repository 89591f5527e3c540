// The window's own line icons, bundled as SVG: a bare machine has no icon theme, and its fonts lack media symbols.
// An icon takes its colour from the palette each time it is drawn, so it follows a change of theme by itself.
//
//   button->setIcon(lineIcon("play"));
#pragma once

#include <QIcon>
#include <QString>

namespace dialscope::gui {

/// What an icon is drawn on: the accent is behind toggles that are switched on, and behind what leads on (makeLeading).
enum class Ground { Plain, AccentWhenOn, Accent };

/// The icon of gui/icons/`name`.svg. A name without a file is a mistake of the program.
QIcon lineIcon(const QString& name, Ground ground = Ground::Plain);

}  // namespace dialscope::gui
