// What became of a call: plain values, from the first key to the last device. This is the product; the command line,
// JSON and the window all show this one object.
//
//   const Trace trace = explainCall(compiledPlan, call);
//   trace.fate;                        // Fate::Routed
//   trace.hops.back().candidates;      // who lost, and by which rule
//
// Facts only. Words for them are found in engine/report.
#pragma once

#include "engine/base/count.h"
#include "engine/routing/call.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::routing {

/// The id of a rule of docs/semantics.md: "DA-22".
using RuleId = std::string_view;

/// How a call ends. None of these is an error.
enum class Fate : std::uint8_t {
  Routed,
  Blocked,
  NoMatch,     ///< no pattern can match any more; en bloc: none matches
  Incomplete,  ///< the timer ran out and no pattern matches
  Loop,        ///< translations went past the limit (DA-57)
};

/// Why a hop was decided when it was: the first of these that holds.
enum class Reason : std::uint8_t {
  None,          ///< it was not: no-match, incomplete
  OffHook,       ///< the empty string matched (DA-11), at once or when a timer ran out
  OnlyMatch,     ///< no longer match was possible (DA-31)
  Bloc,          ///< sent en bloc (DA-41)
  NoWait,        ///< do not wait on subsequent hops (DA-54)
  Urgent,        ///< urgent priority (DA-33)
  EndOfDialing,  ///< a keyed `#` (DA-37)
  Timeout,       ///< T302 ran out (DA-32)
};

enum class Verdict : std::uint8_t { Selected, Beaten, NeedsMoreDigits, Dropped, NotInSearchList };

/// One pattern in the race at one hop.
struct Candidate {
  plan::EntryId entry;
  bool matches = false;        ///< the hop's whole string
  bool longer = false;         ///< a longer string could still match
  std::optional<Count> count;  ///< strings of the dialed length that it matches; none = not countable
  Verdict verdict = Verdict::Dropped;
  std::optional<std::size_t> diedAt;  ///< the key of this hop's string, from 1, that ruled it out
  std::string expected;  ///< what stood at that place: `[2-9]`; empty = the pattern was at its end
  RuleId rule;           ///< the rule that decided
};

enum class Party : std::uint8_t { Called, Calling };
enum class Operation : std::uint8_t { Discard, ExternalMask, Mask, Prefix };

/// A number after one step of a transformation (DA-60).
struct RewriteStep {
  Party party = Party::Called;
  Operation operation = Operation::Discard;
  std::string with;    ///< the instruction, mask or prefix as the plan writes it
  DigitString number;  ///< after it
};

/// One pass of digit analysis: a string, looked up in a search list, hits one pattern or none.
struct Hop {
  DigitString digits;                         ///< what was looked up, keys appended to it included
  bool byCallingParty = false;                ///< looked up by the calling number (DA-58)
  std::vector<plan::PartitionId> partitions;  ///< the search list, without <None>
  std::optional<plan::EntryId> entry;         ///< the pattern that was hit
  Reason reason = Reason::None;
  RuleId decidedBy;        ///< the rule that ended the hop: DA-31, DA-33 … or the one of a reorder
  RuleId selectedBy;       ///< DA-22, DA-23 or DA-24; empty without a hit
  milliseconds waited{0};  ///< T302 times the expiries sat through at this hop
  std::vector<RewriteStep> steps;
  DigitString called;  ///< after the pattern's transformations; as matched when it blocks
  DigitString calling;
  std::vector<Candidate> candidates;  ///< filled by explainCall only
};

enum class State : std::uint8_t {
  OffHook,
  Collecting,
  Waiting,
  Translated,
  Routed,
  Blocked,
  NoMatch,
  Incomplete,
  Loop
};
enum class Tone : std::uint8_t { Silence, Inside, Outside, Reorder };

/// A moment of the call: a key, an expiry, the start of a hop.
struct TimelineEntry {
  milliseconds at{0};  ///< from the first key
  std::optional<Symbol> key;
  DigitString digits;                 ///< what digit analysis has before it
  std::optional<plan::EntryId> best;  ///< the best match so far
  std::size_t possible = 0;           ///< patterns that match or could still match; by explainCall only
  State state = State::Collecting;
  Tone tone = Tone::Silence;  ///< by explainCall only
  RuleId rule;
  std::size_t hop = 0;
};

/// Something the call touched that this build knows of but does not apply.
enum class UnmodelledKind : std::uint8_t {
  NumberingPlan,   ///< a pattern with `@` is left out (DA-15)
  LearnedPattern,  ///< left out as well (DA-87)
  TimeSchedule,    ///< a partition taken as always active (DA-90)
  RouteList,       ///< its groups, devices and details (DA-80)
  HuntList,        ///< its line groups and members (DA-82)
  EntrySettings,  ///< what a pattern has beside its transformations: call control from outside, a share of calls
  OriginSettings,      ///< what the calling phone does to its keys
  DeviceSettings,      ///< transformations of the device that is called (DA-69)
  DiscardInstruction,  ///< one that needs `@` (DA-64)
  OverlapSending,      ///< DA-45
  AccessCode,          ///< FAC, CMC: keys behind the number are not read (DA-85)
  ForwardAll,          ///< DA-83
  Uncountable,         ///< a pattern too ambiguous to be counted: taken as the largest count (DA-22)
};

struct Unmodelled {
  UnmodelledKind kind = UnmodelledKind::NumberingPlan;
  std::string where;   ///< the pattern, partition, list or device
  std::string detail;  ///< what of it: a schedule's name, a setting

  friend bool operator==(const Unmodelled&, const Unmodelled&) = default;
};

/// What leaves the last device.
struct Target {
  std::string routeList;
  std::string routeGroup;
  std::string device;
  std::string huntList;
  DigitString called;
  DigitString calling;

  friend bool operator==(const Target&, const Target&) = default;
};

/// A call from start to end.
struct Trace {
  Call call;
  Fate fate = Fate::NoMatch;
  std::string consumed;  ///< the keys up to the one that settled the call; `,` and `T` are in neither
  std::string unused;
  milliseconds waited{0};
  milliseconds decidedAt{0};  ///< from the first key
  bool emergency = false;     ///< some pattern on the path carries the flag (DA-86)
  Target target;
  std::vector<std::string> requiredCodes;  ///< "FAC", "CMC" (DA-85)
  std::vector<Hop> hops;                   ///< at least one
  std::vector<TimelineEntry> timeline;
  bool tieDecided = false;      ///< a tie that no published rule breaks decided something (DA-24)
  SwitchSet consulted;          ///< readings that were looked at: no other one can have changed anything
  std::vector<RuleId> assumed;  ///< filled by explainCall only: rules whose other reading changes the answer
  std::vector<Unmodelled> unmodelled;  ///< filled by explainCall only

  /// The hop that settled the call.
  const Hop& last() const { return hops.back(); }
};

/// The words of JSON and suites.
std::string_view name(Fate fate);
std::string_view name(Reason reason);
std::string_view name(Verdict verdict);
std::string_view name(State state);
std::string_view name(Tone tone);
std::string_view name(Operation operation);

}  // namespace dialscope::routing
