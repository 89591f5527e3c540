#include "gui/app/type_scale.h"

#include "gui/app/options.h"

#include <QApplication>
#include <QFont>
#include <QStyleFactory>
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

}  // namespace

void rememberDesktop() {
  look().desktopFont = QApplication::font();
  look().desktop = themeOf(QApplication::palette()).scheme;
  look().now = look().desktop;
  // One style everywhere: ours are its colours, and it takes them.
  QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
}

double typeScale() { return look().scale; }

void setTypeScale(double scale) {
  look().scale = std::clamp(scale, kSmallestScale, kLargestScale);
  QApplication::setFont(scaled(look().desktopFont, look().scale));
}

ColourScheme desktopScheme() { return look().desktop; }

ColourScheme colourScheme() { return look().now; }

void setColourScheme(ColourScheme scheme) {
  look().now = scheme;
  QApplication::setPalette(paletteOf(theme(scheme)));
}

}  // namespace dialscope::gui
