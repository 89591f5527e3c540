// What an answer leaves out, as JSON: the same array in a call and in a suite's row.
#pragma once

#include "engine/report/phrases.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace dialscope::report {

/// [{"rule", "where", "effect"}, …]
inline nlohmann::ordered_json unmodelledJson(const std::vector<routing::Unmodelled>& unmodelled) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const auto& one : unmodelled) {
    list.push_back({{"rule", ruleOf(one.kind)}, {"where", one.where}, {"effect", effectOf(one)}});
  }
  return list;
}

}  // namespace dialscope::report
