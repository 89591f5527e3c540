#include "engine/question/excerpt.h"

#include "engine/question/excerpt_chooser.h"

#include <algorithm>
#include <deque>
#include <set>

namespace dialscope::question {
namespace {

bool isTarget(NodeKind kind) { return kind >= NodeKind::RouteList; }

// Whether what leads to `node` is of interest when `focus` is looked at.
bool looksBack(Node focus, Node node) {
  if (node == focus) return true;
  if (node.kind == NodeKind::Partition) return focus.kind == NodeKind::Pattern;
  return isTarget(focus.kind) && node.kind != NodeKind::SearchSpace;
}

void openBefore(ExcerptChooser& chooser, Node focus) {
  std::set<Node> met{focus};
  std::deque<Node> queue{focus};
  for (; !queue.empty(); queue.pop_front()) {
    if (!looksBack(focus, queue.front())) continue;
    for (const Node node : chooser.open(queue.front(), Side::Before)) {
      if (met.insert(node).second) queue.push_back(node);
    }
  }
}

}  // namespace

std::optional<std::size_t> Excerpt::find(Node node) const {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].node == node) return i;
  }
  return std::nullopt;
}

Excerpt excerptAround(const PlanGraph& graph, Node focus, const Limits& limits) {
  ExcerptChooser chooser(graph, limits);
  chooser.focusOn(focus);
  openBefore(chooser, focus);
  openAfter(chooser, focus, focus.kind == NodeKind::Partition ? 0 : 1);
  return chooser.excerpt();
}

Excerpt overview(const PlanGraph& graph, const plan::Plan& plan, const Limits& limits) {
  ExcerptChooser chooser(graph, limits);
  const std::size_t count = std::min(plan.searchSpaces.size(), std::max<std::size_t>(limits.nodes / 3, 1));
  std::vector<Node> partitions;
  for (std::uint32_t i = 0; i < count; ++i) chooser.add({NodeKind::SearchSpace, i});
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto opened = chooser.open({NodeKind::SearchSpace, i}, Side::After);
    partitions.insert(partitions.end(), opened.begin(), opened.end());
  }
  for (const Node partition : partitions) {
    chooser.open(partition, Side::After, [&](Node pattern) {
      return plan.entries[pattern.index].kind == plan::EntryKind::Translation;
    });
  }
  Excerpt excerpt = chooser.excerpt();
  excerpt.hiddenSearchSpaces = plan.searchSpaces.size() - count;
  return excerpt;
}

}  // namespace dialscope::question
