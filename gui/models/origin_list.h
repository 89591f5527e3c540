// Who may dial: the search spaces of a plan, then the lines of its phones, a row each.
//
//   OriginList origins;
//   origins.show(session.plan().workspace);
//   origins.index(0).data();                            // "Phones"
//   origins.index(3000).data();                         // "SEP00000000A001/1 · 1001"
//   originIn("SEP00000000A001/1 · 1001");               // "SEP00000000A001/1", as a request says it
//
// Nothing is copied out of the plan but a number a line: a cluster has a hundred thousand phones.
#pragma once

#include "gui/models/replay_session.h"

#include <QAbstractListModel>
#include <cstdint>
#include <vector>

namespace dialscope::gui {

/// The name in a row's text.
QString originIn(const QString& row);

class OriginList : public QAbstractListModel {
  Q_OBJECT
 public:
  using QAbstractListModel::QAbstractListModel;

  void show(SharedWorkspace workspace);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  /// For a search on another thread: the row's text as long as `workspace` lives.
  std::function<QString(std::size_t)> texts() const;

 private:
  struct Line {
    std::uint32_t device = 0;
    std::uint32_t appearance = 0;
  };
  using Lines = std::vector<Line>;

  static QString textOf(const plan::Plan& plan, const Lines& lines, std::size_t row);

  SharedWorkspace workspace_;
  std::shared_ptr<const Lines> lines_;
};

}  // namespace dialscope::gui
