// 1. Cycles are broken: depth first from node 0 on, an edge that leads back to the path it came by is turned round.
// 2. Ranks: the longest path from a source; then sources, and whoever has more behind than before, move right as far
//    as their targets let them. An edge that passes ranks becomes a chain of dummies, one in each.
// 3. Order within a rank: sweeps to and fro sort each rank by the barycentre, in turns by the median, of its neighbours
//    in the rank before. After each sweep neighbours are swapped, and in small graphs every node tries every place of
//    its rank, as long as that takes crossings out. The best order seen is kept, ties in favour of the earlier one.
//    From several starts: as met depth first, as in the input, and in small graphs shuffled. So what can be drawn without
//    crossings in the order of the input's edges is drawn in that order.
// 4. Coordinates: Brandes and Köpf, "Fast and simple horizontal coordinate assignment" (2001). Four times every node is
//    aligned with a median neighbour, chains of aligned nodes are blocks, blocks are packed; of the four answers each
//    node takes the mean of the middle two. Packing goes over the graph of blocks, as in dagre, and not by the classes
//    of the paper, whose shifts may overlap.
//
// Not taken: network simplex for ranks and coordinates. It is nicer by a little on wide graphs, and ten times the code.
#include "engine/question/layered_layout.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>
#include <random>
#include <utility>

namespace dialscope::question {
namespace {

using Index = std::size_t;
using Neighbours = std::vector<std::vector<Index>>;

constexpr std::size_t kSweeps = 24;
constexpr std::size_t kFruitless = 4;  // sweeps without gain, then another start
constexpr std::size_t kSmall = 64;     // vertices up to which every place is tried
constexpr std::size_t kTiny = 24;      // and up to which many starts are
constexpr double kUnplaced = std::numeric_limits<double>::lowest();

// The graph without cycles, with dummies: every edge leads to the next rank.
struct Ranked {
  Index nodes = 0;                         // vertices from here on are dummies
  std::vector<Index> rank;                 // of each vertex
  Neighbours before, after;                // of each vertex, in the order of the edges
  std::vector<std::vector<Index>> chains;  // of each edge its vertices, lower rank first; empty: to itself
  std::vector<bool> turned;                // of each edge
  std::vector<double> extent;              // along the rank
  std::vector<double> gap;                 // to the next vertex of the rank, at least
  Index rankCount = 0;

  Index size() const { return rank.size(); }
  bool isDummy(Index vertex) const { return vertex >= nodes; }
};

// The edges that close a cycle, as depth-first search meets them.
std::vector<bool> edgesToTurn(const LayoutInput& input) {
  std::vector<std::vector<Index>> out(input.nodes.size());
  for (Index e = 0; e < input.edges.size(); ++e) out[input.edges[e].from].push_back(e);
  enum class Mark : std::uint8_t { New, OnPath, Done };
  std::vector<Mark> marks(input.nodes.size(), Mark::New);
  std::vector<bool> turned(input.edges.size(), false);
  std::vector<std::pair<Index, Index>> path;  // node, its next edge
  for (Index root = 0; root < input.nodes.size(); ++root) {
    if (marks[root] != Mark::New) continue;
    marks[root] = Mark::OnPath;
    path.push_back({root, 0});
    while (!path.empty()) {
      auto& [node, next] = path.back();
      if (next == out[node].size()) {
        marks[node] = Mark::Done;
        path.pop_back();
        continue;
      }
      const Index edge = out[node][next++];
      const Index to = input.edges[edge].to;
      if (marks[to] == Mark::OnPath) turned[edge] = true;
      if (marks[to] != Mark::New) continue;
      marks[to] = Mark::OnPath;
      path.push_back({to, 0});
    }
  }
  return turned;
}

// The ranks of the nodes, given acyclic edges from low to high.
std::vector<Index> ranksOf(Index count, const std::vector<LayoutInput::Edge>& edges) {
  Neighbours out(count);
  Neighbours in(count);
  for (const auto& edge : edges) {
    out[edge.from].push_back(edge.to);
    in[edge.to].push_back(edge.from);
  }
  std::vector<Index> order;
  std::vector<Index> waiting(count);
  for (Index node = 0; node < count; ++node) {
    waiting[node] = in[node].size();
    if (waiting[node] == 0) order.push_back(node);
  }
  std::vector<Index> rank(count, 0);
  for (Index i = 0; i < order.size(); ++i) {
    for (const Index to : out[order[i]]) {
      rank[to] = std::max(rank[to], rank[order[i]] + 1);
      if (--waiting[to] == 0) order.push_back(to);
    }
  }
  assert(order.size() == count);
  for (auto node = order.rbegin(); node != order.rend(); ++node) {
    if (out[*node].size() <= in[*node].size()) continue;
    Index nearest = std::numeric_limits<Index>::max();
    for (const Index to : out[*node]) nearest = std::min(nearest, rank[to]);
    rank[*node] = nearest - 1;
  }
  return rank;
}

Ranked rankAll(const LayoutInput& input) {
  Ranked graph;
  graph.nodes = input.nodes.size();
  graph.turned = edgesToTurn(input);
  std::vector<LayoutInput::Edge> edges;
  for (Index e = 0; e < input.edges.size(); ++e) {
    auto edge = input.edges[e];
    if (edge.from == edge.to) continue;
    if (graph.turned[e]) std::swap(edge.from, edge.to);
    edges.push_back(edge);
  }
  graph.rank = ranksOf(graph.nodes, edges);
  for (const Extent& size : input.nodes) {
    graph.extent.push_back(size.height);
    graph.gap.push_back(input.nodeGap);
  }
  for (Index e = 0; e < input.edges.size(); ++e) {
    auto [from, to] = input.edges[e];
    graph.chains.emplace_back();
    if (from == to) continue;
    if (graph.turned[e]) std::swap(from, to);
    auto& chain = graph.chains.back();
    chain.push_back(from);
    for (Index rank = graph.rank[from] + 1; rank < graph.rank[to]; ++rank) {
      chain.push_back(graph.rank.size());
      graph.rank.push_back(rank);
      graph.extent.push_back(0);
      graph.gap.push_back(input.lineGap);
    }
    chain.push_back(to);
  }
  graph.before.resize(graph.size());
  graph.after.resize(graph.size());
  for (const auto& chain : graph.chains) {
    for (Index i = 1; i < chain.size(); ++i) {
      graph.after[chain[i - 1]].push_back(chain[i]);
      graph.before[chain[i]].push_back(chain[i - 1]);
    }
  }
  for (const Index rank : graph.rank) graph.rankCount = std::max(graph.rankCount, rank + 1);
  return graph;
}

// Who stands where: the vertices of each rank from top to bottom.
struct Order {
  std::vector<std::vector<Index>> ranks;
  std::vector<Index> place;  // of each vertex in its rank

  void renumber(Index rank) {
    for (Index i = 0; i < ranks[rank].size(); ++i) place[ranks[rank][i]] = i;
  }
};

// Pairs of edges between this rank and the next that cross, by counting inversions in a tree of sums.
std::size_t crossingsAfter(const Ranked& graph, const Order& order, Index rank) {
  if (rank + 1 >= graph.rankCount) return 0;
  const Index width = order.ranks[rank + 1].size();
  std::vector<std::size_t> sums(width + 1, 0);
  std::vector<Index> targets;
  std::size_t seen = 0;
  std::size_t crossings = 0;
  for (const Index vertex : order.ranks[rank]) {
    targets.clear();
    for (const Index to : graph.after[vertex]) targets.push_back(order.place[to]);
    for (const Index target : targets) {
      std::size_t notBelow = 0;
      for (Index i = target + 1; i > 0; i &= i - 1) notBelow += sums[i];
      crossings += seen - notBelow;
    }
    for (const Index target : targets) {
      for (Index i = target + 1; i <= width; i += i & (~i + 1)) ++sums[i];
    }
    seen += targets.size();
  }
  return crossings;
}

std::size_t crossingsOf(const Ranked& graph, const Order& order) {
  std::size_t sum = 0;
  for (Index rank = 0; rank < graph.rankCount; ++rank) sum += crossingsAfter(graph, order, rank);
  return sum;
}

std::size_t crossingsAround(const Ranked& graph, const Order& order, Index rank) {
  return (rank == 0 ? 0 : crossingsAfter(graph, order, rank - 1)) + crossingsAfter(graph, order, rank);
}

// Crossings of the edges of two vertices of one rank when `upper` stands above `lower`.
std::size_t crossingsOfPair(const Neighbours& neighbours, const Order& order, Index upper, Index lower) {
  std::size_t crossings = 0;
  for (const Index a : neighbours[upper]) {
    for (const Index b : neighbours[lower]) crossings += order.place[a] > order.place[b] ? 1 : 0;
  }
  return crossings;
}

bool swapNeighbours(const Ranked& graph, Order& order) {
  bool gained = false;
  for (auto& rank : order.ranks) {
    for (Index i = 1; i < rank.size(); ++i) {
      const Index upper = rank[i - 1];
      const Index lower = rank[i];
      const auto pair = [&](Index above, Index below) {
        return crossingsOfPair(graph.before, order, above, below) +
               crossingsOfPair(graph.after, order, above, below);
      };
      if (pair(upper, lower) <= pair(lower, upper)) continue;
      std::swap(rank[i - 1], rank[i]);
      std::swap(order.place[upper], order.place[lower]);
      gained = true;
    }
  }
  return gained;
}

// Each vertex to the best place of its rank, the first of equals.
bool tryEveryPlace(const Ranked& graph, Order& order) {
  bool gained = false;
  for (Index r = 0; r < graph.rankCount; ++r) {
    const std::vector<Index> vertices = order.ranks[r];
    for (const Index vertex : vertices) {
      const std::vector<Index> asWas = order.ranks[r];
      std::vector<Index> best = asWas;
      std::size_t fewest = crossingsAround(graph, order, r);
      const std::size_t before = fewest;
      for (Index place = 0; place < asWas.size(); ++place) {
        auto& rank = order.ranks[r];
        rank = asWas;
        rank.erase(rank.begin() + static_cast<std::ptrdiff_t>(order.place[vertex]));
        rank.insert(rank.begin() + static_cast<std::ptrdiff_t>(place), vertex);
        const auto places = order.place;
        order.renumber(r);
        if (const auto crossings = crossingsAround(graph, order, r); crossings < fewest) {
          fewest = crossings;
          best = rank;
        }
        order.place = places;
      }
      order.ranks[r] = best;
      order.renumber(r);
      gained = gained || fewest < before;
    }
  }
  return gained;
}

double barycentre(std::vector<Index>& places) {
  const auto sum = std::accumulate(places.begin(), places.end(), Index{0});
  return static_cast<double>(sum) / static_cast<double>(places.size());
}

double median(std::vector<Index>& places) {
  std::sort(places.begin(), places.end());
  const Index upper = places[places.size() / 2];
  const Index lower = places[(places.size() - 1) / 2];
  return static_cast<double>(lower + upper) / 2;
}

// Sorts one rank by what its neighbours on one side say; who has none there keeps its place.
void sortRank(Order& order, Index r, const Neighbours& neighbours, bool byMedian) {
  auto& rank = order.ranks[r];
  std::vector<std::pair<double, Index>> moving;
  std::vector<Index> places;
  for (const Index vertex : rank) {
    if (neighbours[vertex].empty()) continue;
    places.clear();
    for (const Index neighbour : neighbours[vertex]) places.push_back(order.place[neighbour]);
    moving.emplace_back(byMedian ? median(places) : barycentre(places), vertex);
  }
  std::stable_sort(moving.begin(), moving.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  auto next = moving.begin();
  for (Index& vertex : rank) {
    if (!neighbours[vertex].empty()) vertex = (next++)->second;
  }
  assert(next == moving.end());
  order.renumber(r);
}

void sweep(const Ranked& graph, Order& order, bool forwards, bool byMedian) {
  for (Index i = 1; i < graph.rankCount; ++i) {
    if (forwards) {
      sortRank(order, i, graph.before, byMedian);
    } else {
      sortRank(order, graph.rankCount - 1 - i, graph.after, byMedian);
    }
  }
  const bool small = graph.size() <= kSmall;
  for (int round = 0; round < 4; ++round) {
    const bool swapped = swapNeighbours(graph, order);
    const bool moved = small && tryEveryPlace(graph, order);
    if (!swapped && !moved) break;
  }
}

// The order of the input: a rank's nodes by index; dummies behind them.
Order inputOrder(const Ranked& graph) {
  Order order;
  order.ranks.resize(graph.rankCount);
  order.place.resize(graph.size());
  for (Index vertex = 0; vertex < graph.size(); ++vertex) order.ranks[graph.rank[vertex]].push_back(vertex);
  for (Index r = 0; r < graph.rankCount; ++r) order.renumber(r);
  return order;
}

// As met depth first from the sources: what hangs together stands together.
Order depthFirstOrder(const Ranked& graph) {
  Order order;
  order.ranks.resize(graph.rankCount);
  order.place.resize(graph.size());
  std::vector<bool> met(graph.size(), false);
  std::vector<Index> stack;
  for (Index root = 0; root < graph.size(); ++root) {
    if (!graph.before[root].empty()) continue;
    stack.push_back(root);
    while (!stack.empty()) {
      const Index vertex = stack.back();
      stack.pop_back();
      if (met[vertex]) continue;
      met[vertex] = true;
      order.ranks[graph.rank[vertex]].push_back(vertex);
      const auto& after = graph.after[vertex];
      stack.insert(stack.end(), after.rbegin(), after.rend());
    }
  }
  for (Index r = 0; r < graph.rankCount; ++r) order.renumber(r);
  return order;
}

// A random order, the same on every machine.
Order shuffled(const Ranked& graph, std::uint_fast32_t seed) {
  Order order = inputOrder(graph);
  std::mt19937 random(seed);
  for (Index r = 0; r < graph.rankCount; ++r) {
    auto& rank = order.ranks[r];
    for (Index i = rank.size(); i > 1; --i) std::swap(rank[i - 1], rank[random() % i]);
    order.renumber(r);
  }
  return order;
}

Order untangle(const Ranked& graph, std::size_t& crossingsBefore, std::size_t& crossings) {
  const Order asGiven = inputOrder(graph);
  crossingsBefore = crossingsOf(graph, asGiven);
  Order best = asGiven;
  crossings = std::numeric_limits<std::size_t>::max();
  const auto keepIfBetter = [&](const Order& order) {
    const auto now = crossingsOf(graph, order);
    if (now >= crossings) return false;
    crossings = now;
    best = order;
    return true;
  };
  const std::size_t starts = graph.size() <= kTiny ? 40 : graph.size() <= kSmall ? 6 : 2;
  for (std::size_t start = 0; start < starts; ++start) {
    Order order = start == 0 ? depthFirstOrder(graph) : start == 1 ? asGiven : shuffled(graph, start);
    keepIfBetter(order);
    std::size_t fruitless = 0;
    for (std::size_t i = 0; i < kSweeps && fruitless < kFruitless && crossings > 0; ++i, ++fruitless) {
      sweep(graph, order, i % 2 == 0, i / 2 % 2 == 1);
      if (keepIfBetter(order)) fruitless = 0;
    }
  }
  return best;
}

// One of the four alignments. `fromBefore`: with medians among the neighbours in the rank before, ranks in rising order,
// else the other way round; `fromTop`: places from the top, else from the bottom.
class Alignment {
 public:
  Alignment(const Ranked& graph, const Order& order, bool fromBefore, bool fromTop)
      : graph_(graph),
        order_(order),
        neighbours_(fromBefore ? graph.before : graph.after),
        fromBefore_(fromBefore),
        fromTop_(fromTop),
        root_(graph.size()),
        next_(graph.size()),
        endsAbove_(graph.size()),
        endsBelow_(graph.size()) {
    std::iota(root_.begin(), root_.end(), Index{0});
    std::iota(next_.begin(), next_.end(), Index{0});
    align();
  }

  // The middle of each vertex, along the rank.
  std::vector<double> coordinates() const {
    // The graph of blocks: who stands under whom in some rank, and how far at least.
    struct Below {
      Index block;
      double distance;
    };
    std::vector<std::vector<Below>> below(graph_.size());
    std::vector<std::vector<Below>> above(graph_.size());
    std::vector<Index> waiting(graph_.size(), 0);
    for (const auto& rank : order_.ranks) {
      for (Index i = 1; i < rank.size(); ++i) {
        const Index a = rank[i - 1];
        const Index b = rank[i];
        const double distance =
            (graph_.extent[a] + graph_.extent[b]) / 2 + std::max(graph_.gap[a], graph_.gap[b]);
        below[root_[a]].push_back({root_[b], distance});
        above[root_[b]].push_back({root_[a], distance});
        ++waiting[root_[b]];
      }
    }
    std::vector<Index> sorted;
    for (Index v = 0; v < graph_.size(); ++v) {
      if (root_[v] == v && waiting[v] == 0) sorted.push_back(v);
    }
    std::vector<double> y(graph_.size(), 0);
    for (Index i = 0; i < sorted.size(); ++i) {
      for (const Below& edge : below[sorted[i]]) {
        y[edge.block] = std::max(y[edge.block], y[sorted[i]] + edge.distance);
        if (--waiting[edge.block] == 0) sorted.push_back(edge.block);
      }
    }
    // Packed to the top now. Those that have something below them close up to it; packing to the bottom mirrors both.
    const double end = y.empty() ? 0 : *std::max_element(y.begin(), y.end());
    if (!fromTop_) {
      std::fill(y.begin(), y.end(), end);
      for (auto block = sorted.rbegin(); block != sorted.rend(); ++block) {
        for (const Below& edge : below[*block])
          y[*block] = std::min(y[*block], y[edge.block] - edge.distance);
      }
      for (const Index block : sorted) {
        double lowest = kUnplaced;
        for (const Below& edge : above[block]) lowest = std::max(lowest, y[edge.block] + edge.distance);
        if (lowest != kUnplaced) y[block] = std::min(y[block], lowest);
      }
    } else {
      for (auto block = sorted.rbegin(); block != sorted.rend(); ++block) {
        double highest = std::numeric_limits<double>::max();
        for (const Below& edge : below[*block]) highest = std::min(highest, y[edge.block] - edge.distance);
        if (highest != std::numeric_limits<double>::max()) y[*block] = std::max(y[*block], highest);
      }
    }
    std::vector<double> middle(graph_.size());
    for (Index v = 0; v < graph_.size(); ++v) middle[v] = y[root_[v]];
    return middle;
  }

 private:
  // An edge between dummies is to be straight: whatever crosses one must not be aligned (type 1 conflicts).
  bool crossesInnerEdge(Index vertex, Index neighbour) const {
    if (graph_.isDummy(vertex) && graph_.isDummy(neighbour)) return false;
    const auto end = static_cast<std::ptrdiff_t>(order_.place[neighbour]);
    return end < endsAbove_[vertex] || end > endsBelow_[vertex];
  }

  // For each vertex of a rank, how far down the inner edges of those above it end, and how far up those below.
  void noteInnerEdges(const std::vector<Index>& rank) {
    const auto endOf = [&](Index vertex) -> std::optional<std::ptrdiff_t> {
      if (!graph_.isDummy(vertex) || !graph_.isDummy(neighbours_[vertex].front())) return {};
      return static_cast<std::ptrdiff_t>(order_.place[neighbours_[vertex].front()]);
    };
    std::ptrdiff_t lowest = -1;
    for (const Index vertex : rank) {
      endsAbove_[vertex] = lowest;
      lowest = std::max(lowest, endOf(vertex).value_or(lowest));
    }
    auto highest = std::numeric_limits<std::ptrdiff_t>::max();
    for (auto vertex = rank.rbegin(); vertex != rank.rend(); ++vertex) {
      endsBelow_[*vertex] = highest;
      highest = std::min(highest, endOf(*vertex).value_or(highest));
    }
  }

  void align() {
    for (Index i = 1; i < graph_.rankCount; ++i) {
      const auto& rank = order_.ranks[fromBefore_ ? i : graph_.rankCount - 1 - i];
      noteInnerEdges(rank);
      std::optional<Index> last;  // the place of the neighbour that was aligned last
      for (Index k = 0; k < rank.size(); ++k) {
        const Index vertex = rank[fromTop_ ? k : rank.size() - 1 - k];
        alignVertex(vertex, last);
      }
    }
  }

  void alignVertex(Index vertex, std::optional<Index>& last) {
    std::vector<Index> sorted = neighbours_[vertex];
    if (sorted.empty()) return;
    std::sort(sorted.begin(), sorted.end(),
              [&](Index a, Index b) { return order_.place[a] < order_.place[b]; });
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    std::array<Index, 2> medians{(sorted.size() - 1) / 2, sorted.size() / 2};
    if (!fromTop_) std::swap(medians[0], medians[1]);
    for (const Index m : medians) {
      if (next_[vertex] != vertex) return;
      const Index neighbour = sorted[m];
      const Index place = order_.place[neighbour];
      const bool inOrder = !last || (fromTop_ ? place > *last : place < *last);
      if (!inOrder || crossesInnerEdge(vertex, neighbour)) continue;
      next_[neighbour] = vertex;
      root_[vertex] = root_[neighbour];
      next_[vertex] = root_[vertex];
      last = place;
    }
  }

  const Ranked& graph_;
  const Order& order_;
  const Neighbours& neighbours_;
  bool fromBefore_;
  bool fromTop_;
  std::vector<Index> root_;  // of the block
  std::vector<Index> next_;  // in the block, round to its root
  std::vector<std::ptrdiff_t> endsAbove_;
  std::vector<std::ptrdiff_t> endsBelow_;
};

// The middle of each vertex along its rank.
std::vector<double> placeAlong(const Ranked& graph, const Order& order) {
  std::array<std::vector<double>, 4> answers;
  std::array<std::pair<double, double>, 4> bounds;
  Index narrowest = 0;
  for (Index i = 0; i < 4; ++i) {
    answers[i] = Alignment(graph, order, i < 2, i % 2 == 0).coordinates();
    bounds[i] = {std::numeric_limits<double>::max(), kUnplaced};
    for (Index v = 0; v < graph.size(); ++v) {
      bounds[i].first = std::min(bounds[i].first, answers[i][v] - graph.extent[v] / 2);
      bounds[i].second = std::max(bounds[i].second, answers[i][v] + graph.extent[v] / 2);
    }
    const auto width = [&](Index k) { return bounds[k].second - bounds[k].first; };
    if (width(i) < width(narrowest)) narrowest = i;
  }
  // Those from the top are laid to the narrowest one's top, the others to its bottom.
  for (Index i = 0; i < 4; ++i) {
    const double shift =
        i % 2 == 0 ? bounds[narrowest].first - bounds[i].first : bounds[narrowest].second - bounds[i].second;
    for (double& y : answers[i]) y += shift;
  }
  std::vector<double> middle(graph.size());
  double top = std::numeric_limits<double>::max();
  for (Index v = 0; v < graph.size(); ++v) {
    std::array<double, 4> four{answers[0][v], answers[1][v], answers[2][v], answers[3][v]};
    std::sort(four.begin(), four.end());
    middle[v] = (four[1] + four[2]) / 2;
    top = std::min(top, middle[v] - graph.extent[v] / 2);
  }
  for (double& y : middle) y -= top;
  return middle;
}

// Left side and width of each rank. Steep bundles of edges get more room.
std::vector<std::pair<double, double>> placeRanks(const LayoutInput& input, const Ranked& graph,
                                                  const std::vector<double>& middle) {
  std::vector<std::pair<double, double>> columns(graph.rankCount);
  for (Index node = 0; node < graph.nodes; ++node) {
    auto& width = columns[graph.rank[node]].second;
    width = std::max(width, input.nodes[node].width);
  }
  std::vector<double> steepest(graph.rankCount, 0);
  for (Index v = 0; v < graph.size(); ++v) {
    for (const Index to : graph.after[v]) {
      auto& rise = steepest[graph.rank[v]];
      rise = std::max(rise, std::abs(middle[to] - middle[v]));
    }
  }
  double x = 0;
  for (Index r = 0; r < graph.rankCount; ++r) {
    columns[r].first = x;
    x += columns[r].second + input.rankGap + std::min(steepest[r] / 6, input.rankGap * 1.5);
  }
  return columns;
}

// Where an edge meets its node: the edges on one side share its middle half, in the order of their other ends.
class Ports {
 public:
  Ports(const LayoutInput& input, const Ranked& graph, const std::vector<double>& middle)
      : input_(input),
        graph_(graph),
        middle_(middle),
        leaving_(graph.nodes),
        arriving_(graph.nodes) {
    for (Index e = 0; e < graph.chains.size(); ++e) {
      const auto& chain = graph.chains[e];
      if (chain.empty()) continue;
      leaving_[chain.front()].push_back({middle[chain[1]], e});
      arriving_[chain.back()].push_back({middle[chain[chain.size() - 2]], e});
    }
    for (auto* side : {&leaving_, &arriving_}) {
      for (auto& ports : *side) std::sort(ports.begin(), ports.end());
    }
  }

  double leaving(Index edge) const { return port(leaving_, graph_.chains[edge].front(), edge); }
  double arriving(Index edge) const { return port(arriving_, graph_.chains[edge].back(), edge); }

 private:
  using Side = std::vector<std::vector<std::pair<double, Index>>>;

  double port(const Side& side, Index node, Index edge) const {
    const auto& ports = side[node];
    const auto found =
        std::find_if(ports.begin(), ports.end(), [&](const auto& p) { return p.second == edge; });
    const double step = input_.nodes[node].height / 2 / static_cast<double>(ports.size());
    const double place = static_cast<double>(found - ports.begin()) + 0.5;
    return middle_[node] + step * (place - static_cast<double>(ports.size()) / 2);
  }

  const LayoutInput& input_;
  const Ranked& graph_;
  const std::vector<double>& middle_;
  Side leaving_;
  Side arriving_;
};

std::vector<Point> loopAt(const Extent& size, const Point& corner) {
  const double right = corner.x + size.width;
  const double out = size.height / 2;
  return {{right, corner.y + size.height * 0.3},
          {right + out, corner.y + size.height * 0.3},
          {right + out, corner.y + size.height * 0.7},
          {right, corner.y + size.height * 0.7}};
}

}  // namespace

Layout layOutLayered(const LayoutInput& input) {
  Layout layout;
  if (input.nodes.empty()) return layout;
  const Ranked graph = rankAll(input);
  const Order order = untangle(graph, layout.crossingsBefore, layout.crossings);
  const std::vector<double> middle = placeAlong(graph, order);
  const auto columns = placeRanks(input, graph, middle);
  for (Index node = 0; node < graph.nodes; ++node) {
    const Extent& size = input.nodes[node];
    const Point corner{columns[graph.rank[node]].first, middle[node] - size.height / 2};
    layout.nodes.push_back(corner);
    layout.ranks.push_back(graph.rank[node]);
    layout.size.width = std::max(layout.size.width, corner.x + size.width);
    layout.size.height = std::max(layout.size.height, corner.y + size.height);
  }
  const Ports ports(input, graph, middle);
  for (Index e = 0; e < input.edges.size(); ++e) {
    PlacedEdge placed;
    const auto& chain = graph.chains[e];
    placed.backwards = graph.turned[e] || chain.empty();
    if (chain.empty()) {
      placed.line = loopAt(input.nodes[input.edges[e].from], layout.nodes[input.edges[e].from]);
    } else {
      const Index low = chain.front();
      // Straight as far as its column reaches, past the wider nodes there.
      const auto& column = columns[graph.rank[low]];
      const double side = layout.nodes[low].x + input.nodes[low].width;
      placed.line.push_back({side, ports.leaving(e)});
      if (side < column.first + column.second)
        placed.line.push_back({column.first + column.second, ports.leaving(e)});
      for (Index i = 1; i + 1 < chain.size(); ++i) {
        const auto& [left, width] = columns[graph.rank[chain[i]]];
        placed.line.push_back({left, middle[chain[i]]});
        placed.line.push_back({left + width, middle[chain[i]]});
      }
      placed.line.push_back({layout.nodes[chain.back()].x, ports.arriving(e)});
      if (graph.turned[e]) std::reverse(placed.line.begin(), placed.line.end());
    }
    for (const Point& point : placed.line) {
      layout.size.width = std::max(layout.size.width, point.x);
      layout.size.height = std::max(layout.size.height, point.y);
    }
    layout.edges.push_back(std::move(placed));
  }
  return layout;
}

}  // namespace dialscope::question
