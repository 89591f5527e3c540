#include "engine/report/call.h"
#include "engine/report/phrases.h"
#include "engine/routing/explain_call.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace dialscope::report {
namespace {

using routing::DialMode;
using routing::TimelineEntry;
using routing::Trace;

// Pattern and partition in words: ids of two plans have nothing to do with each other.
std::string written(const plan::Plan& plan, std::optional<plan::EntryId> entry) {
  return entry ? patternInPartition(plan, *entry) : std::string();
}

// Same end: the same pattern with the same numbers. How long it took is the price, not the answer.
bool endAlike(const AnsweredCall& a, const AnsweredCall& b) {
  return a.trace.fate == b.trace.fate &&
         written(a.plan, a.trace.last().entry) == written(b.plan, b.trace.last().entry) &&
         a.trace.last().called == b.trace.last().called && a.trace.target == b.trace.target &&
         a.trace.unused == b.trace.unused;
}

std::string outcome(const plan::Plan& plan, const Trace& trace) {
  if (trace.fate == routing::Fate::Incomplete) return "the number stays incomplete";
  if (!trace.last().entry) return "no pattern matches";
  const std::string& pattern = at(plan.entries, *trace.last().entry).pattern.text;
  if (trace.fate == routing::Fate::Loop) return "the translations never end";
  return fmt::format("the call ends at {}", pattern.empty() ? "the empty pattern" : pattern);
}

std::string afterKey(std::size_t heard) {
  return heard == 0 ? "off-hook" : fmt::format("the {} key", ordinal(heard));
}

// The same digits of the same plan, keyed and en bloc.
Parting partingOfModes(const plan::Plan& plan, const Trace& keyed, const Trace& bloc) {
  if (endAlike({plan, keyed}, {plan, bloc})) {
    const auto cost = keyed.waited - bloc.waited;
    std::string sentence = "Both ways end alike";
    sentence +=
        cost.count() > 0 ? fmt::format("; keyed, the caller waits {} longer for T302.", seconds(cost)) : ".";
    return {std::nullopt, std::move(sentence)};
  }
  // The keyed lane's first hop stopped listening on some key to what the other lane has whole.
  const std::size_t heard = keyed.hops.front().digits.size();
  const std::size_t all = bloc.consumed.size();
  std::string sentence;
  if (heard < all) {
    const std::string together = all == 1 ? "the digit is looked at by itself"
                                          : fmt::format("all {} digits are looked at together", all);
    sentence = fmt::format("They part at {}. Keyed: {} En bloc {}, and {}.", afterKey(heard),
                           hopSentence(plan, keyed, 0), together, outcome(plan, bloc));
  } else {
    sentence = fmt::format("They part after the last key. Keyed, {}; en bloc, {}.", outcome(plan, keyed),
                           outcome(plan, bloc));
  }
  return {heard, std::move(sentence)};
}

// Nothing that the caller or the call would notice differs at this moment.
bool sameMoment(const AnsweredCall& a, const TimelineEntry& here, const AnsweredCall& b,
                const TimelineEntry& there) {
  const auto facts = [](const TimelineEntry& moment) {
    return std::tie(moment.key, moment.digits, moment.state, moment.hop);
  };
  if (facts(here) != facts(there) || written(a.plan, here.best) != written(b.plan, there.best)) return false;
  if (here.state < routing::State::Translated) return true;
  const routing::Hop& hop = a.trace.hops[here.hop];
  const routing::Hop& other = b.trace.hops[there.hop];
  return hop.called == other.called && hop.calling == other.calling;
}

// The first moment of `a` that `b` does not have; nothing when all are alike.
std::optional<std::size_t> firstDifference(const AnsweredCall& a, const AnsweredCall& b) {
  const auto& mine = a.trace.timeline;
  const auto& others = b.trace.timeline;
  for (std::size_t i = 0; i < mine.size(); ++i) {
    if (i == others.size() || !sameMoment(a, mine[i], b, others[i])) return i;
  }
  if (mine.size() == others.size() && endAlike(a, b)) return std::nullopt;
  return mine.size() - 1;
}

std::optional<std::size_t> firstDecision(const Trace& trace) {
  const auto found =
      std::find_if(trace.timeline.begin(), trace.timeline.end(),
                   [](const TimelineEntry& moment) { return moment.state >= routing::State::Translated; });
  return static_cast<std::size_t>(found - trace.timeline.begin());
}

// What tells the two calls apart: their plans, their modes, both, or nothing but their order.
std::pair<std::string, std::string> labels(const AnsweredCall& a, const AnsweredCall& b) {
  const bool modes = a.trace.call.mode != b.trace.call.mode;
  const bool plans = a.plan.name != b.plan.name && !a.plan.name.empty() && !b.plan.name.empty();
  const auto label = [&](const AnsweredCall& one) {
    const std::string mode(modeName(one.trace.call.mode));
    if (!plans) return mode;
    return modes ? fmt::format("{} ({})", one.plan.name, mode) : one.plan.name;
  };
  if (!plans && !modes) return {"First", "Second"};
  return {label(a), label(b)};
}

}  // namespace

Parting partingOf(const plan::Plan& plan, const Replay& replay) {
  return partingOfModes(plan, replay.keyed, replay.bloc);
}

Parting partingOf(const AnsweredCall& first, const AnsweredCall& second) {
  const bool oneMode = first.trace.call.mode == second.trace.call.mode;
  if (&first.plan == &second.plan && first.trace.call.mode == DialMode::DigitByDigit &&
      second.trace.call.mode == DialMode::Bloc) {
    return partingOfModes(first.plan, first.trace, second.trace);
  }
  const auto [here, there] = labels(first, second);
  const auto moment = oneMode                   ? firstDifference(first, second)
                      : endAlike(first, second) ? std::nullopt
                                                : firstDecision(first.trace);
  if (!moment) {
    const auto cost = first.trace.waited - second.trace.waited;
    if (cost.count() == 0) return {std::nullopt, "Both end alike."};
    return {std::nullopt, fmt::format("Both end alike; {} waits {} longer for T302.",
                                      cost.count() > 0 ? here : there, seconds(std::chrono::abs(cost)))};
  }
  const std::size_t heard = routing::heardAt(first.trace, *moment).size();
  const auto& others = second.trace.timeline;
  const TimelineEntry& other = oneMode ? others[std::min(*moment, others.size() - 1)] : others.back();
  std::string sentence = fmt::format("They part at {}. {}: {}; {}: {}.", afterKey(heard), here,
                                     momentPhrase(first.plan, first.trace, first.trace.timeline[*moment]),
                                     there, momentPhrase(second.plan, second.trace, other));
  return {heard, std::move(sentence)};
}

}  // namespace dialscope::report
