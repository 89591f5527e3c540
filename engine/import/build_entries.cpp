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
  FieldName mask;
  FieldName urgent;
  FieldName isEntry;
  FieldName partition;
};

const std::array<AlternateFields, 2>& alternates() {
  static const std::array<AlternateFields, 2> both{
      {{"enterpriseAltNum/numMask"_field, "enterpriseAltNum/isUrgent"_field,
        "enterpriseAltNum/addLocalRoutePartition"_field, "enterpriseAltNum/routePartition"_field},
       {"e164AltNum/numMask"_field, "e164AltNum/isUrgent"_field, "e164AltNum/addLocalRoutePartition"_field,
        "e164AltNum/routePartition"_field}}};
  return both;
}

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
  Entry& entry = newEntry(entryKindOf(record), *text, record.find("routePartitionName"_field), record);
  if (text->text.empty() && (object != Object::TransPattern || entry.partition == plan::kNonePartition)) {
    report(DiagnosticCode::PatternEmpty, entry.where, {});
    return plan.entries.pop_back();
  }
  if (!parse(text->text, entry)) return;
  entry.urgent = values_.boolean(record, "patternUrgency"_field);
  entry.blocked = values_.boolean(record, "blockEnable"_field);
  entry.emergency = values_.boolean(record, "isEmergencyServiceNumber"_field);
  entry.outsideDialTone = values_.boolean(record, "provideOutsideDialtone"_field);
  addCause(record, entry);
  entry.description = std::string(record.text("description"_field));
  addTransformations(record, entry);
  addDetail(record, entry);
  const auto routeFilter = namedIn(routeFilters_, record, "routeFilterName"_field, record);
  if (entry.pattern.hasNumberingPlan()) return leaveOut(record.text("dialPlanName"_field), routeFilter);
  const plan::EntryId id = keep(entry);
  if (object != Object::Line) return;
  if (!record.uuid.empty()) linesByUuid_.emplace(bareUuid(record.uuid), id);
  addAlternateNumbers(record, id);
}

// On a pattern that is not blocked a cause is common, and means nothing.
void PlanBuilder::addCause(const Record& record, Entry& entry) {
  const auto cause = values_.releaseCause(record);
  if (entry.blocked) {
    entry.cause = cause;
  } else if (cause != plan::ReleaseCause::NoError) {
    const Field& written = *record.find("releaseClause"_field);
    report(DiagnosticCode::CauseWithoutBlock, written.where(), {record.title(), std::string(written.text)});
  }
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
    const std::string_view written = record.text("digitDiscardInstructionName"_field);
    if (discardOf(written) != plan::DiscardDigits::NoDigits) called.discardName = std::string(written);
  }
  called.mask = values_.digits(record, "calledPartyTransformationMask"_field, Digits::Mask);
  called.prefix = values_.digits(record, ofCalled ? "calledPartyPrefixDigits"_field : "prefixDigitsOut"_field,
                                 Digits::Prefix);
  calling.useExternalPhoneNumberMask = values_.status(record, "useCallingPartyPhoneMask"_field);
  calling.mask = values_.digits(record, "callingPartyTransformationMask"_field, Digits::Mask);
  calling.prefix = values_.digits(record, "callingPartyPrefixDigits"_field, Digits::Prefix);
  entry.called = std::move(called);
  entry.calling = std::move(calling);
}

void PlanBuilder::addDetail(const Record& record, Entry& entry) {
  switch (record.shape->object()) {
  case Object::RoutePattern:
    entry.detail = plan::RoutePattern{
        destinationOf(record),
        static_cast<plan::NetworkLocation>(values_.word(record, "networkLocation"_field, kNetworkLocations)),
        values_.boolean(record, "allowDeviceOverride"_field),
        values_.boolean(record, "authorizationCodeRequired"_field),
        values_.boolean(record, "clientCodeRequired"_field),
        values_.boolean(record, "supportOverlapSending"_field)};
    break;
  case Object::TransPattern:
    entry.detail = plan::TranslationPattern{searchSpaceOf(record, "callingSearchSpaceName"_field),
                                            values_.boolean(record, "useOriginatorCss"_field),
                                            values_.boolean(record, "dontWaitForIDTOnSubsequentHops"_field),
                                            values_.boolean(record, "routeNextHopByCgpn"_field)};
    break;
  case Object::Line: {
    const bool voicemail = values_.boolean(record, "callForwardAll/forwardToVoiceMail"_field);
    entry.detail = plan::DirectoryNumber{
        searchSpaceOf(record, "shareLineAppearanceCssName"_field),
        voicemail ? "voicemail" : std::string(record.text("callForwardAll/destination"_field))};
    break;
  }
  case Object::HuntPilot:
    entry.detail = plan::HuntPilot{namedIn(huntLists_, record, "huntListName"_field, record)};
    break;
  default: break;
  }
}

// With `addLocalRoutePartition` the masked number is one more entry of the plan.
void PlanBuilder::addAlternateNumbers(const Record& record, plan::EntryId line) {
  for (const AlternateFields& names : alternates()) {
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
  const Field* gateway = record.find("destination/gatewayName"_field);
  const Field* routeList = record.find("destination/routeListName"_field);
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
