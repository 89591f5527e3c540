// A plan as a graph: who searches what, what lies where, what leads on, and where calls go.
//
//   const PlanGraph graph = planGraph(plan);
//   graph.at({NodeKind::Partition, 3}).after.size();   // 502: so many patterns lie in it, translations first
//   graph.at({NodeKind::SearchSpace, 2}).cycle;        // 0: a call can come by here again (DA-57)
//
// A phone that dials and the same phone being rung are two nodes, Origin and Device: otherwise every two phones that can
// call each other would be a cycle. What is left are the cycles of translation patterns. Whether a number really goes
// round one is not asked here: that depends on the digits.
//
// The graph of a cluster has tens of thousands of nodes and is never drawn; excerpt.h has the part that is worth a
// picture.
#pragma once

#include "engine/plan/plan.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
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

inline constexpr Node kCaller{NodeKind::Caller, 0};
inline constexpr Node kOriginator{NodeKind::Originator, 0};

constexpr Node nodeOf(plan::SearchSpaceId id) { return {NodeKind::SearchSpace, id.value}; }
constexpr Node nodeOf(plan::PartitionId id) { return {NodeKind::Partition, id.value}; }
constexpr Node nodeOf(plan::EntryId id) { return {NodeKind::Pattern, id.value}; }
constexpr Node nodeOf(plan::RouteListId id) { return {NodeKind::RouteList, id.value}; }
constexpr Node nodeOf(plan::RouteGroupId id) { return {NodeKind::RouteGroup, id.value}; }
constexpr Node nodeOf(plan::HuntListId id) { return {NodeKind::HuntList, id.value}; }
constexpr Node nodeOf(plan::LineGroupId id) { return {NodeKind::LineGroup, id.value}; }
/// As one that is reached.
constexpr Node nodeOf(plan::DeviceId id) { return {NodeKind::Device, id.value}; }

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

}  // namespace dialscope::question
