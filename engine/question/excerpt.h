// The part of a plan's graph that is worth a picture.
//
//   const Excerpt excerpt = excerptAround(graph, {NodeKind::SearchSpace, 2});
//   excerpt.nodes[0].inCycle;       // true: a call can come by here again (DA-57)
//   excerpt.nodes[4].hiddenAfter;   // 412: so many patterns of this partition are not in the excerpt
//
// An excerpt has a limit, and says for each node how much is left out. That of a call is in call_path.h. Where to draw it
// is layered_layout.h's affair, in which words the front ends'.
#pragma once

#include "engine/plan/plan.h"
#include "engine/question/plan_graph.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace dialscope::question {

enum class Side : std::uint8_t { Before, After };

/// How much of a plan one picture takes.
struct Limits {
  std::size_t nodes = 90;  ///< in all; those of a call's path come on top
  std::size_t fan = 6;     ///< new ones on one side of one node
  /// Nodes of which more is wanted: so many instead of `fan`.
  std::vector<std::pair<std::pair<Node, Side>, std::size_t>> widened = {};
};

struct Excerpt {
  struct Shown {
    Node node;
    bool focus = false;         ///< what was asked for
    bool openedBefore = false;  ///< its neighbours were looked at: the hidden ones are so for want of room
    bool openedAfter = false;
    std::size_t hiddenBefore = 0;  ///< neighbours that are not shown
    std::size_t hiddenAfter = 0;
    std::vector<std::size_t> hops;  ///< of the call, that come by here
    bool inCycle = false;  ///< on one of the graph's cycles, or the call of the excerpt goes round here
  };
  struct Edge {
    std::size_t from = 0;  ///< in `nodes`
    std::size_t to = 0;
    EdgeKind kind = EdgeKind::Contains;
    std::size_t order = 0;
    std::vector<std::size_t> hops;
    bool inCycle = false;
  };

  std::vector<Shown> nodes;            ///< an edge leads to a later node, unless both lie on one cycle
  std::vector<Edge> edges;             ///< by `from`, kind, order, `to`
  std::size_t hiddenSearchSpaces = 0;  ///< of an overview: search spaces that are not shown

  std::optional<std::size_t> find(Node node) const;
};

/// What leads to `focus` and where it leads: up to the search spaces and their devices on one side, through one lookup
/// to the last device on the other.
Excerpt excerptAround(const PlanGraph& graph, Node focus, const Limits& limits = {});

/// The search spaces, their partitions, and the translations that lead from one to another.
Excerpt overview(const PlanGraph& graph, const plan::Plan& plan, const Limits& limits = {});

}  // namespace dialscope::question
