// Every object of a plan that can be looked up by its name, and its node in the plan's graph.
//
//   const std::vector<Node> nodes = namedNodes(graph);
//   findNode(plan, nodes, "Phones");
#pragma once

#include "engine/plan/plan.h"
#include "engine/question/plan_graph.h"

#include <QString>
#include <optional>
#include <vector>

namespace dialscope::gui {

/// What is searched for most comes first; the numbers of a large plan last. Devices that nothing leads to or from are left
/// out.
std::vector<question::Node> namedNodes(const question::PlanGraph& graph);

/// The first node of this name; letter case counts only where two differ by it.
std::optional<question::Node> findNode(const plan::Plan& plan, const std::vector<question::Node>& nodes,
                                       const QString& name);

}  // namespace dialscope::gui
