#include "engine/plan/plan.h"

#include <algorithm>

namespace dialscope::plan {
namespace {

template <class IdType, class Items>
std::optional<IdType> findByName(const Items& items, std::string_view name) {
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.name == name; });
  if (found == items.end()) return std::nullopt;
  return IdType{static_cast<std::uint32_t>(found - items.begin())};
}

}  // namespace

std::optional<PartitionId> Plan::findPartition(std::string_view partition) const {
  if (partition == "<None>") return kNonePartition;
  return findByName<PartitionId>(partitions, partition);
}

std::optional<SearchSpaceId> Plan::findSearchSpace(std::string_view searchSpace) const {
  return findByName<SearchSpaceId>(searchSpaces, searchSpace);
}

std::optional<DeviceId> Plan::findDevice(std::string_view device) const {
  return findByName<DeviceId>(devices, device);
}

std::vector<EntryId> Plan::findEntries(std::string_view text, std::optional<PartitionId> partition) const {
  std::vector<EntryId> found;
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    if (entry.pattern.text == text && (!partition || entry.partition == *partition)) found.push_back({i});
  }
  return found;
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
