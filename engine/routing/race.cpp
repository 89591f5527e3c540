#include "engine/routing/race.h"

#include "engine/routing/best_match.h"
#include "engine/routing/search_order.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <tuple>
#include <utility>

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

}  // namespace

bool inTheRace(const Expression& language, const Hop& hop) {
  if (hop.digits.empty()) return language.matches(language.start());
  const auto first = hop.digits.symbolAt(0);
  return first && language.step(language.start(), *first) != 0;
}

std::vector<Candidate> candidatesOf(const CompiledPlan& compiled, const Trace& trace, std::size_t hop) {
  return HopExplanation(compiled, trace, hop).candidates();
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

}  // namespace dialscope::routing
