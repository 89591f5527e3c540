// Steps 1 and 2 of a layered layout: a graph without cycles, and the rank of each node.
//
//   const Ranked graph = rankAll({.nodes = {{}, {}, {}}, .edges = {{0, 1}, {1, 2}, {0, 2}}});
//   graph.rank[2];       // 2
//   graph.chains[2];     // {0, 3, 2}: the edge passes rank 1, where 3 is its dummy
//
// Internal to the layout: the steps that follow work on this graph.
#pragma once

#include "engine/question/layered_layout.h"

#include <cstddef>
#include <vector>

namespace dialscope::question {

/// Counts nodes, vertices, edges, ranks and places alike.
using Index = std::size_t;
using Neighbours = std::vector<std::vector<Index>>;

/// The graph without cycles, with dummies: every edge leads to the next rank.
struct Ranked {
  Index nodes = 0;                         ///< vertices from here on are dummies
  std::vector<Index> rank;                 ///< of each vertex
  Neighbours before, after;                ///< of each vertex, in the order of the edges
  std::vector<std::vector<Index>> chains;  ///< of each edge its vertices, lower rank first; empty: to itself
  std::vector<bool> turned;                ///< of each edge
  std::vector<double> extent;              ///< along the rank
  std::vector<double> gap;                 ///< to the next vertex of the rank, at least
  Index rankCount = 0;

  Index size() const { return rank.size(); }
  bool isDummy(Index vertex) const { return vertex >= nodes; }
};

Ranked rankAll(const LayoutInput& input);

}  // namespace dialscope::question
