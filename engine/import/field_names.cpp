#include "engine/import/field_names.h"

#include "engine/import/axl_fields.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

namespace dialscope::import {
namespace {

struct KindRow {
  FieldKind kind;
  std::string_view names;  // last parts of paths, parted by blanks; `*` stands for any beginning
};

// The first row that fits holds; what fits in none is a name.
constexpr std::array kKinds{
    KindRow{FieldKind::Id, "@uuid"},
    KindRow{
        FieldKind::Boolean,
        "@enable patternUrgency blockEnable provideOutsideDialtone supportOverlapSending allowDeviceOverride "
        "authorizationCodeRequired clientCodeRequired enableDccEnforcement isEmergencyServiceNumber "
        "useOriginatorCss dontWaitForIDTOnSubsequentHops routeNextHopByCgpn usePersonalPreferences "
        "displayConnectedNumber routeListEnabled voiceMailUsage autoLogOffHunt useOriginatingDeviceTimeZone "
        "runOnEveryNode isPublished mlppPreemptionDisabled messageWaitingIndicator isDefault routeOnUserPart "
        "useCallerCss active forwardToVoiceMail *VmEnabled isPrimary advertiseGloballyViaIls "
        "advertiseGloballyIls isUrgent addLocalRoutePartition useDevicePool* hotlineDevice "
        "isDefaultEafNumber"},
    KindRow{FieldKind::Order, "selectionOrder deviceSelectionOrder lineSelectionOrder sortOrder"},
    KindRow{
        FieldKind::Number,
        "index priority port unit subunit duration authorizationLevelRequired blockedCallPercentage "
        "maxHuntduration maxCallersInQueue maxWaitTimeInQueue *MohAudioSourceId *MohAudioSourceID "
        "rnaReversionTimeOut dayOfMonth dayOfMonthEnd pickupNotificationTimer maxWaitTimeForHost sigDigits "
        "*StripDigits numDigitsToStrip"},
    KindRow{
        FieldKind::Word,
        "usage releaseClause useCallingPartyPhoneMask useFullyQualifiedCallingPartyNumber *PresentationBit "
        "patternPrecedence *NumberingPlan *NumberType routeClass networkLocation digitDiscardInstructionName "
        "dialPlanName dialPlanTagName operator distributionAlgorithm huntAlgorithm* timeZone partitionUsage "
        "startTime endTime startDay endDay monthOfYear monthOfYearEnd timeScheduleCategory "
        "pickupNotification "
        "minimumSecurityLevel cfaCssPolicy callingPartySelection callingLineIdPresentation calledPlan "
        "calledPri "
        "networkServiceProtocol networkService service valueType type product"},
    KindRow{FieldKind::Pattern,
            "pattern dnOrPattern dnPattern reversionPattern handoffNumber conferenceNowNumber"},
    KindRow{FieldKind::Digits,
            "*Mask *PrefixDigits prefixDigitsOut *Prefix prefix prefixDn callerIdDn *estination digits dirn "
            "parkMonForwardNoRetrieveDn parkMonForwardNoRetrieveIntDn pstnFailover cgpnIngressDN"},
    KindRow{FieldKind::Uri, "uri dnOrPatternIpv6"},
    KindRow{FieldKind::NameList, "clause"},
    KindRow{FieldKind::Text,
            "description label *lertingName withTag withValueClause cic paramValue addressIpv4 addressIpv6 "
            "domainName"},
};

struct DefaultRow {
  std::string_view text;
  std::string_view names;  // as in KindRow
};

// Those of AXL's add form and of the administration page. What differs between objects stands with the objects.
constexpr std::array kDefaults{
    DefaultRow{"true",
               "provideOutsideDialtone useOriginatingDeviceTimeZone active advertiseGloballyViaIls "
               "advertiseGloballyIls routeListEnabled"},
    DefaultRow{
        "false",
        "patternUrgency blockEnable supportOverlapSending allowDeviceOverride authorizationCodeRequired "
        "clientCodeRequired enableDccEnforcement isEmergencyServiceNumber useOriginatorCss "
        "dontWaitForIDTOnSubsequentHops routeNextHopByCgpn usePersonalPreferences displayConnectedNumber "
        "voiceMailUsage autoLogOffHunt runOnEveryNode isPublished mlppPreemptionDisabled "
        "messageWaitingIndicator isDefault routeOnUserPart useCallerCss forwardToVoiceMail *VmEnabled "
        "isPrimary isUrgent addLocalRoutePartition hotlineDevice"},
    DefaultRow{"Off", "useCallingPartyPhoneMask"},
    DefaultRow{"Default",
               "useFullyQualifiedCallingPartyNumber *PresentationBit patternPrecedence "
               "routeClass callingLineIdPresentation"},
    DefaultRow{"Cisco CallManager", "*NumberingPlan *NumberType calledPlan calledPri"},
    DefaultRow{"No Error", "releaseClause"},
    DefaultRow{"NoDigits", "digitDiscardInstructionName"},
    DefaultRow{"Use System Default", "networkLocation cfaCssPolicy"},
    DefaultRow{"Originator", "callingPartySelection"},
    DefaultRow{"Try next member; then, try next group in Hunt List", "huntAlgorithm*"},
    DefaultRow{"General", "partitionUsage"},
    DefaultRow{"Etc/GMT", "timeZone"},
    DefaultRow{"No Office Hours", "startTime endTime"},
    DefaultRow{"None", "startDay endDay monthOfYear monthOfYearEnd"},
    DefaultRow{"Regular", "timeScheduleCategory"},
    DefaultRow{"No Alert", "pickupNotification"},
    DefaultRow{"0", "authorizationLevelRequired dayOfMonth dayOfMonthEnd port"},
    DefaultRow{"6", "pickupNotificationTimer"},
    DefaultRow{"10", "rnaReversionTimeOut"},
    DefaultRow{"15", "maxWaitTimeForHost"},
    DefaultRow{"32", "maxCallersInQueue"},
    DefaultRow{"900", "maxWaitTimeInQueue"},
};

bool fits(std::string_view name, std::string_view pattern) {
  if (pattern.starts_with('*')) return name.ends_with(pattern.substr(1));
  if (pattern.ends_with('*')) return name.starts_with(pattern.substr(0, pattern.size() - 1));
  return name == pattern;
}

bool fitsAny(std::string_view name, std::string_view patterns) {
  while (!patterns.empty()) {
    const std::string_view pattern = patterns.substr(0, patterns.find(' '));
    patterns.remove_prefix(std::min(patterns.size(), pattern.size() + 1));
    if (fits(name, pattern)) return true;
  }
  return false;
}

std::string_view lastPart(std::string_view path) { return path.substr(path.rfind('/') + 1); }

FieldKind kindFor(std::string_view path) {
  for (const KindRow& row : kKinds) {
    if (fitsAny(lastPart(path), row.names)) return row.kind;
  }
  return FieldKind::Name;
}

std::string_view defaultFor(std::string_view path) {
  for (const DefaultRow& row : kDefaults) {
    if (fitsAny(lastPart(path), row.names)) return row.text;
  }
  return {};
}

struct NameRow {
  std::string_view text;
  FieldKind kind = FieldKind::Text;
  std::string_view absent;
};

// Filled while the shapes are made, read-only from then on.
struct Interned {
  std::vector<NameRow> rows{NameRow{}};
  std::unordered_map<std::string_view, std::uint16_t> indexOf{{std::string_view(), 0}};
};

Interned& names() {
  static Interned table;
  return table;
}

}  // namespace

FieldName::FieldName(std::string_view text) {
  loadVocabulary();
  const auto found = names().indexOf.find(text);
  if (found != names().indexOf.end()) index_ = found->second;
}

FieldName FieldName::intern(std::string_view text) {
  Interned& table = names();
  const auto [found, added] = table.indexOf.emplace(text, static_cast<std::uint16_t>(table.rows.size()));
  if (added) table.rows.push_back({text, kindFor(text), defaultFor(text)});
  return FieldName(found->second);
}

FieldName::operator std::string_view() const { return names().rows[index_].text; }

FieldKind kindOf(FieldName name) { return names().rows[name.index()].kind; }

std::string_view commonDefaultOf(FieldName name) { return names().rows[name.index()].absent; }

}  // namespace dialscope::import
