// What the steps of building share: the plan so far, and which name stands for what. Inside of engine/import only.
//
// The order of the steps matters: every name is defined before the first is resolved, entries come before the phones
// that have them as lines.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/import/document.h"
#include "engine/import/names.h"
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
  explicit PlanBuilder(Diagnostics& collected);

  // The steps, in order.
  void defineNames(const Records& records);
  void addSearchSpaces(const Records& records);
  void addRouteLists(const Records& records);
  void addEntries(const Records& records);
  void addDevices();
  void addServiceParameters(const Records& records);
  void reportUndefined();

  plan::Plan plan;
  std::vector<std::size_t> entryRecords;  ///< of each entry, the record that it comes from

 private:
  // build_plan.cpp
  void defineName(const Record& record);
  void defineDevice(const Record& record, plan::DeviceKind kind);
  void addMembers(const Record& record, plan::CallingSearchSpace& searchSpace);
  void addClause(const Record& record, plan::CallingSearchSpace& searchSpace);
  plan::PartitionId partitionOf(const Field* field, const Record& user);
  std::optional<plan::SearchSpaceId> searchSpaceOf(const Record& user, std::string_view name);

  // build_entries.cpp
  void addEntry(const Record& record);
  void addDetail(const Record& record, plan::Entry& entry);
  void addTransformations(const Record& record, plan::Entry& entry);
  void addAlternateNumbers(const Record& record, plan::EntryId line);
  plan::Destination destinationOf(const Record& record);
  plan::Destination destinationNamed(const Field& field, const Record& user, bool gateway);
  std::optional<plan::EntryId> push(plan::Entry entry);

  // build_devices.cpp
  void addLines(const Record& record, plan::Device& device);
  std::optional<plan::EntryId> lineOf(const Fields& appearance, const Record& phone);

  void report(DiagnosticCode code, SourcePosition where, std::vector<std::string> arguments,
              std::string suggestion = {});

  Diagnostics& diagnostics_;
  ValueReader values_;
  NameTable partitions_;
  NameTable searchSpaces_;
  NameTable routeLists_;
  NameTable routeGroups_;
  NameTable devices_;
  std::size_t record_ = 0;                    // the one that entries are made of
  std::vector<const Record*> deviceRecords_;  // of the first devices of the plan, the defined ones
  std::unordered_map<std::string_view, const Record*> devicePools_;
  std::unordered_map<std::string, plan::EntryId> linesByUuid_;
  std::unordered_map<std::string, plan::EntryId> linesByName_;  // pattern, end of line, partition
};

}  // namespace dialscope::import
