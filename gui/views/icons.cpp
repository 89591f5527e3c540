#include "gui/views/icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

namespace dialscope::gui {
namespace {

class LineIconEngine : public QIconEngine {
 public:
  LineIconEngine(QByteArray svg, Ground ground) : svg_(std::move(svg)), ground_(ground) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
    const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
    const bool onAccent =
        ground_ == Ground::Accent || (ground_ == Ground::AccentWhenOn && state == QIcon::On);
    const auto role = onAccent ? QPalette::HighlightedText : QPalette::ButtonText;
    const QColor colour = QApplication::palette().color(group, role);
    QByteArray coloured = svg_;
    coloured.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(coloured);
    painter->save();
    painter->setOpacity(painter->opacity() * colour.alphaF());
    const int side = qMin(rect.width(), rect.height());
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    renderer.render(painter, square);
    painter->restore();
  }

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(0, 0), size), mode, state);
    return pixmap;
  }

  QIconEngine* clone() const override { return new LineIconEngine(svg_, ground_); }

 private:
  QByteArray svg_;
  Ground ground_;
};

}  // namespace

QIcon lineIcon(const QString& name, Ground ground) {
  QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
  const bool there = file.open(QIODevice::ReadOnly);
  Q_ASSERT_X(there, "lineIcon", qPrintable(name));
  return there ? QIcon(new LineIconEngine(file.readAll(), ground)) : QIcon();
}

}  // namespace dialscope::gui
