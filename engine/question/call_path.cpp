#include "engine/question/call_path.h"

#include "engine/question/excerpt_chooser.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <variant>
#include <vector>

namespace dialscope::question {
namespace {

using plan::EntryId;

constexpr Node kNone = nodeOf(plan::kNonePartition);

// First what the call came by, then what stood around it.
class CallPath {
 public:
  CallPath(ExcerptChooser& chooser, const plan::Plan& plan, const PlanGraph& graph,
           const routing::Trace& trace)
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

  ExcerptChooser& chooser_;
  const plan::Plan& plan_;
  const PlanGraph& graph_;
  const routing::Trace& trace_;
  std::vector<Node> targets_;
  std::map<Node, std::size_t> candidates_;
};

}  // namespace

Excerpt excerptOfCall(const PlanGraph& graph, const plan::Plan& plan, const routing::Trace& trace,
                      const Limits& limits) {
  ExcerptChooser chooser(graph, limits);
  CallPath path(chooser, plan, graph, trace);
  path.follow();
  path.surround();
  return chooser.excerpt();
}

}  // namespace dialscope::question
