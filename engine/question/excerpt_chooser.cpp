// An excerpt walks the graph breadth first under a budget. The order of its nodes is a topological one of its
// condensation: Boost.Graph.
#include "engine/question/excerpt_chooser.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>

#include <algorithm>
#include <deque>
#include <iterator>
#include <set>

namespace dialscope::question {
namespace {

using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

}  // namespace

std::size_t ExcerptChooser::fanOf(Node node, Side side) const {
  for (const auto& [what, fan] : limits_.widened) {
    if (what == std::pair{node, side}) return fan;
  }
  return limits_.fan;
}

void ExcerptChooser::add(Node node) {
  if (index_.try_emplace(node, chosen_.size()).second) chosen_.push_back({node, {}, false, false, false});
}

bool ExcerptChooser::tryAdd(Node node) {
  if (has(node)) return true;
  if (chosen_.size() >= limits_.nodes) return false;
  add(node);
  return true;
}

void ExcerptChooser::focusOn(Node node) {
  add(node);
  chosen_[index_.at(node)].focus = true;
}

std::vector<Node> ExcerptChooser::open(Node node, Side side) {
  return open(node, side, [](Node) { return true; });
}

std::vector<Node> ExcerptChooser::open(Node node, Side side, const std::function<bool(Node)>& wanted) {
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

void ExcerptChooser::pass(Node from, EdgeKind kind, std::size_t order, Node to, std::size_t hop) {
  add(from);
  add(to);
  connect(from, kind, order, to);
  comeBy(from, hop);
  comeBy(to, hop);
  auto& hops = passed_[{from, to, kind}];
  if (hops.empty() || hops.back() != hop) hops.push_back(hop);
}

void ExcerptChooser::comeBy(Node node, std::size_t hop) {
  add(node);
  auto& hops = chosen_[index_.at(node)].hops;
  if (hops.empty() || hops.back() != hop) hops.push_back(hop);
}

void ExcerptChooser::connect(Node from, EdgeKind kind, std::size_t order, Node to) {
  extra_.try_emplace({from, to, kind}, order);
}

Excerpt ExcerptChooser::excerpt() const {
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
    excerpt.nodes.push_back({one.node, one.focus, one.openedBefore, one.openedAfter, hidden(adjacent.before),
                             hidden(adjacent.after), one.hops,
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

std::size_t ExcerptChooser::hidden(const std::vector<PlanGraph::Edge>& edges) const {
  std::set<Node> hidden;
  for (const auto& edge : edges) {
    // In a call the originator is the caller.
    if (!has(edge.to) && !(edge.to == kOriginator && has(kCaller))) hidden.insert(edge.to);
  }
  return hidden.size();
}

std::vector<ExcerptChooser::Link> ExcerptChooser::linksAmongChosen() const {
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

std::vector<std::size_t> ExcerptChooser::componentsOf(const std::vector<Link>& links) const {
  BoostGraph boosted(chosen_.size());
  for (const Link& link : links) add_edge(link.from, link.to, boosted);
  std::vector<std::size_t> component(chosen_.size());
  strong_components(boosted, component.data());
  return component;
}

// A topological order of the condensation; ties, and what lies on one cycle, in the order of choosing.
std::vector<std::size_t> ExcerptChooser::inOrder(const std::vector<Link>& links,
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

void openAfter(ExcerptChooser& chooser, Node start, std::size_t lookups) {
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

}  // namespace dialscope::question
