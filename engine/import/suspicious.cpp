#include "engine/import/suspicious.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

namespace dialscope::import {
namespace {

using plan::DiscardDigits;
using plan::Entry;
using plan::Plan;

std::string titleOf(const Entry& entry) {
  return fmt::format("{} {}", plan::kindName(entry.kind),
                     entry.pattern.text.empty() ? "\"\"" : entry.pattern.text);
}

std::string destinationOf(const Plan& plan, const plan::RoutePattern& pattern) {
  if (const auto* list = std::get_if<plan::RouteListId>(&pattern.destination))
    return at(plan.routeLists, *list).name;
  if (const auto* device = std::get_if<plan::DeviceId>(&pattern.destination))
    return at(plan.devices, *device).name;
  return {};
}

class Suspicions {
 public:
  Suspicions(const Plan& plan, Diagnostics& diagnostics) : plan_(plan), diagnostics_(diagnostics) {}

  void report() {
    for (const plan::CallingSearchSpace& searchSpace : plan_.searchSpaces) {
      if (searchSpace.defined && searchSpace.partitions.empty())
        add(DiagnosticCode::SearchSpaceEmpty, searchSpace.where, {searchSpace.name});
    }
    for (const Entry& entry : plan_.entries) {
      checkDiscard(entry);
      checkDestination(entry);
      checkTwin(entry);
    }
  }

 private:
  void checkDiscard(const Entry& entry) {
    if (entry.pattern.dot) return;
    for (const DiscardDigits discard : {entry.called.discard, entry.calling.discard}) {
      if (discard == DiscardDigits::PreDot || discard == DiscardDigits::PreDotTrailingPound)
        add(DiagnosticCode::DiscardWithoutDot, entry.where, {titleOf(entry), "PreDot"});
    }
  }

  void checkDestination(const Entry& entry) {
    if (const auto* route = std::get_if<plan::RoutePattern>(&entry.detail)) {
      const std::string destination = destinationOf(plan_, *route);
      if (entry.blocked && !destination.empty())
        add(DiagnosticCode::BlockedWithDestination, entry.where, {titleOf(entry), destination});
      if (!entry.blocked && destination.empty())
        add(DiagnosticCode::NoDestination, entry.where, {titleOf(entry)});
    }
    const auto* hunt = std::get_if<plan::HuntPilot>(&entry.detail);
    if (hunt && hunt->huntList.empty() && !entry.blocked)
      add(DiagnosticCode::NoHuntList, entry.where, {titleOf(entry)});
  }

  // The dot is no digit: `9.1XXX` and `91XXX` match the same numbers.
  void checkTwin(const Entry& entry) {
    std::string digits = entry.pattern.text;
    std::erase(digits, '.');
    const auto [first, isNew] =
        seen_.try_emplace(fmt::format("{} {}", entry.partition.value, digits), &entry);
    if (isNew) return;
    const SourcePosition& place = first->second->where;
    add(DiagnosticCode::SameDigitsTwice, entry.where,
        {titleOf(entry), at(plan_.partitions, entry.partition).name, titleOf(*first->second),
         fmt::format("{}:{}:{}", place.file ? *place.file : std::string(), place.line, place.column)});
  }

  void add(DiagnosticCode code, const SourcePosition& where, std::vector<std::string> arguments) {
    diagnostics_.push_back({code, where, std::move(arguments), {}});
  }

  const Plan& plan_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string, const Entry*> seen_;  // by partition and digits
};

}  // namespace

void reportSuspicious(const Plan& plan, Diagnostics& diagnostics) { Suspicions(plan, diagnostics).report(); }

}  // namespace dialscope::import
