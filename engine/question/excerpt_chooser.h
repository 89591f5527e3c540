// Chooses the nodes of an excerpt, then finds everything that is to be said about them. Inside of engine/question only.
//
//   ExcerptChooser chooser(graph, limits);
//   chooser.focusOn(searchSpace);
//   for (const Node partition : chooser.open(searchSpace, Side::After)) chooser.open(partition, Side::After);
//   chooser.excerpt();
#pragma once

#include "engine/question/excerpt.h"
#include "engine/question/plan_graph.h"

#include <cstddef>
#include <functional>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

namespace dialscope::question {

class ExcerptChooser {
 public:
  /// Both have to outlive the chooser.
  ExcerptChooser(const PlanGraph& graph, const Limits& limits) : graph_(graph), limits_(limits) {}

  bool has(Node node) const { return index_.contains(node); }
  /// How many new ones the limits let in on this side of the node.
  std::size_t fanOf(Node node, Side side) const;

  void add(Node node);
  /// Unless the limit is reached.
  bool tryAdd(Node node);
  void focusOn(Node node);

  /// Adds the neighbours on one side, as many as the limits let in; these are returned, those known before as well.
  std::vector<Node> open(Node node, Side side);
  /// Of those not known before, the wanted ones only.
  std::vector<Node> open(Node node, Side side, const std::function<bool(Node)>& wanted);

  /// The call goes along this edge, which need not be the graph's.
  void pass(Node from, EdgeKind kind, std::size_t order, Node to, std::size_t hop);
  void comeBy(Node node, std::size_t hop);
  /// An edge that only this call has.
  void connect(Node from, EdgeKind kind, std::size_t order, Node to);
  /// The call went round and round: cycles through its caller are no mere possibility.
  void goesRound() { goesRound_ = true; }

  Excerpt excerpt() const;

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

  std::size_t hidden(const std::vector<PlanGraph::Edge>& edges) const;
  std::vector<Link> linksAmongChosen() const;
  std::vector<std::size_t> componentsOf(const std::vector<Link>& links) const;
  std::vector<std::size_t> inOrder(const std::vector<Link>& links,
                                   const std::vector<std::size_t>& component) const;

  const PlanGraph& graph_;
  const Limits& limits_;
  bool goesRound_ = false;
  std::vector<Chosen> chosen_;
  std::map<Node, std::size_t> index_;
  std::map<std::pair<Node, Side>, std::size_t> used_;  // of what the fan allows
  std::map<EdgeKey, std::size_t> extra_;
  std::map<EdgeKey, std::vector<std::size_t>> passed_;
};

/// Opens what `start` leads to, breadth first; search spaces as long as `lookups` last.
void openAfter(ExcerptChooser& chooser, Node start, std::size_t lookups);

}  // namespace dialscope::question
