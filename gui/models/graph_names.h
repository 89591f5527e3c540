// Every object of a plan by name, for a search field: what it is called, what it is, and its node.
//
//   GraphNames names;
//   names.show(plan, graph);
//   completer.setModel(&names);
#pragma once

#include "engine/question/plan_graph.h"

#include <QAbstractListModel>
#include <vector>

namespace dialscope::gui {

class GraphNames : public QAbstractListModel {
  Q_OBJECT
 public:
  using QAbstractListModel::QAbstractListModel;

  /// Keeps references to both until the next call; null = nothing to search.
  void show(const plan::Plan* plan, const question::PlanGraph* graph);

  question::Node nodeAt(int row) const { return nodes_[static_cast<std::size_t>(row)]; }
  /// The first node of this name, in the order of the rows; letter case counts only where two differ by it.
  std::optional<question::Node> find(const QString& name) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  /// Name and caption as one text; for Qt::EditRole the name alone.
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

 private:
  const plan::Plan* plan_ = nullptr;
  const question::PlanGraph* graph_ = nullptr;
  std::vector<question::Node> nodes_;
};

}  // namespace dialscope::gui
