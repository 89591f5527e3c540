#include "gui/models/problems_model.h"

#include "gui/models/text.h"

#include <QFileInfo>
#include <algorithm>

namespace dialscope::gui {
namespace {

QString fileOf(const Diagnostic& problem) {
  return problem.where.file ? text(*problem.where.file) : QString();
}

// "site.xml:7:21"
QString placeOf(const Diagnostic& problem) {
  QString place = QFileInfo(fileOf(problem)).fileName();
  if (problem.where.line > 0) place += QStringLiteral(":%1").arg(problem.where.line);
  if (problem.where.column > 0) place += QStringLiteral(":%1").arg(problem.where.column);
  return place;
}

}  // namespace

QString problemText(const Diagnostic& problem) { return text(report::messageText(problem)); }

ProblemsModel::ProblemsModel(const ReplaySession& session, std::size_t slot, QObject* parent)
    : QAbstractTableModel(parent),
      slot_(slot),
      problems_(session.plan(slot).problems) {
  connect(&session, &ReplaySession::planChanged, this, [this, &session](int changed) {
    if (static_cast<std::size_t>(changed) != slot_) return;
    beginResetModel();
    problems_ = session.plan(slot_).problems;
    endResetModel();
  });
}

std::size_t ProblemsModel::count(report::Severity severity) const {
  return static_cast<std::size_t>(
      std::count_if(problems_.begin(), problems_.end(),
                    [&](const Diagnostic& one) { return report::severityOf(one.code) == severity; }));
}

int ProblemsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(problems_.size());
}

int ProblemsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumnCount;
}

QVariant ProblemsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const Diagnostic& problem = problems_[static_cast<std::size_t>(index.row())];
  switch (role) {
  case SeverityRole: return static_cast<int>(report::severityOf(problem.code));
  case FileRole: return fileOf(problem);
  case LineRole: return static_cast<qulonglong>(problem.where.line);
  case ColumnRole: return static_cast<qulonglong>(problem.where.column);
  case Qt::ToolTipRole: return text(report::renderDiagnostic(problem));
  case SortRole:
    if (index.column() == Severity) return static_cast<int>(report::severityOf(problem.code));
    if (index.column() == Place) return index.row();
    [[fallthrough]];
  case Qt::DisplayRole: break;
  default: return {};
  }
  switch (index.column()) {
  case Severity: return text(report::severityName(report::severityOf(problem.code)));
  case Place: return placeOf(problem);
  case Text: return problemText(problem);
  case Code: return text(report::slugOf(problem.code));
  default: return {};
  }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
  case Severity: return tr("Severity");
  case Place: return tr("Place");
  case Text: return tr("Problem");
  case Code: return tr("Code");
  default: return {};
  }
}

}  // namespace dialscope::gui
