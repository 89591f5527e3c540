// Groups that calls spread over: of devices, of lines, and what a local group stands for.
#include "engine/import/plan_builder.h"

#include <array>

namespace dialscope::import {
namespace {

constexpr std::array<std::string_view, 4> kDistributions{"Top Down", "Circular", "Longest Idle Time",
                                                         "Broadcast"};

}  // namespace

plan::Distribution PlanBuilder::distributionOf(const Record& record) {
  return static_cast<plan::Distribution>(values_.word(record, "distributionAlgorithm"_field, kDistributions));
}

void PlanBuilder::addRouteGroup(const Record& record, plan::RouteGroup& group) {
  group.distribution = distributionOf(record);
  for (const Member* member : numberedMembers(record, "deviceSelectionOrder"_field)) {
    const Field* name = member->find("deviceName"_field);
    if (!name || isNullName(name->text)) continue;
    const auto device = destinationNamed(*name, true, resolving(record));
    // A route list in a route group is no device of anything.
    if (const auto* id = std::get_if<plan::DeviceId>(&device))
      group.members.push_back({*id, values_.number(*member, "port"_field).value_or(0)});
  }
}

plan::RouteGroupId PlanBuilder::routeGroupOf(const Field& field, const Record& user, bool local) {
  plan::RouteGroup fresh;
  fresh.local = local || field.text == kStandardLocalRouteGroup;
  return routeGroups_.resolve(field, user, fresh);
}

void PlanBuilder::addRouteList(const Record& record, plan::RouteList& list) {
  list.enabled = values_.boolean(record, "routeListEnabled"_field);
  for (const Member* member : numberedMembers(record, "selectionOrder"_field)) {
    const Field* name = member->find("routeGroupName"_field);
    if (!name || isNullName(name->text)) continue;
    list.members.push_back(
        {routeGroupOf(*name, record, false), calledDetail(*member, record), callingDetail(*member)});
  }
}

std::optional<plan::CalledPartyTransformation> PlanBuilder::calledDetail(const Member& member,
                                                                         const Record& list) {
  plan::CalledPartyTransformation called;
  called.discard = values_.discard(member, list);
  if (called.discard != plan::DiscardDigits::NoDigits)
    called.discardName = std::string(member.text("digitDiscardInstructionName"_field));
  called.mask = values_.digits(member, "calledPartyTransformationMask"_field, Digits::Mask);
  called.prefix = values_.digits(member, "prefixDigitsOut"_field, Digits::Prefix);
  const bool says =
      called.discard != plan::DiscardDigits::NoDigits || !called.mask.empty() || !called.prefix.empty();
  return says ? std::optional(std::move(called)) : std::nullopt;
}

std::optional<plan::CallingPartyTransformation> PlanBuilder::callingDetail(const Member& member) {
  plan::CallingPartyTransformation calling;
  calling.useExternalPhoneNumberMask = values_.status(member, "useFullyQualifiedCallingPartyNumber"_field);
  calling.mask = values_.digits(member, "callingPartyTransformationMask"_field, Digits::Mask);
  calling.prefix = values_.digits(member, "callingPartyPrefixDigits"_field, Digits::Prefix);
  const bool says = calling.useExternalPhoneNumberMask || !calling.mask.empty() || !calling.prefix.empty();
  return says ? std::optional(std::move(calling)) : std::nullopt;
}

void PlanBuilder::addHuntList(const Record& record, plan::HuntList& list) {
  list.enabled = values_.boolean(record, "routeListEnabled"_field);
  for (const Member* member : numberedMembers(record, "selectionOrder"_field)) {
    if (const auto group = namedIn(lineGroups_, *member, "lineGroupName"_field, resolving(record)))
      list.members.push_back(*group);
  }
}

void PlanBuilder::addLineGroups() {
  for (const Record* record : named_) {
    if (record->shape->object() != Object::LineGroup) continue;
    addLineGroup(*record, lineGroups_[*lineGroups_.find(record->text("name"_field))]);
  }
}

void PlanBuilder::addLineGroup(const Record& record, plan::LineGroup& group) {
  group.distribution = distributionOf(record);
  const LineFields names{"directoryNumber/@uuid"_field, "directoryNumber/pattern"_field,
                         "directoryNumber/routePartitionName"_field};
  for (const Member* member : numberedMembers(record, "lineSelectionOrder"_field)) {
    if (const auto line = lineOf(*member, names, record, DiagnosticCode::UnknownGroupMember))
      group.members.push_back(*line);
  }
}

void PlanBuilder::addDevicePool(const Record& record, plan::DevicePool& pool) {
  const auto add = [&](const Field& local, const Field* value) {
    plan::DevicePool::LocalRouteGroup entry{routeGroupOf(local, record, true), {}};
    if (value && !isNullName(value->text)) entry.group = routeGroupOf(*value, record, false);
    pool.localRouteGroups.push_back(entry);
  };
  for (const Member& member : record.members) {
    const Field* name = member.find("name"_field);
    if (name && !isNullName(name->text)) add(*name, member.find("value"_field));
  }
  // Before 10.0 there was the one that every pool has.
  if (const Field* value = record.find("localRouteGroupName"_field); value && record.members.empty()) {
    Field standard = *value;
    standard.text = kStandardLocalRouteGroup;
    add(standard, value);
  }
}

}  // namespace dialscope::import
