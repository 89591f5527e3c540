#include "engine/import/usages.h"

#include "engine/base/ascii.h"
#include "engine/base/split.h"

#include <array>
#include <string>
#include <unordered_map>

namespace dialscope::import {
namespace {

using enum plan::EntryKind;

// XPatternUsage in its order, which is that of tkpatternusage.
constexpr std::array<Usage, 33> kNumbered{{
    {"CallPark", "callPark", "Call Park|Call Park Number", {}},
    {"Conference", "meetMe", "Meet-Me|Meet-Me Number", {}},
    {"Device", "line", "Directory Number", {}},
    {"Translation", "transPattern", "Translation Pattern", {}},
    {"Call Pick Up Group", "callPickupGroup", "", {}},
    {"Route", "routePattern", "Route Pattern", {}},
    {"Message Waiting", "messageWaiting", "Message Waiting Indicator", MessageWaiting},
    {"Hunt Pilot", "huntPilot", "", HuntPilot},
    {"Voice Mail Port", "line", "", Voicemail},
    {"Domain Routing", "sipRoutePattern", "SIP Route Pattern", {}},
    {"IPAddress Routing", "sipRoutePattern", "", {}},
    {"Device template", "", "", {}},
    {"Directed Call Park", "directedCallPark", "", {}},
    {"Device Intercom", "line", "Intercom Directory Number", Intercom},
    {"Translation Intercom", "transPattern", "Intercom Translation Pattern", Intercom},
    {"Translation Calling Party Number", "callingPartyTransformationPattern",
     "Calling Party Transformation Pattern", CallingPartyTransformation},
    {"Mobility Handoff", "handoffMobility", "Handoff Mobility", Mobility},
    {"Mobility Enterprise Feature Access", "enterpriseFeatureAccessConfiguration",
     "Enterprise Feature Access", Mobility},
    {"Mobility IVR", "mobileVoiceAccess", "Mobile Voice Access", Mobility},
    {"Device Intercom Template", "", "", {}},
    {"Called Party Number Transformation", "calledPartyTransformationPattern",
     "Called Party Transformation Pattern", CalledPartyTransformation},
    {"Call Control Discovery Learned Pattern", "routePlan", "", {}},
    {"Uri Routing", "", "", {}},
    {"ILS Learned Enterprise Number", "routePlan", "", {}},
    {"ILS Learned E164 Number", "routePlan", "", {}},
    {"ILS Learned Enterprise Numeric Pattern", "routePlan", "", {}},
    {"ILS Learned E164 Numeric Pattern", "routePlan", "", {}},
    {"Alternate Number", "line", "", plan::EntryKind::AlternateNumber},
    {"ILS Learned URI", "", "", {}},
    {"ILS Learned PSTN Failover Rule", "", "", {}},
    {"ILS Imported E164 Number", "routePlan", "", {}},
    {"Centralized Conference Number", "conferenceNow", "Conference Now", {}},
    {"Emergency Location ID Number", "", "", {}},
}};

// AXL has it, and no number of it is known.
constexpr Usage kMobilityDtmf{"Mobility DTMF", "enterpriseFeatureAccessConfiguration", "", Mobility};

}  // namespace

const Usage* findUsage(std::string_view word) {
  static const auto byWord = [] {
    std::unordered_map<std::string, const Usage*> index;
    const auto add = [&](const Usage& usage) {
      index.emplace(bareWord(usage.word), &usage);
      for (const std::string_view other : split(usage.pageWords, '|')) index.emplace(bareWord(other), &usage);
    };
    for (const Usage& usage : kNumbered) add(usage);
    add(kMobilityDtmf);
    return index;
  }();
  const auto found = byWord.find(bareWord(word));
  return found == byWord.end() ? nullptr : found->second;
}

const Usage* usageNumbered(std::size_t number) {
  return number < kNumbered.size() ? &kNumbered[number] : nullptr;
}

}  // namespace dialscope::import
