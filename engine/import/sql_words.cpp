#include "engine/import/sql_words.h"

#include "engine/base/plain_number.h"
#include "engine/import/usages.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <span>
#include <string>

namespace dialscope::import {
namespace {

using enum SqlValue;

struct Enumerated {
  unsigned number;
  std::string_view word;
};

constexpr Enumerated kCauses[] = {
    {0, "No Error"},        {1, "Unallocated Number"},     {21, "Call Rejected"},
    {22, "Number Changed"}, {28, "Invalid Number Format"}, {122, "Precedence Level Exceeded"}};
constexpr Enumerated kStatuses[] = {{0, "Off"}, {1, "On"}, {2, "Default"}};
constexpr Enumerated kLocations[] = {{0, "OnNet"}, {1, "OffNet"}, {2, "Use System Default"}};
constexpr Enumerated kPresentations[] = {{0, "Default"}, {1, "Allowed"}, {2, "Restricted"}};
constexpr Enumerated kPrecedences[] = {{0, "Flash Override"},    {1, "Flash"},   {2, "Immediate"},
                                       {3, "Priority"},          {4, "Routine"}, {5, "Default"},
                                       {6, "Executive Override"}};
constexpr Enumerated kNumberingPlans[] = {
    {0, "Cisco CallManager"}, {1, "ISDN"}, {2, "National Standard"}, {3, "Private"}, {4, "Unknown"}};
constexpr Enumerated kNumberTypes[] = {
    {0, "Cisco CallManager"}, {1, "Unknown"}, {2, "National"}, {3, "International"}, {4, "Subscriber"}};
constexpr Enumerated kDistributions[] = {
    {0, "Top Down"}, {1, "Circular"}, {2, "Longest Idle Time"}, {3, "Broadcast"}};
constexpr Enumerated kRouteClasses[] = {{0, "Default"},       {1, "Voice"},
                                        {2, "Data"},          {3, "Satellite Avoidance"},
                                        {4, "Hotline Voice"}, {5, "Hotline Data"}};

constexpr Enumerated kPartitionUsages[] = {{13, "Intercom"},
                                           {21, "Call Control Discovery Learned Pattern"},
                                           {99, "General"},
                                           {103, "Directory URI"}};
constexpr Enumerated kHuntAlgorithms[] = {{0, "Try next member; then, try next group in Hunt List"},
                                          {1, "Try next member, but do not go to next group"},
                                          {2, "Skip remaining members, and go directly to next group"},
                                          {3, "Stop hunting"}};
constexpr Enumerated kWeekdays[] = {{0, "Sun"}, {1, "Mon"}, {2, "Tue"}, {3, "Wed"},
                                    {4, "Thu"}, {5, "Fri"}, {6, "Sat"}, {7, "None"}};
constexpr Enumerated kMonths[] = {{0, "None"}, {1, "Jan"},  {2, "Feb"}, {3, "Mar"}, {4, "Apr"},
                                  {5, "May"},  {6, "Jun"},  {7, "Jul"}, {8, "Aug"}, {9, "Sep"},
                                  {10, "Oct"}, {11, "Nov"}, {12, "Dec"}};
constexpr Enumerated kScheduleCategories[] = {{0, "Regular"}, {1, "Holiday or Vacation"}};
constexpr Enumerated kFilterOperators[] = {
    {0, "NOT-SELECTED"}, {1, "EXISTS"}, {2, "DOES-NOT-EXIST"}, {3, "=="}};

// `No Office Hours`, then the quarters of an hour from 00:00 to 24:00.
constexpr std::size_t kTimesOfDay = 1 + 24 * 4 + 1;

std::string_view timeOfDay(std::size_t number) {
  static const auto times = [] {
    std::array<std::string, kTimesOfDay> all{"No Office Hours"};
    for (std::size_t i = 1; i < all.size(); ++i)
      all[i] = fmt::format("{:02}:{:02}", (i - 1) / 4, (i - 1) % 4 * 15);
    return all;
  }();
  return times[number];
}

std::span<const Enumerated> enumerationOf(SqlValue value) {
  switch (value) {
  case Cause: return kCauses;
  case Status: return kStatuses;
  case Location: return kLocations;
  case Presentation: return kPresentations;
  case Precedence: return kPrecedences;
  case NumberingPlan: return kNumberingPlans;
  case NumberType: return kNumberTypes;
  case Distribution: return kDistributions;
  case RouteClass: return kRouteClasses;
  case PartitionUsage: return kPartitionUsages;
  case HuntAlgorithm: return kHuntAlgorithms;
  case Weekday: return kWeekdays;
  case Month: return kMonths;
  case ScheduleCategory: return kScheduleCategories;
  case FilterOperator: return kFilterOperators;
  default: return {};
  }
}

struct DeviceClass {
  std::string_view number;
  std::string_view object;
};

constexpr DeviceClass kDeviceClasses[] = {
    {"1", "phone"}, {"2", "h323Gateway"}, {"10", "ctiRoutePoint"}, {"18", "sipTrunk"}};

struct SeedDiscard {
  std::string_view id;
  std::string_view name;
};

constexpr SeedDiscard kSeedDiscards[] = {
    {"714eaff9-55c2-11d3-b52d-0008c7c6a4c6", "NoDigits"},
    {"714eaffa-55c2-11d3-b52d-0008c7c6a4c6", "PreDot"},
    {"714eaff9-65c2-11d3-b52d-0008c7c6a4c6", "Trailing-#"},
    {"714eaffa-65c2-11d3-b52d-0008c7c6a4c6", "PreDot Trailing-#"},
};

}  // namespace

std::optional<std::string_view> wordOf(SqlValue enumeration, std::string_view text) {
  const auto number = wholeNumber(text);
  if (!number) return text;
  if (enumeration == SqlValue::PatternUsage) {
    const Usage* usage = usageNumbered(*number);
    return usage ? std::optional(usage->word) : std::nullopt;
  }
  if (enumeration == TimeOfDay)
    return *number < kTimesOfDay ? std::optional(timeOfDay(*number)) : std::nullopt;
  for (const Enumerated& one : enumerationOf(enumeration)) {
    if (one.number == *number) return one.word;
  }
  return std::nullopt;
}

std::string_view unconfirmedTable(SqlValue enumeration) {
  switch (enumeration) {
  case HuntAlgorithm: return "typehuntalgorithm";
  case TimeOfDay: return "typetimeofday";
  case Weekday: return "typedayofweek";
  case Month: return "typemonthofyear";
  case ScheduleCategory: return "typetimeschedulecategory";
  case FilterOperator: return "typeoperator";
  default: return {};
  }
}

std::string_view deviceObjectOf(std::string_view number) {
  for (const DeviceClass& one : kDeviceClasses) {
    if (one.number == number) return one.object;
  }
  return {};
}

std::string_view seedDiscard(std::string_view id) {
  for (const SeedDiscard& one : kSeedDiscards) {
    if (one.id == id) return one.name;
  }
  return {};
}

}  // namespace dialscope::import
