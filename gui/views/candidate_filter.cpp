#include "gui/views/candidate_filter.h"

#include "gui/models/candidate_model.h"

namespace dialscope::gui {

CandidateFilter::CandidateFilter(QObject* parent) : QSortFilterProxyModel(parent) {
  setSortRole(CandidateModel::SortRole);
}

void CandidateFilter::setText(const QString& text) {
  text_ = text.trimmed();
  invalidateFilter();
}

bool CandidateFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
  if (text_.isEmpty()) return true;
  for (const int column : {CandidateModel::Pattern, CandidateModel::Partition, CandidateModel::Kind}) {
    const QString shown = sourceModel()->index(row, column, parent).data().toString();
    if (shown.contains(text_, Qt::CaseInsensitive)) return true;
  }
  return false;
}

QVariant CandidateFilter::data(const QModelIndex& index, int role) const {
  if (index.column() != columnCount() - 1) return QSortFilterProxyModel::data(index, role);
  if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
    // Nothing is selected before the call is settled.
    const bool leads =
        index.data(CandidateModel::StateRole).toInt() == static_cast<int>(CandidateState::Matches);
    if (!leads) return index.data(CandidateModel::ReasonRole);
    const bool waits = static_cast<const CandidateModel*>(sourceModel())->waits();
    return waits ? tr("best so far: taken if no key follows") : tr("best so far: taken at once");
  }
  if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
  return QSortFilterProxyModel::data(index, role);
}

QVariant CandidateFilter::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Horizontal && section == columnCount() - 1) {
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) return tr("How it fared");
    if (role == Qt::ToolTipRole) return tr("What became of the pattern at this step, and at which key");
  }
  return QSortFilterProxyModel::headerData(section, orientation, role);
}

}  // namespace dialscope::gui
