#include "gui/models/graph_names.h"

#include "gui/models/graph_words.h"

#include <array>

namespace dialscope::gui {
namespace {

using question::Node;
using question::NodeKind;

// What is searched for most comes first; the numbers of a large plan last.
constexpr std::array kSearched{NodeKind::SearchSpace, NodeKind::Partition, NodeKind::RouteList,
                               NodeKind::RouteGroup,  NodeKind::HuntList,  NodeKind::Device,
                               NodeKind::Origin,      NodeKind::Pattern};

}  // namespace

void GraphNames::show(const plan::Plan* plan, const question::PlanGraph* graph) {
  beginResetModel();
  plan_ = plan;
  graph_ = graph;
  nodes_.clear();
  for (const NodeKind kind : kSearched) {
    if (graph_ == nullptr) break;
    const auto& adjacent = graph_->adjacent[static_cast<std::size_t>(kind)];
    for (std::uint32_t i = 0; i < adjacent.size(); ++i) {
      const bool isolated = adjacent[i].after.empty() && adjacent[i].before.empty();
      // A device that nothing is sent to, or that has no search space, is no end of anything.
      if (isolated && (kind == NodeKind::Device || kind == NodeKind::Origin)) continue;
      nodes_.push_back({kind, i});
    }
  }
  endResetModel();
}

std::optional<Node> GraphNames::find(const QString& name) const {
  std::optional<Node> alike;
  for (const Node node : nodes_) {
    const QString other = wordsOf(*plan_, node).name;
    if (other == name) return node;
    if (!alike && other.compare(name, Qt::CaseInsensitive) == 0) alike = node;
  }
  return alike;
}

int GraphNames::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(nodes_.size());
}

QVariant GraphNames::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const NodeWords words = wordsOf(*plan_, nodeAt(index.row()));
  if (role == Qt::EditRole) return words.name;
  if (role == Qt::DisplayRole) return QStringLiteral("%1   %2").arg(words.name, words.caption);
  return {};
}

}  // namespace dialscope::gui
