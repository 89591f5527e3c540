#include "gui/views/phone_display.h"

#include "gui/models/problems_model.h"
#include "gui/models/replay_session.h"
#include "gui/views/theme.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

namespace dialscope::gui {
namespace {

/// The dialed symbols in three parts: heard, still to come, never to be heard.
struct Parts {
  QString heard;
  QString coming;
  QString lost;
};

Parts partsOf(const ReplaySession& session) {
  const auto& trace = session.answer().trace;
  if (!trace)
    return {{}, {}, QString::fromStdString(session.answer().refusesDigits() ? session.request().digits : "")};
  const LaneView& view = session.view();
  QString rest = QString::fromStdString(trace->call.dialed.symbols()).mid(view.heard.size());
  if (view.settled) return {view.heard, {}, rest};
  return {view.heard, rest, {}};
}

double waveHeight(routing::Tone tone) {
  switch (tone) {
  case routing::Tone::Silence: return 0.08;
  case routing::Tone::Inside: return 0.55;
  case routing::Tone::Outside: return 0.85;
  case routing::Tone::Reorder: return 1;
  }
  return 0;
}

/// A small oscilloscope: dial tones are smooth, reorder is beaten, silence is flat.
QPainterPath wave(const QRectF& area, routing::Tone tone) {
  QPainterPath path(QPointF(area.left(), area.center().y()));
  const double height = area.height() / 2 * waveHeight(tone);
  const int count = 6;
  const double width = area.width() / count;
  for (int i = 0; i < count; ++i) {
    const double x = area.left() + i * width;
    const double peak = i % 2 == 0 ? -height : height;
    const double y = area.center().y();
    if (tone == routing::Tone::Reorder) {
      path.lineTo(x, y + peak);
      path.lineTo(x + width, y + peak);
      path.lineTo(x + width, y);
    } else {
      path.cubicTo(x + width * 0.35, y + peak, x + width * 0.65, y + peak, x + width, y);
    }
  }
  return path;
}

}  // namespace

QString toneWords(const ReplaySession& session) {
  const Answer& answer = session.answer();
  if (answer.refusesDigits()) return QCoreApplication::translate("PhoneDisplay", "Cannot be dialed");
  if (answer.refusal) return QCoreApplication::translate("PhoneDisplay", "Nobody dials");
  if (!answer.trace) return QCoreApplication::translate("PhoneDisplay", "On hook");
  const LaneView& view = session.view();
  switch (view.tone) {
  case routing::Tone::Silence:
    return view.state == routing::State::Routed ? QCoreApplication::translate("PhoneDisplay", "Call goes out")
                                                : QCoreApplication::translate("PhoneDisplay", "Silence");
  case routing::Tone::Inside: return QCoreApplication::translate("PhoneDisplay", "Dial tone");
  case routing::Tone::Outside: return QCoreApplication::translate("PhoneDisplay", "Outside dial tone");
  case routing::Tone::Reorder: return QCoreApplication::translate("PhoneDisplay", "Reorder tone");
  }
  return {};
}

PhoneDisplay::PhoneDisplay(ReplaySession& session, QWidget* parent) : QWidget(parent), session_(session) {
  setObjectName(QStringLiteral("phone-display"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(&session, &ReplaySession::answered, this, &PhoneDisplay::refresh);
  connect(&session, &ReplaySession::stepChanged, this, &PhoneDisplay::refresh);
  refresh();
}

QSize PhoneDisplay::sizeHint() const {
  const QFontMetrics metrics(font());
  return {metrics.averageCharWidth() * 24, metrics.height() * 5};
}

void PhoneDisplay::refresh() {
  const Parts parts = partsOf(session_);
  const auto& refusal = session_.answer().refusal;
  QString spoken = refusal                 ? problemText(*refusal)
                   : parts.heard.isEmpty() ? tr("no digits yet")
                                           : tr("heard %1").arg(parts.heard);
  if (!parts.lost.isEmpty()) spoken += tr(", never heard %1").arg(parts.lost);
  setAccessibleName(tr("Phone display"));
  setAccessibleDescription(tr("%1; %2").arg(spoken, toneWords(session_)));
  update();
}

void PhoneDisplay::paintEvent(QPaintEvent*) {
  const Theme& theme = themeOf(palette());
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QFontMetrics small(font());
  const int pad = small.height() / 2;
  const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
  painter.setPen(theme.line);
  painter.setBrush(theme.panel);
  painter.drawRoundedRect(box, 8, 8);

  const Parts parts = partsOf(session_);
  const QRect inner = rect().adjusted(pad, pad / 2, -pad, -pad / 2);
  const QString all = parts.heard + parts.coming + parts.lost;
  const int bottom = small.height() + pad / 2;
  const bool tooLate = !parts.lost.isEmpty() && session_.answer().trace;
  const QRect numberArea = inner.adjusted(0, 0, 0, -bottom - (tooLate ? small.height() : 0));

  // The number shrinks before it is cut; its end is what matters.
  QFont number = fixedPitch(scaled(font(), 2.0, true));
  while (QFontMetrics(number).horizontalAdvance(all) > numberArea.width() &&
         number.pointSizeF() > font().pointSizeF()) {
    number.setPointSizeF(number.pointSizeF() * 0.92);
  }
  painter.setFont(number);
  if (all.isEmpty()) {
    const Answer& answer = session_.answer();
    painter.setFont(font());
    painter.setPen(answer.refusal ? theme.bad : theme.faint);
    painter.drawText(numberArea, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap),
                     answer.refusal ? problemText(*answer.refusal)
                     : answer.trace ? tr("Press a key, or type one")
                                    : tr("No plan is open"));
  } else {
    const QFontMetrics metrics(number);
    int x = numberArea.left() + qMin(0, numberArea.width() - metrics.horizontalAdvance(all));
    painter.setClipRect(inner);
    const auto draw = [&](const QString& text, const QColor& colour, bool struck) {
      QFont drawn = number;
      drawn.setStrikeOut(struck);
      if (colour == theme.faint) drawn.setWeight(QFont::Normal);
      painter.setFont(drawn);
      painter.setPen(colour);
      const int width = metrics.horizontalAdvance(text);
      painter.drawText(QRect(x, numberArea.top(), width + 2, numberArea.height()),
                       Qt::AlignLeft | Qt::AlignVCenter, text);
      x += width;
    };
    draw(parts.heard, theme.text, false);
    draw(parts.coming, theme.faint, false);
    draw(parts.lost, theme.bad, true);
    painter.setClipping(false);
  }

  painter.setFont(font());
  if (tooLate) {
    painter.setPen(theme.bad);
    const QRect line(inner.left(), numberArea.bottom(), inner.width(), small.height());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, tr("%1 never heard").arg(parts.lost));
  }

  const QRect tone(inner.left(), inner.bottom() - small.height() + 1, inner.width(), small.height());
  const QRectF scope(tone.left(), tone.top() + 2, small.height() * 2.2, small.height() - 4);
  const bool reorder = session_.answer().refusal ||
                       (session_.answer().trace && session_.view().tone == routing::Tone::Reorder);
  painter.setPen(QPen(reorder ? theme.bad : theme.accent, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(wave(scope, session_.answer().trace ? session_.view().tone : routing::Tone::Silence));
  painter.setPen(reorder ? theme.bad : theme.faint);
  painter.drawText(tone.adjusted(static_cast<int>(scope.width()) + pad, 0, 0, 0),
                   Qt::AlignLeft | Qt::AlignVCenter, toneWords(session_));
}

}  // namespace dialscope::gui
