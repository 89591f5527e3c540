// A plan as <dialPlan> text, for feeding the command line: what engine/import reads back to the same plan.
//
//   std::ofstream("cluster.xml") << writeDialPlan(makeCluster());
//
// Writes what the generator of workload.h makes, and no more: partitions, search spaces, lines, route and translation
// patterns, park numbers and trunks. Names and patterns hold nothing that XML would have to escape.
#pragma once

#include "engine/plan/plan.h"

#include <string>

namespace dialscope::bench {

std::string writeDialPlan(const plan::Plan& plan);

}  // namespace dialscope::bench
