#include "engine/routing/explain_call.h"

#include "engine/routing/best_match.h"
#include "engine/routing/search_order.h"
#include "engine/routing/side_by_side.h"
#include "engine/routing/walk_call.h"

#include <algorithm>
#include <bit>
#include <tuple>

namespace dialscope::routing {
namespace {

using automata::Expression;
using automata::Places;
using plan::EntryId;

constexpr bool carriesOn(const Call& call) { return call.assume.blocHops == BlocHopsReading::Carry; }

// Did this hop look at whole strings only (DA-41)?
bool isEnBloc(const Call& call, std::size_t hop) {
  return call.mode == DialMode::Bloc && (hop == 0 || carriesOn(call));
}

RuleId ruleOf(pattern::ElementKind kind) {
  switch (kind) {
  case pattern::ElementKind::AnyDigit: return "DA-02";
  case pattern::ElementKind::DigitRun: return "DA-03";
  case pattern::ElementKind::Set: return "DA-04";
  case pattern::ElementKind::ComplementSet: return "DA-05";
  case pattern::ElementKind::NumberingPlan: return "DA-08";
  case pattern::ElementKind::Literal: break;
  }
  return "DA-01";
}

// Matched the hop's string, or survived a key of it: whatever has, can have kept the caller waiting.
bool inTheRace(const Expression& language, const Hop& hop) {
  if (hop.digits.empty()) return language.matches(language.start());
  const auto first = hop.digits.symbolAt(0);
  return first && language.step(language.start(), *first) != 0;
}

class HopExplanation {
 public:
  HopExplanation(const CompiledPlan& compiled, const Trace& trace, std::size_t hop)
      : HopExplanation(compiled, trace.call, hop, trace.hops[hop]) {}

  // `hop` stands at `index` of a trace of `call`, or could.
  HopExplanation(const CompiledPlan& compiled, const Call& call, std::size_t index, const Hop& hop)
      : compiled_(compiled),
        hop_(hop),
        negation_(call.assume.negation),
        enBloc_(isEnBloc(call, index)) {
    if (!hop_.entry) return;
    winner_.entry = *hop_.entry;
    winner_.count = countStrings(compiled.expression(*hop_.entry, negation_), hop_.digits.size());
  }

  Candidate candidate(EntryId id) const {
    const Expression& language = compiled_.expression(id, negation_);
    Candidate candidate;
    candidate.entry = id;
    candidate.count = countStrings(language, hop_.digits.size());
    Places places = language.start();
    for (std::size_t i = 0; i < hop_.digits.size() && places != 0; ++i) {
      const auto symbol = hop_.digits.symbolAt(i);
      const Places next = symbol ? language.step(places, *symbol) : 0;
      if (next == 0) drop(candidate, i + 1, places);
      places = next;
    }
    candidate.matches = language.matches(places);
    candidate.longer = language.longerPossible(places);
    judge(candidate);
    return candidate;
  }

  /// Those that matched, or survived a key: in order of selection, then count, search order, text.
  std::vector<Candidate> candidates() const {
    std::vector<Candidate> all;
    forEachSearched(compiled_.plan(), hop_.partitions, [&](EntryId id) {
      if (inTheRace(compiled_.expression(id, negation_), hop_)) all.push_back(candidate(id));
    });
    std::stable_sort(all.begin(), all.end(), [&](const Candidate& a, const Candidate& b) {
      if (a.verdict != b.verdict) return a.verdict < b.verdict;
      const auto order = precedence(contender(a), contender(b));
      if (order.rule != "DA-24") return order.order < 0;
      return entryOf(a.entry).pattern.text < entryOf(b.entry).pattern.text;
    });
    return all;
  }

  /// The rule that tells the best of `candidates` from the others; one of them matches.
  RuleId selectedBy(const std::vector<Candidate>& candidates) const {
    std::vector<Contender> contenders;
    for (const Candidate& candidate : candidates) {
      if (candidate.matches) contenders.push_back(contender(candidate));
    }
    return bestMatch(contenders)->rule;
  }

 private:
  const plan::Entry& entryOf(EntryId id) const { return at(compiled_.plan().entries, id); }

  Contender contender(const Candidate& candidate) const {
    const auto place = placeOf(entryOf(candidate.entry).partition, hop_.partitions);
    return {candidate.entry, place.value_or(hop_.partitions.size() + 1), candidate.count};
  }

  // The key that ruled it out, and the element it ran into: of several the foremost one.
  void drop(Candidate& candidate, std::size_t key, Places before) const {
    candidate.verdict = Verdict::Dropped;
    candidate.diedAt = key;
    candidate.rule = enBloc_ ? "DA-41" : "DA-30";
    const pattern::Pattern& pattern = entryOf(candidate.entry).pattern;
    const auto place = static_cast<std::size_t>(std::countr_zero(before));
    if (place < pattern.elements.size()) {
      candidate.expected = pattern.spelling(pattern.elements[place]);
      candidate.rule = ruleOf(pattern.elements[place].kind);
    }
  }

  void judge(Candidate& candidate) const {
    if (!placeOf(entryOf(candidate.entry).partition, hop_.partitions)) {
      candidate.verdict = Verdict::NotInSearchList;
      candidate.rule = "DA-20";
    } else if (hop_.entry == candidate.entry) {
      candidate.verdict = Verdict::Selected;
      candidate.rule = hop_.selectedBy;
    } else if (candidate.matches && hop_.entry) {
      candidate.verdict = Verdict::Beaten;
      candidate.rule = precedence(contender(winner_), contender(candidate)).rule;
    } else if (candidate.longer) {
      candidate.verdict = Verdict::NeedsMoreDigits;
      candidate.rule = enBloc_ ? "DA-41" : "DA-32";
    } else if (candidate.rule.empty()) {
      candidate.verdict = Verdict::Dropped;  // a language without any string
      candidate.rule = "DA-05";              // only a complement can leave nothing
    }
  }

  const CompiledPlan& compiled_;
  const Hop& hop_;
  pattern::Negation negation_;
  bool enBloc_;
  Candidate winner_;
};

// The moment's hop as it would stand had no key come after it; candidates, and what told the best one from the others,
// only where it is decided.
Hop hopAt(const Trace& trace, const TimelineEntry& moment) {
  const Hop& whole = trace.hops[moment.hop];
  if (moment.state >= State::Translated) return whole;
  const Hop* before = moment.hop > 0 ? &trace.hops[moment.hop - 1] : nullptr;
  Hop hop;
  hop.digits = moment.digits;
  hop.byCallingParty = whole.byCallingParty;
  hop.partitions = whole.partitions;
  hop.called = whole.byCallingParty ? before->called : moment.digits;
  hop.calling = before != nullptr ? before->calling : trace.call.origin.calling;
  hop.entry = moment.best;
  return hop;
}

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

// What must not differ between two readings of a rule.
auto answerOf(const Trace& trace) {
  const Hop& last = trace.last();
  return std::tie(trace.fate, last.entry, last.called, trace.target, trace.unused, trace.waited);
}

class UnmodelledFinder {
 public:
  UnmodelledFinder(const CompiledPlan& compiled, const Trace& trace)
      : compiled_(compiled),
        plan_(compiled.plan()),
        trace_(trace) {}

  std::vector<Unmodelled> find() {
    for (const Hop& hop : trace_.hops) {
      for (const auto partition : hop.partitions) {
        const plan::Partition& searched = at(plan_.partitions, partition);
        if (!searched.timeSchedule || !takesPart(searched, hop)) continue;
        add(UnmodelledKind::TimeSchedule, searched.name,
            at(plan_.timeSchedules, *searched.timeSchedule).name);
      }
      addLeftOut(hop);
      for (const Candidate& candidate : hop.candidates) {
        if (!candidate.count) add(UnmodelledKind::Uncountable, entryOf(candidate.entry).pattern.text, "");
      }
      if (hop.entry) addEntry(entryOf(*hop.entry));
    }
    if (trace_.fate == Fate::Routed) addDestination(entryOf(*trace_.last().entry));
    return std::move(found_);
  }

 private:
  const plan::Entry& entryOf(EntryId id) const { return at(plan_.entries, id); }

  void add(UnmodelledKind kind, const std::string& where, const std::string& detail) {
    Unmodelled unmodelled{kind, where, detail};
    if (std::find(found_.begin(), found_.end(), unmodelled) == found_.end())
      found_.push_back(std::move(unmodelled));
  }

  bool takesPart(const plan::Partition& partition, const Hop& hop) const {
    return std::any_of(partition.entries.begin(), partition.entries.end(), [&](EntryId id) {
      return inTheRace(compiled_.expression(id, trace_.call.assume.negation), hop);
    });
  }

  // A pattern with `@` might have matched, or have kept the caller waiting, when its plain part agrees.
  void addLeftOut(const Hop& hop) {
    for (const plan::LeftOutEntry& entry : plan_.leftOut) {
      if (!placeOf(entry.partition, hop.partitions)) continue;
      if (!inTheRace(automata::compile(entry.pattern, trace_.call.assume.negation), hop)) continue;
      add(UnmodelledKind::NumberingPlan, entry.pattern.text, at(plan_.partitions, entry.partition).name);
    }
  }

  void addEntry(const plan::Entry& entry) {
    const std::string& pattern = entry.pattern.text;
    if (entry.called->discard == plan::DiscardDigits::NeedsNumberingPlan) {
      add(UnmodelledKind::DiscardInstruction, pattern, entry.called->discardName);
    }
    if (const auto* route = std::get_if<plan::RoutePattern>(&entry.detail)) {
      if (route->overlapSending) add(UnmodelledKind::OverlapSending, pattern, "");
      for (const auto& code : trace_.requiredCodes) add(UnmodelledKind::AccessCode, pattern, code);
    }
    if (const auto* alternate = std::get_if<plan::AlternateNumber>(&entry.detail))
      addEntry(entryOf(alternate->line));
    if (const auto* number = std::get_if<plan::DirectoryNumber>(&entry.detail);
        number && !number->forwardAll->empty()) {
      add(UnmodelledKind::ForwardAll, pattern, *number->forwardAll);
    }
  }

  void addDestination(const plan::Entry& entry) {
    const Target& target = trace_.target;
    if (!target.routeList.empty()) add(UnmodelledKind::RouteList, target.routeList, entry.pattern.text);
    if (!target.huntList.empty()) add(UnmodelledKind::HuntList, target.huntList, entry.pattern.text);
    if (target.device.empty()) return;
    if (const auto device = plan_.findDevice(target.device)) {
      for (const auto& setting : at(plan_.devices, *device).unapplied) {
        add(UnmodelledKind::DeviceSettings, target.device, setting);
      }
    }
  }

  const CompiledPlan& compiled_;
  const plan::Plan& plan_;
  const Trace& trace_;
  std::vector<Unmodelled> found_;
};

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

std::vector<Unmodelled> unmodelledOf(const CompiledPlan& compiled, const Trace& trace) {
  return UnmodelledFinder(compiled, trace).find();
}

Trace explainCall(const CompiledPlan& compiled, const Call& call, Detail detail) {
  Trace trace = walkCall(compiled, call);
  if (detail == Detail::Everything) {
    for (std::size_t i = 0; i < trace.hops.size(); ++i) {
      trace.hops[i].candidates = HopExplanation(compiled, trace, i).candidates();
    }
    listen(compiled, trace);
  }
  trace.assumed = assumedRules(compiled, trace);
  trace.unmodelled = unmodelledOf(compiled, trace);
  return trace;
}

WhyNot whyNot(const CompiledPlan& compiled, const Trace& trace, EntryId entry) {
  return whyNot(compiled, trace, std::vector{entry});
}

WhyNot whyNot(const CompiledPlan& compiled, const Trace& trace, const std::vector<EntryId>& entries) {
  std::optional<WhyNot> best;
  const auto progress = [](const Candidate& candidate) {
    return std::tuple(candidate.verdict, -static_cast<int>(candidate.diedAt.value_or(0)));
  };
  for (std::size_t i = 0; i < trace.hops.size(); ++i) {
    const HopExplanation explanation(compiled, trace, i);
    for (const EntryId entry : entries) {
      WhyNot here{explanation.candidate(entry), i};
      if (!best || progress(here.candidate) < progress(best->candidate)) best = std::move(here);
    }
  }
  return *best;
}

Hop raceAt(const CompiledPlan& compiled, const Trace& trace, std::size_t moment) {
  const TimelineEntry& then = trace.timeline[moment];
  Hop hop = hopAt(trace, then);
  if (!hop.candidates.empty()) return hop;
  const HopExplanation explanation(compiled, trace.call, then.hop, hop);
  std::vector<Candidate> candidates = explanation.candidates();
  if (hop.entry && hop.selectedBy.empty()) {
    hop.selectedBy = explanation.selectedBy(candidates);
    for (Candidate& candidate : candidates) {
      if (candidate.verdict == Verdict::Selected) candidate.rule = hop.selectedBy;
    }
  }
  hop.candidates = std::move(candidates);
  return hop;
}

Candidate candidateAt(const CompiledPlan& compiled, const Trace& trace, std::size_t moment, EntryId entry) {
  const TimelineEntry& then = trace.timeline[moment];
  const Hop hop = hopAt(trace, then);
  if (hop.entry != entry) return HopExplanation(compiled, trace.call, then.hop, hop).candidate(entry);
  const auto all = raceAt(compiled, trace, moment).candidates;
  return *std::find_if(all.begin(), all.end(), [&](const Candidate& one) { return one.entry == entry; });
}

std::vector<Standing> standings(const CompiledPlan& compiled, EntryId entry, pattern::Negation negation,
                                const DigitString& digits) {
  const Expression& language = compiled.expression(entry, negation);
  std::vector<Standing> all;
  all.reserve(digits.size() + 1);
  Places places = language.start();
  const auto note = [&] {
    const std::size_t foremost =
        places == 0 ? language.endPlace() : static_cast<std::size_t>(std::countr_zero(places));
    all.push_back({language.matches(places), language.longerPossible(places), foremost});
  };
  note();
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const auto symbol = digits.symbolAt(i);
    places = symbol && places != 0 ? language.step(places, *symbol) : 0;
    note();
  }
  return all;
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
