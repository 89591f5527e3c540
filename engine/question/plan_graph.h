// A plan as a graph: who searches what, what lies where, what leads on, and where calls go; and the part of it that is
// worth a picture.
//
//   const PlanGraph graph = planGraph(plan);
//   const Excerpt excerpt = excerptAround(graph, {NodeKind::SearchSpace, 2});
//   excerpt.nodes[0].inCycle;       // true: a call can come by here again (DA-57)
//   excerpt.nodes[4].hiddenAfter;   // 412: so many patterns of this partition are not in the excerpt
//
// A phone that dials and the same phone being rung are two nodes, Origin and Device: otherwise every two phones that can
// call each other would be a cycle. What is left are the cycles of translation patterns. Whether a number really goes
// round one is not asked here: that depends on the digits.
//
// The graph of a cluster has tens of thousands of nodes and is never drawn; an excerpt has a limit, and says for each
// node how much is left out. Where to draw it is layered_layout.h's affair, in which words the front ends'.
#pragma once

#include "engine/plan/plan.h"
#include "engine/routing/trace.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dialscope::question {

enum class NodeKind : std::uint8_t {
  Caller,  ///< of a call: whoever dials; in excerpts of calls only
  Origin,  ///< a device, as one that dials
  SearchSpace,
  Partition,
  Pattern,     ///< an entry of any kind
  Originator,  ///< the search spaces of whoever dialed (DA-51), where that is not known
  RouteList,
  RouteGroup,
  HuntList,
  LineGroup,
  Device,  ///< a device, as one that is reached
};

/// An object of the plan: `index` counts in the plan's vector of its kind; Caller and Originator are one each.
struct Node {
  NodeKind kind = NodeKind::SearchSpace;
  std::uint32_t index = 0;

  friend auto operator<=>(const Node&, const Node&) = default;
};

enum class EdgeKind : std::uint8_t {
  HasLineSearchSpace,    ///< origin → search space; order = line button
  HasDeviceSearchSpace,  ///< origin → search space
  Has,                   ///< caller → search space; order = place
  Searches,              ///< search space or caller → partition; order = place in the search list
  Contains,              ///< partition → pattern
  LooksUpIn,  ///< translation → search space, originator, caller, or partition <None> (DA-50, DA-51)
  StandsFor,  ///< alternate number → its line
  Rings,      ///< directory number → device; order = line button
  SendsTo,    ///< route pattern or hunt pilot → device, route list, hunt list
  Selects,    ///< a list or group → its members; order = place
  LocalFor,   ///< local route group → the group that it is with devices of some pool (DA-81)
};

struct PlanGraph {
  struct Edge {
    EdgeKind kind = EdgeKind::Contains;
    std::size_t order = 0;  ///< from 1; 0 = none
    Node to;
  };
  /// One node's edges, by importance: translations before routes before numbers, then the plan's order.
  struct Adjacent {
    std::vector<Edge> after;
    std::vector<Edge> before;          ///< `to` is where they come from
    std::optional<std::size_t> cycle;  ///< in `cycles`
  };

  const Adjacent& at(Node node) const;

  std::vector<std::vector<Node>> cycles;        ///< strongly connected parts with a cycle, each sorted
  std::vector<std::vector<Adjacent>> adjacent;  ///< by kind and index
};

PlanGraph planGraph(const plan::Plan& plan);

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
  std::vector<Edge> edges;             ///< by `from`, `to`, kind
  std::size_t hiddenSearchSpaces = 0;  ///< of an overview: search spaces that are not shown

  std::optional<std::size_t> find(Node node) const;
};

/// What leads to `focus` and where it leads: up to the search spaces and their devices on one side, through one lookup
/// to the last device on the other.
Excerpt excerptAround(const PlanGraph& graph, Node focus, const Limits& limits = {});

/// The path of a call, and around it the other partitions searched and the patterns in the race. Without candidates in
/// the trace (Detail::Answer), the path alone.
Excerpt excerptOfCall(const PlanGraph& graph, const plan::Plan& plan, const routing::Trace& trace,
                      const Limits& limits = {});

/// The search spaces, their partitions, and the translations that lead from one to another.
Excerpt overview(const PlanGraph& graph, const plan::Plan& plan, const Limits& limits = {});

}  // namespace dialscope::question
