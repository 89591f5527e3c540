#include "gui/views/candidate_delegate.h"

#include "gui/models/candidate_model.h"
#include "gui/views/state_chip.h"
#include "gui/views/theme.h"

#include <QPainter>
#include <algorithm>

namespace dialscope::gui {
namespace {

constexpr int kPad = 6;

/// The pattern's type: larger than the rest of the row, in a fixed pitch.
QFont patternFont(const QFont& font) { return fixedPitch(scaled(font, 1.08, true)); }

}  // namespace

CandidateDelegate::CandidateDelegate(const CandidateModel& model, QObject* parent)
    : QStyledItemDelegate(parent),
      model_(model) {}

QSize CandidateDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const QFontMetrics metrics(option.font);
  const int height = metrics.height() * 8 / 5;
  if (index.column() == CandidateModel::Pattern) {
    return {QFontMetrics(patternFont(option.font)).horizontalAdvance(index.data().toString()) + 3 * kPad,
            height};
  }
  const bool isKey = index.column() >= CandidateModel::FirstKey && index.column() < model_.diedColumn();
  if (isKey || index.column() == CandidateModel::State) return {height + 6, height};
  // Whoever wins is told of in bold.
  const QFontMetrics widest(scaled(option.font, 1, index.column() == model_.diedColumn()));
  return {widest.horizontalAdvance(index.data().toString()) + 2 * kPad + 2, height};
}

void CandidateDelegate::paintPattern(QPainter& painter, const QStyleOptionViewItem& option,
                                     const QModelIndex& index) const {
  const Theme& theme = themeOf(option.palette);
  const bool struck = index.data(CandidateModel::StruckRole).toBool();
  QFont font = patternFont(option.font);
  font.setStrikeOut(struck);
  const QFontMetrics metrics(font);
  QRect area = option.rect.adjusted(kPad, 0, -2, 0);
  painter.setClipRect(option.rect);
  const auto draw = [&](const QString& text, const QColor& colour, bool boxed) {
    if (text.isEmpty()) return;
    const int width = metrics.horizontalAdvance(text);
    if (boxed) {
      const QRectF box(area.left() - 1, area.center().y() - metrics.height() / 2.0, width + 2,
                       metrics.height());
      painter.setPen(QPen(theme.accent, 1));
      painter.setBrush(theme.highlight);
      painter.drawRoundedRect(box, 3, 3);
    }
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(QRect(area.left(), area.top(), width + 2, area.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, text);
    area.setLeft(area.left() + width);
  };
  QString matched = index.data(CandidateModel::MatchedRole).toString();
  const QString next = index.data(CandidateModel::NextRole).toString();
  QString rest = index.data(CandidateModel::RestRole).toString();
  if (matched.isEmpty() && next.isEmpty() && rest.isEmpty())
    return draw(index.data().toString(), theme.faint, false);
  // Where there is no room, the element at which the race stands is what is kept.
  const int ends = metrics.horizontalAdvance(next) + kPad;
  const int start = std::min(metrics.horizontalAdvance(matched), area.width() - ends);
  rest = metrics.elidedText(rest, Qt::ElideRight,
                            std::max(area.width() - ends - start, metrics.horizontalAdvance(u'…')));
  matched = metrics.elidedText(matched, Qt::ElideLeft,
                               area.width() - ends - (rest.isEmpty() ? 0 : metrics.horizontalAdvance(rest)));
  draw(matched, struck ? theme.faint : theme.text, false);
  draw(next, struck ? theme.bad : theme.text, !struck);
  draw(rest, theme.faint, false);
}

void CandidateDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
  const Theme& theme = themeOf(option.palette);
  const int column = index.column();
  const bool isKey = column >= CandidateModel::FirstKey && column < model_.diedColumn();
  const int key = column - CandidateModel::FirstKey + 1;
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const bool selected = option.state & QStyle::State_Selected;
  if (selected) painter->fillRect(option.rect, theme.highlight);
  if (isKey && key == model_.heard()) {
    QColor band = theme.accent;
    band.setAlphaF(0.16F);
    painter->fillRect(option.rect, band);
  }
  const QVariant state = index.data(CandidateModel::StateRole);
  if (column == CandidateModel::State || (isKey && state.isValid())) {
    const QRectF chip = QRectF(option.rect).adjusted(3, 3, -3, -3);
    if (isKey && key < model_.heard()) painter->setOpacity(0.72);
    paintState(*painter, chip, static_cast<CandidateState>(state.toInt()), theme.panel);
    painter->setOpacity(1);
  } else if (column == CandidateModel::Pattern) {
    paintPattern(*painter, option, index);
  } else if (!isKey) {
    const auto now = static_cast<CandidateState>(
        index.siblingAtColumn(CandidateModel::State).data(CandidateModel::StateRole).toInt());
    const bool out = now == CandidateState::Dropped || now == CandidateState::NotInSearchList;
    const bool won = now == CandidateState::Selected || now == CandidateState::SelectedUrgent ||
                     now == CandidateState::SelectedBlocked;
    QFont font = scaled(option.font, 1.0, won && column == model_.diedColumn());
    font.setItalic(now == CandidateState::NotInSearchList);
    painter->setFont(font);
    painter->setPen(out ? theme.faint : theme.text);
    const QRect area = option.rect.adjusted(kPad, 0, -kPad, 0);
    const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
    painter->drawText(area, static_cast<int>(alignment | Qt::TextSingleLine),
                      QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, area.width()));
  }
  if (option.state & QStyle::State_HasFocus) {
    painter->setPen(QPen(theme.accent, 1.5));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
  }
  painter->restore();
}

}  // namespace dialscope::gui
