// A plan made ready for walking: the language of every entry, compiled once and shared by all calls.
//
//   const CompiledPlan compiled(plan);
//   compiled.expression(entry, Negation::Keypad);
//
// Immutable once made, so any number of threads may walk it.
#pragma once

#include "engine/automata/expression.h"
#include "engine/plan/plan.h"

#include <array>
#include <optional>
#include <unordered_map>
#include <vector>

namespace dialscope::routing {

class CompiledPlan {
 public:
  /// Keeps a reference: `plan` must outlive this.
  explicit CompiledPlan(const plan::Plan& plan);

  const plan::Plan& plan() const { return plan_; }
  const automata::Expression& expression(plan::EntryId entry, pattern::Negation negation) const;
  /// The first phone, in the plan's order, that has this line; nothing for other entries and for lines of no phone.
  std::optional<plan::DeviceId> phoneOf(plan::EntryId line) const;
  /// Some entry has a `[^…]`, so that the reading of DA-05 matters at all.
  bool hasComplements() const { return !others_[0].empty(); }

 private:
  const plan::Plan& plan_;
  std::vector<automata::Expression> expressions_;  // by EntryId, [^…] over the keypad
  // Entries with a [^…] under the two other readings.
  std::array<std::unordered_map<plan::EntryId, automata::Expression>, 2> others_;
  std::unordered_map<plan::EntryId, plan::DeviceId> phones_;
};

}  // namespace dialscope::routing
