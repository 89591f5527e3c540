#include "gui/app/look.h"

#include "gui/app/options.h"
#include "gui/views/icons.h"

#include <QApplication>
#include <QEvent>
#include <QFont>
#include <QFontMetrics>
#include <QProxyStyle>
#include <QToolButton>
#include <QWidget>
#include <algorithm>

namespace dialscope::gui {
namespace {

struct Look {
  QFont desktopFont;
  ColourScheme desktop = ColourScheme::Light;
  ColourScheme now = ColourScheme::Light;
  double scale = 1;
};

Look& look() {
  static Look one;
  return one;
}

/// Fusion, with icons as large as the type asks for.
class ScaledStyle : public QProxyStyle {
 public:
  ScaledStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

  int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override {
    const int line = QFontMetrics(QApplication::font()).height();
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize: return line * 11 / 10;
    case PM_ToolBarIconSize: return line * 13 / 10;
    case PM_SplitterWidth: return 5;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
  }

  QIcon standardIcon(StandardPixmap pixmap, const QStyleOption* option,
                     const QWidget* widget) const override {
    if (pixmap == SP_LineEditClearButton) return lineIcon(QStringLiteral("clear"));
    return QProxyStyle::standardIcon(pixmap, option, widget);
  }

  int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                QStyleHintReturn* result) const override {
    if (hint == SH_ToolTip_WakeUpDelay) return 350;
    return QProxyStyle::styleHint(hint, option, widget, result);
  }
};

/// Flat controls in the theme's colours. Lengths are in em, so that they grow with the type; the paddings of what can have
/// the focus are counted in pixels, so that its ring, twice as wide as the outline, moves nothing.
/// A combo box has a plain list below it: a menu over it would be measured by those paddings, and come out too short.
QString sheetOf(const Theme& theme, int line) {
  static const QString kSheet = QStringLiteral(R"(
QLineEdit, QComboBox, QAbstractSpinBox {
  background: @panel; border: 1px solid @edge; border-radius: 5px; padding: @tall @wide;
  selection-background-color: @accent; selection-color: @onAccent;
}
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: 2px solid @accent; padding: @tallInRing @wideInRing;
}
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { background: @window; border-color: @line; }
QComboBox QLineEdit { border: none; padding: 0; background: transparent; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 1.6em; }
QComboBox::down-arrow { image: url(:/icons/@scheme-down.svg); width: 0.9em; height: 0.9em; }
QComboBox QAbstractItemView, QListView { background: @panel; border: 1px solid @line; }
QComboBox QAbstractItemView { selection-background-color: @highlight; selection-color: @text; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: 1.6em; }
QAbstractSpinBox::up-arrow { image: url(:/icons/@scheme-up.svg); width: 0.8em; height: 0.8em; }
QAbstractSpinBox::down-arrow { image: url(:/icons/@scheme-down.svg); width: 0.8em; height: 0.8em; }
QCheckBox, QRadioButton { spacing: 0.5em; }
QCheckBox::indicator, QRadioButton::indicator {
  width: 1em; height: 1em; background: @panel; border: 1px solid @edge; border-radius: 3px;
}
QRadioButton::indicator { border-radius: @round; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: @accent; background: @highlight; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid @accent; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/@scheme-tick.svg); }
QRadioButton::indicator:checked { border-color: @accent; image: url(:/icons/@scheme-dot.svg); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: @line; }
QToolButton, QPushButton {
  background: @raised; border: 1px solid @line; border-radius: 5px; padding: @tall @wide;
}
QToolButton[autoRaise="true"], QPushButton:flat { background: transparent; border-color: transparent; }
QToolButton:hover, QPushButton:hover { background: @highlight; border-color: @accent; }
QToolButton:pressed, QToolButton:checked, QPushButton:pressed { background: @accent; color: @onAccent; }
QToolButton:disabled, QPushButton:disabled { border-color: @line; background: @window; }
QToolButton[autoRaise="true"]:disabled { border-color: transparent; background: transparent; }
QToolButton[toolButtonStyle="2"], QToolButton[toolButtonStyle="ToolButtonTextBesideIcon"] { padding-right: 0; }
QToolButton:focus, QPushButton:focus { border: 2px solid @accent; padding: @tallInRing @wideInRing; }
QToolButton:checked:focus { border-color: @text; }
QToolButton::menu-indicator, QPushButton::menu-indicator {
  image: url(:/icons/@scheme-down.svg); width: 0.8em; height: 0.8em;
  subcontrol-origin: padding; subcontrol-position: center right; right: 0.4em;
}
QPushButton#author-add { padding-right: 1.7em; }
QPushButton#lesson-leave { margin: 8px; }
QToolButton#what-if-assumptions:checked { background: transparent; color: @text; }
QWidget#perspective-switch QToolButton:checked { background: @highlight; color: @text; border-color: @accent; }
QToolBar { background: @window; border: none; border-bottom: 1px solid @line; padding: 0.25em; spacing: 0.3em; }
QMenuBar { background: @window; }
QMenuBar::item { padding: 0.45em 0.6em; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: @highlight; }
QMenu { background: @panel; border: 1px solid @line; padding: 0.3em; }
QMenu::item { padding: 0.3em 1.6em 0.3em 0.6em; border-radius: 4px; }
QMenu::item:selected { background: @highlight; color: @text; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @line; margin: 0.3em 0.5em; }
QMenu::icon { padding-left: 0.4em; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { padding: 0.3em 1em; border: none; border-bottom: 3px solid transparent; color: @faint; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:hover { color: @text; background: @highlight; }
QTabBar::tab:focus { border-bottom-color: @text; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QHeaderView::section {
  background: @raised; color: @faint; border: none; border-bottom: 1px solid @line; padding: 0.25em 0.5em;
}
QGroupBox { border: none; border-top: 1px solid @line; margin-top: 0.8em; padding-top: 0.6em; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; padding-right: 0.5em; color: @faint; }
QTableView, QTreeView, QPlainTextEdit, QTextBrowser { background: @panel; border: none; }
QPlainTextEdit:focus, QTextBrowser:focus { border: 1px solid @accent; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: @highlight; color: @text; }
QStatusBar { background: @window; border-top: 1px solid @line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { padding: 0.15em 0.6em; }
QSplitter::handle { background: @window; }
QSplitter::handle:hover { background: @accent; }
QScrollBar:vertical { background: transparent; width: @bar; margin: 0; }
QScrollBar:horizontal { background: transparent; height: @bar; margin: 0; }
QScrollBar::handle { background: @edge; border-radius: 2px; min-width: 2em; min-height: 2em; margin: 3px; }
QScrollBar::handle:hover { background: @faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: 0.3em; }
QFrame#why-divergence { background: @highlight; border: 1px solid @accent; border-radius: 6px; }
QPushButton[leads="true"], QPushButton#welcome-open { background: @accent; color: @onAccent; border-color: @accent; padding: 0.45em 1.1em; }
QPushButton[leads="true"]:hover { border-color: @text; }
QPushButton[leads="true"]:focus { border: 2px solid @text; }
QPushButton[leads="true"]:disabled { background: @raised; color: @faint; border-color: @line; }
)");
  const auto pixels = [](int count) { return QStringLiteral("%1px").arg(count); };
  const int tall = std::max(3, line / 4);
  const int wide = std::max(3, line * 2 / 5);
  // In this order: no name is the beginning of a later one.
  const std::initializer_list<std::pair<const char*, QString>> words{
      {"@panel", theme.panel.name()},
      {"@window", theme.window.name()},
      {"@raised", theme.raised.name()},
      {"@line", theme.line.name()},
      {"@edge", theme.edge.name()},
      {"@onAccent", theme.onAccent.name()},
      {"@accent", theme.accent.name()},
      {"@highlight", theme.highlight.name()},
      {"@text", theme.text.name()},
      {"@faint", theme.faint.name()},
      {"@tallInRing", pixels(tall - 1)},
      {"@wideInRing", pixels(wide - 1)},
      {"@tall", pixels(tall)},
      {"@wide", pixels(wide)},
      {"@round", pixels(line / 2)},
      {"@bar", pixels(6 + line / 3)},
      {"@scheme", theme.scheme == ColourScheme::Dark ? QStringLiteral("dark") : QStringLiteral("light")}};
  QString sheet = kSheet;
  for (const auto& [name, value] : words) sheet.replace(QLatin1String(name), value);
  return sheet;
}

void dress() {
  const Theme& theme = gui::theme(look().now);
  QApplication::setPalette(paletteOf(theme));
  QApplication::setFont(scaled(look().desktopFont, look().scale));
  qApp->setStyleSheet(sheetOf(theme, QFontMetrics(QApplication::font()).height()));
  // Qt tells windows only, and what has a font or colours of its own has to follow.
  for (const auto type : {QEvent::ApplicationPaletteChange, QEvent::ApplicationFontChange}) {
    for (QWidget* widget : QApplication::allWidgets()) {
      QEvent changed(type);
      QApplication::sendEvent(widget, &changed);
    }
  }
}

}  // namespace

void rememberDesktop() {
  look().desktopFont = QApplication::font();
  look().desktop = themeOf(QApplication::palette()).scheme;
  look().now = look().desktop;
  look().scale = 1;
  // One style everywhere: ours are its colours, and it takes them.
  QApplication::setStyle(new ScaledStyle);
  dress();
}

void setButtonStyle(QToolButton& button, Qt::ToolButtonStyle style) {
  if (button.toolButtonStyle() == style) return;
  button.setToolButtonStyle(style);
  button.style()->unpolish(&button);
  button.style()->polish(&button);
  button.updateGeometry();
}

double typeScale() { return look().scale; }

void setTypeScale(double scale) {
  look().scale = std::clamp(scale, kSmallestScale, kLargestScale);
  dress();
}

ColourScheme desktopScheme() { return look().desktop; }

ColourScheme colourScheme() { return look().now; }

void setColourScheme(ColourScheme scheme) {
  look().now = scheme;
  dress();
}

}  // namespace dialscope::gui
