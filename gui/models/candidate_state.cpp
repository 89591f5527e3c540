#include "gui/models/candidate_state.h"

#include "gui/models/text.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace dialscope::gui {
namespace {

using routing::Verdict;

constexpr QRgb kNoFill = 0x00000000;

struct Row {
  StateLook look;
  const char* name;
};

// In the order of the enumeration.
constexpr std::array<Row, kCandidateStateCount> kRows{{
    {{"◐", 0xff56b4e9, false, false}, QT_TRANSLATE_NOOP("CandidateState", "possible, needs more digits")},
    {{"●", 0xffe69f00, false, false}, QT_TRANSLATE_NOOP("CandidateState", "matches")},
    {{"★", 0xff009e73, false, false}, QT_TRANSLATE_NOOP("CandidateState", "selected")},
    {{"⚠", 0xffd55e00, false, false}, QT_TRANSLATE_NOOP("CandidateState", "selected, urgent priority")},
    {{"⊘", 0xffcc79a7, false, false}, QT_TRANSLATE_NOOP("CandidateState", "selected, call blocked")},
    {{"○", 0xff0072b2, false, false}, QT_TRANSLATE_NOOP("CandidateState", "matches, less specific")},
    {{"✕", 0xff999999, true, false}, QT_TRANSLATE_NOOP("CandidateState", "dropped")},
    {{"-", kNoFill, false, true}, QT_TRANSLATE_NOOP("CandidateState", "not in calling search space")},
}};

CandidateState selectedState(const plan::Entry& entry) {
  return entry.blocked  ? CandidateState::SelectedBlocked
         : entry.urgent ? CandidateState::SelectedUrgent
                        : CandidateState::Selected;
}

const Row& rowOf(CandidateState state) { return kRows[static_cast<std::size_t>(state)]; }

}  // namespace

const StateLook& lookOf(CandidateState state) { return rowOf(state).look; }

QString stateName(CandidateState state) {
  return QCoreApplication::translate("CandidateState", rowOf(state).name);
}

CandidateState stateOf(const plan::Plan& plan, const routing::TimelineEntry& moment,
                       const routing::Candidate& candidate) {
  switch (candidate.verdict) {
  case Verdict::Beaten: return CandidateState::Beaten;
  case Verdict::NeedsMoreDigits: return CandidateState::NeedsDigits;
  case Verdict::Dropped: return CandidateState::Dropped;
  case Verdict::NotInSearchList: return CandidateState::NotInSearchList;
  case Verdict::Selected: break;
  }
  if (moment.state < routing::State::Translated) return CandidateState::Matches;
  return selectedState(at(plan.entries, candidate.entry));
}

CandidateState stateOf(const plan::Plan& plan, const routing::Trace& trace,
                       const routing::TimelineEntry& moment) {
  switch (moment.state) {
  case routing::State::OffHook:
  case routing::State::Collecting:
  case routing::State::Waiting: return CandidateState::NeedsDigits;
  case routing::State::Translated:
  case routing::State::Routed:
  case routing::State::Blocked: return selectedState(at(plan.entries, *trace.hops[moment.hop].entry));
  case routing::State::NoMatch:
  case routing::State::Incomplete:
  case routing::State::Loop: break;
  }
  return CandidateState::Dropped;
}

QString spokenState(const plan::Plan& plan, const routing::TimelineEntry& moment, const routing::Hop& race,
                    const routing::Candidate& candidate) {
  const CandidateState state = stateOf(plan, moment, candidate);
  if (state == CandidateState::Dropped) return text(report::verdictPhrase(plan, race, candidate));
  if (state != CandidateState::Beaten) return stateName(state);
  if (candidate.rule == "DA-22" && race.entry) {
    return QCoreApplication::translate("CandidateState", "matches, less specific than %1")
        .arg(text(at(plan.entries, *race.entry).pattern.text));
  }
  return QCoreApplication::translate("CandidateState", "matches, %1")
      .arg(text(report::verdictPhrase(plan, race, candidate)));
}

}  // namespace dialscope::gui
