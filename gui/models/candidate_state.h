// How a pattern stands in the race, as the window shows it: a sign, a fill, and words for those who see neither.
//
//   const CandidateState state = stateOf(plan, moment, candidate);
//   lookOf(state).glyph;     // "◐"
//
// The engine's verdict with two things added that the eye needs: whether the hop is decided already, and what the
// selected pattern is. The fills are those of Okabe and Ito; no state is told from another by colour alone.
#pragma once

#include "engine/report/phrases.h"
#include "engine/routing/trace.h"

#include <QRgb>
#include <QString>
#include <cstdint>

namespace dialscope::gui {

enum class CandidateState : std::uint8_t {
  NeedsDigits,  ///< possible, needs more digits
  Matches,      ///< the best match so far, not final
  Selected,
  SelectedUrgent,
  SelectedBlocked,
  Beaten,
  Dropped,
  NotInSearchList,
};

inline constexpr std::size_t kCandidateStateCount = 8;

/// How a state is drawn.
struct StateLook {
  const char* glyph;  ///< UTF-8, in every font that is shipped
  QRgb fill;          ///< not opaque = none
  bool struck;
  bool italic;
};

const StateLook& lookOf(CandidateState state);

/// The state's name for a legend: "possible, needs more digits".
QString stateName(CandidateState state);

CandidateState stateOf(const plan::Plan& plan, const routing::TimelineEntry& moment,
                       const routing::Candidate& candidate);

/// How the race stands at a moment of the call: what the selected pattern is; dropped, where none is left; else possible.
CandidateState stateOf(const plan::Plan& plan, const routing::Trace& trace,
                       const routing::TimelineEntry& moment);

/// What a screen reader says of it, the reason included: "dropped at digit 3: 1 is not in [2-9]".
QString spokenState(const plan::Plan& plan, const routing::TimelineEntry& moment, const routing::Hop& race,
                    const routing::Candidate& candidate);

}  // namespace dialscope::gui
