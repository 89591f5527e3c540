#include "engine/import/plan_builder.h"
#include "engine/import/read_entry.h"
#include "engine/pattern/pattern.h"
#include "engine/plan/mask.h"

#include <oneapi/tbb/parallel_pipeline.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace dialscope::import {
namespace {

using plan::Entry;
using plan::EntryKind;

constexpr std::size_t kPatternsAtOnce = 512;
constexpr std::size_t kBlocksUnderWay = 16;

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

// Records are read side by side, a block at a time; names are resolved in the order of the records.
void PlanBuilder::addEntries() {
  struct Block {
    std::size_t begin = 0;  // in patterns_
    std::vector<std::optional<Entry>> entries;
    Diagnostics diagnostics;
  };
  using BlockPtr = std::shared_ptr<Block>;
  namespace tbb = oneapi::tbb;
  plan.entries.reserve(patterns_.size());
  entryRecords.reserve(patterns_.size());
  std::size_t next = 0;
  const auto take = [&](tbb::flow_control& control) -> BlockPtr {
    if (next == patterns_.size()) {
      control.stop();
      return nullptr;
    }
    const auto block = std::make_shared<Block>();
    block->begin = std::exchange(next, std::min(next + kPatternsAtOnce, patterns_.size()));
    block->entries.resize(next - block->begin);
    return block;
  };
  const auto read = [&](const BlockPtr& block) {
    for (std::size_t i = 0; i < block->entries.size(); ++i)
      block->entries[i] = readEntry(*records_[patterns_[block->begin + i]], block->diagnostics);
    return block;
  };
  const auto add = [&](const BlockPtr& block) {
    std::move(block->diagnostics.begin(), block->diagnostics.end(), std::back_inserter(diagnostics_));
    for (std::size_t i = 0; i < block->entries.size(); ++i) {
      const Record& record = *records_[patterns_[block->begin + i]];
      // A pattern that is wrong still names its partition.
      const plan::PartitionId partition = partitionOf(record.find("routePartitionName"_field), record);
      if (!block->entries[i]) continue;
      block->entries[i]->partition = partition;
      addEntry(std::move(*block->entries[i]), patterns_[block->begin + i]);
    }
  };
  tbb::parallel_pipeline(kBlocksUnderWay,
                         tbb::make_filter<void, BlockPtr>(tbb::filter_mode::serial_in_order, take) &
                             tbb::make_filter<BlockPtr, BlockPtr>(tbb::filter_mode::parallel, read) &
                             tbb::make_filter<BlockPtr, void>(tbb::filter_mode::serial_in_order, add));
  plan.indexEntries();
}

void PlanBuilder::addEntry(Entry&& entry, std::size_t index) {
  const Record& record = *records_[index];
  resolveDetail(record, entry);
  const auto routeFilter = namedIn(routeFilters_, record, "routeFilterName"_field, record);
  if (entry.pattern.hasNumberingPlan()) {
    plan.leftOut.push_back({std::move(entry.pattern), entry.kind, entry.partition,
                            std::string(record.text("dialPlanName"_field)), routeFilter,
                            std::move(entry.where)});
    return;
  }
  const plan::EntryId id = keep(std::move(entry), index);
  if (record.shape->object() != Object::Line) return;
  if (!record.uuid.empty()) linesByUuid_.emplace(bareUuid(record.uuid), id);
  addAlternateNumbers(record, id);
}

plan::EntryId PlanBuilder::keep(Entry&& entry, std::size_t record) {
  const plan::EntryId id{static_cast<std::uint32_t>(plan.entries.size())};
  at(plan.partitions, entry.partition).entries.push_back(id);
  plan.entries.push_back(std::move(entry));
  entryRecords.push_back(record);
  return id;
}

void PlanBuilder::resolveDetail(const Record& record, Entry& entry) {
  if (auto* route = std::get_if<plan::RoutePattern>(&entry.detail))
    route->destination = destinationOf(record);
  if (auto* translation = std::get_if<plan::TranslationPattern>(&entry.detail))
    translation->searchSpace = searchSpaceOf(record, "callingSearchSpaceName"_field);
  if (auto* number = std::get_if<plan::DirectoryNumber>(&entry.detail))
    number->searchSpace = searchSpaceOf(record, "shareLineAppearanceCssName"_field);
  if (auto* pilot = std::get_if<plan::HuntPilot>(&entry.detail))
    pilot->huntList = namedIn(huntLists_, record, "huntListName"_field, record);
}

// With `addLocalRoutePartition` the masked number is one more entry of the plan.
void PlanBuilder::addAlternateNumbers(const Record& record, plan::EntryId line) {
  for (const AlternateFields& names : alternates()) {
    if (!values_.boolean(record, names.isEntry)) continue;
    const Field* mask = record.find(names.mask);
    const std::string maskText = values_.digits(record, names.mask, Digits::Mask);
    const std::string number = plan::numberOf(at(plan.entries, line).pattern);
    Entry entry;
    entry.kind = EntryKind::AlternateNumber;
    entry.where = (mask ? mask : record.find(names.isEntry))->where();
    entry.partition = partitionOf(record.find(names.partition), record);
    entry.urgent = values_.boolean(record, names.urgent);
    entry.detail = plan::AlternateNumber{line};
    const std::string text = patternOfNumber(plan::applyMask(number, maskText, plan::MaskShortfall::Shrink));
    auto pattern = pattern::parsePattern(text, entry.where, diagnostics_);
    if (!pattern) continue;
    entry.pattern = std::move(*pattern);
    keep(std::move(entry), entryRecords.back());
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
