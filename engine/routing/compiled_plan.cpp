#include "engine/routing/compiled_plan.h"

#include <algorithm>

namespace dialscope::routing {

using pattern::Negation;

CompiledPlan::CompiledPlan(const plan::Plan& plan) : plan_(plan) {
  expressions_.reserve(plan.entries.size());
  for (std::uint32_t i = 0; i < plan.entries.size(); ++i) {
    const pattern::Pattern& pattern = plan.entries[i].pattern;
    expressions_.push_back(automata::compile(pattern, Negation::Keypad));
    const bool complement = std::any_of(pattern.elements.begin(), pattern.elements.end(), [](const auto& element) {
      return element.kind == pattern::ElementKind::ComplementSet;
    });
    if (!complement) continue;
    others_[0].emplace(plan::EntryId{i}, automata::compile(pattern, Negation::Digits));
    others_[1].emplace(plan::EntryId{i}, automata::compile(pattern, Negation::All));
  }
  for (std::uint32_t i = 0; i < plan.devices.size(); ++i) {
    for (const plan::LineAppearance& appearance : plan.devices[i].lines) {
      phones_.try_emplace(appearance.line, plan::DeviceId{i});
    }
  }
}

const automata::Expression& CompiledPlan::expression(plan::EntryId entry, Negation negation) const {
  if (negation != Negation::Keypad) {
    const auto& others = others_[negation == Negation::Digits ? 0 : 1];
    if (const auto found = others.find(entry); found != others.end()) return found->second;
  }
  return at(expressions_, entry);
}

std::optional<plan::DeviceId> CompiledPlan::phoneOf(plan::EntryId line) const {
  const auto found = phones_.find(line);
  if (found == phones_.end()) return std::nullopt;
  return found->second;
}

}  // namespace dialscope::routing
