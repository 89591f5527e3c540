// One dial plan: partitions, calling search spaces, every entry that digit analysis can hit, and the devices that
// calls come from and go to. Plain values; names are resolved to ids once, by engine/import.
//
//   const Entry& entry = at(plan.entries, id);
//   at(plan.partitions, entry.partition).name;            // "Internal"
//   plan.findSearchSpace("Phones");                       // a SearchSpaceId, or nothing
//
// A name that a plan uses but never defines still gets its object, with `defined` false: the plan stays whole and
// the importer has said what is missing.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/base/id.h"
#include "engine/pattern/pattern.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace dialscope::plan {

using PartitionId = Id<struct PartitionTag>;
using SearchSpaceId = Id<struct SearchSpaceTag>;
using EntryId = Id<struct EntryTag>;
using DeviceId = Id<struct DeviceTag>;
using RouteListId = Id<struct RouteListTag>;

/// The partition `<None>`: always there, named by the empty string, searched last by everybody (DA-20).
inline constexpr PartitionId kNonePartition{0};

struct Partition {
  std::string name;
  std::string timeSchedule;  ///< name; empty = always active
  bool defined = true;
  SourcePosition where;
  std::vector<EntryId> entries;  ///< in the order written
};

struct CallingSearchSpace {
  std::string name;
  std::vector<PartitionId> partitions;  ///< in search order
  bool defined = true;
  SourcePosition where;
};

/// What kind of thing an entry is. All kinds compete alike (DA-20, DA-84).
enum class EntryKind : std::uint8_t {
  Route,
  Translation,
  DirectoryNumber,
  AlternateNumber,
  HuntPilot,
  CallPark,
  DirectedCallPark,
  Pickup,
  MeetMe,
  ConferenceNow,
  Voicemail,
  MessageWaiting,
  Mobility,
  Intercom,
  CallingPartyTransformation,
  CalledPartyTransformation,
};

/// Why a blocked call is released (DA-59), with the Q.850 number.
enum class ReleaseCause : std::uint8_t {
  NoError = 0,
  UnallocatedNumber = 1,
  CallRejected = 21,
  NumberChanged = 22,
  InvalidNumberFormat = 28,
  PrecedenceLevelExceeded = 122,
};

/// Discard digits instructions that need no `@` (DA-63). `NeedsNumberingPlan` stands for those of DA-64.
enum class DiscardDigits : std::uint8_t {
  NoDigits,
  PreDot,
  TrailingPound,
  PreDotTrailingPound,
  NeedsNumberingPlan
};

/// What a pattern does to the called number, in this order (DA-60). Empty = nothing.
struct CalledPartyTransformation {
  DiscardDigits discard = DiscardDigits::NoDigits;
  std::string discardName;  ///< as the plan spells it
  std::string mask;
  std::string prefix;
};

/// What a pattern does to the calling number, in this order (DA-60).
struct CallingPartyTransformation {
  bool useExternalPhoneNumberMask = false;  ///< starts again from the caller's DN (DA-65)
  std::string mask;
  std::string prefix;
  DiscardDigits discard = DiscardDigits::NoDigits;  ///< of calling party transformation patterns only (DA-69)
};

/// Where a route pattern sends its calls: nowhere, to a gateway or trunk, or to a route list.
using Destination = std::variant<std::monostate, DeviceId, RouteListId>;

struct RoutePattern {
  Destination destination;
  bool requiresForcedAuthorizationCode = false;  ///< DA-85
  bool requiresClientMatterCode = false;
  bool overlapSending = false;  ///< DA-45
};

struct TranslationPattern {
  std::optional<SearchSpaceId> searchSpace;  ///< none = only <None> is searched next (DA-50)
  bool useOriginatorSearchSpace = false;     ///< DA-51
  bool doNotWaitOnSubsequentHops = false;    ///< DA-54
  bool routeNextHopByCallingParty = false;   ///< DA-58
};

struct DirectoryNumber {
  std::optional<SearchSpaceId> searchSpace;  ///< the line's CSS (DA-21)
  std::string forwardAll;                    ///< destination, or "voicemail"; empty = not forwarded (DA-83)
};

struct HuntPilot {
  std::string huntList;  ///< name
};

/// An alternate number's line.
struct AlternateNumber {
  EntryId line;
};

/// One pattern of the plan, of whatever kind, as digit analysis sees it.
struct Entry {
  EntryKind kind = EntryKind::Route;
  pattern::Pattern pattern;
  PartitionId partition = kNonePartition;
  bool urgent = false;           ///< DA-38
  bool blocked = false;          ///< DA-26
  bool emergency = false;        ///< DA-86
  bool outsideDialTone = false;  ///< DA-39
  ReleaseCause cause = ReleaseCause::NoError;
  CalledPartyTransformation called;
  CallingPartyTransformation calling;
  std::variant<std::monostate, RoutePattern, TranslationPattern, DirectoryNumber, HuntPilot, AlternateNumber>
      detail;
  std::string description;
  SourcePosition where;
};

enum class DeviceKind : std::uint8_t { Phone, CtiRoutePoint, Trunk, Gateway };

/// A directory number on a phone.
struct LineAppearance {
  EntryId line;
  std::size_t index = 1;  ///< line button, from 1
  std::string externalPhoneNumberMask;
};

struct Device {
  DeviceKind kind = DeviceKind::Phone;
  std::string name;
  std::optional<SearchSpaceId> searchSpace;
  std::string devicePool;             ///< name
  std::vector<LineAppearance> lines;  ///< by index
  /// Names of what this build knows of but does not apply, as "called party transformation CSS X" (DA-69, DA-70).
  std::vector<std::string> unapplied;
  bool defined = true;
  SourcePosition where;
};

struct RouteList {
  std::string name;
  std::vector<std::string> routeGroups;  ///< names, in selection order
  bool defined = true;
  SourcePosition where;
  bool hasDetails = false;  ///< some member rewrites numbers, which this build does not apply (DA-67)
};

struct ServiceParameters {
  std::chrono::milliseconds interdigitTimeout{15'000};  ///< T302, `TimerT302_msec` (DA-36)
  std::chrono::milliseconds firstDigitTimeout{15'000};  ///< `Timer_Offhook_To_First_Digit_msec` (DA-36)
};

/// An entry that could be read but that this build cannot match: a pattern with `@` (DA-15).
struct LeftOutEntry {
  pattern::Pattern pattern;
  EntryKind kind = EntryKind::Route;
  PartitionId partition = kNonePartition;
  SourcePosition where;
};

struct Plan {
  std::string name;
  std::vector<Partition> partitions{Partition{}};  ///< [0] is <None>
  std::vector<CallingSearchSpace> searchSpaces;
  std::vector<Entry> entries;  ///< in the order written: the last tie-break (DA-24)
  std::vector<LeftOutEntry> leftOut;
  std::vector<Device> devices;
  std::vector<RouteList> routeLists;
  ServiceParameters serviceParameters;

  std::optional<PartitionId> findPartition(std::string_view name) const;  ///< "" and "<None>" name <None>
  std::optional<SearchSpaceId> findSearchSpace(std::string_view name) const;
  std::optional<DeviceId> findDevice(std::string_view name) const;
  /// The entries whose pattern is written as `text`, in any partition; with `partition` only in that one.
  std::vector<EntryId> findEntries(std::string_view text, std::optional<PartitionId> partition = {}) const;
};

/// The word for a kind in JSON, suites and on screen: "route", "directory-number", "transformation" …
std::string_view kindName(EntryKind kind);

/// The AXL name of a cause: "Call Rejected".
std::string_view causeName(ReleaseCause cause);

/// "phone", "cti-route-point", "trunk", "gateway".
std::string_view kindName(DeviceKind kind);

/// The number that a literal pattern stands for, without backslashes and dot: `\+1408555.4001` is +14085554001.
/// Wildcards stay as they are written.
std::string numberOf(const pattern::Pattern& pattern);

}  // namespace dialscope::plan
