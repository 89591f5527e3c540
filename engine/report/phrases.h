// The sentences about a call: one place where each fact of a trace gets its words, for text and JSON alike.
#pragma once

#include "engine/report/style.h"
#include "engine/routing/race.h"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace dialscope::report {

/// "1.5 s", "15 s".
std::string seconds(std::chrono::milliseconds time);

/// "route pattern", "directory number": a kind in words. JSON and suites have plan::kindName.
std::string_view kindWords(plan::EntryKind kind);

/// "<None>" for the partition without a name.
std::string partitionName(const plan::Plan& plan, plan::PartitionId partition);

/// "7XXX in Internal"; the empty pattern is "(empty)".
std::string patternInPartition(const plan::Plan& plan, plan::EntryId entry);

/// "1st", "22nd", "113th".
std::string ordinal(std::size_t number);

/// The colour of a fate: good, a warning for a block, bad for reorder.
Ink fateInk(routing::Fate fate);

/// How the call ended, in one line: "Routed to PBX as 7001 after 1.5 s".
std::string fateSentence(const plan::Plan& plan, const routing::Trace& trace);

/// Why hop `hop` was decided when it was, and for whom it waited.
std::string hopSentence(const plan::Plan& plan, const routing::Trace& trace, std::size_t hop);

/// A moment of the call: "2 patterns possible", "13[0-4]X matches, longer ones could too", "7XXX takes the call".
std::string momentPhrase(const plan::Plan& plan, const routing::Trace& trace,
                         const routing::TimelineEntry& moment);

/// The sign of a candidate's verdict, so that colour is never needed: ★ selected, ⚠ selected and urgent, ⊘ selected
/// and blocked, ○ beaten, ◐ needs more digits, ✕ dropped, - not searched.
std::string_view verdictSign(const plan::Plan& plan, const routing::Candidate& candidate);

/// What became of the keys that came too late; empty when there are none.
std::string unusedSentence(const routing::Trace& trace);

/// How a candidate fared: "selected: closest match", "beaten: 4 times as many strings as 13[0-4]X", "dropped at digit 3:
/// 1 is not in [2-9]", "needs more digits".
std::string verdictPhrase(const plan::Plan& plan, const routing::Hop& hop,
                          const routing::Candidate& candidate);

/// The answer to --why-not.
std::string whyNotSentence(const plan::Plan& plan, const routing::Trace& trace,
                           const routing::WhyNot& whyNot);

/// The rule that is not applied, and what that means for this answer.
routing::RuleId ruleOf(routing::UnmodelledKind kind);
std::string effectOf(const routing::Unmodelled& unmodelled);

/// Both: "Not modelled (DA-82): hunt list HL not opened: no member is chosen".
std::string unmodelledPhrase(const routing::Unmodelled& unmodelled);

/// "3 notes", "1 note".
std::string counted(std::size_t count, std::string_view noun);

}  // namespace dialscope::report
