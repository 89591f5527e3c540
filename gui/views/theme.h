// The window's own colours, light and dark. Qt 6.4 cannot tell which of the two a desktop asks for, and a bare machine
// has no desktop at all; so both palettes are ours, and the darkness of a widget's palette says which one is in force.
//
//   const Theme& theme = themeOf(palette());
//   painter.fillRect(rect, theme.fill(State::Selected));
//
// A colour never speaks alone: what it says is also said by a sign (state_chip.h) and in words. Text is read at 4.5:1 or more,
// and tests/gui/views/theme_test.cpp measures it.
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <cstdint>
#include <functional>

class QPushButton;
class QWidget;

namespace dialscope::gui {

enum class ColourScheme : std::uint8_t { Light, Dark };

struct Theme {
  ColourScheme scheme = ColourScheme::Light;
  QColor window;     ///< behind everything
  QColor panel;      ///< lists, tables, drawings
  QColor raised;     ///< keys, chips, headers
  QColor line;       ///< thin rules between panels
  QColor edge;       ///< the outline of what is typed into or ticked; 3:1 on all of the above
  QColor text;       ///< what is read first
  QColor faint;      ///< what is read second; 4.5:1 on `panel` all the same
  QColor accent;     ///< focus, playhead, links
  QColor onAccent;   ///< text on `accent`
  QColor highlight;  ///< the step that is looked at
  QColor good;       ///< text: routed
  QColor warn;       ///< text: blocked, a warning
  QColor bad;        ///< text: reorder, an error
};

const Theme& theme(ColourScheme scheme);

/// The theme that a palette of ours belongs to; any other palette is judged by its window's lightness.
const Theme& themeOf(const QPalette& palette);

QPalette paletteOf(const Theme& theme);

/// Black or white, whichever is easier to read on `fill`.
QColor inkOn(const QColor& fill);

/// The contrast of two opaque colours by WCAG 2: 1 to 21.
double contrast(const QColor& a, const QColor& b);

/// The application's font in a fixed pitch: digits of one width, patterns that stand in columns.
QFont fixedPitch(const QFont& like);

/// `like`, `factor` times as large and perhaps bolder.
QFont scaled(const QFont& like, double factor, bool bold = false);

enum class Pitch : std::uint8_t { Proportional, Fixed };

/// Keeps `widget` in the application's font, `factor` times as large, whenever that font changes.
void keepScaled(QWidget& widget, double factor, bool bold = false, Pitch pitch = Pitch::Proportional);

/// Calls `fit`, now and whenever the application has got another font or other colours, once all widgets follow them.
void keepFitted(QWidget& widget, std::function<void()> fit);

/// Draws `widget`'s text in the theme's second colour, whenever the theme changes.
void keepFaint(QWidget& widget);

/// Fills `button` with the accent: the one thing that is done next. At most one is seen at a time.
void makeLeading(QPushButton& button);

}  // namespace dialscope::gui
