#include "gui/views/hop_ladder.h"

#include "engine/report/phrases.h"
#include "gui/models/replay_session.h"
#include "gui/views/explanation.h"
#include "gui/views/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>

namespace dialscope::gui {
namespace {

constexpr double kPad = 10;

QString words(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString stepWords(const routing::RewriteStep& step) {
  const QString number = QString::fromStdString(step.number.text());
  const QString with = step.with.empty() ? HopLadder::tr("(none)") : QString::fromStdString(step.with);
  const QString who = step.party == routing::Party::Calling ? HopLadder::tr("calling, ") : QString();
  switch (step.operation) {
  case routing::Operation::Discard: return HopLadder::tr("%1%2 → %3").arg(who, with, number);
  case routing::Operation::ExternalMask:
    return HopLadder::tr("%1external mask %2 → %3").arg(who, with, number);
  case routing::Operation::Mask: return HopLadder::tr("%1mask %2 → %3").arg(who, with, number);
  case routing::Operation::Prefix: return HopLadder::tr("%1prefix %2 → %3").arg(who, with, number);
  }
  return {};
}

QString signOf(const plan::Entry& entry) {
  return entry.blocked ? QStringLiteral("⊘") : entry.urgent ? QStringLiteral("⚠") : QStringLiteral("★");
}

QString numberWords(const DigitString& number) {
  return number.empty() ? HopLadder::tr("(empty)") : QString::fromStdString(number.text());
}

}  // namespace

HopLadder::HopLadder(ReplaySession& session, QWidget* parent)
    : QAbstractScrollArea(parent),
      session_(session) {
  setObjectName(QStringLiteral("hops"));
  setAccessibleName(tr("Hops"));
  setFrameShape(QFrame::NoFrame);
  connect(&session, &ReplaySession::answered, this, &HopLadder::refresh);
  connect(&session, &ReplaySession::stepChanged, this, &HopLadder::refresh);
  refresh();
}

QSize HopLadder::minimumSizeHint() const {
  const int line = QFontMetrics(font()).height();
  return {line * 12, line * 3};
}

std::vector<HopLadder::Row> HopLadder::layOut() const {
  std::vector<Row> rows;
  const QFontMetricsF plain(font());
  const QFontMetricsF bold(scaled(font(), 1.0, true));
  const QFontMetricsF number(fixedPitch(scaled(font(), 1.0, true)));
  const double line = plain.height() * 1.15;
  double top = kPad * 0.6;
  for (std::size_t lane = 0; lane < session_.laneCount(); ++lane) {
    const Answer& answer = session_.answer(lane);
    if (!answer.trace) continue;
    const routing::Trace& trace = *answer.trace;
    const plan::Plan& plan = answer.workspace->plan();
    const LaneView& view = session_.view(lane);
    Row row;
    row.lane = lane;
    row.top = top;
    Card phone;
    phone.lines = {originWords(session_), laneName(session_, lane)};
    phone.arrow = numberWords(trace.hops.front().digits);
    phone.reached = true;
    row.cards.push_back(phone);
    for (std::size_t i = 0; i < trace.hops.size(); ++i) {
      const routing::Hop& hop = trace.hops[i];
      Card card;
      std::size_t decision = 0;
      for (std::size_t m = 0; m < trace.timeline.size(); ++m) {
        if (trace.timeline[m].hop == i) decision = m;
      }
      card.step = session_.stepOf(lane, decision).value_or(-1);
      card.reached = view.moment && *view.moment >= decision;
      if (hop.entry) {
        const plan::Entry& entry = at(plan.entries, *hop.entry);
        card.sign = signOf(entry);
        const QString pattern = QString::fromStdString(entry.pattern.text);
        card.lines.append(pattern.isEmpty() ? tr("(empty)") : pattern);
        card.lines.append(tr("%1 in %2")
                              .arg(words(report::kindWords(entry.kind)),
                                   QString::fromStdString(report::partitionName(plan, entry.partition))));
        for (const routing::RewriteStep& step : hop.steps) card.lines.append(stepWords(step));
      } else {
        card.sign = QStringLiteral("✕");
        card.lines.append(tr("no pattern"));
        card.lines.append(tr("reorder"));
      }
      const QString waited = hop.waited.count() > 0
                                 ? tr(", waited %1").arg(QString::fromStdString(report::seconds(hop.waited)))
                                 : QString();
      card.lines.append(words(hop.decidedBy) + waited);
      const bool goesOn = hop.entry && (i + 1 < trace.hops.size() || trace.fate == routing::Fate::Routed);
      if (goesOn) card.arrow = numberWords(hop.called);
      row.cards.push_back(card);
    }
    if (trace.fate == routing::Fate::Routed) {
      // The ladder's last rungs: list, group, device, as far as the call got.
      const routing::Target& target = trace.target;
      std::vector<std::pair<std::string, QString>> rungs{{target.routeList, tr("route list")},
                                                         {target.routeGroup, tr("route group")},
                                                         {target.huntList, tr("hunt list")},
                                                         {target.device, tr("device")}};
      for (const auto& [name, kind] : rungs) {
        if (name.empty()) continue;
        Card card;
        card.lines = {QString::fromStdString(name), kind};
        card.reached = view.settled;
        card.step = session_.stepOf(lane, trace.timeline.size() - 1).value_or(-1);
        if (row.cards.back().arrow.isEmpty()) row.cards.back().arrow = numberWords(target.called);
        row.cards.push_back(card);
      }
    }
    row.cards.back().arrow.clear();
    double x = kPad;
    double height = 0;
    for (Card& card : row.cards) {
      double width =
          bold.horizontalAdvance(card.lines.front()) + plain.height() * (card.sign.isEmpty() ? 0 : 1.5);
      for (const QString& text : card.lines) width = std::max(width, plain.horizontalAdvance(text));
      card.box = QRectF(x, top, width + 2 * kPad, static_cast<double>(card.lines.size()) * line + kPad);
      height = std::max(height, card.box.height());
      x = card.box.right();
      if (!card.arrow.isEmpty()) x += number.horizontalAdvance(card.arrow) + 3.2 * kPad;
    }
    for (Card& card : row.cards) card.box.moveTop(top + (height - card.box.height()) / 2);
    top += height + kPad;
    rows.push_back(std::move(row));
  }
  return rows;
}

void HopLadder::refresh() {
  rows_ = layOut();
  double width = 0;
  double height = 0;
  QStringList spoken;
  for (const Row& row : rows_) {
    QStringList chain;
    for (const Card& card : row.cards) {
      width = std::max(width, card.box.right());
      height = std::max(height, card.box.bottom());
      chain.append(card.lines.join(QStringLiteral(", ")) +
                   (card.arrow.isEmpty() ? QString() : tr(", sends %1").arg(card.arrow)));
    }
    spoken.append(chain.join(QStringLiteral("; then ")));
  }
  setAccessibleDescription(spoken.join(QStringLiteral(". ")));
  horizontalScrollBar()->setPageStep(viewport()->width());
  horizontalScrollBar()->setRange(0, std::max(0, static_cast<int>(width + kPad) - viewport()->width()));
  verticalScrollBar()->setPageStep(viewport()->height());
  verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(height + kPad / 2) - viewport()->height()));
  horizontalScrollBar()->setSingleStep(20);
  viewport()->update();
}

void HopLadder::resizeEvent(QResizeEvent*) { refresh(); }

void HopLadder::focusInEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusInEvent(event);
  viewport()->update();
}

void HopLadder::focusOutEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusOutEvent(event);
  viewport()->update();
}

void HopLadder::mousePressEvent(QMouseEvent* event) {
  const QPointF at =
      event->position() + QPointF(horizontalScrollBar()->value(), verticalScrollBar()->value());
  for (const Row& row : rows_) {
    for (const Card& card : row.cards) {
      if (card.box.contains(at) && card.step >= 0) session_.setStep(card.step);
    }
  }
}

void HopLadder::paintEvent(QPaintEvent*) {
  const Theme& theme = themeOf(palette());
  QPainter painter(viewport());
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(viewport()->rect(), theme.panel);
  if (hasFocus()) {
    painter.setPen(QPen(theme.accent, 1));
    painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), 4, 4);
  }
  if (rows_.empty()) {
    painter.setPen(theme.faint);
    painter.drawText(viewport()->rect(), Qt::AlignCenter,
                     tr("Dial a number to see its way through the plan"));
    return;
  }
  painter.translate(-horizontalScrollBar()->value(), -verticalScrollBar()->value());
  const QFont bold = scaled(font(), 1.0, true);
  const double line = QFontMetricsF(font()).height() * 1.15;
  for (const Row& row : rows_) {
    for (std::size_t i = 0; i < row.cards.size(); ++i) {
      const Card& card = row.cards[i];
      painter.setPen(card.reached ? QPen(theme.accent, 1.4) : QPen(theme.edge, 1, Qt::DashLine));
      painter.setBrush(card.reached ? theme.highlight : theme.panel);
      painter.drawRoundedRect(card.box, 7, 7);
      QRectF text = card.box.adjusted(kPad, kPad / 2, -kPad, 0);
      text.setHeight(line);
      for (qsizetype n = 0; n < card.lines.size(); ++n) {
        painter.setFont(n == 0 ? bold : font());
        painter.setPen(n == 0 && card.reached ? theme.text : theme.faint);
        const QString shown =
            n == 0 && !card.sign.isEmpty() ? card.sign + QStringLiteral("  ") + card.lines[0] : card.lines[n];
        painter.drawText(text, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip), shown);
        text.translate(0, line);
      }
      if (card.arrow.isEmpty() || i + 1 == row.cards.size()) continue;
      const QPointF from(card.box.right() + 3, card.box.center().y());
      const QPointF to(row.cards[i + 1].box.left() - 3, from.y());
      const bool sent = row.cards[i + 1].reached || i == 0;
      painter.setPen(QPen(theme.faint, sent ? 1.5 : 1));
      painter.drawLine(from, to);
      painter.drawLine(to, to + QPointF(-6, -4));
      painter.drawLine(to, to + QPointF(-6, 4));
      painter.setPen(sent ? theme.text : theme.faint);
      painter.setFont(fixedPitch(sent ? bold : font()));
      painter.drawText(QRectF(from.x(), from.y() - line - 2, to.x() - from.x(), line), Qt::AlignCenter,
                       card.arrow);
    }
  }
}

}  // namespace dialscope::gui
