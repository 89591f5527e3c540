#include "engine/routing/explain_call.h"

#include "engine/routing/assumed_rules.h"
#include "engine/routing/race.h"
#include "engine/routing/side_by_side.h"
#include "engine/routing/unmodelled.h"
#include "engine/routing/walk_call.h"

#include <algorithm>

namespace dialscope::routing {
namespace {

using plan::EntryId;

// Each moment's patterns, counted, and the tones that the caller hears.
void listen(const CompiledPlan& compiled, Trace& trace) {
  std::optional<SideBySideWalk> walk;
  std::size_t hop = 0;
  std::size_t read = 0;
  bool outsideSounded = false;
  for (TimelineEntry& moment : trace.timeline) {
    if (!walk || moment.hop != hop) {
      hop = moment.hop;
      read = 0;
      walk.emplace(compiled, trace.hops[hop].partitions, trace.call.assume.negation);
    }
    while (read < moment.digits.size()) walk->step(moment.digits.symbolAt(read++));
    moment.possible = walk->possible();
    if (moment.state >= State::Blocked) moment.tone = Tone::Reorder;
    if (trace.call.mode != DialMode::DigitByDigit || hop > 0 || moment.state >= State::Translated) continue;
    if (moment.state == State::OffHook) {
      moment.tone = Tone::Inside;
    } else if (!outsideSounded) {
      // The second tone sounds once, when every pattern still possible asks for it (DA-39).
      outsideSounded =
          walk->allPossible([&](EntryId id) { return at(compiled.plan().entries, id).outsideDialTone; });
      if (outsideSounded) moment.tone = Tone::Outside;
    }
  }
}

}  // namespace

Trace explainCall(const CompiledPlan& compiled, const Call& call, Detail detail) {
  Trace trace = walkCall(compiled, call);
  if (detail == Detail::Everything) {
    for (std::size_t i = 0; i < trace.hops.size(); ++i) {
      trace.hops[i].candidates = candidatesOf(compiled, trace, i);
    }
    listen(compiled, trace);
  }
  trace.assumed = assumedRules(compiled, trace);
  trace.unmodelled = unmodelledOf(compiled, trace);
  return trace;
}

std::optional<milliseconds> timerAt(const plan::Plan& plan, const Trace& trace, std::size_t moment) {
  const TimelineEntry& then = trace.timeline[moment];
  if (then.state >= State::Translated) return std::nullopt;
  if (then.rule == "DA-36") return plan.serviceParameters.firstDigitTimeout;
  return interdigitTimeoutOf(plan, trace.call);
}

std::string_view heardAt(const Trace& trace, std::size_t moment) {
  const auto after = trace.timeline.begin() + static_cast<std::ptrdiff_t>(moment) + 1;
  const auto later = std::count_if(after, trace.timeline.end(),
                                   [](const TimelineEntry& entry) { return entry.key.has_value(); });
  return std::string_view(trace.consumed).substr(0, trace.consumed.size() - static_cast<std::size_t>(later));
}

}  // namespace dialscope::routing
