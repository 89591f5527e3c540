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
#include "engine/base/key_index.h"
#include "engine/base/rare.h"
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
using RouteGroupId = Id<struct RouteGroupTag>;
using RouteFilterId = Id<struct RouteFilterTag>;
using HuntListId = Id<struct HuntListTag>;
using LineGroupId = Id<struct LineGroupTag>;
using DevicePoolId = Id<struct DevicePoolTag>;
using TimeScheduleId = Id<struct TimeScheduleTag>;
using TimePeriodId = Id<struct TimePeriodTag>;

/// The partition `<None>`: always there, named by the empty string, searched last by everybody (DA-20).
inline constexpr PartitionId kNonePartition{0};
/// How people write it, and some exports.
inline constexpr std::string_view kNoneName = "<None>";

/// A partition's name as people read it.
constexpr std::string_view shownPartition(std::string_view name) { return name.empty() ? kNoneName : name; }

struct Partition {
  std::string name;
  bool defined = true;
  SourcePosition where;
  std::optional<TimeScheduleId> timeSchedule;  ///< none = always active
  bool originatorsTimeZone = true;             ///< the schedule goes by the calling device's time zone
  std::string timeZone;                        ///< else by this one, as "Europe/Rome"; empty = Etc/GMT
  std::vector<EntryId> entries;                ///< in the order written
};

/// A part of the week, or of one day or span of days in the year.
struct TimePeriod {
  std::string name;
  bool defined = true;
  SourcePosition where;
  std::optional<std::chrono::minutes> start;  ///< of the day; none = No Office Hours
  std::optional<std::chrono::minutes> end;    ///< up to 24:00
  std::optional<std::chrono::weekday> firstWeekday;
  std::optional<std::chrono::weekday> lastWeekday;
  std::optional<std::chrono::month> firstMonth;
  std::optional<std::chrono::month> lastMonth;
  unsigned firstDay = 0;  ///< of firstMonth; 0 = none
  unsigned lastDay = 0;
};

struct TimeSchedule {
  std::string name;
  bool defined = true;
  SourcePosition where;
  std::vector<TimePeriodId> periods;  ///< in the order written
};

struct CallingSearchSpace {
  std::string name;
  bool defined = true;
  SourcePosition where;
  std::vector<PartitionId> partitions;  ///< in search order
};

/// Which numbers of a numbering plan an `@` stands for.
struct RouteFilter {
  struct Term {
    std::string tag;         ///< "AREA-CODE"
    std::string comparison;  ///< "==", "EXISTS", "DOES-NOT-EXIST", "NOT-SELECTED"
    std::string digits;
    std::uint32_t clause = 0;  ///< terms of one clause hold together, one clause of several suffices
  };

  std::string name;
  bool defined = true;
  SourcePosition where;
  std::string numberingPlan;
  std::string text;  ///< the whole filter in one line, as CUCM shows it; the terms may be missing
  std::vector<Term> terms;
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

  friend bool operator==(const CalledPartyTransformation&, const CalledPartyTransformation&) = default;
};

/// What a pattern does to the calling number, in this order (DA-60).
struct CallingPartyTransformation {
  bool useExternalPhoneNumberMask = false;  ///< starts again from the caller's DN (DA-65)
  std::string mask;
  std::string prefix;
  DiscardDigits discard = DiscardDigits::NoDigits;  ///< of calling party transformation patterns only (DA-69)

  friend bool operator==(const CallingPartyTransformation&, const CallingPartyTransformation&) = default;
};

/// No source has said it.
struct Unsaid {
  friend bool operator==(const Unsaid&, const Unsaid&) = default;
};

/// Where a route pattern sends its calls: nowhere, to a gateway or trunk, or to a route list.
using Destination = std::variant<std::monostate, DeviceId, RouteListId, Unsaid>;

/// Whether a call leaves the enterprise.
enum class NetworkLocation : std::uint8_t { OnNet, OffNet, SystemDefault };

struct RoutePattern {
  Destination destination;
  NetworkLocation classification = NetworkLocation::OffNet;
  bool allowDeviceOverride = false;              ///< the device's classification holds instead (DA-88)
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
  Rare<std::string> forwardAll;              ///< destination, or "voicemail"; empty = not forwarded (DA-83)
};

struct HuntPilot {
  std::optional<HuntListId> huntList;
};

/// An alternate number's line.
struct AlternateNumber {
  EntryId line;
};

/// One pattern of the plan, of whatever kind, as digit analysis sees it. Kept small: a plan has 100 000 and more.
struct Entry {
  pattern::Pattern pattern;
  PartitionId partition = kNonePartition;
  EntryKind kind = EntryKind::Route;
  bool urgent = false;           ///< DA-38
  bool blocked = false;          ///< DA-26
  bool emergency = false;        ///< DA-86
  bool outsideDialTone = false;  ///< DA-39
  ReleaseCause cause = ReleaseCause::NoError;
  Rare<CalledPartyTransformation> called;
  Rare<CallingPartyTransformation> calling;
  std::variant<std::monostate, RoutePattern, TranslationPattern, DirectoryNumber, HuntPilot, AlternateNumber>
      detail;
  Rare<std::string> description;
  /// What this build knows of but does not apply, as "external call control profile X".
  Rare<std::vector<std::string>> unapplied;
  SourcePosition where;
};
static_assert(sizeof(Entry) <= 168);

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
  std::optional<DevicePoolId> devicePool;
  bool deviceFirst = false;  ///< its own search space is looked through before the line's (DA-21)
  std::optional<NetworkLocation> classification;  ///< of trunks and gateways
  std::vector<LineAppearance> lines;              ///< by index
  /// What this build knows of but does not apply to calls that go to this device, as "called party transformation CSS X"
  /// (DA-69).
  std::vector<std::string> unapplied;
  /// The same for calls that come from this phone, as "dial rules X".
  std::vector<std::string> unappliedAtOrigin;
  bool defined = true;
  SourcePosition where;
};

/// How calls spread over the members of a group.
enum class Distribution : std::uint8_t { TopDown, Circular, LongestIdleTime, Broadcast };

struct RouteGroup {
  struct Member {
    DeviceId device;
    std::uint32_t port = 0;  ///< 0 = all
  };

  std::string name;
  bool defined = true;
  SourcePosition where;
  bool local = false;  ///< stands for a group of the caller's device pool (DA-81), and has no members
  Distribution distribution = Distribution::Circular;
  std::vector<Member> members;  ///< in selection order
};

struct RouteList {
  /// What the member says of a party replaces all that the pattern does to it (DA-67); none = the pattern's holds.
  struct Member {
    RouteGroupId group;
    std::optional<CalledPartyTransformation> called = {};
    std::optional<CallingPartyTransformation> calling = {};
  };

  std::string name;
  bool defined = true;
  SourcePosition where;
  bool enabled = true;
  std::vector<Member> members;  ///< in selection order
};

struct LineGroup {
  std::string name;
  bool defined = true;
  SourcePosition where;
  Distribution distribution = Distribution::LongestIdleTime;
  std::vector<EntryId> members;  ///< directory numbers, in selection order
};

struct HuntList {
  std::string name;
  bool defined = true;
  SourcePosition where;
  bool enabled = true;
  std::vector<LineGroupId> members;  ///< in selection order
};

struct DevicePool {
  /// What a local route group stands for with devices of this pool.
  struct LocalRouteGroup {
    RouteGroupId local;
    std::optional<RouteGroupId> group;  ///< none = it is passed over
  };

  std::string name;
  bool defined = true;
  SourcePosition where;
  std::vector<LocalRouteGroup> localRouteGroups;
};

/// What CUCM takes for T302 (DA-36).
inline constexpr std::chrono::milliseconds kShortestInterdigitTimeout{3'000};
inline constexpr std::chrono::milliseconds kLongestInterdigitTimeout{75'000};

struct ServiceParameters {
  std::chrono::milliseconds interdigitTimeout{15'000};  ///< T302, `TimerT302_msec` (DA-36)
  std::chrono::milliseconds firstDigitTimeout{15'000};  ///< `Timer_Offhook_To_First_Digit_msec` (DA-36)
};

/// An entry that could be read but that this build does not match: a pattern with `@` (DA-15), or one that another
/// cluster has taught this one (DA-87).
struct LeftOutEntry {
  pattern::Pattern pattern;
  EntryKind kind = EntryKind::Route;
  PartitionId partition = kNonePartition;
  std::string numberingPlan;  ///< of the `@`, as "NANP"
  std::optional<RouteFilterId> routeFilter;
  bool learned = false;
  SourcePosition where;
};

/// So that a name is found without a walk.
struct NameIndex {
  KeyIndex partitions;
  KeyIndex searchSpaces;
  KeyIndex devices;
  KeyIndex entries;          ///< by pattern text
  KeyIndex entriesByNumber;  ///< by numberOf(pattern)
};

struct Plan {
  std::string name;
  std::vector<Partition> partitions{Partition{}};  ///< [0] is <None>
  std::vector<CallingSearchSpace> searchSpaces;
  std::vector<Entry> entries;  ///< in the order written: the last tie-break (DA-24)
  std::vector<LeftOutEntry> leftOut;
  std::vector<Device> devices;
  std::vector<DevicePool> devicePools;
  std::vector<RouteList> routeLists;
  std::vector<RouteGroup> routeGroups;  ///< local ones among them
  std::vector<RouteFilter> routeFilters;
  std::vector<HuntList> huntLists;
  std::vector<LineGroup> lineGroups;
  std::vector<TimeSchedule> timeSchedules;
  std::vector<TimePeriod> timePeriods;
  ServiceParameters serviceParameters;
  NameIndex index;

  /// Make the index anew, of the entries and of all else: to be called after the last of them is in its place. What is
  /// not indexed is found all the same, slowly.
  void indexEntries();
  void indexNames();

  std::optional<PartitionId> findPartition(std::string_view name) const;  ///< "" and "<None>" name <None>
  std::optional<SearchSpaceId> findSearchSpace(std::string_view name) const;
  std::optional<DeviceId> findDevice(std::string_view name) const;
  /// The entries whose pattern is written as `text`, in any partition; with `partition` only in that one.
  std::vector<EntryId> findEntries(std::string_view text, std::optional<PartitionId> partition = {}) const;
  /// The entries that stand for `number` (see numberOf): +14085554001 is \+14085554001 and \+1408555.4001.
  std::vector<EntryId> findNumber(std::string_view number, std::optional<PartitionId> partition = {}) const;
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
