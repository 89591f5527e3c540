#include "tests/support/plan_sketch.h"

#include <map>
#include <sstream>
#include <stdexcept>

namespace dialscope::test {
namespace {

using plan::Entry;
using plan::EntryKind;

const std::map<std::string_view, EntryKind> kKinds{
    {"route", EntryKind::Route},
    {"translation", EntryKind::Translation},
    {"line", EntryKind::DirectoryNumber},
    {"hunt", EntryKind::HuntPilot},
    {"park", EntryKind::CallPark},
    {"called-transformation", EntryKind::CalledPartyTransformation},
    {"calling-transformation", EntryKind::CallingPartyTransformation},
};

const std::map<std::string_view, plan::DiscardDigits> kDiscards{
    {"PreDot", plan::DiscardDigits::PreDot},
    {"Trailing-#", plan::DiscardDigits::TrailingPound},
    {"PreDot_Trailing-#", plan::DiscardDigits::PreDotTrailingPound},
};

}  // namespace

pattern::Pattern patternOf(std::string_view text) {
  Diagnostics problems;
  auto parsed = pattern::parsePattern(text, {nullptr, 1, 1}, problems);
  if (!parsed) throw std::invalid_argument("pattern " + std::string(text));
  return std::move(*parsed);
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> pieces;
  std::istringstream stream{std::string(text)};
  for (std::string piece; std::getline(stream, piece, separator);) pieces.push_back(piece);
  return pieces;
}

PlanSketch::PlanSketch(std::string_view text) : plan_(std::make_unique<plan::Plan>()) {
  for (const std::string& line : split(text, '\n')) addLine(line);
}

plan::PartitionId PlanSketch::partition(std::string_view name) {
  if (const auto known = plan_->findPartition(name)) return *known;
  plan_->partitions.emplace_back().name = std::string(name);
  return {static_cast<std::uint32_t>(plan_->partitions.size() - 1)};
}

plan::SearchSpaceId PlanSketch::searchSpace(std::string_view name) {
  if (const auto known = plan_->findSearchSpace(name)) return *known;
  plan_->searchSpaces.emplace_back().name = std::string(name);
  return {static_cast<std::uint32_t>(plan_->searchSpaces.size() - 1)};
}

void PlanSketch::addLine(std::string_view line) {
  std::istringstream words{std::string(line)};
  std::string what;
  std::string written;
  if (!(words >> what)) return;
  words >> written;
  if (what == "css") {
    std::string list;
    words >> list;
    const auto id = searchSpace(written);
    for (const auto& name : split(list, ':'))
      at(plan_->searchSpaces, id).partitions.push_back(partition(name));
    return;
  }
  if (!kKinds.contains(what)) throw std::invalid_argument("a plan sketch knows no " + what);
  const auto where = written.find('@');
  Entry entry;
  entry.kind = kKinds.at(what);
  entry.partition = where == std::string::npos ? partition("P") : partition(written.substr(where + 1));
  entry.pattern = patternOf(written.substr(0, where) == "\"\"" ? "" : written.substr(0, where));
  plan::RoutePattern route;
  plan::TranslationPattern translation;
  entry.urgent = entry.kind == EntryKind::Translation;
  for (std::string word; words >> word;) {
    const std::string key = word.substr(0, word.find('='));
    const std::string value = key == word ? "" : word.substr(key.size() + 1);
    if (key == "urgent")
      entry.urgent = true;
    else if (key == "tame")
      entry.urgent = false;
    else if (key == "blocked")
      entry.blocked = true;
    else if (key == "emergency")
      entry.emergency = true;
    else if (key == "outside")
      entry.outsideDialTone = true;
    else if (key == "fac")
      route.requiresForcedAuthorizationCode = true;
    else if (key == "cmc")
      route.requiresClientMatterCode = true;
    else if (key == "originator")
      translation.useOriginatorSearchSpace = true;
    else if (key == "no-wait")
      translation.doNotWaitOnSubsequentHops = true;
    else if (key == "by-calling")
      translation.routeNextHopByCallingParty = true;
    else if (key == "external-mask")
      entry.calling.edit().useExternalPhoneNumberMask = true;
    else if (key == "css")
      translation.searchSpace = searchSpace(value);
    else if (key == "mask")
      entry.called.edit().mask = value;
    else if (key == "prefix")
      entry.called.edit().prefix = value;
    else if (key == "discard")
      entry.called.edit().discard = kDiscards.at(value), entry.called.edit().discardName = value;
    else if (key == "calling-mask")
      entry.calling.edit().mask = value;
    else if (key == "calling-prefix")
      entry.calling.edit().prefix = value;
    else if (key == "to") {
      auto device = plan_->findDevice(value);
      if (!device) {
        device = plan::DeviceId{static_cast<std::uint32_t>(plan_->devices.size())};
        plan_->devices.push_back({});
        plan_->devices.back().kind = plan::DeviceKind::Gateway;
        plan_->devices.back().name = value;
      }
      route.destination = *device;
    } else
      throw std::invalid_argument("a plan sketch knows no " + word);
  }
  if (entry.kind == EntryKind::Route) entry.detail = route;
  if (entry.kind == EntryKind::Translation) entry.detail = translation;
  if (entry.kind == EntryKind::DirectoryNumber) entry.detail = plan::DirectoryNumber{};
  if (entry.kind == EntryKind::HuntPilot) entry.detail = plan::HuntPilot{};
  at(plan_->partitions, entry.partition)
      .entries.push_back({static_cast<std::uint32_t>(plan_->entries.size())});
  plan_->entries.push_back(std::move(entry));
}

const routing::CompiledPlan& PlanSketch::compiled() const {
  if (!compiled_) compiled_ = std::make_unique<routing::CompiledPlan>(*plan_);
  return *compiled_;
}

plan::EntryId PlanSketch::entry(std::string_view pattern) const {
  const auto found = plan_->findEntries(pattern);
  if (found.empty()) throw std::invalid_argument("no pattern " + std::string(pattern));
  return found.front();
}

std::vector<plan::PartitionId> PlanSketch::partitions(std::string_view list) const {
  std::vector<plan::PartitionId> ids;
  for (const auto& name : split(list, ':')) {
    const auto id = plan_->findPartition(name);
    if (!id) throw std::invalid_argument("no partition " + name);
    ids.push_back(*id);
  }
  return ids;
}

routing::Call PlanSketch::call(std::string_view digits, const Dialing& dialing) const {
  routing::Call call;
  call.mode = dialing.mode;
  call.gap = dialing.gap;
  call.dialed = routing::parseDialString(digits, dialing.mode).value();
  call.origin.partitions = partitions(dialing.partitions);
  call.origin.calling = DigitString(dialing.calling);
  call.origin.externalPhoneNumberMask = dialing.externalMask;
  for (const std::string& text : dialing.assume) {
    const routing::Switch* found = routing::findSwitch(text.substr(0, text.find('=')));
    if (found == nullptr) throw std::invalid_argument("no switch " + text);
    std::size_t reading = 0;
    while (reading < found->readingCount() && found->readings[reading] != text.substr(text.find('=') + 1))
      ++reading;
    if (reading == found->readingCount()) throw std::invalid_argument("no reading " + text);
    found->set(call.assume, reading);
    call.pinned.insert(found->id);
  }
  return call;
}

routing::Trace PlanSketch::dial(std::string_view digits, const Dialing& dialing) const {
  return routing::explainCall(compiled(), call(digits, dialing));
}

std::string PlanSketch::text(std::optional<plan::EntryId> entry) const {
  return entry ? at(plan_->entries, *entry).pattern.text : "-";
}

}  // namespace dialscope::test
