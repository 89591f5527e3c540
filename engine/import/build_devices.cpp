#include "engine/import/plan_builder.h"
#include "engine/import/read_entry.h"

#include <fmt/format.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace dialscope::import {
namespace {

struct TransformationSpace {
  std::string_view field;  // of the device and of its pool
  std::string_view fromPool;
  std::string_view words;
};

// DA-69: what a pool says counts where the device leaves it to the pool.
constexpr std::array<TransformationSpace, 2> kTransformationSpaces{{
    {"cgpnTransformationCssName", "useDevicePoolCgpnTransformCss", "calling party transformation CSS"},
    {"cdpnTransformationCssName", "useDevicePoolCdpnTransformCss", "called party transformation CSS"},
}};

struct Setting {
  std::string_view field;
  std::string_view words;
};

// What the device itself does to the numbers on their way out.
constexpr std::array<Setting, 3> kSettings{
    {{"prefix", "prefix"}, {"numDigitsToStrip", "digits to strip"}, {"callerIdDn", "caller ID number"}}};

constexpr std::string_view kCtiPort = "CTI Port";

// `Default` leaves a setting to the pool or to a service parameter; 0 digits are none.
std::string_view settingOf(const Record* record, std::string_view field) {
  const std::string_view text = record ? record->text(field) : std::string_view();
  return text == "Default" || text == "0" || isNullName(text) ? std::string_view() : text;
}

class UnappliedSettings {
 public:
  UnappliedSettings(const Record& device, const Record* pool) : device_(device), pool_(pool) {}

  std::vector<std::string> list(bool leadsOut) {
    for (const TransformationSpace& space : kTransformationSpaces) addTransformationSpace(space);
    if (leadsOut) {
      for (const Setting& setting : kSettings) add(setting.words, settingOf(&device_, setting.field), {});
    }
    return std::move(phrases_);
  }

 private:
  void addTransformationSpace(const TransformationSpace& space) {
    const std::string_view use = device_.text(space.fromPool);
    const std::string_view own = settingOf(&device_, space.field);
    const bool poolDecides = booleanOf(use).value_or(isNullName(use) && own.empty());
    if (poolDecides) {
      add(space.words, settingOf(pool_, space.field), pool_);
    } else {
      add(space.words, own, {});
    }
  }

  void add(std::string_view words, std::string_view value, const Record* pool) {
    if (value.empty()) return;
    std::string phrase = fmt::format("{} {}", words, value);
    if (pool) phrase += fmt::format(" of device pool {}", pool->text("name"_field));
    phrases_.push_back(std::move(phrase));
  }

  const Record& device_;
  const Record* pool_;
  std::vector<std::string> phrases_;
};

// What a phone does to the calls that come from it, before a pattern is looked for.
std::vector<std::string> unappliedAtOrigin(const Record& record) {
  std::vector<std::string> settings;
  const auto add = [&](std::string_view words, FieldName name) {
    const std::string_view value = record.text(name);
    if (!isNullName(value)) settings.push_back(fmt::format("{} {}", words, value));
  };
  add("dial rules", "dialRulesName"_field);
  add("calling party transformation CSS for calls from the phone", "cgpnIngressDN"_field);
  return settings;
}

// Where a line sends its calls while no phone has it; empty for nowhere.
std::string unregisteredDestination(const Record& line) {
  for (const auto& [destination, voicemail] :
       {std::pair("callForwardNotRegistered/destination"_field,
                  "callForwardNotRegistered/forwardToVoiceMail"_field),
        std::pair("callForwardNotRegisteredInt/destination"_field,
                  "callForwardNotRegisteredInt/forwardToVoiceMail"_field)}) {
    if (booleanOf(line.text(voicemail)).value_or(false)) return "voicemail";
    if (const std::string_view number = line.text(destination); !isNullName(number))
      return std::string(number);
  }
  return {};
}

}  // namespace

void PlanBuilder::addDevices() {
  for (std::size_t i = 0; i < deviceRecords_.size(); ++i) {
    const Record& record = *deviceRecords_[i];
    const auto searchSpace =
        namedIn(searchSpaces_, record, "callingSearchSpaceName"_field, resolving(record));
    plan::Device& device = plan.devices[i];
    device.deviceFirst =
        device.kind == plan::DeviceKind::CtiRoutePoint || record.text("product"_field) == kCtiPort;
    const bool leadsOut = device.kind == plan::DeviceKind::Trunk || device.kind == plan::DeviceKind::Gateway;
    device.searchSpace = searchSpace;
    device.devicePool = namedIn(devicePools_, record, "devicePoolName"_field, resolving(record));
    if (leadsOut) {
      device.classification = static_cast<plan::NetworkLocation>(
          values_.word(record, "networkLocation"_field, kNetworkLocations));
    } else {
      addLines(record, device);
    }
    const auto pool = poolRecords_.find(record.text("devicePoolName"_field));
    device.unapplied =
        UnappliedSettings(record, pool == poolRecords_.end() ? nullptr : pool->second).list(leadsOut);
    device.unappliedAtOrigin = unappliedAtOrigin(record);
    if (values_.boolean(record, "hotlineDevice"_field)) device.unappliedAtOrigin.emplace_back("hotline");
  }
  addUnregistered();
}

// DA-27, DA-83: a line that no phone has is not registered, whatever else may be.
void PlanBuilder::addUnregistered() {
  std::vector<bool> hasPhone(plan.entries.size());
  for (const plan::Device& device : plan.devices) {
    for (const plan::LineAppearance& appearance : device.lines) hasPhone[appearance.line.value] = true;
  }
  oneapi::tbb::parallel_for(std::size_t{0}, plan.entries.size(), [&](std::size_t i) {
    plan::Entry& entry = plan.entries[i];
    if (hasPhone[i] || !std::holds_alternative<plan::DirectoryNumber>(entry.detail)) return;
    const std::string destination = unregisteredDestination(*records_[entryRecords[i]]);
    if (!destination.empty()) entry.unapplied.edit().push_back("forward unregistered to " + destination);
  });
}

void PlanBuilder::addLines(const Record& record, plan::Device& device) {
  const LineFields names{"dirn/@uuid"_field, "dirn/pattern"_field, "dirn/routePartitionName"_field};
  std::size_t button = 0;
  for (const Member& appearance : record.members) {
    ++button;
    const auto index = values_.number(appearance, "index"_field);
    const auto line = lineOf(appearance, names, record, DiagnosticCode::UnknownLine);
    if (line)
      device.lines.push_back(
          {*line, index.value_or(button), values_.externalMask(appearance, "e164Mask"_field)});
  }
  std::stable_sort(
      device.lines.begin(), device.lines.end(),
      [](const plan::LineAppearance& a, const plan::LineAppearance& b) { return a.index < b.index; });
}

// By id where the schema promises no more; a line of another source may be known by its name only.
std::optional<plan::EntryId> PlanBuilder::lineOf(const Member& member, const LineFields& names,
                                                 const Record& user, DiagnosticCode missing) {
  const Field* uuid = member.find(names.uuid);
  const Field* pattern = member.find(names.pattern);
  if (uuid) {
    const auto found = linesByUuid_.find(bareUuid(uuid->text));
    if (found != linesByUuid_.end()) return found->second;
  }
  const std::string_view partition = partitionNameOf(member, names.partition);
  if (pattern && !pattern->text.empty()) {
    const auto known = partition.empty() ? std::optional(plan::kNonePartition) : partitions_.find(partition);
    for (const plan::EntryId id :
         known ? plan.findEntries(pattern->text, known) : std::vector<plan::EntryId>()) {
      if (std::holds_alternative<plan::DirectoryNumber>(at(plan.entries, id).detail)) return id;
    }
  } else if (!uuid) {
    return std::nullopt;  // a button, a member without a line
  }
  const Field& at = pattern ? *pattern : *uuid;
  report(missing, at.where(),
         {partition.empty() ? std::string(at.text) : fmt::format("{}@{}", at.text, partition), user.title()});
  return std::nullopt;
}

}  // namespace dialscope::import
