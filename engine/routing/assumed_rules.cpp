#include "engine/routing/assumed_rules.h"

#include "engine/routing/walk_call.h"

#include <algorithm>
#include <cstddef>
#include <tuple>

namespace dialscope::routing {
namespace {

// What must not differ between two readings of a rule.
auto answerOf(const Trace& trace) {
  const Hop& last = trace.last();
  return std::tie(trace.fate, last.entry, last.called, trace.target, trace.unused, trace.waited);
}

}  // namespace

std::vector<RuleId> assumedRules(const CompiledPlan& compiled, const Trace& trace) {
  std::vector<RuleId> rules;
  const Call& call = trace.call;
  for (const Switch& one : switches()) {
    if (call.pinned.contains(one.id) || !trace.consulted.contains(one.id)) continue;
    bool differs = false;
    for (std::size_t reading = 0; reading < one.readingCount() && !differs; ++reading) {
      if (reading == one.get(call.assume)) continue;
      Call other = call;
      one.set(other.assume, reading);
      differs = answerOf(walkCall(compiled, other)) != answerOf(trace);
    }
    if (differs) rules.push_back(one.rule);
  }
  if (trace.tieDecided) rules.insert(std::lower_bound(rules.begin(), rules.end(), RuleId("DA-24")), "DA-24");
  return rules;
}

}  // namespace dialscope::routing
