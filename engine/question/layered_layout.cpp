// Each step says in its own file how it works:
//
//   1. cycles are broken        layer_ranks.cpp
//   2. ranks                    layer_ranks.cpp
//   3. order within a rank      layer_order.cpp
//   4. coordinates              layer_places.cpp along the rank; here those of the ranks, and the lines between nodes
//
// Not taken: network simplex for ranks and coordinates. It is nicer by a little on wide graphs, and ten times the code.
#include "engine/question/layered_layout.h"

#include "engine/question/layer_order.h"
#include "engine/question/layer_places.h"
#include "engine/question/layer_ranks.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dialscope::question {
namespace {

// Left side and width of each rank. Steep bundles of edges get more room.
std::vector<std::pair<double, double>> placeRanks(const LayoutInput& input, const Ranked& graph,
                                                  const std::vector<double>& middle) {
  std::vector<std::pair<double, double>> columns(graph.rankCount);
  for (Index node = 0; node < graph.nodes; ++node) {
    auto& width = columns[graph.rank[node]].second;
    width = std::max(width, input.nodes[node].width);
  }
  std::vector<double> steepest(graph.rankCount, 0);
  for (Index v = 0; v < graph.size(); ++v) {
    for (const Index to : graph.after[v]) {
      auto& rise = steepest[graph.rank[v]];
      rise = std::max(rise, std::abs(middle[to] - middle[v]));
    }
  }
  double x = 0;
  for (Index r = 0; r < graph.rankCount; ++r) {
    columns[r].first = x;
    x += columns[r].second + input.rankGap + std::min(steepest[r] / 6, input.rankGap * 1.5);
  }
  return columns;
}

// Where an edge meets its node: the edges on one side share its middle half, in the order of their other ends.
class Ports {
 public:
  Ports(const LayoutInput& input, const Ranked& graph, const std::vector<double>& middle)
      : input_(input),
        graph_(graph),
        middle_(middle),
        leaving_(graph.nodes),
        arriving_(graph.nodes) {
    for (Index e = 0; e < graph.chains.size(); ++e) {
      const auto& chain = graph.chains[e];
      if (chain.empty()) continue;
      leaving_[chain.front()].push_back({middle[chain[1]], e});
      arriving_[chain.back()].push_back({middle[chain[chain.size() - 2]], e});
    }
    for (auto* side : {&leaving_, &arriving_}) {
      for (auto& ports : *side) std::sort(ports.begin(), ports.end());
    }
  }

  double leaving(Index edge) const { return port(leaving_, graph_.chains[edge].front(), edge); }
  double arriving(Index edge) const { return port(arriving_, graph_.chains[edge].back(), edge); }

 private:
  using Side = std::vector<std::vector<std::pair<double, Index>>>;

  double port(const Side& side, Index node, Index edge) const {
    const auto& ports = side[node];
    const auto found =
        std::find_if(ports.begin(), ports.end(), [&](const auto& p) { return p.second == edge; });
    const double step = input_.nodes[node].height / 2 / static_cast<double>(ports.size());
    const double place = static_cast<double>(found - ports.begin()) + 0.5;
    return middle_[node] + step * (place - static_cast<double>(ports.size()) / 2);
  }

  const LayoutInput& input_;
  const Ranked& graph_;
  const std::vector<double>& middle_;
  Side leaving_;
  Side arriving_;
};

std::vector<Point> loopAt(const Extent& size, const Point& corner) {
  const double right = corner.x + size.width;
  const double out = size.height / 2;
  return {{right, corner.y + size.height * 0.3},
          {right + out, corner.y + size.height * 0.3},
          {right + out, corner.y + size.height * 0.7},
          {right, corner.y + size.height * 0.7}};
}

}  // namespace

Layout layOutLayered(const LayoutInput& input) {
  Layout layout;
  if (input.nodes.empty()) return layout;
  const Ranked graph = rankAll(input);
  const Untangled untangled = untangle(graph);
  layout.crossings = untangled.crossings;
  layout.crossingsBefore = untangled.crossingsBefore;
  const std::vector<double> middle = placeAlong(graph, untangled.order);
  const auto columns = placeRanks(input, graph, middle);
  for (Index node = 0; node < graph.nodes; ++node) {
    const Extent& size = input.nodes[node];
    const Point corner{columns[graph.rank[node]].first, middle[node] - size.height / 2};
    layout.nodes.push_back(corner);
    layout.ranks.push_back(graph.rank[node]);
    layout.size.width = std::max(layout.size.width, corner.x + size.width);
    layout.size.height = std::max(layout.size.height, corner.y + size.height);
  }
  const Ports ports(input, graph, middle);
  for (Index e = 0; e < input.edges.size(); ++e) {
    PlacedEdge placed;
    const auto& chain = graph.chains[e];
    placed.backwards = graph.turned[e] || chain.empty();
    if (chain.empty()) {
      placed.line = loopAt(input.nodes[input.edges[e].from], layout.nodes[input.edges[e].from]);
    } else {
      const Index low = chain.front();
      // Straight as far as its column reaches, past the wider nodes there.
      const auto& column = columns[graph.rank[low]];
      const double side = layout.nodes[low].x + input.nodes[low].width;
      placed.line.push_back({side, ports.leaving(e)});
      if (side < column.first + column.second)
        placed.line.push_back({column.first + column.second, ports.leaving(e)});
      for (Index i = 1; i + 1 < chain.size(); ++i) {
        const auto& [left, width] = columns[graph.rank[chain[i]]];
        placed.line.push_back({left, middle[chain[i]]});
        placed.line.push_back({left + width, middle[chain[i]]});
      }
      placed.line.push_back({layout.nodes[chain.back()].x, ports.arriving(e)});
      if (graph.turned[e]) std::reverse(placed.line.begin(), placed.line.end());
    }
    for (const Point& point : placed.line) {
      layout.size.width = std::max(layout.size.width, point.x);
      layout.size.height = std::max(layout.size.height, point.y);
    }
    layout.edges.push_back(std::move(placed));
  }
  return layout;
}

}  // namespace dialscope::question
