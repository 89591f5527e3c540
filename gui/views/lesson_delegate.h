// A lesson in the list: its number, its title on as many lines as it needs, and how far the learner is.
#pragma once

#include <QStyledItemDelegate>

namespace dialscope::gui {

class LessonDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace dialscope::gui
