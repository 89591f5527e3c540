// The graph is built once, in the plan's order; an excerpt walks it breadth first under a budget. Cycles are strongly
// connected components, and the order of an excerpt's nodes is a topological one of its condensation: both Boost.Graph.
#include "engine/question/plan_graph.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>

#include <algorithm>
#include <deque>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

namespace dialscope::question {
namespace {

using plan::EntryId;
using plan::EntryKind;

constexpr std::size_t kKinds = static_cast<std::size_t>(NodeKind::Device) + 1;
constexpr Node kCaller{NodeKind::Caller, 0};
constexpr Node kOriginator{NodeKind::Originator, 0};
constexpr Node kNone{NodeKind::Partition, plan::kNonePartition.value};

Node nodeOf(plan::SearchSpaceId id) { return {NodeKind::SearchSpace, id.value}; }
Node nodeOf(plan::PartitionId id) { return {NodeKind::Partition, id.value}; }
Node nodeOf(EntryId id) { return {NodeKind::Pattern, id.value}; }
Node nodeOf(plan::DeviceId id) { return {NodeKind::Device, id.value}; }
Node nodeOf(plan::RouteListId id) { return {NodeKind::RouteList, id.value}; }
Node nodeOf(plan::RouteGroupId id) { return {NodeKind::RouteGroup, id.value}; }
Node nodeOf(plan::HuntListId id) { return {NodeKind::HuntList, id.value}; }
Node nodeOf(plan::LineGroupId id) { return {NodeKind::LineGroup, id.value}; }

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

// Chooses nodes, then finds everything that is to be said about them.
class Chooser {
 public:
  Chooser(const PlanGraph& graph, const Limits& limits) : graph_(graph), limits_(limits) {}

  bool has(Node node) const { return index_.contains(node); }
  std::size_t fanOf(Node node, Side side) const {
    for (const auto& [what, fan] : limits_.widened) {
      if (what == std::pair{node, side}) return fan;
    }
    return limits_.fan;
  }
  void add(Node node) {
    if (index_.try_emplace(node, chosen_.size()).second) chosen_.push_back({node, {}, false, false, false});
  }
  /// Unless the limit is reached.
  bool tryAdd(Node node) {
    if (has(node)) return true;
    if (chosen_.size() >= limits_.nodes) return false;
    add(node);
    return true;
  }
  void focusOn(Node node) {
    add(node);
    chosen_[index_.at(node)].focus = true;
  }
  /// The call goes along this edge, which need not be the graph's.
  void pass(Node from, EdgeKind kind, std::size_t order, Node to, std::size_t hop) {
    add(from);
    add(to);
    connect(from, kind, order, to);
    comeBy(from, hop);
    comeBy(to, hop);
    auto& hops = passed_[{from, to, kind}];
    if (hops.empty() || hops.back() != hop) hops.push_back(hop);
  }
  void comeBy(Node node, std::size_t hop) {
    add(node);
    auto& hops = chosen_[index_.at(node)].hops;
    if (hops.empty() || hops.back() != hop) hops.push_back(hop);
  }
  /// The call went round and round: cycles through its caller are no mere possibility.
  void goesRound() { goesRound_ = true; }
  /// An edge that only this call has.
  void connect(Node from, EdgeKind kind, std::size_t order, Node to) {
    extra_.try_emplace({from, to, kind}, order);
  }

  /// Adds the neighbours on one side, as many as the limits let in; these are returned, those known before as well.
  template <class Wanted>
  std::vector<Node> open(Node node, Side side, Wanted wanted) {
    std::vector<Node> seen;
    if (!has(node)) return seen;
    auto& marked = chosen_[index_.at(node)];
    (side == Side::After ? marked.openedAfter : marked.openedBefore) = true;
    auto& used = used_[{node, side}];
    const auto& adjacent = graph_.at(node);
    for (const auto& edge : side == Side::After ? adjacent.after : adjacent.before) {
      if (!has(edge.to)) {
        if (!wanted(edge.to) || used >= fanOf(node, side) || !tryAdd(edge.to)) continue;
        ++used;
      }
      seen.push_back(edge.to);
    }
    return seen;
  }

  std::vector<Node> open(Node node, Side side) {
    return open(node, side, [](Node) { return true; });
  }

  Excerpt excerpt() const {
    Excerpt excerpt;
    const std::vector<Link> links = linksAmongChosen();
    const std::vector<std::size_t> component = componentsOf(links);
    std::vector<std::size_t> size(chosen_.size(), 0);
    for (const std::size_t c : component) ++size[c];
    const std::vector<std::size_t> order = inOrder(links, component);
    std::vector<std::size_t> place(chosen_.size());
    for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    for (const std::size_t i : order) {
      const Chosen& one = chosen_[i];
      const auto& adjacent = graph_.at(one.node);
      excerpt.nodes.push_back({one.node, one.focus, one.openedBefore, one.openedAfter,
                               hidden(adjacent.before), hidden(adjacent.after), one.hops,
                               adjacent.cycle.has_value() || (goesRound_ && size[component[i]] > 1)});
    }
    for (const Link& link : links) {
      const bool inCycle = component[link.from] == component[link.to] &&
                           excerpt.nodes[place[link.from]].inCycle && excerpt.nodes[place[link.to]].inCycle;
      const auto hops = passed_.find({chosen_[link.from].node, chosen_[link.to].node, link.kind});
      excerpt.edges.push_back({place[link.from], place[link.to], link.kind, link.order,
                               hops == passed_.end() ? std::vector<std::size_t>{} : hops->second, inCycle});
    }
    std::sort(excerpt.edges.begin(), excerpt.edges.end(), [](const auto& a, const auto& b) {
      return std::tie(a.from, a.kind, a.order, a.to) < std::tie(b.from, b.kind, b.order, b.to);
    });
    return excerpt;
  }

 private:
  struct Chosen {
    Node node;
    std::vector<std::size_t> hops;
    bool focus = false;
    bool openedBefore = false;
    bool openedAfter = false;
  };
  struct Link {
    std::size_t from;
    std::size_t to;
    EdgeKind kind;
    std::size_t order;
  };
  using EdgeKey = std::tuple<Node, Node, EdgeKind>;

  std::size_t hidden(const std::vector<PlanGraph::Edge>& edges) const {
    std::set<Node> hidden;
    for (const auto& edge : edges) {
      // In a call the originator is the caller.
      if (!has(edge.to) && !(edge.to == kOriginator && has(kCaller))) hidden.insert(edge.to);
    }
    return hidden.size();
  }

  std::vector<Link> linksAmongChosen() const {
    std::vector<Link> links;
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
      for (const auto& edge : graph_.at(chosen_[i].node).after) {
        const Node to = edge.to == kOriginator && has(kCaller) ? kCaller : edge.to;
        if (const auto found = index_.find(to); found != index_.end())
          links.push_back({i, found->second, edge.kind, edge.order});
      }
    }
    for (const auto& [key, order] : extra_) {
      const auto& [from, to, kind] = key;
      const Link link{index_.at(from), index_.at(to), kind, order};
      const bool known = std::any_of(links.begin(), links.end(), [&](const Link& other) {
        return std::tie(link.from, link.to, link.kind) == std::tie(other.from, other.to, other.kind);
      });
      if (!known) links.push_back(link);
    }
    return links;
  }

  std::vector<std::size_t> componentsOf(const std::vector<Link>& links) const {
    BoostGraph boosted(chosen_.size());
    for (const Link& link : links) add_edge(link.from, link.to, boosted);
    std::vector<std::size_t> component(chosen_.size());
    strong_components(boosted, component.data());
    return component;
  }

  // A topological order of the condensation; ties, and what lies on one cycle, in the order of choosing.
  std::vector<std::size_t> inOrder(const std::vector<Link>& links,
                                   const std::vector<std::size_t>& component) const {
    // Numbered backwards, since the sort is depth first and puts what it meets last in front.
    std::map<std::size_t, std::size_t> number;
    for (std::size_t i = chosen_.size(); i-- > 0;) number.try_emplace(component[i], number.size());
    BoostGraph condensed(number.size());
    for (auto link = links.rbegin(); link != links.rend(); ++link) {
      if (component[link->from] != component[link->to])
        add_edge(number[component[link->from]], number[component[link->to]], condensed);
    }
    std::vector<std::size_t> sorted;  // last first
    topological_sort(condensed, std::back_inserter(sorted));
    std::vector<std::size_t> rank(sorted.size());
    for (std::size_t i = 0; i < sorted.size(); ++i) rank[sorted[i]] = sorted.size() - i;
    std::vector<std::size_t> order(chosen_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return rank[number[component[a]]] < rank[number[component[b]]];
    });
    return order;
  }

  const PlanGraph& graph_;
  const Limits& limits_;
  bool goesRound_ = false;
  std::vector<Chosen> chosen_;
  std::map<Node, std::size_t> index_;
  std::map<std::pair<Node, Side>, std::size_t> used_;  // of what the fan allows
  std::map<EdgeKey, std::size_t> extra_;
  std::map<EdgeKey, std::vector<std::size_t>> passed_;
};

bool isTarget(NodeKind kind) { return kind >= NodeKind::RouteList; }

// Whether what leads to `node` is of interest when `focus` is looked at.
bool looksBack(Node focus, Node node) {
  if (node == focus) return true;
  if (node.kind == NodeKind::Partition) return focus.kind == NodeKind::Pattern;
  return isTarget(focus.kind) && node.kind != NodeKind::SearchSpace;
}

void openBefore(Chooser& chooser, Node focus) {
  std::set<Node> met{focus};
  std::deque<Node> queue{focus};
  for (; !queue.empty(); queue.pop_front()) {
    if (!looksBack(focus, queue.front())) continue;
    for (const Node node : chooser.open(queue.front(), Side::Before)) {
      if (met.insert(node).second) queue.push_back(node);
    }
  }
}

// Search spaces are opened as long as `lookups` last.
void openAfter(Chooser& chooser, Node start, std::size_t lookups) {
  struct Reached {
    Node node;
    std::size_t lookups;
  };
  std::set<Node> met{start};
  std::deque<Reached> queue{{start, lookups}};
  for (; !queue.empty(); queue.pop_front()) {
    auto [node, left] = queue.front();
    if (node.kind == NodeKind::SearchSpace && left == 0) continue;
    if (node.kind == NodeKind::SearchSpace) --left;
    for (const Node next : chooser.open(node, Side::After)) {
      if (met.insert(next).second) queue.push_back({next, left});
    }
  }
}

// The path of a call: caller, search space, partition, pattern, and so on to the last device.
class CallPath {
 public:
  CallPath(Chooser& chooser, const plan::Plan& plan, const PlanGraph& graph, const routing::Trace& trace)
      : chooser_(chooser),
        plan_(plan),
        graph_(graph),
        trace_(trace) {}

  void follow() {
    chooser_.focusOn(kCaller);
    for (std::size_t hop = 0; hop < trace_.hops.size(); ++hop) followHop(hop);
    if (trace_.fate == routing::Fate::Routed) followTarget();
    if (trace_.fate == routing::Fate::Loop) chooser_.goesRound();
  }

  void surround() {
    addRestOfCaller();
    for (std::size_t hop = 0; hop < trace_.hops.size(); ++hop) {
      for (const Node searcher : startOf(hop).searchers) chooser_.open(searcher, Side::After);
      for (const auto& candidate : trace_.hops[hop].candidates) addCandidate(candidate.entry);
      for (const auto partition : trace_.hops[hop].partitions) openNothingMore(nodeOf(partition));
    }
    for (const Node target : targets_) openAfter(chooser_, target, 0);
  }

 private:
  // Where a hop starts, and whose search lists make up the hop's; none where only <None> is searched (DA-50).
  struct Start {
    Node node;
    std::vector<Node> searchers;
  };

  const plan::Entry& entryOf(EntryId id) const { return at(plan_.entries, id); }

  const plan::TranslationPattern* translationBefore(std::size_t hop) const {
    const auto entry = hop == 0 ? std::nullopt : trace_.hops[hop - 1].entry;
    return entry ? std::get_if<plan::TranslationPattern>(&entryOf(*entry).detail) : nullptr;
  }

  Start startOf(std::size_t hop) const {
    const auto* translation = translationBefore(hop);
    if (translation != nullptr && !translation->useOriginatorSearchSpace) {
      if (!translation->searchSpace) return {kNone, {}};
      return {nodeOf(*translation->searchSpace), {nodeOf(*translation->searchSpace)}};
    }
    if (translation != nullptr && trace_.call.assume.originator == routing::OriginatorReading::Current)
      return startOf(hop - 1);
    Start start{kCaller, {}};
    for (const auto searchSpace : trace_.call.origin.searchSpaces)
      start.searchers.push_back(nodeOf(searchSpace));
    if (start.searchers.empty()) start.searchers.push_back(kCaller);
    return start;
  }

  // From wherever the hop starts to one of its searchers.
  void passTo(const Start& start, std::size_t searcher, std::size_t hop) {
    const Node node = start.searchers[searcher];
    if (node != start.node) chooser_.pass(start.node, EdgeKind::Has, searcher + 1, node, hop);
  }

  // Of several searchers the one in whose list the partition stands first; the last one for <None>.
  std::size_t searcherOf(const Start& start, Node partition) const {
    for (std::size_t i = 0; i < start.searchers.size() && partition != kNone; ++i) {
      for (const auto& edge : graph_.at(start.searchers[i]).after) {
        if (edge.to == partition) return i;
      }
    }
    return start.searchers.size() - 1;
  }

  void followHop(std::size_t hop) {
    const Start start = startOf(hop);
    const auto& entry = trace_.hops[hop].entry;
    chooser_.comeBy(start.node, hop);
    if (hop > 0 && trace_.hops[hop - 1].entry)
      chooser_.pass(nodeOf(*trace_.hops[hop - 1].entry), EdgeKind::LooksUpIn, 0, start.node, hop);
    if (!entry) {  // all were searched in vain
      for (std::size_t i = 0; i < start.searchers.size(); ++i) passTo(start, i, hop);
      return;
    }
    const Node partition = nodeOf(entryOf(*entry).partition);
    if (!start.searchers.empty()) {
      const std::size_t searcher = searcherOf(start, partition);
      passTo(start, searcher, hop);
      chooser_.pass(start.searchers[searcher], EdgeKind::Searches, placeOf(trace_.hops[hop], partition),
                    partition, hop);
    }
    chooser_.pass(partition, EdgeKind::Contains, 0, nodeOf(*entry), hop);
  }

  static std::size_t placeOf(const routing::Hop& hop, Node partition) {
    const auto found = std::find_if(hop.partitions.begin(), hop.partitions.end(),
                                    [&](plan::PartitionId id) { return nodeOf(id) == partition; });
    return static_cast<std::size_t>(found - hop.partitions.begin()) + 1;
  }

  // Behind the last pattern, as far as the trace knows.
  void followTarget() {
    Node node = nodeOf(*trace_.last().entry);
    const auto follow = [&](const PlanGraph::Edge& edge) {
      chooser_.pass(node, edge.kind, edge.order, edge.to, trace_.hops.size() - 1);
      node = edge.to;
    };
    targets_.push_back(node);
    for (bool found = true; found;) {
      const auto& after = graph_.at(node).after;
      const auto next =
          std::find_if(after.begin(), after.end(), [&](const auto& edge) { return isReached(edge); });
      found = next != after.end();
      if (found) follow(*next);
    }
  }

  bool isReached(const PlanGraph::Edge& edge) const {
    const routing::Target& target = trace_.target;
    const auto isTheGroup = [&](Node node) {
      return node.kind == NodeKind::RouteGroup && plan_.routeGroups[node.index].name == target.routeGroup;
    };
    switch (edge.to.kind) {
    case NodeKind::RouteList: return plan_.routeLists[edge.to.index].name == target.routeList;
    case NodeKind::RouteGroup: {
      const auto& after = graph_.at(edge.to).after;
      return isTheGroup(edge.to) ||
             std::any_of(after.begin(), after.end(), [&](const auto& next) { return isTheGroup(next.to); });
    }
    case NodeKind::HuntList: return plan_.huntLists[edge.to.index].name == target.huntList;
    case NodeKind::Device: return plan_.devices[edge.to.index].name == target.device;
    default: return edge.kind == EdgeKind::StandsFor;
    }
  }

  // What the caller searches besides, in order.
  void addRestOfCaller() {
    const routing::Origin& origin = trace_.call.origin;
    std::size_t order = 0;
    for (const auto searchSpace : origin.searchSpaces) {
      chooser_.add(nodeOf(searchSpace));
      chooser_.connect(kCaller, EdgeKind::Has, ++order, nodeOf(searchSpace));
    }
    if (!origin.searchSpaces.empty()) return;
    for (const auto partition : origin.partitions) {
      ++order;
      if (chooser_.tryAdd(nodeOf(partition)))
        chooser_.connect(kCaller, EdgeKind::Searches, order, nodeOf(partition));
    }
  }

  // A pattern in the race stands behind its partition; each partition gets as many as the limits say.
  void addCandidate(EntryId entry) {
    const Node partition = nodeOf(entryOf(entry).partition);
    if (!chooser_.has(partition) || chooser_.has(nodeOf(entry))) return;
    auto& count = candidates_[partition];
    if (count < chooser_.fanOf(partition, Side::After) && chooser_.tryAdd(nodeOf(entry))) ++count;
  }

  // What else lies in a partition that was searched is hidden, and said to be.
  void openNothingMore(Node partition) {
    const std::size_t fan = chooser_.fanOf(partition, Side::After);
    const bool widened = fan > chooser_.fanOf(kCaller, Side::After);
    chooser_.open(partition, Side::After, [&](Node) { return widened; });
  }

  Chooser& chooser_;
  const plan::Plan& plan_;
  const PlanGraph& graph_;
  const routing::Trace& trace_;
  std::vector<Node> targets_;
  std::map<Node, std::size_t> candidates_;
};

}  // namespace

const PlanGraph::Adjacent& PlanGraph::at(Node node) const {
  return adjacent[static_cast<std::size_t>(node.kind)][node.index];
}

std::optional<std::size_t> Excerpt::find(Node node) const {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].node == node) return i;
  }
  return std::nullopt;
}

PlanGraph planGraph(const plan::Plan& plan) { return Builder(plan).build(); }

Excerpt excerptAround(const PlanGraph& graph, Node focus, const Limits& limits) {
  Chooser chooser(graph, limits);
  chooser.focusOn(focus);
  openBefore(chooser, focus);
  openAfter(chooser, focus, focus.kind == NodeKind::Partition ? 0 : 1);
  return chooser.excerpt();
}

Excerpt excerptOfCall(const PlanGraph& graph, const plan::Plan& plan, const routing::Trace& trace,
                      const Limits& limits) {
  Chooser chooser(graph, limits);
  CallPath path(chooser, plan, graph, trace);
  path.follow();
  path.surround();
  return chooser.excerpt();
}

Excerpt overview(const PlanGraph& graph, const plan::Plan& plan, const Limits& limits) {
  Chooser chooser(graph, limits);
  const std::size_t count = std::min(plan.searchSpaces.size(), std::max<std::size_t>(limits.nodes / 3, 1));
  std::vector<Node> partitions;
  for (std::uint32_t i = 0; i < count; ++i) chooser.add({NodeKind::SearchSpace, i});
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto opened = chooser.open({NodeKind::SearchSpace, i}, Side::After);
    partitions.insert(partitions.end(), opened.begin(), opened.end());
  }
  for (const Node partition : partitions) {
    chooser.open(partition, Side::After,
                 [&](Node pattern) { return plan.entries[pattern.index].kind == EntryKind::Translation; });
  }
  Excerpt excerpt = chooser.excerpt();
  excerpt.hiddenSearchSpaces = plan.searchSpaces.size() - count;
  return excerpt;
}

}  // namespace dialscope::question
