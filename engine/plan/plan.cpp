#include "engine/plan/plan.h"

#include <oneapi/tbb/parallel_invoke.h>

#include <algorithm>
#include <functional>

namespace dialscope::plan {
namespace {

template <class Item>
const std::string& nameOf(const Item& item) {
  return item.name;
}

const std::string& textOf(const Entry& entry) { return entry.pattern.text; }

// For names of all kinds, those that are made and not kept among them.
std::size_t hashOf(std::string_view name) { return std::hash<std::string_view>()(name); }

template <class Items, class Name>
KeyIndex indexOf(const Items& items, const Name& name) {
  KeyIndex index(items.size());
  for (const auto& item : items) index.add(hashOf(name(item)));
  return index;
}

// The ids of all items called `name`, lowest first. An index of another length than the items was never made.
template <class IdType, class Items, class Name>
std::vector<IdType> allNamed(const Items& items, const KeyIndex& index, std::string_view wanted,
                             const Name& name) {
  std::vector<IdType> found;
  const auto holds = [&](std::size_t i) { return name(items[i]) == wanted; };
  if (index.size() == items.size()) {
    for (const std::size_t i : index.findAll(hashOf(wanted), holds))
      found.push_back({static_cast<std::uint32_t>(i)});
    return found;
  }
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (holds(i)) found.push_back({i});
  }
  return found;
}

template <class IdType, class Items>
std::optional<IdType> firstNamed(const Items& items, const KeyIndex& index, std::string_view wanted) {
  const auto found = allNamed<IdType>(items, index, wanted, nameOf<typename Items::value_type>);
  return found.empty() ? std::nullopt : std::optional(found.front());
}

std::vector<EntryId> onlyIn(const Plan& plan, std::optional<PartitionId> partition,
                            std::vector<EntryId> entries) {
  if (partition)
    std::erase_if(entries, [&](EntryId id) { return at(plan.entries, id).partition != *partition; });
  return entries;
}

std::string numberOfEntry(const Entry& entry) { return numberOf(entry.pattern); }

}  // namespace

void Plan::indexEntries() {
  oneapi::tbb::parallel_invoke([&] { index.entries = indexOf(entries, textOf); },
                               [&] { index.entriesByNumber = indexOf(entries, numberOfEntry); });
}

void Plan::indexNames() {
  index.partitions = indexOf(partitions, nameOf<Partition>);
  index.searchSpaces = indexOf(searchSpaces, nameOf<CallingSearchSpace>);
  index.devices = indexOf(devices, nameOf<Device>);
}

std::optional<PartitionId> Plan::findPartition(std::string_view partition) const {
  if (partition == kNoneName) return kNonePartition;
  return firstNamed<PartitionId>(partitions, index.partitions, partition);
}

std::optional<SearchSpaceId> Plan::findSearchSpace(std::string_view searchSpace) const {
  return firstNamed<SearchSpaceId>(searchSpaces, index.searchSpaces, searchSpace);
}

std::optional<DeviceId> Plan::findDevice(std::string_view device) const {
  return firstNamed<DeviceId>(devices, index.devices, device);
}

std::vector<EntryId> Plan::findEntries(std::string_view text, std::optional<PartitionId> partition) const {
  return onlyIn(*this, partition, allNamed<EntryId>(entries, index.entries, text, textOf));
}

std::vector<EntryId> Plan::findNumber(std::string_view number, std::optional<PartitionId> partition) const {
  return onlyIn(*this, partition, allNamed<EntryId>(entries, index.entriesByNumber, number, numberOfEntry));
}

std::string_view kindName(EntryKind kind) {
  switch (kind) {
  case EntryKind::Route: return "route";
  case EntryKind::Translation: return "translation";
  case EntryKind::DirectoryNumber: return "directory-number";
  case EntryKind::AlternateNumber: return "alternate-number";
  case EntryKind::HuntPilot: return "hunt-pilot";
  case EntryKind::CallPark: return "call-park";
  case EntryKind::DirectedCallPark: return "directed-call-park";
  case EntryKind::Pickup: return "pickup";
  case EntryKind::MeetMe: return "meet-me";
  case EntryKind::ConferenceNow: return "conference-now";
  case EntryKind::Voicemail: return "voicemail";
  case EntryKind::MessageWaiting: return "message-waiting";
  case EntryKind::Mobility: return "mobility";
  case EntryKind::Intercom: return "intercom";
  case EntryKind::CallingPartyTransformation:
  case EntryKind::CalledPartyTransformation: return "transformation";
  }
  return "";
}

std::string_view causeName(ReleaseCause cause) {
  switch (cause) {
  case ReleaseCause::NoError: return "No Error";
  case ReleaseCause::UnallocatedNumber: return "Unallocated Number";
  case ReleaseCause::CallRejected: return "Call Rejected";
  case ReleaseCause::NumberChanged: return "Number Changed";
  case ReleaseCause::InvalidNumberFormat: return "Invalid Number Format";
  case ReleaseCause::PrecedenceLevelExceeded: return "Precedence Level Exceeded";
  }
  return "";
}

std::string_view kindName(DeviceKind kind) {
  switch (kind) {
  case DeviceKind::Phone: return "phone";
  case DeviceKind::CtiRoutePoint: return "cti-route-point";
  case DeviceKind::Trunk: return "trunk";
  case DeviceKind::Gateway: return "gateway";
  }
  return "";
}

std::string numberOf(const pattern::Pattern& pattern) {
  std::string number;
  for (const char c : pattern.text) {
    if (c != '\\' && c != '.') number += c;
  }
  return number;
}

}  // namespace dialscope::plan
