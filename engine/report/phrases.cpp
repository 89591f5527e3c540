#include "engine/report/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dialscope::report {
namespace {

using plan::EntryId;
using routing::Candidate;
using routing::Fate;
using routing::Hop;
using routing::Reason;
using routing::RuleId;
using routing::State;
using routing::Trace;
using routing::UnmodelledKind;
using routing::Verdict;

const plan::Entry& entryOf(const plan::Plan& plan, EntryId id) { return at(plan.entries, id); }

std::string written(const plan::Plan& plan, EntryId id) {
  const std::string& text = entryOf(plan, id).pattern.text;
  return text.empty() ? "(empty)" : text;
}

// "a, b and 3 more"
std::string listed(const std::vector<std::string>& items, std::size_t most) {
  std::string text;
  const std::size_t shown = std::min(items.size(), most);
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = i + 1 == items.size();
    text += (i == 0 ? "" : last ? " and " : ", ") + items[i];
  }
  if (items.size() > shown) text += fmt::format(" and {} more", items.size() - shown);
  return text;
}

// For whose sake a caller waits at this hop: "more digits could match 700XX".
std::string couldStillMatch(const plan::Plan& plan, const Hop& hop) {
  std::vector<std::string> patterns;
  for (const Candidate& candidate : hop.candidates) {
    if (!candidate.longer) continue;
    // The same text may stand in several partitions.
    const std::string text = written(plan, candidate.entry);
    if (std::find(patterns.begin(), patterns.end(), text) == patterns.end()) patterns.push_back(text);
  }
  if (patterns.empty()) return "more digits were possible";
  const bool onlyItself = hop.entry && patterns.size() == 1 && patterns.front() == written(plan, *hop.entry);
  return onlyItself ? "it could take more digits" : "more digits could match " + listed(patterns, 3);
}

// By the rule that ended the hop.
std::string noMatchSentence(const Trace& trace, const Hop& hop) {
  const std::string number = hop.digits.empty() ? "the empty number" : hop.digits.text();
  if (hop.decidedBy == "DA-41") return fmt::format("No pattern matches {} as a whole (DA-41).", number);
  if (hop.decidedBy == "DA-54") {
    return fmt::format(
        "No pattern matches {}, and the translation pattern said not to wait for more digits (DA-54).",
        number);
  }
  if (hop.decidedBy == "DA-44") {
    return fmt::format(
        "No pattern matches {}, and with the timer spent no more digits are waited for (DA-44).", number);
  }
  if (trace.timeline.back().key) {
    return fmt::format("With {} no pattern can match any more: reorder at once, on that key (DA-30).",
                       number);
  }
  return fmt::format("No pattern of the search list matches {} or begins like it: reorder at once (DA-30).",
                     number);
}

std::string offHookSentence(const plan::Plan& plan, const Hop& hop, std::size_t index) {
  const std::string pattern = written(plan, *hop.entry);
  if (hop.decidedBy == "DA-36") {
    return fmt::format("No key came before the timer for the first digit ran out: {} takes the call (DA-36).",
                       pattern);
  }
  if (index > 0 && hop.waited.count() > 0) {
    return fmt::format("The number has become empty: {} takes it after {} without a digit ({}).", pattern,
                       seconds(hop.waited), hop.decidedBy);
  }
  if (index > 0) return fmt::format("The number has become empty: {} takes it ({}).", pattern, hop.decidedBy);
  const bool isEmpty = entryOf(plan, *hop.entry).pattern.text.empty();
  return fmt::format("{} matches at off-hook, before any key ({}).", isEmpty ? "The empty pattern" : pattern,
                     hop.decidedBy);
}

// Did the call sit through a timer at a hop behind a translation?
bool laterHopWaited(const Trace& trace) {
  return std::any_of(trace.hops.begin() + 1, trace.hops.end(),
                     [](const Hop& hop) { return hop.waited.count() > 0; });
}

}  // namespace

std::string seconds(std::chrono::milliseconds time) {
  return fmt::format("{:g} s", static_cast<double>(time.count()) / 1000);
}

std::string_view kindWords(plan::EntryKind kind) {
  using enum plan::EntryKind;
  switch (kind) {
  case Route: return "route pattern";
  case Translation: return "translation pattern";
  case DirectoryNumber: return "directory number";
  case AlternateNumber: return "alternate number";
  case HuntPilot: return "hunt pilot";
  case CallPark: return "call park";
  case DirectedCallPark: return "directed call park";
  case Pickup: return "call pickup";
  case MeetMe: return "meet-me";
  case ConferenceNow: return "conference now";
  case Voicemail: return "voicemail port";
  case MessageWaiting: return "message waiting";
  case Mobility: return "mobility";
  case Intercom: return "intercom";
  case CallingPartyTransformation: return "calling party transformation pattern";
  case CalledPartyTransformation: return "called party transformation pattern";
  }
  return "";
}

std::string partitionName(const plan::Plan& plan, plan::PartitionId partition) {
  return std::string(plan::shownPartition(at(plan.partitions, partition).name));
}

std::string patternInPartition(const plan::Plan& plan, EntryId entry) {
  return written(plan, entry) + " in " + partitionName(plan, entryOf(plan, entry).partition);
}

std::string ordinal(std::size_t number) {
  const std::size_t tens = number % 100;
  const std::size_t ones = number % 10;
  const bool teen = tens >= 11 && tens <= 13;
  return fmt::format("{}{}", number,
                     teen        ? "th"
                     : ones == 1 ? "st"
                     : ones == 2 ? "nd"
                     : ones == 3 ? "rd"
                                 : "th");
}

Ink fateInk(Fate fate) {
  return fate == Fate::Routed ? Ink::Good : fate == Fate::Blocked ? Ink::Warn : Ink::Bad;
}

std::string fateSentence(const plan::Plan& plan, const Trace& trace) {
  const Hop& last = trace.last();
  const std::string when = trace.decidedAt.count() == 0 ? "at once" : "after " + seconds(trace.decidedAt);
  const plan::Entry* entry = last.entry ? &entryOf(plan, *last.entry) : nullptr;
  switch (trace.fate) {
  case Fate::Routed: {
    const std::string as = last.called.empty() ? "an empty number" : last.called.text();
    std::string to = fmt::format("to {} {}", kindWords(entry->kind), written(plan, *last.entry));
    if (!trace.target.device.empty()) {
      to = "to " + trace.target.device;
    } else if (!trace.target.routeList.empty()) {
      to = "to route list " + trace.target.routeList;
    } else if (!trace.target.huntList.empty()) {
      to = "to hunt list " + trace.target.huntList;
    } else if (const auto* route = std::get_if<plan::RoutePattern>(&entry->detail)) {
      const bool unsaid = std::holds_alternative<plan::Unsaid>(route->destination);
      to = fmt::format("by {}, {},", written(plan, *last.entry),
                       unsaid ? "whose destination no source says" : "which has no destination");
    }
    return fmt::format("Routed {} as {} {}", to, as, when);
  }
  case Fate::Blocked: {
    if (!trace.requiredCodes.empty()) {
      return fmt::format("Blocked {}: {} asks for {}, which this build does not read from the keys", when,
                         written(plan, *last.entry), listed(trace.requiredCodes, 2));
    }
    if (!entry->blocked) return fmt::format("Blocked {}: a {} was hit", when, kindWords(entry->kind));
    return fmt::format("Blocked {} by {} ({})", when, written(plan, *last.entry),
                       plan::causeName(entry->cause));
  }
  case Fate::NoMatch: return fmt::format("Reorder {}: no pattern matches", when);
  case Fate::Incomplete: return fmt::format("Reorder {}: the number stayed incomplete", when);
  case Fate::Loop: return fmt::format("Reorder {}: the translations never end", when);
  }
  return "";
}

std::string hopSentence(const plan::Plan& plan, const Trace& trace, std::size_t index) {
  const Hop& hop = trace.hops[index];
  const RuleId rule = hop.decidedBy;
  if (!hop.entry) {
    if (trace.fate == Fate::NoMatch) return noMatchSentence(trace, hop);
    if (rule == "DA-36") return "No key came before the timer for the first digit ran out (DA-36).";
    return fmt::format("Nothing matches {}; {}, but for {} none came ({}).",
                       hop.digits.empty() ? "the empty number" : hop.digits.text(),
                       couldStillMatch(plan, hop), seconds(hop.waited), rule);
  }
  const std::string pattern = written(plan, *hop.entry);
  switch (hop.reason) {
  case Reason::OffHook: return offHookSentence(plan, hop, index);
  case Reason::OnlyMatch:
    return fmt::format("{} matches, and no longer number is possible: decided at once (DA-31).", pattern);
  case Reason::Bloc:
    return fmt::format("Sent en bloc: {} takes it at once, although {} (DA-41).", pattern,
                       couldStillMatch(plan, hop));
  case Reason::NoWait:
    return fmt::format(
        "{} takes it at once, although {}: a translation pattern before it says not to wait on subsequent "
        "hops (DA-54).",
        pattern, couldStillMatch(plan, hop));
  case Reason::Urgent:
    if (!entryOf(plan, *hop.entry).urgent) {
      return fmt::format(
          "An urgent pattern matches too and ends the wait; {} is the best match (DA-33, urgent=any).",
          pattern);
    }
    return fmt::format("{} is urgent: it takes the call at once, although {} (DA-33).", pattern,
                       couldStillMatch(plan, hop));
  case Reason::EndOfDialing:
    return fmt::format("The keyed # ended dialing: {} takes what stood before it (DA-37).", pattern);
  case Reason::Timeout:
    if (rule == "DA-44") {
      return fmt::format(
          "{} takes it without a second wait: the timer had run out at the hop before (DA-44).", pattern);
    }
    return fmt::format("{} matches, but {}: the call waited {} for a digit that did not come ({}).", pattern,
                       couldStillMatch(plan, hop), seconds(hop.waited), rule);
  case Reason::None: break;
  }
  return "";
}

std::string momentPhrase(const plan::Plan& plan, const Trace& trace, const routing::TimelineEntry& moment) {
  const Hop& hop = trace.hops[moment.hop];
  const std::string best = moment.best ? written(plan, *moment.best) : "";
  const std::string_view tone = moment.tone == routing::Tone::Outside ? ", outside dial tone" : "";
  switch (moment.state) {
  case State::OffHook: return "dial tone";
  case State::Collecting: return fmt::format("{} possible{}", counted(moment.possible, "pattern"), tone);
  case State::Waiting: return fmt::format("{} matches; a longer number is possible{}", best, tone);
  case State::Translated:
    return fmt::format("{} translates to {}", best, hop.called.empty() ? "nothing" : hop.called.text());
  case State::Routed: {
    static constexpr std::array<std::string_view, 8> kReasons{
        "", "at off-hook", "only match", "en bloc", "no wait", "urgent", "# pressed", "timer ran out"};
    const bool late = hop.reason == Reason::OffHook && moment.rule != "DA-11";
    const Reason reason = late ? Reason::Timeout : hop.reason;
    return fmt::format("{} takes the call: {}", best, kReasons[static_cast<std::size_t>(reason)]);
  }
  case State::Blocked:
    if (!trace.requiredCodes.empty())
      return fmt::format("{} asks for {}", best, listed(trace.requiredCodes, 2));
    return fmt::format("{} blocks the call", best);
  case State::NoMatch:
    return moment.rule == "DA-30" ? "no pattern can match: reorder" : "no pattern matches: reorder";
  case State::Incomplete: return "timer ran out, nothing matches: reorder";
  case State::Loop: return fmt::format("{} is refused: too many translations", best);
  }
  return "";
}

std::string_view verdictSign(const plan::Plan& plan, const Candidate& candidate) {
  const plan::Entry& entry = entryOf(plan, candidate.entry);
  switch (candidate.verdict) {
  case Verdict::Selected: return entry.blocked ? "⊘" : entry.urgent ? "⚠" : "★";
  case Verdict::Beaten: return "○";
  case Verdict::NeedsMoreDigits: return "◐";
  case Verdict::Dropped: return "✕";
  case Verdict::NotInSearchList: return "-";
  }
  return "";
}

std::string unusedSentence(const Trace& trace) {
  if (trace.unused.empty()) return "";
  if (trace.call.assume.lateDigits == routing::LateDigitsReading::Drop && laterHopWaited(trace)) {
    return fmt::format("Keys that came while a later hop waited were lost: {} (DA-56, late-digits=drop).",
                       trace.unused);
  }
  if (trace.unused.size() == 1)
    return fmt::format("The last key, {}, was never heard: the call had been decided.", trace.unused);
  return fmt::format("The last {} keys, {}, were never heard: the call had been decided.",
                     trace.unused.size(), trace.unused);
}

std::string verdictPhrase(const plan::Plan& plan, const Hop& hop, const Candidate& candidate) {
  switch (candidate.verdict) {
  case Verdict::Selected: {
    const plan::Entry& entry = entryOf(plan, candidate.entry);
    const bool rivals = std::any_of(hop.candidates.begin(), hop.candidates.end(),
                                    [](const Candidate& c) { return c.verdict == Verdict::Beaten; });
    std::string why = !rivals                     ? "no other matches"
                      : candidate.rule == "DA-22" ? "closest match"
                      : candidate.rule == "DA-23" ? "tie: its partition is searched first"
                                                  : "tie: written first (no published rule)";
    if (entry.urgent) why += ", urgent";
    return "selected: " + why;
  }
  case Verdict::Beaten: {
    if (candidate.rule == "DA-23") return "beaten: same count, its partition is searched later";
    if (candidate.rule == "DA-24") return "beaten: same count, same partition, written later";
    if (!candidate.count) return "beaten: too ambiguous to be counted";
    const auto winner = std::find_if(hop.candidates.begin(), hop.candidates.end(),
                                     [](const Candidate& c) { return c.verdict == Verdict::Selected; });
    if (winner == hop.candidates.end() || !winner->count || *winner->count == 0)
      return "beaten: less specific";
    const Count ratio = *candidate.count / *winner->count;
    if (ratio * *winner->count == *candidate.count) {
      return fmt::format("beaten: {} times as many strings as {}", ratio.str(), written(plan, winner->entry));
    }
    return fmt::format("beaten: less specific than {}", written(plan, winner->entry));
  }
  case Verdict::NeedsMoreDigits: return "needs more digits";
  case Verdict::Dropped: {
    if (!candidate.diedAt) return "matches no string at all";
    const char key = hop.digits.text()[*candidate.diedAt - 1];
    if (candidate.expected.empty())
      return fmt::format("dropped at digit {}: it ends before {}", *candidate.diedAt, key);
    return fmt::format("dropped at digit {}: {} is not {}{}", *candidate.diedAt, key,
                       candidate.expected.front() == '[' ? "in " : "", candidate.expected);
  }
  case Verdict::NotInSearchList: return "its partition is not in the search list";
  }
  return "";
}

std::string whyNotSentence(const plan::Plan& plan, const Trace& trace, const routing::WhyNot& whyNot) {
  const Hop& hop = trace.hops[whyNot.hop];
  const Candidate& candidate = whyNot.candidate;
  const std::string pattern = patternInPartition(plan, candidate.entry);
  const std::string rule = std::string(candidate.rule);
  switch (candidate.verdict) {
  case Verdict::Selected:
    return fmt::format("{} was selected at hop {} ({}).", pattern, whyNot.hop + 1, rule);
  case Verdict::NotInSearchList:
    return fmt::format("{} was never looked at: {} is not in the search list ({}).", pattern,
                       partitionName(plan, entryOf(plan, candidate.entry).partition), rule);
  case Verdict::Beaten: {
    const bool alike = written(plan, *hop.entry) == written(plan, candidate.entry);
    const std::string winner = alike ? patternInPartition(plan, *hop.entry) : written(plan, *hop.entry);
    if (rule == "DA-22" && candidate.count) {
      return fmt::format(
          "{} matches {} too, but among the strings of that length it takes {}; {} takes fewer ({}).",
          pattern, hop.digits.text(), candidate.count->str(), winner, rule);
    }
    return fmt::format("{} matches {} too and is as close as {}, which goes first ({}).", pattern,
                       hop.digits.text(), winner, rule);
  }
  case Verdict::NeedsMoreDigits: {
    const std::string needs = hop.digits.empty() ? "digits" : "more digits than " + hop.digits.text();
    const std::string why = rule == "DA-41" ? "en bloc no more come"
                            : hop.entry     ? written(plan, *hop.entry) + " took the call before they came"
                            : trace.fate == Fate::Incomplete ? "none came"
                                                             : "none were waited for";
    return fmt::format("{} needs {}, and {} ({}).", pattern, needs, why, rule);
  }
  case Verdict::Dropped:
    return fmt::format("{} does not match {}: {} ({}).", pattern, hop.digits.text(),
                       verdictPhrase(plan, hop, candidate), rule);
  }
  return "";
}

routing::RuleId ruleOf(UnmodelledKind kind) {
  switch (kind) {
  case UnmodelledKind::NumberingPlan: return "DA-15";
  case UnmodelledKind::LearnedPattern: return "DA-87";
  case UnmodelledKind::TimeSchedule: return "DA-90";
  case UnmodelledKind::RouteList: return "DA-80";
  case UnmodelledKind::HuntList: return "DA-82";
  case UnmodelledKind::EntrySettings:
  case UnmodelledKind::OriginSettings: return "";
  case UnmodelledKind::DeviceSettings: return "DA-69";
  case UnmodelledKind::DiscardInstruction: return "DA-64";
  case UnmodelledKind::OverlapSending: return "DA-45";
  case UnmodelledKind::AccessCode: return "DA-85";
  case UnmodelledKind::ForwardAll: return "DA-83";
  case UnmodelledKind::Uncountable: return "DA-22";
  }
  return "";
}

std::string effectOf(const routing::Unmodelled& unmodelled) {
  const std::string& where = unmodelled.where;
  const std::string& detail = unmodelled.detail;
  switch (unmodelled.kind) {
  case UnmodelledKind::NumberingPlan: return fmt::format("{} left out: it might have matched", where);
  case UnmodelledKind::LearnedPattern:
    return fmt::format("learned pattern {} left out: it might have matched", where);
  case UnmodelledKind::TimeSchedule:
    return fmt::format("{} taken as always active, whatever {} says", where, detail);
  case UnmodelledKind::RouteList:
    return fmt::format("route list {} not opened: no route group, device or detail of it is applied", where);
  case UnmodelledKind::HuntList: return fmt::format("hunt list {} not opened: no member is chosen", where);
  case UnmodelledKind::EntrySettings:
  case UnmodelledKind::OriginSettings:
  case UnmodelledKind::DeviceSettings: return fmt::format("{} of {} not applied", detail, where);
  case UnmodelledKind::DiscardInstruction:
    return fmt::format("{} of {} not applied: nothing is discarded", detail, where);
  case UnmodelledKind::OverlapSending:
    return fmt::format("overlap sending of {} not applied: later keys do not go out", where);
  case UnmodelledKind::AccessCode:
    return fmt::format("the {} that {} asks for is not read from the keys: taken as missing", detail, where);
  case UnmodelledKind::ForwardAll: return fmt::format("forward all of {} to {} not followed", where, detail);
  case UnmodelledKind::Uncountable:
    return fmt::format("{} too ambiguous to be counted: taken as the largest count", where);
  }
  return "";
}

std::string unmodelledPhrase(const routing::Unmodelled& unmodelled) {
  const std::string_view rule = ruleOf(unmodelled.kind);
  const std::string named = rule.empty() ? "" : fmt::format(" ({})", rule);
  return fmt::format("Not modelled{}: {}", named, effectOf(unmodelled));
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace dialscope::report
