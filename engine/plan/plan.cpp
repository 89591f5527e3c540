#include "engine/plan/plan.h"

#include <algorithm>

namespace dialscope::plan {
namespace {

std::string_view nameOf(const Partition& item) { return item.name; }
std::string_view nameOf(const CallingSearchSpace& item) { return item.name; }
std::string_view nameOf(const Device& item) { return item.name; }
std::string_view nameOf(const Entry& item) { return item.pattern.text; }

template <class Items, class IdType, class Name>
void sortByName(const Items& items, std::vector<IdType>& sorted, const Name& name) {
  sorted.clear();
  sorted.reserve(items.size());
  for (std::uint32_t i = 0; i < items.size(); ++i) sorted.push_back({i});
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](IdType a, IdType b) { return name(at(items, a)) < name(at(items, b)); });
}

// The ids of all items called `name`, lowest first. An index of another length than the items was never made.
template <class Items, class IdType, class Name>
std::vector<IdType> allNamed(const Items& items, const std::vector<IdType>& sorted, std::string_view wanted,
                             const Name& name) {
  std::vector<IdType> found;
  if (sorted.size() == items.size()) {
    auto next = std::lower_bound(sorted.begin(), sorted.end(), wanted, [&](IdType id, std::string_view text) {
      return name(at(items, id)) < text;
    });
    for (; next != sorted.end() && name(at(items, *next)) == wanted; ++next) found.push_back(*next);
    return found;
  }
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (name(items[i]) == wanted) found.push_back({i});
  }
  return found;
}

template <class Items, class IdType>
std::optional<IdType> firstNamed(const Items& items, const std::vector<IdType>& sorted,
                                 std::string_view wanted) {
  const auto found =
      allNamed(items, sorted, wanted, [](const auto& item) -> std::string_view { return nameOf(item); });
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

void Plan::indexNames() {
  const auto byName = [](const auto& item) { return nameOf(item); };
  sortByName(partitions, index.partitions, byName);
  sortByName(searchSpaces, index.searchSpaces, byName);
  sortByName(devices, index.devices, byName);
  sortByName(entries, index.entries, byName);
  // Numbers are made, not kept: once each, not once a comparison.
  std::vector<std::string> numbers;
  numbers.reserve(entries.size());
  for (const Entry& entry : entries) numbers.push_back(numberOf(entry.pattern));
  sortByName(numbers, index.entriesByNumber,
             [](const std::string& number) { return std::string_view(number); });
}

std::optional<PartitionId> Plan::findPartition(std::string_view partition) const {
  if (partition == "<None>") return kNonePartition;
  return firstNamed(partitions, index.partitions, partition);
}

std::optional<SearchSpaceId> Plan::findSearchSpace(std::string_view searchSpace) const {
  return firstNamed(searchSpaces, index.searchSpaces, searchSpace);
}

std::optional<DeviceId> Plan::findDevice(std::string_view device) const {
  return firstNamed(devices, index.devices, device);
}

std::vector<EntryId> Plan::findEntries(std::string_view text, std::optional<PartitionId> partition) const {
  return onlyIn(*this, partition,
                allNamed(entries, index.entries, text, [](const Entry& entry) { return nameOf(entry); }));
}

std::vector<EntryId> Plan::findNumber(std::string_view number, std::optional<PartitionId> partition) const {
  return onlyIn(*this, partition, allNamed(entries, index.entriesByNumber, number, numberOfEntry));
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
