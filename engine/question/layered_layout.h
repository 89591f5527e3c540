// Where to draw the nodes and edges of a directed graph, so that it reads from left to right: Sugiyama's four steps.
//
//   LayoutInput input{.nodes = {{80, 24}, {60, 24}}, .edges = {{0, 1}}};
//   const Layout layout = layOutLayered(input);
//   layout.nodes[1].x > layout.nodes[0].x;     // an edge leads to the right
//   layout.edges[0].line;                      // from the right side of 0 to the left side of 1
//
// Where it costs no crossing, the targets of a node stand in the order of its edges. Sizes come from the caller;
// nothing here knows what a node is or draws it. Equal input gives equal output on every machine. Ours, since
// Boost.Graph has no ranked layout. How it works stands in the .cpp.
#pragma once

#include <cstddef>
#include <vector>

namespace dialscope::question {

struct Point {
  double x = 0;
  double y = 0;

  friend bool operator==(const Point&, const Point&) = default;
};

/// In whatever unit the caller draws in.
struct Extent {
  double width = 0;
  double height = 0;
};

struct LayoutInput {
  struct Edge {
    std::size_t from = 0;
    std::size_t to = 0;
  };

  std::vector<Extent> nodes;
  std::vector<Edge>
      edges;            ///< indices of nodes; several between two nodes and from a node to itself are fine
  double rankGap = 48;  ///< between two columns, at least
  double nodeGap = 12;  ///< between two nodes of a column
  double lineGap = 8;   ///< between two edges that pass a column
};

struct PlacedEdge {
  std::vector<Point> line;  ///< from its source to its target
  bool backwards = false;   ///< part of a cycle, drawn from right to left or back to its own node
};

struct Layout {
  std::vector<Point> nodes;         ///< upper left corners, none below zero
  std::vector<std::size_t> ranks;   ///< the column of each node, from 0
  std::vector<PlacedEdge> edges;    ///< as in the input
  Extent size;                      ///< of all of it
  std::size_t crossings = 0;        ///< between neighbouring columns
  std::size_t crossingsBefore = 0;  ///< the same in the order of the input, before any were taken out
};

Layout layOutLayered(const LayoutInput& input);

}  // namespace dialscope::question
