// 1. Cycles are broken: depth first from node 0 on, an edge that leads back to the path it came by is turned round.
// 2. Ranks: the longest path from a source; then sources, and whoever has more behind than before, move right as far
//    as their targets let them. An edge that passes ranks becomes a chain of dummies, one in each.
#include "engine/question/layer_ranks.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <limits>
#include <utility>

namespace dialscope::question {
namespace {

// The edges that close a cycle, as depth-first search meets them.
std::vector<bool> edgesToTurn(const LayoutInput& input) {
  std::vector<std::vector<Index>> out(input.nodes.size());
  for (Index e = 0; e < input.edges.size(); ++e) out[input.edges[e].from].push_back(e);
  enum class Mark : std::uint8_t { New, OnPath, Done };
  std::vector<Mark> marks(input.nodes.size(), Mark::New);
  std::vector<bool> turned(input.edges.size(), false);
  std::vector<std::pair<Index, Index>> path;  // node, its next edge
  for (Index root = 0; root < input.nodes.size(); ++root) {
    if (marks[root] != Mark::New) continue;
    marks[root] = Mark::OnPath;
    path.push_back({root, 0});
    while (!path.empty()) {
      auto& [node, next] = path.back();
      if (next == out[node].size()) {
        marks[node] = Mark::Done;
        path.pop_back();
        continue;
      }
      const Index edge = out[node][next++];
      const Index to = input.edges[edge].to;
      if (marks[to] == Mark::OnPath) turned[edge] = true;
      if (marks[to] != Mark::New) continue;
      marks[to] = Mark::OnPath;
      path.push_back({to, 0});
    }
  }
  return turned;
}

// The ranks of the nodes, given acyclic edges from low to high.
std::vector<Index> ranksOf(Index count, const std::vector<LayoutInput::Edge>& edges) {
  Neighbours out(count);
  Neighbours in(count);
  for (const auto& edge : edges) {
    out[edge.from].push_back(edge.to);
    in[edge.to].push_back(edge.from);
  }
  std::vector<Index> order;
  std::vector<Index> waiting(count);
  for (Index node = 0; node < count; ++node) {
    waiting[node] = in[node].size();
    if (waiting[node] == 0) order.push_back(node);
  }
  std::vector<Index> rank(count, 0);
  for (Index i = 0; i < order.size(); ++i) {
    for (const Index to : out[order[i]]) {
      rank[to] = std::max(rank[to], rank[order[i]] + 1);
      if (--waiting[to] == 0) order.push_back(to);
    }
  }
  assert(order.size() == count);
  for (auto node = order.rbegin(); node != order.rend(); ++node) {
    if (out[*node].size() <= in[*node].size()) continue;
    Index nearest = std::numeric_limits<Index>::max();
    for (const Index to : out[*node]) nearest = std::min(nearest, rank[to]);
    rank[*node] = nearest - 1;
  }
  return rank;
}

}  // namespace

Ranked rankAll(const LayoutInput& input) {
  Ranked graph;
  graph.nodes = input.nodes.size();
  graph.turned = edgesToTurn(input);
  std::vector<LayoutInput::Edge> edges;
  for (Index e = 0; e < input.edges.size(); ++e) {
    auto edge = input.edges[e];
    if (edge.from == edge.to) continue;
    if (graph.turned[e]) std::swap(edge.from, edge.to);
    edges.push_back(edge);
  }
  graph.rank = ranksOf(graph.nodes, edges);
  for (const Extent& size : input.nodes) {
    graph.extent.push_back(size.height);
    graph.gap.push_back(input.nodeGap);
  }
  for (Index e = 0; e < input.edges.size(); ++e) {
    auto [from, to] = input.edges[e];
    graph.chains.emplace_back();
    if (from == to) continue;
    if (graph.turned[e]) std::swap(from, to);
    auto& chain = graph.chains.back();
    chain.push_back(from);
    for (Index rank = graph.rank[from] + 1; rank < graph.rank[to]; ++rank) {
      chain.push_back(graph.rank.size());
      graph.rank.push_back(rank);
      graph.extent.push_back(0);
      graph.gap.push_back(input.lineGap);
    }
    chain.push_back(to);
  }
  graph.before.resize(graph.size());
  graph.after.resize(graph.size());
  for (const auto& chain : graph.chains) {
    for (Index i = 1; i < chain.size(); ++i) {
      graph.after[chain[i - 1]].push_back(chain[i]);
      graph.before[chain[i]].push_back(chain[i - 1]);
    }
  }
  for (const Index rank : graph.rank) graph.rankCount = std::max(graph.rankCount, rank + 1);
  return graph;
}

}  // namespace dialscope::question
