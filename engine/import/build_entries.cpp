// Every entry is read where it stays, side by side with the others, and the names in it that something defines are
// looked up in the same go. What is then left is done in the order of the records: names that nothing defines get their
// objects, and what is no entry of the plan gives up its place.
#include "engine/base/large_pages.h"
#include "engine/import/plan_builder.h"

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace dialscope::import {
namespace {

using plan::Entry;

constexpr std::size_t kEntriesAtOnce = 512;

// What reading has made of an entry.
enum class Reading : std::uint8_t {
  Wrong,  // it has no pattern that can be read
  Open,   // it names what no record defines, or is to be left out
  Settled,
};

// A directory number that is kept for later: CUCM ignores it.
bool isInactive(const Record& record) {
  const Field* active = record.find("active"_field);
  return active && !booleanOf(active->text).value_or(true);
}

// Looks for names that are defined, and changes nothing.
struct DefinedNames {
  bool areAll = true;  // that were asked for

  template <class Item, class ItemId>
  ItemId operator()(const NamedItems<Item, ItemId>& items, const Field& name) {
    const auto id = items.findDefined(name.text);
    areAll = areAll && id;
    return id.value_or(ItemId());
  }
};

}  // namespace

void PlanBuilder::addEntries() {
  std::vector<Entry>& entries = plan.entries;
  entries.reserve(entrySources_.size());
  preferLargePages(entries.data(), entries.capacity() * sizeof(Entry));
  entries.resize(entrySources_.size());
  std::vector<Reading> readings(entries.size());
  std::vector<Diagnostics> problems((entries.size() + kEntriesAtOnce - 1) / kEntriesAtOnce);
  const auto read = [&](std::size_t i) {
    const EntrySource& source = entrySources_[i];
    if (!readEntry(source, entries[i], problems[i / kEntriesAtOnce])) return Reading::Wrong;
    DefinedNames names;
    resolveNames(source, entries[i], names);
    const bool staysIn = !entries[i].pattern.hasNumberingPlan() && !isInactive(*source.record);
    return names.areAll && staysIn ? Reading::Settled : Reading::Open;
  };
  oneapi::tbb::parallel_for(std::size_t{0}, problems.size(), [&](std::size_t block) {
    const std::size_t end = std::min((block + 1) * kEntriesAtOnce, entries.size());
    for (std::size_t i = block * kEntriesAtOnce; i < end; ++i) readings[i] = read(i);
  });
  for (Diagnostics& some : problems) std::move(some.begin(), some.end(), std::back_inserter(diagnostics_));

  entryRecords.reserve(entries.size());
  std::optional<plan::EntryId> line;  // whose alternate numbers come next
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const EntrySource& source = entrySources_[i];
    if (!source.alternate) line.reset();
    if (source.alternate && !line) continue;
    const bool isEntry =
        readings[i] == Reading::Settled || settle(source, entries[i], readings[i] == Reading::Open);
    if (!isEntry) continue;
    const plan::EntryId id = keep(source, i);
    if (source.alternate) entries[id.value].detail = plan::AlternateNumber{*line};
    if (std::holds_alternative<plan::DirectoryNumber>(entries[id.value].detail)) line = id;
  }
  entries.resize(entryRecords.size());
}

// Whether it is one of the plan's entries.
bool PlanBuilder::settle(const EntrySource& source, Entry& entry, bool isRead) {
  const Record& record = *source.record;
  // A pattern that is wrong still names its partition.
  const auto routeFilter = resolveNames(source, entry, resolving(record));
  if (!isRead) return false;
  if (isInactive(record)) {
    report(DiagnosticCode::NumberInactive, entry.where, {record.title()});
    return false;
  }
  if (!entry.pattern.hasNumberingPlan()) return true;
  plan.leftOut.push_back({std::move(entry.pattern), entry.kind, entry.partition,
                          std::string(record.text("dialPlanName"_field)), routeFilter, false, entry.where});
  return false;
}

void PlanBuilder::addLearned() {
  for (const Record* record : learned_) {
    const auto partition = namedIn(partitions_, *record, "partition"_field, resolving(*record));
    const Field* text = record->find(record->shape->key());
    if (!text) {
      report(DiagnosticCode::PatternMissing, record->where(), {std::string(record->shape->name())});
      continue;
    }
    auto pattern = pattern::parsePattern(text->text, text->where(), diagnostics_);
    if (!pattern) continue;
    plan.leftOut.push_back({std::move(*pattern),
                            plan::EntryKind::Route,
                            partition.value_or(plan::kNonePartition),
                            {},
                            {},
                            true,
                            text->where()});
  }
}

// Moves the entry up to behind those that are kept already.
plan::EntryId PlanBuilder::keep(const EntrySource& source, std::size_t index) {
  const plan::EntryId id{static_cast<std::uint32_t>(entryRecords.size())};
  Entry& place = at(plan.entries, id);
  if (id.value != index) place = std::move(plan.entries[index]);
  at(plan.partitions, place.partition).entries.push_back(id);
  entryRecords.push_back(source.index);
  const Record& record = *source.record;
  if (record.shape->object() == Object::Line && !source.alternate && !record.uuid.empty())
    linesByUuid_.emplace(bareUuid(record.uuid), id);
  return id;
}

template <class IdOf>
std::optional<plan::RouteFilterId> PlanBuilder::resolveNames(const EntrySource& source, Entry& entry,
                                                             IdOf&& idOf) {
  const Record& record = *source.record;
  const auto find = [&](auto& items, FieldName name) { return namedIn(items, record, name, idOf); };
  const FieldName partition = source.alternate ? source.alternate->partition : "routePartitionName"_field;
  entry.partition = find(partitions_, partition).value_or(plan::kNonePartition);
  if (auto* route = std::get_if<plan::RoutePattern>(&entry.detail))
    route->destination = destinationOf(record, idOf);
  if (auto* translation = std::get_if<plan::TranslationPattern>(&entry.detail))
    translation->searchSpace = find(searchSpaces_, "callingSearchSpaceName"_field);
  if (auto* number = std::get_if<plan::DirectoryNumber>(&entry.detail))
    number->searchSpace = find(searchSpaces_, "shareLineAppearanceCssName"_field);
  if (auto* pilot = std::get_if<plan::HuntPilot>(&entry.detail))
    pilot->huntList = find(huntLists_, "huntListName"_field);
  return find(routeFilters_, "routeFilterName"_field);
}

template <class IdOf>
plan::Destination PlanBuilder::destinationOf(const Record& record, IdOf&& idOf) {
  const Field* gateway = record.find("destination/gatewayName"_field);
  const Field* routeList = record.find("destination/routeListName"_field);
  if (gateway && !isNullName(gateway->text)) return destinationNamed(*gateway, true, idOf);
  if (routeList && !isNullName(routeList->text)) return destinationNamed(*routeList, false, idOf);
  if (!isWhole(record.origin)) return plan::Unsaid{};
  return {};
}

}  // namespace dialscope::import
