#include "gui/views/state_chip.h"

#include "gui/views/flow_layout.h"
#include "gui/views/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>
#include <cmath>
#include <numbers>

namespace dialscope::gui {
namespace {

/// A sign in the square from (-1, -1) to (1, 1): strokes, and what is filled.
struct Sign {
  QPainterPath strokes;
  QPainterPath filled;
};

QPainterPath circle(double radius) {
  QPainterPath path;
  path.addEllipse(QPointF(0, 0), radius, radius);
  return path;
}

QPainterPath star() {
  QPainterPath path;
  for (int i = 0; i < 10; ++i) {
    const double angle = std::numbers::pi * (i / 5.0 - 0.5);
    const double radius = i % 2 == 0 ? 1.0 : 0.42;
    const QPointF point(radius * std::cos(angle), radius * std::sin(angle));
    i == 0 ? path.moveTo(point) : path.lineTo(point);
  }
  path.closeSubpath();
  return path;
}

QPainterPath lines(std::initializer_list<std::pair<QPointF, QPointF>> parts) {
  QPainterPath path;
  for (const auto& [from, to] : parts) {
    path.moveTo(from);
    path.lineTo(to);
  }
  return path;
}

Sign signOf(CandidateState state) {
  Sign sign;
  switch (state) {
  case CandidateState::NeedsDigits:
    sign.strokes = circle(0.8);
    sign.filled.moveTo(0, -0.8);
    sign.filled.arcTo(QRectF(-0.8, -0.8, 1.6, 1.6), 90, 180);
    sign.filled.closeSubpath();
    break;
  case CandidateState::Matches: sign.filled = circle(0.8); break;
  case CandidateState::Selected: sign.filled = star(); break;
  case CandidateState::SelectedUrgent:
    sign.strokes.addPolygon(QPolygonF({{0, -0.85}, {0.95, 0.8}, {-0.95, 0.8}}));
    sign.strokes.closeSubpath();
    sign.strokes.addPath(lines({{{0, -0.25}, {0, 0.22}}, {{0, 0.52}, {0, 0.54}}}));
    break;
  case CandidateState::SelectedBlocked:
    sign.strokes = circle(0.8);
    sign.strokes.addPath(lines({{{-0.56, 0.56}, {0.56, -0.56}}}));
    break;
  case CandidateState::Beaten: sign.strokes = circle(0.75); break;
  case CandidateState::Dropped:
    sign.strokes = lines({{{-0.62, -0.62}, {0.62, 0.62}}, {{-0.62, 0.62}, {0.62, -0.62}}});
    break;
  case CandidateState::NotInSearchList: sign.strokes = lines({{{-0.5, 0}, {0.5, 0}}}); break;
  }
  return sign;
}

/// One chip of the legend.
class Chip : public QWidget {
 public:
  Chip(CandidateState state, QWidget* parent) : QWidget(parent), state_(state) {}
  QSize sizeHint() const override {
    const int side = QFontMetrics(font()).height();
    return {side * 5 / 4, side};
  }
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintState(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), state_,
               palette().color(QPalette::Window));
  }

 private:
  CandidateState state_;
};

}  // namespace

void paintState(QPainter& painter, const QRectF& box, CandidateState state, const QColor& background) {
  const QRgb fill = lookOf(state).fill;
  const bool filled = qAlpha(fill) != 0;
  const QColor colour = filled ? QColor::fromRgba(fill) : background;
  painter.save();
  if (filled) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(box, 4, 4);
  }
  const double half = std::min(box.width(), box.height()) * 0.31;
  painter.translate(box.center());
  painter.scale(half, half);
  const QColor ink = inkOn(colour);
  const Sign sign = signOf(state);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(ink, 1.7 / half, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPath(sign.strokes);
  painter.fillPath(sign.filled, ink);
  painter.restore();
}

StateLegend::StateLegend(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("legend"));
  auto* flow = new FlowLayout(10);
  for (std::size_t i = 0; i < kCandidateStateCount; ++i) {
    const auto state = static_cast<CandidateState>(i);
    auto* entry = new QWidget(this);
    auto* row = new QHBoxLayout(entry);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(5);
    row->addWidget(new Chip(state, entry));
    auto* name = new QLabel(stateName(state), entry);
    keepScaled(*name, 0.85);
    keepFaint(*name);
    row->addWidget(name);
    flow->addWidget(entry);
    entries_.push_back(entry);
  }
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 3, 8, 3);
  column->addLayout(flow);
}

void StateLegend::setShown(const std::set<CandidateState>& states) {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    entries_[i]->setVisible(states.count(static_cast<CandidateState>(i)) > 0);
  }
}

}  // namespace dialscope::gui
