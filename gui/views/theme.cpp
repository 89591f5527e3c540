#include "gui/views/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QPushButton>
#include <QWidget>
#include <algorithm>
#include <cmath>
#include <functional>

namespace dialscope::gui {
namespace {

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

const Theme kLight{
    .scheme = ColourScheme::Light,
    .window = QColor(0xF3F5F7),
    .panel = QColor(0xFFFFFF),
    .raised = QColor(0xE9EDF1),
    .line = QColor(0xCDD5DC),
    .edge = QColor(0x76828D),
    .text = QColor(0x16212B),
    .faint = QColor(0x55636F),
    .accent = QColor(0x0B63B0),
    .onAccent = QColor(0xFFFFFF),
    .highlight = QColor(0xDCEBF9),
    .good = QColor(0x00694D),
    .warn = QColor(0x8A4B00),
    .bad = QColor(0xB3261E),
};

const Theme kDark{
    .scheme = ColourScheme::Dark,
    .window = QColor(0x161B21),
    .panel = QColor(0x1D242C),
    .raised = QColor(0x2A333D),
    .line = QColor(0x3B4754),
    .edge = QColor(0x7A8896),
    .text = QColor(0xE6EBF0),
    .faint = QColor(0xA3B0BC),
    .accent = QColor(0x6CB6F5),
    .onAccent = QColor(0x0B1620),
    .highlight = QColor(0x1F3B54),
    .good = QColor(0x4FD0A5),
    .warn = QColor(0xF2B75C),
    .bad = QColor(0xFF8A80),
};

/// Calls `apply` now and whenever its parent is told of `type`.
class OnChange : public QObject {
 public:
  OnChange(QWidget& widget, QEvent::Type type, std::function<void()> apply)
      : QObject(&widget),
        type_(type),
        apply_(std::move(apply)) {
    apply_();
    widget.installEventFilter(this);
  }

  bool eventFilter(QObject*, QEvent* event) override {
    if (event->type() == type_) apply_();
    return false;
  }

 private:
  QEvent::Type type_;
  std::function<void()> apply_;
};

}  // namespace

const Theme& theme(ColourScheme scheme) { return scheme == ColourScheme::Dark ? kDark : kLight; }

const Theme& themeOf(const QPalette& palette) {
  return theme(palette.color(QPalette::Window).lightnessF() < 0.5F ? ColourScheme::Dark
                                                                   : ColourScheme::Light);
}

QPalette paletteOf(const Theme& theme) {
  QPalette palette;
  const auto set = [&](QPalette::ColorRole role, const QColor& colour) { palette.setColor(role, colour); };
  set(QPalette::Window, theme.window);
  set(QPalette::WindowText, theme.text);
  set(QPalette::Base, theme.panel);
  set(QPalette::AlternateBase, theme.window);
  set(QPalette::Text, theme.text);
  set(QPalette::PlaceholderText, theme.faint);
  set(QPalette::Button, theme.raised);
  set(QPalette::ButtonText, theme.text);
  set(QPalette::BrightText, theme.bad);
  set(QPalette::ToolTipBase, theme.raised);
  set(QPalette::ToolTipText, theme.text);
  set(QPalette::Highlight, theme.accent);
  set(QPalette::HighlightedText, theme.onAccent);
  set(QPalette::Link, theme.accent);
  set(QPalette::LinkVisited, theme.accent);
  const bool dark = theme.scheme == ColourScheme::Dark;
  set(QPalette::Light, dark ? theme.raised.lighter(130) : QColor(Qt::white));
  set(QPalette::Midlight, dark ? theme.raised.lighter(115) : theme.raised.lighter(104));
  set(QPalette::Mid, theme.line);
  set(QPalette::Dark, dark ? theme.window.darker(140) : theme.line.darker(120));
  set(QPalette::Shadow, dark ? QColor(Qt::black) : theme.line.darker(160));
  QColor resting = theme.faint;
  resting.setAlphaF(0.62F);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
    palette.setColor(QPalette::Disabled, role, resting);
  }
  palette.setColor(QPalette::Disabled, QPalette::Highlight, theme.line);
  return palette;
}

double contrast(const QColor& a, const QColor& b) {
  const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
  return (lighter + 0.05) / (darker + 0.05);
}

QColor inkOn(const QColor& fill) {
  const QColor black(0x10161C);
  const QColor white(Qt::white);
  return contrast(fill, black) >= contrast(fill, white) ? black : white;
}

QFont fixedPitch(const QFont& like) {
  QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
  font.setPointSizeF(like.pointSizeF());
  font.setWeight(like.weight());
  font.setStyleHint(QFont::Monospace);
  return font;
}

QFont scaled(const QFont& like, double factor, bool bold) {
  QFont font = like;
  font.setPointSizeF(like.pointSizeF() * factor);
  if (bold) font.setWeight(QFont::DemiBold);
  return font;
}

void keepScaled(QWidget& widget, double factor, bool bold, Pitch pitch) {
  new OnChange(widget, QEvent::ApplicationFontChange, [&widget, factor, bold, pitch] {
    const QFont font = scaled(QApplication::font(), factor, bold);
    widget.setFont(pitch == Pitch::Fixed ? fixedPitch(font) : font);
  });
}

// Whatever else follows the font has done so by then.
void keepFitted(QWidget& widget, std::function<void()> fit) {
  fit();
  new OnChange(widget, QEvent::ApplicationFontChange, [&widget, fit = std::move(fit)] {
    QMetaObject::invokeMethod(&widget, fit, Qt::QueuedConnection);
  });
}

void keepFaint(QWidget& widget) {
  new OnChange(widget, QEvent::ApplicationPaletteChange, [&widget] {
    QPalette palette = QApplication::palette();
    palette.setColor(QPalette::WindowText, themeOf(palette).faint);
    widget.setPalette(palette);
  });
}

// The style sheet knows it by this property.
void makeLeading(QPushButton& button) { button.setProperty("leads", true); }

}  // namespace dialscope::gui
