// The path of a call through a plan's graph: caller, search space, partition, pattern, and so on to the last device.
//
//   const Excerpt excerpt = excerptOfCall(graph, plan, trace);
//   excerpt.nodes[0].node;    // kCaller
//   excerpt.nodes[2].hops;    // {0, 1}: the call comes by here twice
//
// A call has edges that are not the graph's: from its caller, and back to it where a translation looks up the number for
// whoever dialed (DA-51).
#pragma once

#include "engine/plan/plan.h"
#include "engine/question/excerpt.h"
#include "engine/question/plan_graph.h"
#include "engine/routing/trace.h"

namespace dialscope::question {

/// The path of a call, and around it the other partitions searched and the patterns in the race. Without candidates in
/// the trace (Detail::Answer), the path alone.
Excerpt excerptOfCall(const PlanGraph& graph, const plan::Plan& plan, const routing::Trace& trace,
                      const Limits& limits = {});

}  // namespace dialscope::question
