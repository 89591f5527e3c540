// Step 4 of a layered layout, along the rank: how far down each vertex stands, its order in the rank being settled.
//
//   const std::vector<double> middle = placeAlong(graph, untangle(graph).order);
//   middle[0] == middle[1];     // if 0 → 1 is all there is: the line is straight
//
// Internal to the layout. How far right each rank stands is layered_layout.cpp's affair.
#pragma once

#include "engine/question/layer_order.h"
#include "engine/question/layer_ranks.h"

#include <vector>

namespace dialscope::question {

/// The middle of each vertex along its rank. The uppermost begins at 0; extents and gaps are kept.
std::vector<double> placeAlong(const Ranked& graph, const RankOrder& order);

}  // namespace dialscope::question
