#include "gui/models/graph_names.h"

#include "gui/models/graph_words.h"

#include <array>

namespace dialscope::gui {
namespace {

using question::Node;
using question::NodeKind;

constexpr std::array kSearched{NodeKind::SearchSpace, NodeKind::Partition, NodeKind::RouteList,
                               NodeKind::RouteGroup,  NodeKind::HuntList,  NodeKind::Device,
                               NodeKind::Origin,      NodeKind::Pattern};

}  // namespace

std::vector<Node> namedNodes(const question::PlanGraph& graph) {
  std::vector<Node> nodes;
  for (const NodeKind kind : kSearched) {
    const auto& adjacent = graph.adjacent[static_cast<std::size_t>(kind)];
    for (std::uint32_t i = 0; i < adjacent.size(); ++i) {
      const bool isolated = adjacent[i].after.empty() && adjacent[i].before.empty();
      // A device that nothing is sent to, or that has no search space, is no end of anything.
      if (isolated && (kind == NodeKind::Device || kind == NodeKind::Origin)) continue;
      nodes.push_back({kind, i});
    }
  }
  return nodes;
}

std::optional<Node> findNode(const plan::Plan& plan, const std::vector<Node>& nodes, const QString& name) {
  std::optional<Node> alike;
  for (const Node node : nodes) {
    const QString other = nameOf(plan, node);
    if (other == name) return node;
    if (!alike && other.compare(name, Qt::CaseInsensitive) == 0) alike = node;
  }
  return alike;
}

}  // namespace dialscope::gui
