// What the steps of building share: the plan so far, and which name stands for what. Inside of engine/import only.
//
// The order of the steps matters: every name is defined before the first is resolved, entries come before the phones
// and line groups that have them as lines.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/import/document.h"
#include "engine/import/names.h"
#include "engine/import/read_entry.h"
#include "engine/import/record.h"
#include "engine/import/values.h"
#include "engine/plan/plan.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dialscope::import {

class PlanBuilder {
 public:
  PlanBuilder(const Records& records, Diagnostics& collected);

  // The steps, in order.
  void defineNames();
  void addObjects();
  void addEntries();
  void addLearned();
  void addLineGroups();
  void addDevices();
  void addServiceParameters();
  void reportUndefined();

  plan::Plan plan;
  std::vector<std::size_t> entryRecords;  ///< of each entry, the record that it comes from

 private:
  /// What gives a name that `user` mentions its id, `idOf(items, field)`, and one that nothing defines an object.
  static auto resolving(const Record& user) {
    return [&user](auto& items, const Field& name) { return items.resolve(name, user); };
  }

  // build_plan.cpp
  bool defineName(const Record& record);
  bool defineDevice(const Record& record, plan::DeviceKind kind);
  void addObject(const Record& record);
  void addPartition(const Record& record, plan::Partition& partition);
  void addSearchSpace(const Record& record, plan::CallingSearchSpace& searchSpace);
  void addClause(const Record& record, plan::CallingSearchSpace& searchSpace);
  void addRouteFilter(const Record& record, plan::RouteFilter& filter);
  /// What a gateway's field names, or a route list's.
  template <class IdOf>
  plan::Destination destinationNamed(const Field& field, bool gateway, IdOf&& idOf);
  /// The object that a field names; nothing where the field is absent or null.
  template <class Item, class ItemId, class IdOf>
  static std::optional<ItemId> namedIn(NamedItems<Item, ItemId>& items, const Fields& fields, FieldName name,
                                       IdOf&& idOf);
  /// Members by the number in `order`, which counts from 0 or from 1: good for sorting only. Tells which have none.
  std::vector<const Member*> numberedMembers(const Record& record, FieldName order);

  // build_groups.cpp
  void addRouteGroup(const Record& record, plan::RouteGroup& group);
  plan::RouteGroupId routeGroupOf(const Field& field, const Record& user, bool local);
  void addRouteList(const Record& record, plan::RouteList& list);
  void addHuntList(const Record& record, plan::HuntList& list);
  void addDevicePool(const Record& record, plan::DevicePool& pool);
  void addLineGroup(const Record& record, plan::LineGroup& group);
  std::optional<plan::CalledPartyTransformation> calledDetail(const Member& member, const Record& list);
  std::optional<plan::CallingPartyTransformation> callingDetail(const Member& member);
  plan::Distribution distributionOf(const Record& record);

  // build_schedules.cpp
  void addTimeSchedule(const Record& record, plan::TimeSchedule& schedule);
  void addTimePeriod(const Record& record, plan::TimePeriod& period);

  // build_entries.cpp
  bool settle(const EntrySource& source, plan::Entry& entry, bool isRead);
  plan::EntryId keep(const EntrySource& source, std::size_t index);
  /// Sets what the names in the entry's record stand for; of the route filter, which is no part of it, returns it.
  template <class IdOf>
  std::optional<plan::RouteFilterId> resolveNames(const EntrySource& source, plan::Entry& entry, IdOf&& idOf);
  template <class IdOf>
  plan::Destination destinationOf(const Record& record, IdOf&& idOf);

  // build_devices.cpp
  void addLines(const Record& record, plan::Device& device);
  void addUnregistered();
  struct LineFields {
    FieldName uuid;
    FieldName pattern;
    FieldName partition;
  };
  /// The line that a member names: by id, else by pattern and partition. One that is never defined is told as `missing`.
  std::optional<plan::EntryId> lineOf(const Member& member, const LineFields& names, const Record& user,
                                      DiagnosticCode missing);

  void report(DiagnosticCode code, SourcePosition where, std::vector<std::string> arguments,
              std::string suggestion = {});

  const Records& records_;
  std::vector<const Record*>
      named_;  // those that are no patterns; once names are defined, each the one of its name
  std::vector<EntrySource> entrySources_;
  std::vector<const Record*> learned_;  // what is left out of the plan (DA-87)
  Diagnostics& diagnostics_;
  ValueReader values_;
  NamedItems<plan::Partition, plan::PartitionId> partitions_;
  NamedItems<plan::CallingSearchSpace, plan::SearchSpaceId> searchSpaces_;
  NamedItems<plan::RouteFilter, plan::RouteFilterId> routeFilters_;
  NamedItems<plan::RouteList, plan::RouteListId> routeLists_;
  NamedItems<plan::RouteGroup, plan::RouteGroupId> routeGroups_;
  NamedItems<plan::HuntList, plan::HuntListId> huntLists_;
  NamedItems<plan::LineGroup, plan::LineGroupId> lineGroups_;
  NamedItems<plan::DevicePool, plan::DevicePoolId> devicePools_;
  NamedItems<plan::TimeSchedule, plan::TimeScheduleId> timeSchedules_;
  NamedItems<plan::TimePeriod, plan::TimePeriodId> timePeriods_;
  NamedItems<plan::Device, plan::DeviceId> devices_;
  std::vector<const Record*> deviceRecords_;  // of the first devices of the plan, the defined ones
  std::unordered_map<std::string_view, const Record*> poolRecords_;
  std::unordered_map<std::string, plan::EntryId> linesByUuid_;
};

template <class Item, class ItemId, class IdOf>
std::optional<ItemId> PlanBuilder::namedIn(NamedItems<Item, ItemId>& items, const Fields& fields,
                                           FieldName name, IdOf&& idOf) {
  const Field* field = fields.find(name);
  if (!field || isNullName(field->text)) return std::nullopt;
  return idOf(items, *field);
}

// Gateways, trunks and route lists never share a name, so a name in the wrong element is still clear.
template <class IdOf>
plan::Destination PlanBuilder::destinationNamed(const Field& field, bool gateway, IdOf&& idOf) {
  const bool isList = routeLists_.find(field.text).has_value();
  const bool isDevice = devices_.find(field.text).has_value();
  if (isList != isDevice ? !isDevice : !gateway) return idOf(routeLists_, field);
  return idOf(devices_, field);
}

}  // namespace dialscope::import
