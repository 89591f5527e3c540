#include "gui/views/timer_ring.h"

#include "engine/report/phrases.h"
#include "gui/models/replay_session.h"
#include "gui/views/theme.h"

#include <QPainter>

namespace dialscope::gui {
namespace {

/// What the ring says in words.
QString words(const LaneView& view, bool answered) {
  if (!answered || !view.timer) return TimerRing::tr("No timer runs");
  const QString name =
      view.state == routing::State::OffHook ? TimerRing::tr("First digit") : TimerRing::tr("T302");
  return TimerRing::tr("%1: %2 of %3 left")
      .arg(name, QString::fromStdString(report::seconds(view.timerLeft)),
           QString::fromStdString(report::seconds(*view.timer)));
}

}  // namespace

TimerRing::TimerRing(ReplaySession& session, QWidget* parent) : QWidget(parent), session_(session) {
  setObjectName(QStringLiteral("timer-ring"));
  setAccessibleName(tr("Interdigit timer"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(&session, &ReplaySession::answered, this, &TimerRing::refresh);
  connect(&session, &ReplaySession::stepChanged, this, &TimerRing::refresh);
  connect(&session, &ReplaySession::timeChanged, this, &TimerRing::refresh);
  refresh();
}

QSize TimerRing::sizeHint() const {
  const QFontMetrics metrics(font());
  return {metrics.averageCharWidth() * 22, metrics.height() * 3};
}

void TimerRing::refresh() {
  setAccessibleDescription(words(session_.view(), session_.answer().trace != nullptr));
  update();
}

void TimerRing::paintEvent(QPaintEvent*) {
  const Theme& theme = themeOf(palette());
  const LaneView& view = session_.view();
  const bool answered = session_.answer().trace != nullptr;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double side = height() - 4;
  const double thickness = side / 7;
  const QRectF ring(2 + thickness / 2, 2 + thickness / 2, side - thickness, side - thickness);
  painter.setPen(QPen(theme.raised, thickness));
  painter.drawEllipse(ring);
  if (answered && view.timer && view.timer->count() > 0) {
    const double left =
        static_cast<double>(view.timerLeft.count()) / static_cast<double>(view.timer->count());
    painter.setPen(QPen(theme.accent, thickness, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(ring, 90 * 16, static_cast<int>(left * 360 * 16));
    painter.setPen(theme.text);
    painter.setFont(scaled(font(), 0.85, true));
    painter.drawText(ring, Qt::AlignCenter,
                     QString::number(static_cast<double>(view.timerLeft.count()) / 1000, 'f', 1));
  }
  painter.setFont(font());
  painter.setPen(answered && view.timer ? theme.text : theme.faint);
  const QRectF text(side + 12, 0, width() - side - 12, height());
  painter.drawText(text, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap),
                   words(view, answered));
}

}  // namespace dialscope::gui
