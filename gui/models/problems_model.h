// What is wrong with a plan's files: a row per diagnostic, each with the place to go to.
//
//   ProblemsModel problems(session, 0);
//   problems.index(0, ProblemsModel::Text).data();                // "partition "Interal" is never defined; …"
//   problems.index(0, 0).data(ProblemsModel::FileRole);           // "plan.xml"
//
// The words are those of report/message.h. What is wrong with a request is no problem of the plan: see Answer::refusal.
#pragma once

#include "engine/report/message.h"
#include "gui/models/replay_session.h"

#include <QAbstractTableModel>

namespace dialscope::gui {

class ProblemsModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { Severity, Place, Text, Code, kColumnCount };

  enum Role {
    SeverityRole = Qt::UserRole + 1,  ///< report::Severity as int: 0 is the worst
    FileRole,                         ///< as it was given; empty = none
    LineRole,                         ///< from 1; 0 = the file as a whole
    ColumnRole,                       ///< from 1, in bytes
    SortRole,
  };

  ProblemsModel(const ReplaySession& session, std::size_t slot, QObject* parent = nullptr);

  /// How many are errors, warnings, notes.
  std::size_t count(report::Severity severity) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

 private:
  std::size_t slot_;
  Diagnostics problems_;
};

/// A diagnostic as a person reads it, its suggestion included: of a plan or of a request.
QString problemText(const Diagnostic& problem);

}  // namespace dialscope::gui
