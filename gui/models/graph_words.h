// What the picture of a plan says: a caption and a name for each node, a badge for an edge, and whole sentences for those
// who do not see it.
//
//   wordsOf(plan, node).caption;        // "translation pattern"
//   wordsOf(plan, node).name;           // "9.011!#"
#pragma once

#include "engine/plan/plan.h"
#include "engine/question/excerpt.h"
#include "engine/question/plan_graph.h"
#include "engine/routing/trace.h"

#include <QString>

namespace dialscope::gui {

struct NodeWords {
  QString caption;         ///< what it is: "partition", "route pattern, urgent"
  QString name;            ///< as the plan writes it
  bool isPattern = false;  ///< dialed symbols: to be set in fixed pitch
};

/// The name alone of what has one in the plan.
QString nameOf(const plan::Plan& plan, question::Node node);

/// `trace`, if the graph is a call's, names its caller.
NodeWords wordsOf(const plan::Plan& plan, question::Node node, const routing::Trace* trace = nullptr);

/// The badge at an edge's start: "1" where order matters, "line 2"; else empty.
QString badgeOf(question::EdgeKind kind, std::size_t order);

/// "Contains", "Searches", "Sends to".
QString verbOf(question::EdgeKind kind);

/// "+ 412 more patterns", "1 pattern" where none is shown: what stands for the neighbours that are not.
QString hiddenWords(question::NodeKind of, question::Side side, std::size_t count, bool someShown);

/// All that a screen reader says of a shown node: what it is, where it leads and who leads to it, what is hidden, whether
/// the call came by and whether it can come by again.
QString spokenNode(const plan::Plan& plan, const question::Excerpt& excerpt, std::size_t index,
                   const routing::Trace* trace = nullptr);

}  // namespace dialscope::gui
