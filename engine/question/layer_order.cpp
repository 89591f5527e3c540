// Sweeps to and fro sort each rank by the barycentre, in turns by the median, of its neighbours in the rank before.
// After each sweep neighbours are swapped, and in small graphs every node tries every place of its rank, as long as
// that takes crossings out. The best order seen is kept, ties in favour of the earlier one.
//
// From several starts: as met depth first, as in the input, and in small graphs shuffled. So what can be drawn without
// crossings in the order of the input's edges is drawn in that order.
#include "engine/question/layer_order.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <limits>
#include <numeric>
#include <random>
#include <utility>

namespace dialscope::question {
namespace {

constexpr std::size_t kSweeps = 24;
constexpr std::size_t kFruitless = 4;  // sweeps without gain, then another start
constexpr std::size_t kSmall = 64;     // vertices up to which every place is tried
constexpr std::size_t kTiny = 24;      // and up to which many starts are

// Pairs of edges between this rank and the next that cross, by counting inversions in a tree of sums.
std::size_t crossingsAfter(const Ranked& graph, const RankOrder& order, Index rank) {
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

std::size_t crossingsOf(const Ranked& graph, const RankOrder& order) {
  std::size_t sum = 0;
  for (Index rank = 0; rank < graph.rankCount; ++rank) sum += crossingsAfter(graph, order, rank);
  return sum;
}

std::size_t crossingsAround(const Ranked& graph, const RankOrder& order, Index rank) {
  return (rank == 0 ? 0 : crossingsAfter(graph, order, rank - 1)) + crossingsAfter(graph, order, rank);
}

// Crossings of the edges of two vertices of one rank when `upper` stands above `lower`.
std::size_t crossingsOfPair(const Neighbours& neighbours, const RankOrder& order, Index upper, Index lower) {
  std::size_t crossings = 0;
  for (const Index a : neighbours[upper]) {
    for (const Index b : neighbours[lower]) crossings += order.place[a] > order.place[b] ? 1 : 0;
  }
  return crossings;
}

bool swapNeighbours(const Ranked& graph, RankOrder& order) {
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
bool tryEveryPlace(const Ranked& graph, RankOrder& order) {
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
void sortRank(RankOrder& order, Index r, const Neighbours& neighbours, bool byMedian) {
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

void sweep(const Ranked& graph, RankOrder& order, bool forwards, bool byMedian) {
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
RankOrder inputOrder(const Ranked& graph) {
  RankOrder order;
  order.ranks.resize(graph.rankCount);
  order.place.resize(graph.size());
  for (Index vertex = 0; vertex < graph.size(); ++vertex) order.ranks[graph.rank[vertex]].push_back(vertex);
  for (Index r = 0; r < graph.rankCount; ++r) order.renumber(r);
  return order;
}

// As met depth first from the sources: what hangs together stands together.
RankOrder depthFirstOrder(const Ranked& graph) {
  RankOrder order;
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
RankOrder shuffled(const Ranked& graph, std::uint_fast32_t seed) {
  RankOrder order = inputOrder(graph);
  std::mt19937 random(seed);
  for (Index r = 0; r < graph.rankCount; ++r) {
    auto& rank = order.ranks[r];
    for (Index i = rank.size(); i > 1; --i) std::swap(rank[i - 1], rank[random() % i]);
    order.renumber(r);
  }
  return order;
}

}  // namespace

Untangled untangle(const Ranked& graph) {
  const RankOrder asGiven = inputOrder(graph);
  Untangled best{.order = asGiven,
                 .crossings = std::numeric_limits<std::size_t>::max(),
                 .crossingsBefore = crossingsOf(graph, asGiven)};
  const auto keepIfBetter = [&](const RankOrder& order) {
    const auto now = crossingsOf(graph, order);
    if (now >= best.crossings) return false;
    best.crossings = now;
    best.order = order;
    return true;
  };
  const std::size_t starts = graph.size() <= kTiny ? 40 : graph.size() <= kSmall ? 6 : 2;
  for (std::size_t start = 0; start < starts && best.crossings > 0; ++start) {
    RankOrder order = start == 0 ? depthFirstOrder(graph) : start == 1 ? asGiven : shuffled(graph, start);
    keepIfBetter(order);
    std::size_t fruitless = 0;
    for (std::size_t i = 0; i < kSweeps && fruitless < kFruitless && best.crossings > 0; ++i) {
      sweep(graph, order, i % 2 == 0, i / 2 % 2 == 1);
      fruitless = keepIfBetter(order) ? 0 : fruitless + 1;
    }
  }
  return best;
}

}  // namespace dialscope::question
