#include "engine/import/record.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace dialscope::import {
namespace {

using plan::EntryKind;

struct UsageKind {
  std::string_view usage;
  EntryKind kind;
};

// Usages that make another entry of a pattern than its element's name does.
constexpr std::array<UsageKind, 12> kUsageKinds{{
    {"Voice Mail Port", EntryKind::Voicemail},
    {"Device Intercom", EntryKind::Intercom},
    {"Translation Intercom", EntryKind::Intercom},
    {"Message Waiting", EntryKind::MessageWaiting},
    {"Mobility Handoff", EntryKind::Mobility},
    {"Mobility Enterprise Feature Access", EntryKind::Mobility},
    {"Mobility DTMF", EntryKind::Mobility},
    {"Mobility IVR", EntryKind::Mobility},
    {"Alternate Number", EntryKind::AlternateNumber},
    {"Translation Calling Party Number", EntryKind::CallingPartyTransformation},
    {"Called Party Number Transformation", EntryKind::CalledPartyTransformation},
    {"Hunt Pilot", EntryKind::HuntPilot},
}};

EntryKind entryKindOf(Object object) {
  switch (object) {
  case Object::TransPattern: return EntryKind::Translation;
  case Object::HuntPilot: return EntryKind::HuntPilot;
  case Object::Line: return EntryKind::DirectoryNumber;
  case Object::CallPark: return EntryKind::CallPark;
  case Object::DirectedCallPark: return EntryKind::DirectedCallPark;
  case Object::CallPickupGroup: return EntryKind::Pickup;
  case Object::MeetMe: return EntryKind::MeetMe;
  case Object::ConferenceNow: return EntryKind::ConferenceNow;
  case Object::MessageWaiting: return EntryKind::MessageWaiting;
  case Object::Mobility: return EntryKind::Mobility;
  case Object::CalledPartyTransformationPattern: return EntryKind::CalledPartyTransformation;
  case Object::CallingPartyTransformationPattern: return EntryKind::CallingPartyTransformation;
  default: return EntryKind::Route;
  }
}

}  // namespace

std::string Record::title() const {
  const std::string_view name = text(shape->key());
  return shape->isPattern() && !name.empty() ? fmt::format("{} {}", shape->name(), name)
                                             : fmt::format("{} \"{}\"", shape->name(), name);
}

std::string bareUuid(std::string_view uuid) {
  if (uuid.starts_with('{') && uuid.ends_with('}')) uuid = uuid.substr(1, uuid.size() - 2);
  std::string bare(uuid);
  for (char& c : bare) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return bare;
}

EntryKind entryKindOf(const Record& record) {
  const std::string_view usage = record.text("usage");
  const auto* found = std::find_if(kUsageKinds.begin(), kUsageKinds.end(),
                                   [&](const UsageKind& row) { return row.usage == usage; });
  return found != kUsageKinds.end() ? found->kind : entryKindOf(record.shape->object());
}

bool isEntry(Object object) {
  return object == Object::RoutePattern || entryKindOf(object) != EntryKind::Route;
}

std::string_view partitionNameOf(const Record& record) {
  const std::string_view name = record.text("routePartitionName");
  return name == "<None>" ? std::string_view() : name;
}

}  // namespace dialscope::import
