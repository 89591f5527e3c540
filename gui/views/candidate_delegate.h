// Draws the cells of the candidate table: chips for states, patterns in three parts (used up, next, what is left), a band
// over the key that is looked at.
#pragma once

#include <QStyledItemDelegate>

namespace dialscope::gui {

class CandidateModel;

class CandidateDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  CandidateDelegate(const CandidateModel& model, QObject* parent);

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  void paintPattern(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

  const CandidateModel& model_;
};

}  // namespace dialscope::gui
