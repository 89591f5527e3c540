// What the tests of this folder share: load a text, look at its messages.
#pragma once

#include "engine/import/load_plan.h"
#include "engine/report/message.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::import {

/// The plan of `<dialPlan>` around `objects`, all on one line.
inline LoadedPlan loadObjects(std::string_view objects) {
  auto loaded = loadPlanText("plan.xml", "<dialPlan>" + std::string(objects) + "</dialPlan>");
  EXPECT_TRUE(loaded.has_value());
  return loaded ? std::move(*loaded) : LoadedPlan();
}

inline bool isSuspicion(const Diagnostic& diagnostic) {
  return report::severityOf(diagnostic.code) == report::Severity::Suspicious;
}

/// All but what is merely suspicious: plans for tests are full of patterns that lead nowhere.
inline std::vector<std::string> rendered(const Diagnostics& diagnostics) {
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : diagnostics)
    if (!isSuspicion(diagnostic)) lines.push_back(report::renderDiagnostic(diagnostic));
  return lines;
}

/// The same as codes.
inline std::vector<DiagnosticCode> codesOf(const Diagnostics& diagnostics) {
  std::vector<DiagnosticCode> codes;
  for (const Diagnostic& diagnostic : diagnostics)
    if (!isSuspicion(diagnostic)) codes.push_back(diagnostic.code);
  return codes;
}

/// Names of a list's groups, in order.
inline std::vector<std::string> groupsOf(const plan::Plan& plan, const plan::RouteList& list) {
  std::vector<std::string> names;
  for (const auto& member : list.members) names.push_back(at(plan.routeGroups, member.group).name);
  return names;
}

}  // namespace dialscope::import
