#include "engine/import/build_plan.h"

#include "engine/import/members.h"
#include "engine/import/plan_builder.h"
#include "engine/import/suspicious.h"

#include <fmt/format.h>
#include <oneapi/tbb/parallel_invoke.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>
#include <utility>

namespace dialscope::import {
namespace {

constexpr std::array<std::string_view, 1> kBuiltInRouteGroups{kStandardLocalRouteGroup};

std::optional<plan::DeviceKind> deviceKindOf(Object object) {
  switch (object) {
  case Object::Phone: return plan::DeviceKind::Phone;
  case Object::CtiRoutePoint: return plan::DeviceKind::CtiRoutePoint;
  case Object::Trunk: return plan::DeviceKind::Trunk;
  case Object::Gateway: return plan::DeviceKind::Gateway;
  default: return std::nullopt;
  }
}

// The first of equal ones stays; all are below `count`.
void dropRepeats(std::vector<plan::PartitionId>& partitions, std::size_t count) {
  std::vector<bool> listed(count);
  std::erase_if(partitions, [&](plan::PartitionId id) {
    const bool again = listed[id.value];
    listed[id.value] = true;
    return again;
  });
}

struct Timer {
  std::string_view name;
  std::chrono::milliseconds lowest;
  std::chrono::milliseconds highest;
  std::chrono::milliseconds plan::ServiceParameters::*value;
};

// What a destination that nothing defines is taken for.
plan::Device trunk() {
  plan::Device device;
  device.kind = plan::DeviceKind::Trunk;
  return device;
}

// The parameters that digit analysis reads, with their ranges (DA-36).
constexpr std::array<Timer, 2> kTimers{{
    {"TimerT302_msec", plan::kShortestInterdigitTimeout, plan::kLongestInterdigitTimeout,
     &plan::ServiceParameters::interdigitTimeout},
    {"Timer_Offhook_To_First_Digit_msec", std::chrono::milliseconds{0}, std::chrono::hours{1},
     &plan::ServiceParameters::firstDigitTimeout},
}};

}  // namespace

PlanBuilder::PlanBuilder(const Records& records, Diagnostics& collected)
    : records_(records),
      diagnostics_(collected),
      values_(collected),
      partitions_(plan.partitions, DiagnosticCode::UnknownPartition, kBuiltInPartitions),
      searchSpaces_(plan.searchSpaces, DiagnosticCode::UnknownSearchSpace),
      routeFilters_(plan.routeFilters, DiagnosticCode::UnknownRouteFilter),
      routeLists_(plan.routeLists, DiagnosticCode::UnknownRouteList),
      routeGroups_(plan.routeGroups, DiagnosticCode::UnknownRouteGroup, kBuiltInRouteGroups),
      huntLists_(plan.huntLists, DiagnosticCode::UnknownHuntList),
      lineGroups_(plan.lineGroups, DiagnosticCode::UnknownLineGroup),
      devicePools_(plan.devicePools, DiagnosticCode::UnknownDevicePool),
      timeSchedules_(plan.timeSchedules, DiagnosticCode::UnknownTimeSchedule),
      timePeriods_(plan.timePeriods, DiagnosticCode::UnknownTimePeriod),
      devices_(plan.devices, DiagnosticCode::UnknownGateway, {}, trunk()) {
  for (std::size_t i = 0; i < records.size(); ++i) {
    const Record& record = *records[i];
    if (!record.shape->isPattern()) named_.push_back(&record);
    if (record.shape->object() == Object::RoutePlan) learned_.push_back(&record);
    if (isEntry(record.shape->object())) entrySources_.push_back({i, &record});
    if (record.shape->object() != Object::Line) continue;
    for (const AlternateFields& alternate : alternateFields()) {
      if (record.find(alternate.isEntry) && values_.boolean(record, alternate.isEntry))
        entrySources_.push_back({i, &record, &alternate});
    }
  }
}

void PlanBuilder::defineNames() {
  std::erase_if(named_, [&](const Record* record) { return !defineName(*record); });
}

// Whether the record is what its name stands for: of two with one name the first is.
bool PlanBuilder::defineName(const Record& record) {
  const Field* field = record.find("name"_field);
  const Object object = record.shape->object();
  if (!field || isNullName(field->text)) {
    const bool isNone = object == Object::RoutePartition && field && field->text == plan::kNoneName;
    if (!isNone) report(DiagnosticCode::NameMissing, record.where(), {std::string(record.shape->name())});
    return false;
  }
  const Field& name = *field;
  switch (object) {
  case Object::RoutePartition: return partitions_.define(name);
  case Object::Css: return searchSpaces_.define(name);
  case Object::RouteFilter: return routeFilters_.define(name);
  case Object::RouteList: return routeLists_.define(name);
  case Object::RouteGroup: return routeGroups_.define(name);
  case Object::LocalRouteGroup: {
    plan::RouteGroup* group = routeGroups_.define(name);
    if (group) group->local = true;
    return group;
  }
  case Object::HuntList: return huntLists_.define(name);
  case Object::LineGroup: return lineGroups_.define(name);
  case Object::DevicePool: poolRecords_.emplace(name.text, &record); return devicePools_.define(name);
  case Object::TimeSchedule: return timeSchedules_.define(name);
  case Object::TimePeriod: return timePeriods_.define(name);
  default: {
    const auto kind = deviceKindOf(object);
    return !kind || defineDevice(record, *kind);
  }
  }
}

bool PlanBuilder::defineDevice(const Record& record, plan::DeviceKind kind) {
  const Field& name = *record.find("name"_field);
  if (plan::Device* device = devices_.define(name)) {
    device->kind = kind;
    deviceRecords_.push_back(&record);
    return true;
  }
  // A phone and a trunk, say: devices of all kinds share their names.
  report(DiagnosticCode::DuplicateObject, name.where(),
         {std::string(record.shape->name()), std::string(name.text),
          placeText(devices_[*devices_.find(name.text)].where)});
  return false;
}

void PlanBuilder::addObjects() {
  for (const Record* record : named_) addObject(*record);
}

void PlanBuilder::addObject(const Record& record) {
  const std::string_view name = record.text("name"_field);
  switch (record.shape->object()) {
  case Object::RoutePartition: return addPartition(record, partitions_[*partitions_.find(name)]);
  case Object::Css: return addSearchSpace(record, searchSpaces_[*searchSpaces_.find(name)]);
  case Object::RouteFilter: return addRouteFilter(record, routeFilters_[*routeFilters_.find(name)]);
  case Object::RouteGroup: return addRouteGroup(record, routeGroups_[*routeGroups_.find(name)]);
  case Object::RouteList: return addRouteList(record, routeLists_[*routeLists_.find(name)]);
  case Object::HuntList: return addHuntList(record, huntLists_[*huntLists_.find(name)]);
  case Object::DevicePool: return addDevicePool(record, devicePools_[*devicePools_.find(name)]);
  case Object::TimeSchedule: return addTimeSchedule(record, timeSchedules_[*timeSchedules_.find(name)]);
  case Object::TimePeriod: return addTimePeriod(record, timePeriods_[*timePeriods_.find(name)]);
  default: return;
  }
}

void PlanBuilder::addPartition(const Record& record, plan::Partition& partition) {
  partition.timeSchedule = namedIn(timeSchedules_, record, "timeScheduleIdName"_field, resolving(record));
  partition.originatorsTimeZone = values_.boolean(record, "useOriginatingDeviceTimeZone"_field);
  partition.timeZone = std::string(record.text("timeZone"_field));
}

void PlanBuilder::addSearchSpace(const Record& record, plan::CallingSearchSpace& searchSpace) {
  for (const Member* member : numberedMembers(record, "index"_field)) {
    const FieldName name = "routePartitionName"_field;
    if (!member->text(name).empty())
      searchSpace.partitions.push_back(
          namedIn(partitions_, *member, name, resolving(record)).value_or(plan::kNonePartition));
  }
  dropRepeats(searchSpace.partitions, plan.partitions.size());
  if (record.find("clause"_field)) addClause(record, searchSpace);
  if (searchSpace.partitions.empty() && record.origin != Origin::List)
    report(DiagnosticCode::SearchSpaceEmpty, searchSpace.where, {searchSpace.name});
}

void PlanBuilder::addRouteFilter(const Record& record, plan::RouteFilter& filter) {
  filter.numberingPlan = std::string(record.text("dialPlanName"_field));
  filter.text = std::string(record.text("clause"_field));
  for (const Member& member : record.members) {
    filter.terms.push_back(
        {std::string(member.text("dialPlanTagName"_field)), std::string(member.text("operator"_field)),
         std::string(member.text("digits"_field)), values_.number(member, "priority"_field).value_or(0)});
  }
}

std::vector<const Member*> PlanBuilder::numberedMembers(const Record& record, FieldName order) {
  for (const Member& member : record.members) values_.number(member, order);
  return membersInOrder(record, "members/member"_field);
}

void PlanBuilder::addClause(const Record& record, plan::CallingSearchSpace& searchSpace) {
  const Field& clause = *record.find("clause"_field);
  const std::vector<std::string_view> names = clauseNames(clause.text);
  if (!searchSpace.partitions.empty()) {
    std::vector<std::string_view> members;
    for (const plan::PartitionId id : searchSpace.partitions)
      members.emplace_back(at(plan.partitions, id).name);
    if (!names.empty() && names != members)
      report(DiagnosticCode::ClauseDisagrees, clause.where(),
             {searchSpace.name, std::string(clause.text), fmt::format("{}", fmt::join(members, ":"))});
    return;
  }
  for (const std::string_view text : names) {
    Field name = clause;
    name.text = text;
    name.offset += static_cast<std::uint32_t>(text.data() - clause.text.data());
    searchSpace.partitions.push_back(isNullName(text) ? plan::kNonePartition
                                                      : partitions_.resolve(name, record));
  }
  dropRepeats(searchSpace.partitions, plan.partitions.size());
}

void PlanBuilder::addServiceParameters() {
  std::array<const Field*, kTimers.size()> taken{};
  for (const Record* parameter : named_) {
    const Record& record = *parameter;
    if (record.shape->object() != Object::ServiceParameter) continue;
    const auto* timer = std::find_if(kTimers.begin(), kTimers.end(),
                                     [&](const Timer& one) { return one.name == record.text("name"_field); });
    if (timer == kTimers.end()) continue;
    const auto value = values_.number(record, "value"_field, timer->name);
    if (!value) continue;
    const Field& field = *record.find("value"_field);
    const Field*& first = taken[static_cast<std::size_t>(timer - kTimers.begin())];
    const std::chrono::milliseconds time(*value);
    if (time < timer->lowest || time > timer->highest) {
      report(DiagnosticCode::OutOfRange, field.where(),
             {std::string(timer->name), std::to_string(*value), std::to_string(timer->lowest.count()),
              std::to_string(timer->highest.count())});
    } else if (!first) {
      first = &field;
      plan.serviceParameters.*timer->value = time;
    } else if (first->text != field.text) {
      // Nodes may differ; this build knows one cluster-wide value.
      report(DiagnosticCode::ConflictingValue, first->where(),
             {record.title(), "value", std::string(first->text), std::string(field.text),
              placeText(field.where())});
    }
  }
}

void PlanBuilder::reportUndefined() {
  partitions_.reportUndefined(diagnostics_);
  searchSpaces_.reportUndefined(diagnostics_);
  routeFilters_.reportUndefined(diagnostics_);
  routeLists_.reportUndefined(diagnostics_);
  routeGroups_.reportUndefined(diagnostics_);
  huntLists_.reportUndefined(diagnostics_);
  lineGroups_.reportUndefined(diagnostics_);
  devicePools_.reportUndefined(diagnostics_);
  timeSchedules_.reportUndefined(diagnostics_);
  timePeriods_.reportUndefined(diagnostics_);
  devices_.reportUndefined(diagnostics_);
}

void PlanBuilder::report(DiagnosticCode code, SourcePosition where, std::vector<std::string> arguments,
                         std::string suggestion) {
  diagnostics_.push_back({code, where, std::move(arguments), std::move(suggestion)});
}

BuiltPlan buildPlan(const Document& document, Diagnostics& diagnostics) {
  const Records& records = document.records;
  PlanBuilder builder(records, diagnostics);
  builder.plan.name = document.name;
  builder.defineNames();
  builder.addObjects();
  builder.addEntries();
  builder.addLearned();
  Diagnostics suspicious;
  oneapi::tbb::parallel_invoke(
      [&] { builder.plan.indexEntries(); },
      [&] { reportSuspicious(records, builder.plan, builder.entryRecords, suspicious); });
  std::move(suspicious.begin(), suspicious.end(), std::back_inserter(diagnostics));
  builder.addLineGroups();
  builder.addDevices();
  builder.addServiceParameters();
  builder.reportUndefined();
  builder.plan.indexNames();
  return {std::move(builder.plan), std::move(builder.entryRecords)};
}

}  // namespace dialscope::import
