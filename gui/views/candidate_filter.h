// The rows of a CandidateModel that contain a text, in the engine's order or sorted by a column; and in the last column,
// where the model has the key that ruled a pattern out, how it fared in words.
#pragma once

#include <QSortFilterProxyModel>

namespace dialscope::gui {

class CandidateFilter : public QSortFilterProxyModel {
  Q_OBJECT
 public:
  explicit CandidateFilter(QObject* parent = nullptr);

  /// Part of a pattern, a partition or a kind; empty = all rows.
  void setText(const QString& text);

  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

 protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

 private:
  QString text_;
};

}  // namespace dialscope::gui
