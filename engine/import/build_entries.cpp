#include "engine/import/plan_builder.h"
#include "engine/pattern/pattern.h"
#include "engine/plan/mask.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dialscope::import {
namespace {

using plan::Entry;
using plan::EntryKind;

// A number is a pattern once its `+` is literal.
std::string patternOfNumber(std::string_view number) {
  std::string pattern;
  for (const char c : number) {
    if (c == '+') pattern += '\\';
    pattern += c;
  }
  return pattern;
}

struct AlternateFields {
  std::string_view mask;
  std::string_view urgent;
  std::string_view isEntry;
  std::string_view partition;
};

constexpr std::array<AlternateFields, 2> kAlternates{{
    {"enterpriseAltNum/numMask", "enterpriseAltNum/isUrgent", "enterpriseAltNum/addLocalRoutePartition",
     "enterpriseAltNum/routePartition"},
    {"e164AltNum/numMask", "e164AltNum/isUrgent", "e164AltNum/addLocalRoutePartition",
     "e164AltNum/routePartition"},
}};

}  // namespace

void PlanBuilder::addEntries(const Records& records) {
  const auto count = [&](auto holds) {
    return static_cast<std::size_t>(std::count_if(
        records.begin(), records.end(), [&](const auto& record) { return holds(record->shape->object()); }));
  };
  plan.entries.reserve(count(isEntry));
  entryRecords.reserve(plan.entries.capacity());
  for (record_ = 0; record_ < records.size(); ++record_) {
    const Record& record = *records[record_];
    if (isEntry(record.shape->object())) addEntry(record);
  }
  plan.indexEntries();
}

void PlanBuilder::addEntry(const Record& record) {
  const Object object = record.shape->object();
  const Field* text = record.find(record.shape->key());
  if (!text)
    return report(DiagnosticCode::PatternMissing, record.where(), {std::string(record.shape->name())});
  Entry& entry = newEntry(entryKindOf(record), *text, record.find("routePartitionName"), record);
  if (text->text.empty() && (object != Object::TransPattern || entry.partition == plan::kNonePartition)) {
    report(DiagnosticCode::PatternEmpty, entry.where, {});
    return plan.entries.pop_back();
  }
  if (!parse(text->text, entry)) return;
  entry.urgent = values_.boolean(record, "patternUrgency");
  entry.blocked = values_.boolean(record, "blockEnable");
  entry.emergency = values_.boolean(record, "isEmergencyServiceNumber");
  entry.outsideDialTone = values_.boolean(record, "provideOutsideDialtone");
  // A cause on a pattern that is not blocked is common, and means nothing.
  if (const auto cause = values_.releaseCause(record); entry.blocked) entry.cause = cause;
  addTransformations(record, entry);
  addDetail(record, entry);
  const auto routeFilter = namedIn(routeFilters_, record, "routeFilterName", record);
  if (entry.pattern.hasNumberingPlan()) return leaveOut(record.text("dialPlanName"), routeFilter);
  const plan::EntryId id = keep(entry);
  if (object != Object::Line) return;
  if (!record.uuid.empty()) linesByUuid_.emplace(bareUuid(record.uuid), id);
  addAlternateNumbers(record, id);
}

Entry& PlanBuilder::newEntry(EntryKind kind, const Field& text, const Field* partition,
                             const Record& record) {
  Entry& entry = plan.entries.emplace_back();
  entry.kind = kind;
  entry.where = text.where();
  entry.partition = partitionOf(partition, record);
  return entry;
}

bool PlanBuilder::parse(std::string_view text, Entry& entry) {
  auto pattern = pattern::parsePattern(text, entry.where, diagnostics_);
  if (pattern) {
    entry.pattern = std::move(*pattern);
  } else {
    plan.entries.pop_back();
  }
  return pattern.has_value();
}

void PlanBuilder::leaveOut(std::string_view numberingPlan, std::optional<plan::RouteFilterId> routeFilter) {
  Entry& entry = plan.entries.back();
  plan.leftOut.push_back({std::move(entry.pattern), entry.kind, entry.partition, std::string(numberingPlan),
                          routeFilter, std::move(entry.where)});
  plan.entries.pop_back();
}

plan::EntryId PlanBuilder::keep(const Entry& entry) {
  const plan::EntryId id{static_cast<std::uint32_t>(plan.entries.size() - 1)};
  at(plan.partitions, entry.partition).entries.push_back(id);
  entryRecords.push_back(record_);
  return id;
}

void PlanBuilder::addTransformations(const Record& record, Entry& entry) {
  const Object object = record.shape->object();
  const bool ofCalled = object == Object::CalledPartyTransformationPattern;
  const plan::DiscardDigits discard = values_.discard(record, record);
  plan::CalledPartyTransformation called;
  plan::CallingPartyTransformation calling;
  if (object == Object::CallingPartyTransformationPattern) {
    calling.discard = discard;
  } else {
    called.discard = discard;
    const std::string_view written = record.text("digitDiscardInstructionName");
    if (discardOf(written) != plan::DiscardDigits::NoDigits) called.discardName = std::string(written);
  }
  called.mask = values_.digits(record, "calledPartyTransformationMask", Digits::Mask);
  called.prefix =
      values_.digits(record, ofCalled ? "calledPartyPrefixDigits" : "prefixDigitsOut", Digits::Prefix);
  calling.useExternalPhoneNumberMask = values_.status(record, "useCallingPartyPhoneMask");
  calling.mask = values_.digits(record, "callingPartyTransformationMask", Digits::Mask);
  calling.prefix = values_.digits(record, "callingPartyPrefixDigits", Digits::Prefix);
  entry.called = std::move(called);
  entry.calling = std::move(calling);
}

void PlanBuilder::addDetail(const Record& record, Entry& entry) {
  switch (record.shape->object()) {
  case Object::RoutePattern:
    entry.detail = plan::RoutePattern{
        destinationOf(record),
        static_cast<plan::NetworkLocation>(values_.word(record, "networkLocation", kNetworkLocations)),
        values_.boolean(record, "allowDeviceOverride"),
        values_.boolean(record, "authorizationCodeRequired"),
        values_.boolean(record, "clientCodeRequired"),
        values_.boolean(record, "supportOverlapSending")};
    break;
  case Object::TransPattern:
    entry.detail = plan::TranslationPattern{searchSpaceOf(record, "callingSearchSpaceName"),
                                            values_.boolean(record, "useOriginatorCss"),
                                            values_.boolean(record, "dontWaitForIDTOnSubsequentHops"),
                                            values_.boolean(record, "routeNextHopByCgpn")};
    break;
  case Object::Line: {
    const bool voicemail = values_.boolean(record, "callForwardAll/forwardToVoiceMail");
    entry.detail = plan::DirectoryNumber{
        searchSpaceOf(record, "shareLineAppearanceCssName"),
        voicemail ? "voicemail" : std::string(record.text("callForwardAll/destination"))};
    break;
  }
  case Object::HuntPilot:
    entry.detail = plan::HuntPilot{namedIn(huntLists_, record, "huntListName", record)};
    break;
  default: break;
  }
}

// With `addLocalRoutePartition` the masked number is one more entry of the plan.
void PlanBuilder::addAlternateNumbers(const Record& record, plan::EntryId line) {
  for (const AlternateFields& names : kAlternates) {
    if (!values_.boolean(record, names.isEntry)) continue;
    const Field* mask = record.find(names.mask);
    const std::string maskText = values_.digits(record, names.mask, Digits::Mask);
    const std::string number = plan::numberOf(at(plan.entries, line).pattern);
    Entry& entry = newEntry(EntryKind::AlternateNumber, *(mask ? mask : record.find(names.isEntry)),
                            record.find(names.partition), record);
    entry.urgent = values_.boolean(record, names.urgent);
    entry.detail = plan::AlternateNumber{line};
    const std::string text = patternOfNumber(plan::applyMask(number, maskText, plan::MaskShortfall::Shrink));
    if (parse(text, entry)) keep(entry);
  }
}

plan::Destination PlanBuilder::destinationOf(const Record& record) {
  const Field* gateway = record.find("destination/gatewayName");
  const Field* routeList = record.find("destination/routeListName");
  const bool hasGateway = gateway && !gateway->text.empty();
  const bool hasRouteList = routeList && !routeList->text.empty();
  if (hasGateway && hasRouteList) {
    report(DiagnosticCode::TwoDestinations, routeList->where(),
           {record.title(), std::string(gateway->text), std::string(routeList->text)});
  }
  if (hasGateway) return destinationNamed(*gateway, record, true);
  if (hasRouteList) return destinationNamed(*routeList, record, false);
  return {};
}

// Gateways, trunks and route lists never share a name, so a name in the wrong element is still clear.
plan::Destination PlanBuilder::destinationNamed(const Field& field, const Record& user, bool gateway) {
  const bool isList = routeLists_.find(field.text).has_value();
  const bool isDevice = devices_.find(field.text).has_value();
  if (isList != isDevice ? !isDevice : !gateway) return routeLists_.resolve(field, user);
  plan::Device fresh;
  fresh.kind = plan::DeviceKind::Trunk;
  return devices_.resolve(field, user, fresh);
}

}  // namespace dialscope::import
