#include "engine/routing/walk_call.h"

#include "engine/routing/best_match.h"
#include "engine/routing/key_schedule.h"
#include "engine/routing/rewrite.h"
#include "engine/routing/search_walk.h"

#include <algorithm>
#include <utility>

namespace dialscope::routing {
namespace {

using plan::EntryId;
using plan::EntryKind;

// What digit analysis says of a string.
struct Analysis {
  std::optional<EntryId> best;
  RuleId selectedBy;
  bool longerPossible = false;
  bool urgent = false;  // urgent priority cancels the wait, as DA-33 is read
};

// Why a hop ends now. Without a match the fate says how.
struct Decision {
  Reason reason = Reason::None;
  RuleId rule;
  Fate fate = Fate::Routed;
};

Decision noMatch(RuleId rule) { return {Reason::None, rule, Fate::NoMatch}; }

// A bloc as single keys, for the `replay` reading of DA-42.
std::vector<KeyPress> replayed(const DialString& dialed) {
  std::vector<KeyPress> keys;
  for (const char c : dialed.bloc) keys.push_back({*symbolOf(c), milliseconds{0}, 0});
  keys.insert(keys.end(), dialed.keys.begin(), dialed.keys.end());
  return keys;
}

class CallWalk {
 public:
  CallWalk(const CompiledPlan& compiled, const Call& call)
      : compiled_(compiled),
        plan_(compiled.plan()),
        call_(call),
        replay_(call.mode == DialMode::BlocWait && call.assume.sipOnhook == SipOnhookReading::Replay),
        bloc_(replay_ ? std::string() : call.dialed.bloc),
        schedule_(replay_ ? replayed(call.dialed) : call.dialed.keys, call.gap, !call.dialed.bloc.empty(),
                  replay_ ? call.dialed.bloc.size() : 0),
        complete_(call.mode == DialMode::Bloc) {
    trace_.call = call;
    trace_.consumed = bloc_;
    if (compiled.hasComplements()) trace_.consulted.insert(SwitchId::Negation);
    if (call.mode == DialMode::BlocWait) trace_.consulted.insert(SwitchId::SipOnhook);
  }

  Trace walk() {
    DigitString called(bloc_);
    DigitString calling = call_.origin.calling;
    std::vector<plan::PartitionId> partitions = call_.origin.partitions;
    bool byCallingParty = false;
    for (std::size_t translations = 0;; ++translations) {
      Hop& hop = trace_.hops.emplace_back();
      hop.digits = byCallingParty ? calling : called;
      hop.byCallingParty = byCallingParty;
      hop.partitions = std::move(partitions);
      hop.called = called;
      hop.calling = calling;

      const Fate fate = walkHop(hop);
      const auto* translation =
          hop.entry ? std::get_if<plan::TranslationPattern>(&entryOf(*hop.entry).detail) : nullptr;
      if (fate != Fate::Routed || translation == nullptr) return settled(fate);
      if (translations == kMaxTranslations) return settled(Fate::Loop);

      note(State::Translated, hop.entry, hop.decidedBy);
      rewrite(entryOf(*hop.entry), call_.origin, call_.assume, hop, trace_.consulted);
      called = hop.called;
      calling = hop.calling;
      partitions = nextSearchList(*translation, hop);
      byCallingParty = translation->routeNextHopByCallingParty;
      noWait_ = noWait_ || translation->doNotWaitOnSubsequentHops;
      complete_ = complete_ && asks(SwitchId::BlocHops).blocHops == BlocHopsReading::Carry;
      // A calling number is complete as it stands: keys wait for the hop after it.
      keysJoin_ = !byCallingParty;
    }
  }

 private:
  const plan::Entry& entryOf(EntryId id) const { return at(plan_.entries, id); }
  std::size_t hopIndex() const { return trace_.hops.size() - 1; }

  // The assumptions, one of which is looked at: what is never asked for can have changed nothing.
  const Assumptions& asks(SwitchId id) {
    trace_.consulted.insert(id);
    return call_.assume;
  }

  // One hop, from its first string to its decision.
  Fate walkHop(Hop& hop) {
    list_.emplace(compiled_.searchList(hop.partitions, call_.assume.negation));
    walk_.emplace(*list_);
    walk_->stepThrough(hop.digits);
    Analysis before;
    Analysis now = analyse();
    if (noKeyYet(hop) && !replay_) note(State::OffHook, now.best, "DA-36");
    for (;;) {
      // Off-hook, nothing keyed: only a match of the empty string can decide (DA-11); that no pattern can match is
      // found out by the first key (DA-30).
      const bool offHook = noKeyYet(hop);
      std::optional<Decision> decision;
      if (!offHook || (now.best && call_.dialed.bloc.empty())) decision = decide(hop, before, now);
      if (!decision) {
        if (!offHook) noteWaiting(hop, now);
        if (pressInTime(hop)) {
          before = std::exchange(now, analyse());
          continue;
        }
        decision = expire(hop, now);
      }
      return conclude(hop, *decision, decision->reason == Reason::EndOfDialing ? before : now);
    }
  }

  Analysis analyse() {
    Analysis analysis;
    analysis.longerPossible = walk_->longerPossible();
    const auto best = walk_->best();
    if (!best) return analysis;
    analysis.best = best->entry;
    analysis.selectedBy = best->rule;
    analysis.urgent = entryOf(best->entry).urgent;
    const bool waits = analysis.longerPossible && !complete_;
    if (waits && asks(SwitchId::Urgent).urgent == UrgentReading::Any) {
      const auto all = walk_->matches();
      analysis.urgent =
          std::any_of(all.begin(), all.end(), [&](const Contender& c) { return entryOf(c.entry).urgent; });
    } else if (waits && best->rule == "DA-24") {
      noteUrgencyTie(analysis.urgent);
    }
    return analysis;
  }

  // A tie of two patterns of which one is urgent decides whether the caller waits.
  void noteUrgencyTie(bool bestIsUrgent) {
    const auto all = walk_->matches();
    const Contender& best = all[bestMatch(all)->index];
    trace_.tieDecided =
        trace_.tieDecided || std::any_of(all.begin(), all.end(), [&](const Contender& other) {
          return precedence(best, other).rule == "DA-24" && entryOf(other.entry).urgent != bestIsUrgent;
        });
  }

  // Is the hop decided, now? The rules in their order; nothing = wait for a key or for the timer.
  std::optional<Decision> decide(const Hop& hop, const Analysis& before, const Analysis& now) {
    const bool match = now.best.has_value();
    if (!match && !now.longerPossible) {
      const bool keyed = key_ && schedule_.lastWasKeyed();
      const bool mayEnd = keyed && hop.digits.endsWith('#') && before.best;
      if (mayEnd && asks(SwitchId::Pound).pound == PoundReading::Terminator) {
        return Decision{Reason::EndOfDialing, "DA-37"};
      }
      return noMatch(complete_ ? "DA-41" : "DA-30");
    }
    if (!now.longerPossible) return Decision{Reason::OnlyMatch, "DA-31"};
    if (complete_) return match ? Decision{Reason::Bloc, "DA-41"} : noMatch("DA-41");
    if (noWait_) return match ? Decision{Reason::NoWait, "DA-54"} : noMatch("DA-54");
    if (now.urgent) return Decision{Reason::Urgent, "DA-33"};
    if (expired_ && asks(SwitchId::ExpiredHops).expiredHops == ExpiredHopsReading::Carry) {
      return match ? Decision{Reason::Timeout, "DA-44"} : noMatch("DA-44");
    }
    return std::nullopt;
  }

  // The next key, if it comes before the timer runs out; a key right at the end is late.
  bool pressInTime(Hop& hop) {
    const auto at = keysJoin_ ? schedule_.nextAt() : std::nullopt;
    if (!at || *at >= clock_ + timer(hop)) return false;
    if (hopIndex() > 0 && asks(SwitchId::LateDigits).lateDigits == LateDigitsReading::Drop) return false;
    clock_ = std::max(clock_, *at);
    key_ = schedule_.press();
    trace_.consumed += charOf(*key_);
    hop.digits += charOf(*key_);
    walk_->step(charOf(*key_));
    return true;
  }

  // Lets the timer run out. The wait for a first key is no wait of T302.
  Decision expire(Hop& hop, const Analysis& now) {
    const milliseconds sat = timer(hop);
    const RuleId rule = waitingRule(hop);
    clock_ += sat;
    schedule_.expired(clock_);
    if (!noKeyYet(hop)) {
      hop.waited += sat;
      trace_.waited += sat;
      expired_ = true;
    }
    if (now.best) return {Reason::Timeout, rule};
    return {Reason::None, rule, Fate::Incomplete};
  }

  Fate conclude(Hop& hop, const Decision& decision, const Analysis& analysis) {
    if (decision.reason == Reason::EndOfDialing) hop.digits = hop.digits.first(hop.digits.size() - 1);
    hop.decidedBy = decision.rule;
    if (decision.reason == Reason::None) {
      hop.called = hop.digits;
      return decision.fate;
    }
    if (!hop.byCallingParty) hop.called = hop.digits;
    hop.entry = analysis.best;
    hop.selectedBy = analysis.selectedBy;
    hop.reason = decision.reason;
    if (hop.digits.empty()) {
      hop.reason = Reason::OffHook;
      if (decision.reason != Reason::Timeout) hop.decidedBy = "DA-11";
    }
    trace_.tieDecided = trace_.tieDecided || analysis.selectedBy == "DA-24";
    const plan::Entry& entry = entryOf(*hop.entry);
    trace_.emergency = trace_.emergency || entry.emergency;
    return endsHere(entry) ? Fate::Blocked : Fate::Routed;
  }

  // A blocked pattern, a transformation pattern (DA-20), a code that is asked for and not among the keys (DA-85).
  bool endsHere(const plan::Entry& entry) {
    if (const auto* route = std::get_if<plan::RoutePattern>(&entry.detail); route && !entry.blocked) {
      if (route->requiresForcedAuthorizationCode) trace_.requiredCodes.emplace_back("FAC");
      if (route->requiresClientMatterCode) trace_.requiredCodes.emplace_back("CMC");
    }
    return entry.blocked || entry.kind == EntryKind::CallingPartyTransformation ||
           entry.kind == EntryKind::CalledPartyTransformation || !trace_.requiredCodes.empty();
  }

  std::vector<plan::PartitionId> nextSearchList(const plan::TranslationPattern& translation, const Hop& hop) {
    if (translation.useOriginatorSearchSpace) {
      const bool phone = asks(SwitchId::Originator).originator == OriginatorReading::Phone;
      return phone ? call_.origin.partitions : hop.partitions;
    }
    if (!translation.searchSpace) return {};
    return searchListOf(plan_, {*translation.searchSpace});
  }

  Trace settled(Fate fate) {
    Hop& hop = trace_.hops.back();
    trace_.fate = fate;
    if (fate == Fate::Routed) {
      rewrite(entryOf(*hop.entry), call_.origin, call_.assume, hop, trace_.consulted);
      aim(entryOf(*hop.entry), hop);
    }
    static constexpr State kStates[] = {State::Routed, State::Blocked, State::NoMatch, State::Incomplete,
                                        State::Loop};
    note(kStates[static_cast<std::size_t>(fate)], hop.entry, fate == Fate::Loop ? "DA-57" : hop.decidedBy);
    trace_.unused = schedule_.unused();
    trace_.decidedAt = clock_ - schedule_.firstAt();
    for (TimelineEntry& entry : trace_.timeline) entry.at -= schedule_.firstAt();
    return std::move(trace_);
  }

  void aim(const plan::Entry& entry, const Hop& hop) {
    Target& target = trace_.target;
    target.called = hop.called;
    target.calling = hop.calling;
    EntryId line = *hop.entry;
    if (const auto* route = std::get_if<plan::RoutePattern>(&entry.detail)) {
      if (const auto* device = std::get_if<plan::DeviceId>(&route->destination)) {
        target.device = at(plan_.devices, *device).name;
      } else if (const auto* list = std::get_if<plan::RouteListId>(&route->destination)) {
        target.routeList = at(plan_.routeLists, *list).name;
      }
    } else if (const auto* pilot = std::get_if<plan::HuntPilot>(&entry.detail)) {
      if (pilot->huntList) target.huntList = at(plan_.huntLists, *pilot->huntList).name;
    } else if (const auto* alternate = std::get_if<plan::AlternateNumber>(&entry.detail)) {
      line = alternate->line;
    }
    if (const auto phone = compiled_.phoneOf(line)) target.device = at(plan_.devices, *phone).name;
  }

  bool noKeyYet(const Hop& hop) const { return hopIndex() == 0 && hop.digits.empty() && !complete_; }

  milliseconds timer(const Hop& hop) const {
    if (noKeyYet(hop)) return plan_.serviceParameters.firstDigitTimeout;
    return interdigitTimeoutOf(plan_, call_);
  }

  // Why the caller waits at this hop.
  RuleId waitingRule(const Hop& hop) const {
    if (noKeyYet(hop)) return "DA-36";
    if (hopIndex() > 0) return "DA-53";
    return hop.digits.size() == bloc_.size() ? "DA-42" : "DA-32";
  }

  void noteWaiting(const Hop& hop, const Analysis& now) {
    note(now.best ? State::Waiting : State::Collecting, now.best, waitingRule(hop));
  }

  // Writes the moment down, with the key that made it, if any.
  void note(State state, std::optional<EntryId> best, RuleId rule) {
    trace_.timeline.push_back({.at = clock_,
                               .key = std::exchange(key_, std::nullopt),
                               .digits = trace_.hops.back().digits,
                               .best = best,
                               .state = state,
                               .rule = rule,
                               .hop = hopIndex()});
  }

  const CompiledPlan& compiled_;
  const plan::Plan& plan_;
  const Call& call_;
  const bool replay_;
  const std::string bloc_;
  KeySchedule schedule_;
  Trace trace_;

  std::optional<SearchList> list_;  // of the hop in hand
  std::optional<SearchWalk> walk_;
  milliseconds clock_{0};      // since off-hook
  std::optional<Symbol> key_;  // pressed, not yet noted
  bool complete_;              // sent en bloc: no digit will follow (DA-41, DA-55)
  bool noWait_ = false;        // a translation pattern said so (DA-54)
  bool expired_ = false;       // T302 ran out at this hop or before (DA-44)
  bool keysJoin_ = true;       // a key can still be appended to the hop's string (DA-56)
};

}  // namespace

Trace walkCall(const CompiledPlan& compiled, const Call& call) { return CallWalk(compiled, call).walk(); }

}  // namespace dialscope::routing
