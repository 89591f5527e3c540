#include "engine/import/build_plan.h"

#include "engine/import/plan_builder.h"
#include "engine/import/suspicious.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <limits>

namespace dialscope::import {
namespace {

// Partitions that nobody creates (DA-87), and the route group that stands for the caller's own (DA-81).
constexpr std::array<std::string_view, 5> kBuiltInPartitions{
    "Directory URI", "Global Learned Enterprise Numbers", "Global Learned E.164 Numbers",
    "Global Learned Enterprise Patterns", "Global Learned E.164 Patterns"};
constexpr std::array<std::string_view, 1> kBuiltInRouteGroups{"Standard Local Route Group"};

template <class Items>
std::uint32_t lastIndex(const Items& items) {
  return static_cast<std::uint32_t>(items.size() - 1);
}

std::optional<plan::DeviceKind> deviceKindOf(Object object) {
  switch (object) {
  case Object::Phone: return plan::DeviceKind::Phone;
  case Object::CtiRoutePoint: return plan::DeviceKind::CtiRoutePoint;
  case Object::Trunk: return plan::DeviceKind::Trunk;
  case Object::Gateway: return plan::DeviceKind::Gateway;
  default: return std::nullopt;
  }
}

void addOnce(std::vector<plan::PartitionId>& partitions, plan::PartitionId id) {
  if (std::find(partitions.begin(), partitions.end(), id) == partitions.end()) partitions.push_back(id);
}

struct Timer {
  std::string_view name;
  std::uint32_t lowest;
  std::uint32_t highest;
  std::chrono::milliseconds plan::ServiceParameters::*value;
};

// The parameters that digit analysis reads, with their ranges in milliseconds (DA-36).
constexpr std::array<Timer, 2> kTimers{{
    {"TimerT302_msec", 3'000, 75'000, &plan::ServiceParameters::interdigitTimeout},
    {"Timer_Offhook_To_First_Digit_msec", 0, 3'600'000, &plan::ServiceParameters::firstDigitTimeout},
}};

}  // namespace

PlanBuilder::PlanBuilder(Diagnostics& collected)
    : diagnostics_(collected),
      values_(collected),
      partitions_(DiagnosticCode::UnknownPartition, kBuiltInPartitions),
      searchSpaces_(DiagnosticCode::UnknownSearchSpace, {}),
      routeLists_(DiagnosticCode::UnknownRouteList, {}),
      routeGroups_(DiagnosticCode::UnknownRouteGroup, kBuiltInRouteGroups),
      devices_(DiagnosticCode::UnknownGateway, {}) {}

void PlanBuilder::defineNames(const Records& records) {
  for (const auto& shared : records) {
    const Record& record = *shared;
    if (record.shape->isPattern()) continue;
    if (record.text("name").empty()) {
      report(DiagnosticCode::NameMissing, record.where(), {std::string(record.shape->name())});
    } else {
      defineName(record);
    }
  }
}

void PlanBuilder::defineName(const Record& record) {
  const Field& name = *record.find("name");
  const Object object = record.shape->object();
  if (object == Object::RoutePartition) {
    if (name.text == "<None>") return;
    plan.partitions.push_back(
        {std::string(name.text), std::string(record.text("timeScheduleIdName")), true, name.where(), {}});
    partitions_.define(name.text, lastIndex(plan.partitions));
  } else if (object == Object::Css) {
    plan.searchSpaces.push_back({std::string(name.text), {}, true, name.where()});
    searchSpaces_.define(name.text, lastIndex(plan.searchSpaces));
  } else if (object == Object::RouteList) {
    plan.routeLists.push_back({std::string(name.text), {}, true, name.where(), false});
    routeLists_.define(name.text, lastIndex(plan.routeLists));
  } else if (object == Object::RouteGroup || object == Object::LocalRouteGroup) {
    routeGroups_.define(name.text, 0);
  } else if (object == Object::DevicePool) {
    devicePools_.emplace(name.text, &record);
  } else if (const auto kind = deviceKindOf(object)) {
    defineDevice(record, *kind);
  }
}

void PlanBuilder::defineDevice(const Record& record, plan::DeviceKind kind) {
  const Field& name = *record.find("name");
  if (devices_.define(name.text, static_cast<std::uint32_t>(plan.devices.size()))) {
    plan::Device device;
    device.kind = kind;
    device.name = std::string(name.text);
    device.where = name.where();
    plan.devices.push_back(std::move(device));
    deviceRecords_.push_back(&record);
    return;
  }
  // A phone and a trunk, say: devices of all kinds share their names.
  const SourcePosition& first = plan.devices[*devices_.find(name.text)].where;
  report(DiagnosticCode::DuplicateObject, name.where(),
         {std::string(record.shape->name()), std::string(name.text),
          fmt::format("{}:{}:{}", *first.file, first.line, first.column)});
}

void PlanBuilder::addSearchSpaces(const Records& records) {
  for (const auto& shared : records) {
    const Record& record = *shared;
    if (record.shape->object() != Object::Css || record.text("name").empty()) continue;
    plan::CallingSearchSpace& searchSpace = plan.searchSpaces[*searchSpaces_.find(record.text("name"))];
    addMembers(record, searchSpace);
    if (record.find("clause")) addClause(record, searchSpace);
  }
}

void PlanBuilder::addMembers(const Record& record, plan::CallingSearchSpace& searchSpace) {
  struct Numbered {
    std::uint32_t index;
    const Field* partition;
  };
  std::vector<Numbered> members;
  for (const Member& member : record.members) {
    const Field* partition = member.find("routePartitionName");
    if (!partition || partition->text.empty()) continue;
    // The index counts from 0 or from 1: good for sorting only.
    members.push_back(
        {values_.number(member, "index").value_or(std::numeric_limits<std::uint32_t>::max()), partition});
  }
  std::stable_sort(members.begin(), members.end(),
                   [](const Numbered& a, const Numbered& b) { return a.index < b.index; });
  for (const Numbered& member : members)
    addOnce(searchSpace.partitions, partitionOf(member.partition, record));
}

void PlanBuilder::addClause(const Record& record, plan::CallingSearchSpace& searchSpace) {
  const Field& clause = *record.find("clause");
  const bool hasMembers = !searchSpace.partitions.empty();
  std::vector<std::string_view> names;
  for (std::size_t start = 0; start <= clause.text.size();) {
    const std::size_t end = std::min(clause.text.find(':', start), clause.text.size());
    Field name = clause;
    name.text = clause.text.substr(start, end - start);
    name.offset += static_cast<std::uint32_t>(start);
    start = end + 1;
    if (name.text.empty()) continue;
    names.push_back(name.text);
    if (!hasMembers) addOnce(searchSpace.partitions, partitionOf(&name, record));
  }
  if (!hasMembers || names.empty()) return;
  std::vector<std::string_view> members;
  for (const plan::PartitionId id : searchSpace.partitions)
    members.emplace_back(at(plan.partitions, id).name);
  if (names == members) return;
  report(DiagnosticCode::ClauseDisagrees, clause.where(),
         {searchSpace.name, std::string(clause.text), fmt::format("{}", fmt::join(members, ":"))});
}

void PlanBuilder::addRouteLists(const Records& records) {
  constexpr std::array<std::string_view, 4> kRewriting{"calledPartyTransformationMask", "prefixDigitsOut",
                                                       "callingPartyTransformationMask",
                                                       "callingPartyPrefixDigits"};
  const auto rewrites = [&](const Fields& member) {
    return std::any_of(kRewriting.begin(), kRewriting.end(),
                       [&](std::string_view name) { return !member.text(name).empty(); }) ||
           discardOf(member.text("digitDiscardInstructionName")) != plan::DiscardDigits::NoDigits ||
           values_.status(member, "useFullyQualifiedCallingPartyNumber");
  };
  const auto noObject = [](std::string_view, bool) { return 0U; };
  struct Ordered {
    std::uint32_t order;
    const Field* name;
  };
  for (const auto& shared : records) {
    const Record& record = *shared;
    const Object object = record.shape->object();
    if ((object != Object::RouteList && object != Object::RouteGroup) || record.text("name").empty())
      continue;
    std::vector<Ordered> members;
    for (const Member& member : record.members) {
      if (const Field* device = member.find("deviceName"); device && !device->text.empty()) {
        destinationNamed(*device, record, true);
      }
      const Field* group = member.find("routeGroupName");
      if (!group || group->text.empty()) continue;
      routeGroups_.resolve(*group, record, noObject);
      members.push_back(
          {values_.number(member, "selectionOrder").value_or(std::numeric_limits<std::uint32_t>::max()),
           group});
    }
    if (object != Object::RouteList) continue;
    plan::RouteList& list = plan.routeLists[*routeLists_.find(record.text("name"))];
    list.hasDetails = std::any_of(record.members.begin(), record.members.end(), rewrites);
    std::stable_sort(members.begin(), members.end(),
                     [](const Ordered& a, const Ordered& b) { return a.order < b.order; });
    for (const Ordered& member : members) list.routeGroups.emplace_back(member.name->text);
  }
}

void PlanBuilder::addServiceParameters(const Records& records) {
  std::array<const Field*, kTimers.size()> taken{};
  for (const auto& shared : records) {
    const Record& record = *shared;
    if (record.shape->object() != Object::ServiceParameter) continue;
    const auto* timer = std::find_if(kTimers.begin(), kTimers.end(),
                                     [&](const Timer& one) { return one.name == record.text("name"); });
    if (timer == kTimers.end()) continue;
    const auto value = values_.number(record, "value", timer->name);
    if (!value) continue;
    const Field& field = *record.find("value");
    const Field*& first = taken[static_cast<std::size_t>(timer - kTimers.begin())];
    if (*value < timer->lowest || *value > timer->highest) {
      report(DiagnosticCode::OutOfRange, field.where(),
             {std::string(timer->name), std::to_string(*value), std::to_string(timer->lowest),
              std::to_string(timer->highest)});
    } else if (!first) {
      first = &field;
      plan.serviceParameters.*timer->value = std::chrono::milliseconds(*value);
    } else if (first->text != field.text) {
      // Nodes may differ; this build knows one cluster-wide value.
      const SourcePosition other = field.where();
      report(DiagnosticCode::ConflictingValue, first->where(),
             {record.title(), "value", std::string(first->text), std::string(field.text),
              fmt::format("{}:{}:{}", *other.file, other.line, other.column)});
    }
  }
}

void PlanBuilder::reportUndefined() {
  for (const NameTable* names : {&partitions_, &searchSpaces_, &routeLists_, &routeGroups_, &devices_}) {
    names->reportUndefined(diagnostics_);
  }
}

plan::PartitionId PlanBuilder::partitionOf(const Field* field, const Record& user) {
  if (!field || field->text.empty() || field->text == "<None>" || field->text == "NULL")
    return plan::kNonePartition;
  return {partitions_.resolve(*field, user, [&](std::string_view name, bool defined) {
    plan.partitions.push_back({std::string(name), {}, defined, field->where(), {}});
    return lastIndex(plan.partitions);
  })};
}

std::optional<plan::SearchSpaceId> PlanBuilder::searchSpaceOf(const Record& user, std::string_view name) {
  const Field* field = user.find(name);
  if (!field || field->text.empty() || field->text == "<None>" || field->text == "NULL") return std::nullopt;
  return plan::SearchSpaceId{searchSpaces_.resolve(*field, user, [&](std::string_view text, bool defined) {
    plan.searchSpaces.push_back({std::string(text), {}, defined, field->where()});
    return lastIndex(plan.searchSpaces);
  })};
}

void PlanBuilder::report(DiagnosticCode code, SourcePosition where, std::vector<std::string> arguments,
                         std::string suggestion) {
  diagnostics_.push_back({code, std::move(where), std::move(arguments), std::move(suggestion)});
}

BuiltPlan buildPlan(const Document& document, Diagnostics& diagnostics) {
  const Records& records = document.records;
  PlanBuilder builder(diagnostics);
  builder.plan.name = document.name;
  builder.defineNames(records);
  builder.addSearchSpaces(records);
  builder.addRouteLists(records);
  builder.addEntries(records);
  builder.addDevices();
  builder.addServiceParameters(records);
  builder.reportUndefined();
  BuiltPlan built{std::move(builder.plan), std::move(builder.entryRecords)};
  reportSuspicious(records, built, diagnostics);
  return built;
}

}  // namespace dialscope::import
