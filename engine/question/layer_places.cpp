// Brandes and Köpf, "Fast and simple horizontal coordinate assignment" (2001). Four times every node is aligned with
// a median neighbour, chains of aligned nodes are blocks, blocks are packed; of the four answers each node takes the
// mean of the middle two. Packing goes over the graph of blocks, as in dagre, and not by the classes of the paper, whose
// shifts may overlap.
#include "engine/question/layer_places.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>

namespace dialscope::question {
namespace {

constexpr double kUnplaced = std::numeric_limits<double>::lowest();

// One of the four alignments. `fromBefore`: with medians among the neighbours in the rank before, ranks in rising
// order, else the other way round; `fromTop`: places from the top, else from the bottom.
class Alignment {
 public:
  Alignment(const Ranked& graph, const RankOrder& order, bool fromBefore, bool fromTop)
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
  const RankOrder& order_;
  const Neighbours& neighbours_;
  bool fromBefore_;
  bool fromTop_;
  std::vector<Index> root_;  // of the block
  std::vector<Index> next_;  // in the block, round to its root
  std::vector<std::ptrdiff_t> endsAbove_;
  std::vector<std::ptrdiff_t> endsBelow_;
};

}  // namespace

std::vector<double> placeAlong(const Ranked& graph, const RankOrder& order) {
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

}  // namespace dialscope::question
