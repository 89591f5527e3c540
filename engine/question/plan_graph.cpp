// The graph is built once, in the plan's order. Cycles are strongly connected components: Boost.Graph.
#include "engine/question/plan_graph.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <variant>

namespace dialscope::question {
namespace {

using plan::EntryId;
using plan::EntryKind;

constexpr std::size_t kKinds = static_cast<std::size_t>(NodeKind::Device) + 1;
constexpr Node kNone = nodeOf(plan::kNonePartition);

// What leads on comes first; numbers, of which there are thousands, last.
int importance(const plan::Entry& entry) {
  switch (entry.kind) {
  case EntryKind::Translation: return 0;
  case EntryKind::Route: return 1;
  case EntryKind::HuntPilot: return 2;
  case EntryKind::AlternateNumber: return 4;
  case EntryKind::DirectoryNumber: return 5;
  default: return 3;
  }
}

using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

class Builder {
 public:
  explicit Builder(const plan::Plan& plan) : plan_(plan) {}

  PlanGraph build() {
    const auto count = [&](NodeKind kind, std::size_t size) {
      graph_.adjacent[static_cast<std::size_t>(kind)].resize(size);
    };
    graph_.adjacent.resize(kKinds);
    count(NodeKind::Caller, 1);
    count(NodeKind::Origin, plan_.devices.size());
    count(NodeKind::SearchSpace, plan_.searchSpaces.size());
    count(NodeKind::Partition, plan_.partitions.size());
    count(NodeKind::Pattern, plan_.entries.size());
    count(NodeKind::Originator, 1);
    count(NodeKind::RouteList, plan_.routeLists.size());
    count(NodeKind::RouteGroup, plan_.routeGroups.size());
    count(NodeKind::HuntList, plan_.huntLists.size());
    count(NodeKind::LineGroup, plan_.lineGroups.size());
    count(NodeKind::Device, plan_.devices.size());

    addSearchSpaces();
    addPartitions();
    for (std::uint32_t i = 0; i < plan_.entries.size(); ++i) addEntry({i});
    addLists();
    // Trunks and gateways first: there are fewer of them.
    for (const bool phones : {false, true}) {
      for (std::uint32_t i = 0; i < plan_.devices.size(); ++i) {
        if ((plan_.devices[i].kind == plan::DeviceKind::Phone) == phones) addDevice({i});
      }
    }
    findCycles();
    return std::move(graph_);
  }

 private:
  PlanGraph::Adjacent& at(Node node) {
    return graph_.adjacent[static_cast<std::size_t>(node.kind)][node.index];
  }

  void connect(Node from, EdgeKind kind, Node to, std::size_t order = 0) {
    at(from).after.push_back({kind, order, to});
    at(to).before.push_back({kind, order, from});
  }

  void addSearchSpaces() {
    for (std::uint32_t i = 0; i < plan_.searchSpaces.size(); ++i) {
      const Node searchSpace{NodeKind::SearchSpace, i};
      std::size_t order = 0;
      for (const auto partition : plan_.searchSpaces[i].partitions)
        connect(searchSpace, EdgeKind::Searches, nodeOf(partition), ++order);
      // <None> is searched last by everybody (DA-20); an empty one leads nowhere.
      if (!plan_.partitions.front().entries.empty()) connect(searchSpace, EdgeKind::Searches, kNone, ++order);
    }
  }

  void addPartitions() {
    for (std::uint32_t i = 0; i < plan_.partitions.size(); ++i) {
      std::vector<EntryId> entries = plan_.partitions[i].entries;
      std::stable_sort(entries.begin(), entries.end(), [&](EntryId a, EntryId b) {
        return importance(dialscope::at(plan_.entries, a)) < importance(dialscope::at(plan_.entries, b));
      });
      for (const EntryId entry : entries)
        connect({NodeKind::Partition, i}, EdgeKind::Contains, nodeOf(entry));
    }
  }

  void addEntry(EntryId id) {
    const plan::Entry& entry = dialscope::at(plan_.entries, id);
    const Node pattern = nodeOf(id);
    if (entry.blocked) return;
    if (const auto* route = std::get_if<plan::RoutePattern>(&entry.detail)) {
      if (const auto* device = std::get_if<plan::DeviceId>(&route->destination))
        connect(pattern, EdgeKind::SendsTo, nodeOf(*device));
      if (const auto* list = std::get_if<plan::RouteListId>(&route->destination))
        connect(pattern, EdgeKind::SendsTo, nodeOf(*list));
    } else if (const auto* translation = std::get_if<plan::TranslationPattern>(&entry.detail)) {
      connect(pattern, EdgeKind::LooksUpIn, lookedUpIn(*translation));
    } else if (const auto* pilot = std::get_if<plan::HuntPilot>(&entry.detail)) {
      if (pilot->huntList) connect(pattern, EdgeKind::SendsTo, nodeOf(*pilot->huntList));
    } else if (const auto* alternate = std::get_if<plan::AlternateNumber>(&entry.detail)) {
      connect(pattern, EdgeKind::StandsFor, nodeOf(alternate->line));
    }
  }

  static Node lookedUpIn(const plan::TranslationPattern& translation) {
    if (translation.useOriginatorSearchSpace) return kOriginator;
    return translation.searchSpace ? nodeOf(*translation.searchSpace) : kNone;
  }

  template <class Members, class NodeOf>
  void select(Node list, const Members& members, NodeOf nodeOfMember) {
    std::size_t order = 0;
    for (const auto& member : members) connect(list, EdgeKind::Selects, nodeOfMember(member), ++order);
  }

  void addLists() {
    for (std::uint32_t i = 0; i < plan_.routeLists.size(); ++i) {
      select({NodeKind::RouteList, i}, plan_.routeLists[i].members,
             [](const auto& member) { return nodeOf(member.group); });
    }
    for (std::uint32_t i = 0; i < plan_.routeGroups.size(); ++i) {
      select({NodeKind::RouteGroup, i}, plan_.routeGroups[i].members,
             [](const auto& member) { return nodeOf(member.device); });
    }
    for (std::uint32_t i = 0; i < plan_.huntLists.size(); ++i) {
      select({NodeKind::HuntList, i}, plan_.huntLists[i].members,
             [](plan::LineGroupId id) { return nodeOf(id); });
    }
    for (std::uint32_t i = 0; i < plan_.lineGroups.size(); ++i) {
      select({NodeKind::LineGroup, i}, plan_.lineGroups[i].members, [](EntryId id) { return nodeOf(id); });
    }
    std::set<std::pair<Node, Node>> local;
    for (const plan::DevicePool& pool : plan_.devicePools) {
      for (const auto& [group, standsFor] : pool.localRouteGroups) {
        if (!standsFor || *standsFor == group) continue;
        if (local.insert({nodeOf(group), nodeOf(*standsFor)}).second)
          connect(nodeOf(group), EdgeKind::LocalFor, nodeOf(*standsFor));
      }
    }
  }

  void addDevice(plan::DeviceId id) {
    const plan::Device& device = dialscope::at(plan_.devices, id);
    const Node origin{NodeKind::Origin, id.value};
    for (const plan::LineAppearance& line : device.lines) {
      const auto* number =
          std::get_if<plan::DirectoryNumber>(&dialscope::at(plan_.entries, line.line).detail);
      if (number != nullptr && number->searchSpace)
        connect(origin, EdgeKind::HasLineSearchSpace, nodeOf(*number->searchSpace), line.index);
      connect(nodeOf(line.line), EdgeKind::Rings, nodeOf(id), line.index);
    }
    if (device.searchSpace) connect(origin, EdgeKind::HasDeviceSearchSpace, nodeOf(*device.searchSpace));
  }

  void findCycles() {
    std::vector<Node> nodes;
    std::vector<std::size_t> first;
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      first.push_back(nodes.size());
      for (std::uint32_t i = 0; i < graph_.adjacent[kind].size(); ++i)
        nodes.push_back({static_cast<NodeKind>(kind), i});
    }
    BoostGraph boosted(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      for (const auto& edge : at(nodes[i]).after)
        add_edge(i, first[static_cast<std::size_t>(edge.to.kind)] + edge.to.index, boosted);
    }
    std::vector<std::size_t> component(nodes.size());
    const std::size_t count = strong_components(boosted, component.data());
    std::vector<std::size_t> sizes(count, 0);
    for (const std::size_t c : component) ++sizes[c];
    // No node has an edge to itself, so a cycle has at least two of them.
    std::map<std::size_t, std::size_t> cycleOf;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (sizes[component[i]] < 2) continue;
      const auto [found, isNew] = cycleOf.try_emplace(component[i], graph_.cycles.size());
      if (isNew) graph_.cycles.emplace_back();
      graph_.cycles[found->second].push_back(nodes[i]);
      at(nodes[i]).cycle = found->second;
    }
  }

  const plan::Plan& plan_;
  PlanGraph graph_;
};

}  // namespace

const PlanGraph::Adjacent& PlanGraph::at(Node node) const {
  return adjacent[static_cast<std::size_t>(node.kind)][node.index];
}

PlanGraph planGraph(const plan::Plan& plan) { return Builder(plan).build(); }

}  // namespace dialscope::question
