#include "gui/views/lesson_delegate.h"

#include "gui/models/lesson_book.h"
#include "gui/views/theme.h"

#include <QAbstractItemView>
#include <QFontMetrics>
#include <QPainter>
#include <QScrollBar>

namespace dialscope::gui {
namespace {

// The title's place in an item at the origin, half a line further up.
QRect textRect(const QFont& font, int width, const QModelIndex& index) {
  const QFontMetrics metrics(scaled(font, 1, true));
  const int left = metrics.height() * 5 / 2;
  const QRect room(left, 0, qMax(metrics.averageCharWidth() * 8, width - left - metrics.height() / 2), 10000);
  return metrics.boundingRect(room, Qt::TextWordWrap, index.data().toString());
}

}  // namespace

QSize LessonDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const QFontMetrics metrics(option.font);
  const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
  // As if the scroll bar were there: whether it is depends on the heights.
  const int width = view ? view->contentsRect().width() - view->verticalScrollBar()->sizeHint().width()
                         : metrics.averageCharWidth() * 30;
  return {width, textRect(option.font, width, index).height() + metrics.height() * 2};
}

void LessonDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
  const Theme& theme = themeOf(option.palette);
  const bool chosen = option.state & QStyle::State_Selected;
  painter->save();
  if (chosen) {
    painter->fillRect(option.rect, theme.highlight);
    painter->fillRect(QRect(option.rect.topLeft(), QSize(4, option.rect.height())), theme.accent);
  }
  const int line = QFontMetrics(option.font).height();
  const QRect title = textRect(option.font, option.rect.width(), index)
                          .translated(option.rect.left(), option.rect.top() + line / 2);
  painter->setPen(theme.faint);
  painter->setFont(option.font);
  painter->drawText(option.rect.left() + line, title.top() + QFontMetrics(option.font).ascent(),
                    QString::number(index.row() + 1));
  painter->setPen(theme.text);
  painter->setFont(scaled(option.font, 1, chosen));
  QRect drawn;
  painter->drawText(title, Qt::TextWordWrap, index.data().toString(), &drawn);
  const bool done = index.data(LessonBook::AnsweredRole) == index.data(LessonBook::QuestionsRole);
  painter->setPen(done ? theme.good : theme.faint);
  painter->setFont(scaled(option.font, 0.9));
  painter->drawText(
      title.left(), drawn.bottom() + line,
      (done ? QStringLiteral("✓ ") : QString()) + index.data(LessonBook::ProgressRole).toString());
  if (option.state & QStyle::State_HasFocus) {
    painter->setPen(QPen(theme.accent, 1, Qt::DotLine));
    painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
  }
  painter->restore();
}

}  // namespace dialscope::gui
