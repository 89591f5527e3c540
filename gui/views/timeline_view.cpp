#include "gui/views/timeline_view.h"

#include "engine/report/phrases.h"
#include "engine/routing/explain_call.h"
#include "gui/models/candidate_state.h"
#include "gui/models/replay_session.h"
#include "gui/views/explanation.h"
#include "gui/views/theme.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <array>

namespace dialscope::gui {
namespace {

constexpr int kPad = 10;
constexpr int kHandle = 9;  // height of the playhead's handle, between the times and the lanes

/// The timeline as a slider over the steps.
class AccessibleTimeline : public QAccessibleWidget, public QAccessibleValueInterface {
 public:
  explicit AccessibleTimeline(TimelineView* view)
      : QAccessibleWidget(view, QAccessible::Slider),
        view_(view) {}

  void* interface_cast(QAccessible::InterfaceType type) override {
    if (type == QAccessible::ValueInterface) return static_cast<QAccessibleValueInterface*>(this);
    return QAccessibleWidget::interface_cast(type);
  }
  QString text(QAccessible::Text what) const override {
    return what == QAccessible::Value ? view_->spokenStep() : QAccessibleWidget::text(what);
  }
  QVariant currentValue() const override { return view_->session().step(); }
  void setCurrentValue(const QVariant& value) override { view_->session().setStep(value.toInt()); }
  QVariant maximumValue() const override { return view_->session().stepCount() - 1; }
  QVariant minimumValue() const override { return 0; }
  QVariant minimumStepSize() const override { return 1; }

 private:
  TimelineView* view_;
};

QAccessibleInterface* accessibleTimeline(const QString&, QObject* object) {
  auto* view = qobject_cast<TimelineView*>(object);
  return view ? new AccessibleTimeline(view) : nullptr;
}

bool ends(routing::State state) { return state >= routing::State::Routed; }

/// A key and, where it decides, the sign of what it decides.
QString keyWithSign(const QString& key, CandidateState state) {
  return state == CandidateState::NeedsDigits ? key : key + QString::fromUtf8(lookOf(state).glyph);
}

/// The end of a lane in two or three words: the drawing has no room for the sentence.
QString endWords(const plan::Plan& plan, const routing::Trace& trace) {
  switch (trace.fate) {
  case routing::Fate::Routed: {
    const std::string& device = trace.target.device.empty() ? trace.target.routeList : trace.target.device;
    const std::string pattern = trace.last().entry ? at(plan.entries, *trace.last().entry).pattern.text : "";
    const QString by = QString::fromStdString(pattern);
    return device.empty() ? TimelineView::tr("%1 rings").arg(by)
                          : TimelineView::tr("%1 to %2").arg(by, QString::fromStdString(device));
  }
  case routing::Fate::Blocked: return TimelineView::tr("blocked");
  default: return TimelineView::tr("reorder");
  }
}

}  // namespace

TimelineView::TimelineView(ReplaySession& session, QWidget* parent) : QWidget(parent), session_(session) {
  static const bool installed = (QAccessible::installFactory(accessibleTimeline), true);
  Q_UNUSED(installed);
  setObjectName(QStringLiteral("timeline"));
  setAccessibleName(tr("Timeline"));
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(&session, &ReplaySession::answered, this, &TimelineView::refresh);
  connect(&session, &ReplaySession::stepChanged, this, &TimelineView::refresh);
  connect(&session, &ReplaySession::timeChanged, this, qOverload<>(&QWidget::update));
  layOutSteps();
}

QSize TimelineView::sizeHint() const {
  const int line = QFontMetrics(font()).height();
  const int lanes = static_cast<int>(session_.laneCount());
  return {line * 30, line * 3 / 2 + kHandle + lanes * (line * 2 + 10) + kPad};
}

QSize TimelineView::minimumSizeHint() const {
  return {QFontMetrics(font()).height() * 16, sizeHint().height()};
}

void TimelineView::setToScale(bool toScale) {
  toScale_ = toScale;
  update();
}

QString TimelineView::spokenStep() const {
  QStringList words{tr("step %1 of %2").arg(session_.step() + 1).arg(session_.stepCount())};
  for (std::size_t lane = 0; lane < session_.laneCount(); ++lane) {
    if (session_.answer(lane).trace) {
      words.append(QStringLiteral("%1: %2").arg(laneName(session_, lane), session_.view(lane).sentence));
    }
  }
  if (session_.divergence().step == session_.step()) words.append(tr("the lanes part here"));
  return words.join(QStringLiteral("; "));
}

void TimelineView::refresh() {
  layOutSteps();
  updateGeometry();
  update();
  QAccessibleValueChangeEvent changed(this, session_.step());
  QAccessible::updateAccessibility(&changed);
}

int TimelineView::labelWidth() const {
  int width = 0;
  const QFontMetrics metrics(font());
  for (std::size_t lane = 0; lane < session_.laneCount(); ++lane) {
    width = std::max(width, metrics.horizontalAdvance(laneName(session_, lane)));
  }
  return std::min(width + 2 * kPad, this->width() / 4);
}

QRect TimelineView::track() const {
  const QFontMetrics metrics(font());
  const int left = labelWidth() + kPad;
  // Behind the last block stand the keys that came too late and how the call ended.
  const QFontMetrics bold(scaled(font(), 1.0, true));
  int right = 0;
  for (std::size_t lane = 0; lane < session_.laneCount(); ++lane) {
    const Answer& answer = session_.answer(lane);
    if (!answer.trace) continue;
    const int late = static_cast<int>(answer.trace->unused.size()) * (metrics.height() * 3 / 2 + 4);
    right = std::max(right, late + bold.horizontalAdvance(QStringLiteral("= ") +
                                                          endWords(answer.workspace->plan(), *answer.trace)));
  }
  right = std::min(right + metrics.height() + 3 * kPad, width() * 2 / 5);
  return rect().adjusted(left, metrics.height() * 3 / 2 + kHandle, -right, -kPad / 2);
}

QRect TimelineView::laneRect(std::size_t lane) const {
  const QRect area = track();
  const int lanes = static_cast<int>(session_.laneCount());
  const int height = area.height() / std::max(1, lanes);
  return {area.left(), area.top() + static_cast<int>(lane) * height, area.width(), height};
}

double TimelineView::xOf(int step) const {
  if (toScale_) return xOfTime(session_.timeOf(step));
  const QRect area = track();
  return area.left() + area.width() * places_[static_cast<std::size_t>(step)] / std::max(1.0, places_.back());
}

// By step, one is as wide as the next; but a wait that is sat out has to be seen.
void TimelineView::layOutSteps() {
  std::vector<bool> waits(static_cast<std::size_t>(session_.stepCount()), false);
  for (std::size_t lane = 0; lane < session_.laneCount(); ++lane) {
    const auto& trace = session_.answer(lane).trace;
    if (!trace) continue;
    for (std::size_t i = 1; i < trace->timeline.size(); ++i) {
      if (trace->timeline[i].key || trace->timeline[i].at <= trace->timeline[i - 1].at) continue;
      if (const auto step = session_.stepOf(lane, i)) waits[static_cast<std::size_t>(*step)] = true;
    }
  }
  places_.assign(waits.size(), 0);
  for (std::size_t step = 1; step < waits.size(); ++step)
    places_[step] = places_[step - 1] + (waits[step] ? 3 : 1);
}

double TimelineView::xOfTime(std::chrono::milliseconds time) const {
  const QRect area = track();
  const auto all = session_.timeOf(session_.stepCount() - 1);
  // A second at least, so that what happens at once is not spread over the whole width.
  const double span = std::max(1000.0, static_cast<double>(all.count()));
  return area.left() + area.width() * static_cast<double>(time.count()) / span;
}

double TimelineView::playheadX() const {
  if (toScale_) return xOfTime(session_.time());
  const int step = session_.step();
  const double here = xOf(step);
  if (step + 1 >= session_.stepCount()) return here;
  const auto from = session_.timeOf(step);
  const auto to = session_.timeOf(step + 1);
  if (to <= from) return here;
  const double share =
      static_cast<double>((session_.time() - from).count()) / static_cast<double>((to - from).count());
  return here + (xOf(step + 1) - here) * std::clamp(share, 0.0, 1.0);
}

void TimelineView::scrubTo(double x) {
  if (toScale_) {
    const QRect area = track();
    const auto all = session_.timeOf(session_.stepCount() - 1);
    const double span = std::max(1000.0, static_cast<double>(all.count()));
    const double share = (x - area.left()) / std::max(1, area.width());
    session_.setTime(std::chrono::milliseconds(static_cast<long>(std::clamp(share, 0.0, 1.0) * span)));
    return;
  }
  session_.setStep(stepNear(x));
}

int TimelineView::stepNear(double x) const {
  int nearest = 0;
  for (int step = 1; step < session_.stepCount(); ++step) {
    if (std::abs(xOf(step) - x) < std::abs(xOf(nearest) - x)) nearest = step;
  }
  return nearest;
}

void TimelineView::focusInEvent(QFocusEvent* event) {
  byKeyboard_ = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
  QWidget::focusInEvent(event);
}

void TimelineView::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) scrubTo(event->position().x());
}

void TimelineView::mouseMoveEvent(QMouseEvent* event) {
  if (event->buttons() & Qt::LeftButton) scrubTo(event->position().x());
}

bool TimelineView::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  for (std::size_t lane = 0; lane < session_.laneCount(); ++lane) {
    const Answer& answer = session_.answer(lane);
    if (!answer.trace || !laneRect(lane).contains(QPoint(laneRect(lane).left(), help->pos().y()))) continue;
    const auto moment = session_.momentAt(lane, stepNear(help->pos().x()));
    if (!moment) continue;
    const auto& entry = answer.trace->timeline[*moment];
    QToolTip::showText(help->globalPos(),
                       QStringLiteral("%1: %2").arg(QString::fromStdString(report::seconds(entry.at)),
                                                    QString::fromStdString(report::momentPhrase(
                                                        answer.workspace->plan(), *answer.trace, entry))),
                       this);
    return true;
  }
  QToolTip::hideText();
  return true;
}

void TimelineView::paintScale(QPainter& painter) const {
  const Theme& theme = themeOf(palette());
  const QFontMetrics metrics(scaled(font(), 0.85));
  painter.setFont(scaled(font(), 0.85));
  painter.setPen(theme.faint);
  const QRect area = track();
  double last = -1000;
  QString said;
  const auto label = [&](double x, const QString& text) {
    if (text == said || x - last < metrics.horizontalAdvance(text) + 12) return;
    last = x;
    said = text;
    painter.setPen(theme.line);
    painter.drawLine(QPointF(x, area.top() - 3), QPointF(x, area.bottom()));
    painter.setPen(theme.faint);
    painter.drawText(QRectF(x - 100, 0, 200, area.top() - kHandle - 3), Qt::AlignHCenter | Qt::AlignBottom,
                     text);
  };
  if (toScale_) {
    const auto all =
        std::max<long>(1000, static_cast<long>(session_.timeOf(session_.stepCount() - 1).count()));
    const long unit = all <= 4000 ? 500 : all <= 20000 ? 1000 : 5000;
    for (long time = 0; time <= all; time += unit) {
      label(xOfTime(std::chrono::milliseconds(time)),
            QString::fromStdString(report::seconds(std::chrono::milliseconds(time))));
    }
    return;
  }
  for (int step = 0; step < session_.stepCount(); ++step) {
    label(xOf(step),
          step == 0 ? tr("off-hook") : QString::fromStdString(report::seconds(session_.timeOf(step))));
  }
}

void TimelineView::paintLane(QPainter& painter, std::size_t lane) const {
  const Theme& theme = themeOf(palette());
  const QRect area = laneRect(lane);
  const QFontMetrics metrics(font());
  painter.setFont(font());
  painter.setPen(theme.text);
  const QRect label(kPad, area.top(), labelWidth() - kPad, area.height());
  painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter,
                   metrics.elidedText(laneName(session_, lane), Qt::ElideRight, label.width()));
  const double middle = area.center().y();
  const double height = metrics.height() * 1.5;
  painter.setPen(QPen(theme.line, 1));
  painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle));

  const Answer& answer = session_.answer(lane);
  if (!answer.trace) return;
  const routing::Trace& trace = *answer.trace;
  const plan::Plan& plan = answer.workspace->plan();
  const auto xOfMoment = [&](std::size_t moment) {
    const auto step = session_.stepOf(lane, moment);
    return step ? xOf(*step) : static_cast<double>(area.left());
  };
  const bool bloc = answer.lane.mode != routing::DialMode::DigitByDigit && !trace.call.dialed.bloc.empty();

  // Under the keys: the timer, where it runs out.
  for (std::size_t i = 0; i + 1 < trace.timeline.size(); ++i) {
    if (trace.timeline[i + 1].key || trace.timeline[i + 1].at <= trace.timeline[i].at) continue;
    const auto timer = routing::timerAt(plan, trace, i);
    const double from = xOfMoment(i);
    const QRectF wait(from, middle - height / 3, xOfMoment(i + 1) - from, height * 2 / 3);
    painter.setPen(QPen(theme.faint, 1));
    painter.setBrush(QBrush(theme.faint, Qt::BDiagPattern));
    painter.drawRect(wait);
    if (!timer) continue;
    const bool first = trace.timeline[i].state == routing::State::OffHook;
    const QString text =
        (first ? tr("first digit %1") : tr("T302 %1")).arg(QString::fromStdString(report::seconds(*timer)));
    const int width = metrics.horizontalAdvance(text) + 12;
    if (wait.width() > width + height) {
      const QRectF sign(wait.center().x() - width / 2.0, wait.top(), width, wait.height());
      painter.setPen(Qt::NoPen);
      painter.setBrush(theme.window);
      painter.drawRect(sign);
      painter.setPen(theme.text);
      painter.drawText(sign, Qt::AlignCenter, text);
    }
  }

  const auto block = [&](double x, const QString& text, const QColor& fill, bool heard, bool passed,
                         bool now = false) {
    const double width = std::max(height, metrics.horizontalAdvance(text) + height * 0.6);
    const QRectF box(x - height / 2, middle - height / 2, width, height);
    QColor shown = fill;
    if (!passed) shown.setAlphaF(0.35F);
    if (heard) {
      painter.setPen(passed ? QPen(fill.darker(140), 1) : QPen(theme.line, 1));
      painter.setBrush(theme.window);
      painter.drawRoundedRect(box, 4, 4);
      painter.setBrush(shown);
      painter.drawRoundedRect(box, 4, 4);
      if (now) {
        painter.setPen(QPen(theme.accent, 2.4));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(-2.5, -2.5, 2.5, 2.5), 6, 6);
      }
      painter.setPen(passed ? inkOn(fill) : theme.text);
    } else {
      painter.setPen(QPen(theme.bad, 1, Qt::DashLine));
      painter.setBrush(theme.window);
      painter.drawRoundedRect(box, 4, 4);
      painter.setPen(theme.bad);
    }
    QFont font = fixedPitch(scaled(this->font(), 1.0, true));
    font.setStrikeOut(!heard);
    painter.setFont(font);
    painter.drawText(box, Qt::AlignCenter, text);
    painter.setFont(this->font());
    return box.right();
  };

  const auto here = session_.view(lane).moment;
  double end = area.left();
  if (bloc) {
    const bool atOnce = ends(trace.timeline.back().state) && trace.waited.count() == 0;
    const CandidateState state =
        atOnce ? stateOf(plan, trace, trace.timeline.back()) : CandidateState::NeedsDigits;
    end = block(xOfMoment(0), keyWithSign(QString::fromStdString(trace.call.dialed.bloc), state),
                QColor::fromRgb(lookOf(state).fill), true, here.has_value());
  }
  for (std::size_t i = 0; i < trace.timeline.size(); ++i) {
    const routing::TimelineEntry& moment = trace.timeline[i];
    const bool passed = here && *here >= i;
    const CandidateState state = stateOf(plan, trace, moment);
    const QColor fill = QColor::fromRgb(lookOf(state).fill);
    if (moment.key) {
      const QString key = keyWithSign(QString(QLatin1Char(charOf(*moment.key))), state);
      end = std::max(end, block(xOfMoment(i), key, fill, true, passed, here == i));
    } else {
      // To scale, what a key sets off at once stands behind the key.
      const double half = height / 4;
      const QPointF at(i == 0 || bloc ? xOfMoment(i) : std::max(xOfMoment(i), end + half), middle);
      end = std::max(end, at.x() + 4);
      if (ends(moment.state) && !bloc) {
        painter.setPen(QPen(fill, 3));
        painter.drawLine(at - QPointF(0, height / 2), at + QPointF(0, height / 2));
      } else if (i > 0 && !bloc) {
        // The number becomes another one: the next hop begins.
        const std::array<QPointF, 4> diamond{at - QPointF(half, 0), at - QPointF(0, half),
                                             at + QPointF(half, 0), at + QPointF(0, half)};
        painter.setPen(QPen(theme.faint, 1));
        painter.setBrush(passed ? fill : theme.panel);
        painter.drawPolygon(diamond.data(), 4);
      }
    }
  }
  // Keys that came too late stand behind the end, struck through.
  for (const char key : trace.unused)
    end = block(end + height / 2 + 4, QString(QLatin1Char(key)), {}, false, true);

  const bool settled = session_.view(lane).settled;
  painter.setFont(scaled(font(), 1.0, settled));
  painter.setPen(!settled                               ? theme.faint
                 : trace.fate == routing::Fate::Routed  ? theme.good
                 : trace.fate == routing::Fate::Blocked ? theme.warn
                                                        : theme.bad);
  const QRectF room(end + 8, area.top(), width() - end - 8 - kPad, area.height());
  const QFontMetrics letters(painter.font());
  const QString words = letters.elidedText(QStringLiteral("= %1").arg(endWords(plan, trace)), Qt::ElideRight,
                                           static_cast<int>(room.width()));
  // No line through the words, which would say that they are void.
  painter.fillRect(QRectF(room.left() - 4, middle - 1, letters.horizontalAdvance(words) + 8, 2),
                   theme.window);
  painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, words);
}

void TimelineView::paintEvent(QPaintEvent*) {
  const Theme& theme = themeOf(palette());
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const bool any = std::any_of(&session_.answer(0), &session_.answer(0) + session_.laneCount(),
                               [](const Answer& answer) { return answer.trace != nullptr; });
  if (!any) {
    painter.setPen(theme.faint);
    painter.drawText(rect(), Qt::AlignCenter, tr("The call will stand here in time"));
    return;
  }
  paintScale(painter);
  const QRect area = track();
  if (const auto parting = session_.divergence().step) {
    const double x = xOf(*parting);
    const double half = QFontMetrics(font()).height() * 0.95;
    painter.setPen(Qt::NoPen);
    QColor band = theme.bad;
    band.setAlphaF(0.14F);
    painter.setBrush(band);
    painter.drawRoundedRect(QRectF(x - half, area.top() - 2, 2 * half, area.height() + 4), 6, 6);
  }
  const double x = playheadX();
  painter.setPen(QPen(theme.accent, 2));
  painter.drawLine(QPointF(x, area.top() - 4), QPointF(x, area.bottom() + 2));
  painter.setBrush(theme.accent);
  painter.setPen(Qt::NoPen);
  const std::array<QPointF, 3> handle{QPointF(x - 7, area.top() - kHandle - 2),
                                      QPointF(x + 7, area.top() - kHandle - 2), QPointF(x, area.top())};
  painter.drawPolygon(handle.data(), 3);
  for (std::size_t lane = 0; lane < session_.laneCount(); ++lane) paintLane(painter, lane);
  if (const auto parting = session_.divergence().step; parting && session_.laneCount() > 1) {
    // Between the lanes: the sign that replay prints beside the key.
    const QPointF middle(xOf(*parting), laneRect(1).top());
    const double radius = QFontMetrics(font()).height() * 0.5;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.bad);
    painter.drawEllipse(middle, radius, radius);
    painter.setPen(QPen(inkOn(theme.bad), 1.6));
    const double arm = radius * 0.55;
    painter.drawLine(middle + QPointF(-arm, -arm * 0.42), middle + QPointF(arm, -arm * 0.42));
    painter.drawLine(middle + QPointF(-arm, arm * 0.42), middle + QPointF(arm, arm * 0.42));
    painter.drawLine(middle + QPointF(-arm * 0.5, arm), middle + QPointF(arm * 0.5, -arm));
  }
  if (hasFocus() && byKeyboard_) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.accent, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
  }
}

}  // namespace dialscope::gui
