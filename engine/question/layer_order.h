// Step 3 of a layered layout: who stands above whom in a rank, so that few edges cross.
//
//   const Untangled untangled = untangle(rankAll({.nodes = {{}, {}, {}, {}}, .edges = {{0, 3}, {1, 2}}}));
//   untangled.order.ranks[1];      // {3, 2}, from top to bottom
//   untangled.crossings;           // 0
//   untangled.crossingsBefore;     // 1
//
// Internal to the layout. The fewest crossings there can be are not promised: to find them is NP-hard.
#pragma once

#include "engine/question/layer_ranks.h"

#include <cstddef>
#include <vector>

namespace dialscope::question {

/// Who stands where: the vertices of each rank from top to bottom.
struct RankOrder {
  std::vector<std::vector<Index>> ranks;
  std::vector<Index> place;  ///< of each vertex in its rank

  /// Sets `place` of all in `rank` to what `ranks` says.
  void renumber(Index rank) {
    for (Index i = 0; i < ranks[rank].size(); ++i) place[ranks[rank][i]] = i;
  }
};

struct Untangled {
  RankOrder order;
  std::size_t crossings = 0;        ///< between neighbouring ranks
  std::size_t crossingsBefore = 0;  ///< the same in the order of the input
};

/// The best order that was met; the same for the same graph on every machine.
Untangled untangle(const Ranked& graph);

}  // namespace dialscope::question
