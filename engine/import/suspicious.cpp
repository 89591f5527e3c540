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

std::string destinationOf(const Plan& plan, const plan::RoutePattern& pattern) {
  if (const auto* list = std::get_if<plan::RouteListId>(&pattern.destination))
    return at(plan.routeLists, *list).name;
  if (const auto* device = std::get_if<plan::DeviceId>(&pattern.destination))
    return at(plan.devices, *device).name;
  return {};
}

class Suspicions {
 public:
  Suspicions(const Records& records, const BuiltPlan& built, Diagnostics& diagnostics)
      : records_(records),
        built_(built),
        plan_(built.plan),
        diagnostics_(diagnostics) {}

  void report() {
    checkSearchSpaces();
    seen_.reserve(plan_.entries.size());
    for (std::size_t i = 0; i < plan_.entries.size(); ++i) {
      const Entry& entry = plan_.entries[i];
      const Record& record = *records_[built_.entryRecords[i]];
      checkDiscard(entry, record);
      checkCause(entry, record);
      checkDestination(entry, record);
      checkTwin(entry, record);
    }
  }

 private:
  struct Seen {
    const Entry* entry;
    const Record* record;
  };

  void checkSearchSpaces() {
    for (const auto& record : records_) {
      if (record->shape->object() != Object::Css || record->origin == Origin::List) continue;
      const auto id = plan_.findSearchSpace(record->text("name"));
      if (id && at(plan_.searchSpaces, *id).partitions.empty())
        add(DiagnosticCode::SearchSpaceEmpty, at(plan_.searchSpaces, *id).where,
            {at(plan_.searchSpaces, *id).name});
    }
  }

  void checkDiscard(const Entry& entry, const Record& record) {
    if (entry.pattern.dot) return;
    for (const DiscardDigits discard : {entry.called.discard, entry.calling.discard}) {
      if (discard == DiscardDigits::PreDot || discard == DiscardDigits::PreDotTrailingPound)
        add(DiagnosticCode::DiscardWithoutDot, entry.where, {record.title(), "PreDot"});
    }
  }

  void checkCause(const Entry& entry, const Record& record) {
    const Field* cause = record.find("releaseClause");
    if (entry.blocked || !cause || cause->text.empty() ||
        cause->text == plan::causeName(plan::ReleaseCause::NoError))
      return;
    add(DiagnosticCode::CauseWithoutBlock, cause->where(), {record.title(), std::string(cause->text)});
  }

  void checkDestination(const Entry& entry, const Record& record) {
    const bool whole = record.origin == Origin::Get || record.origin == Origin::HandWritten;
    if (const auto* route = std::get_if<plan::RoutePattern>(&entry.detail)) {
      const std::string destination = destinationOf(plan_, *route);
      if (entry.blocked && !destination.empty())
        add(DiagnosticCode::BlockedWithDestination, entry.where, {record.title(), destination});
      if (whole && !entry.blocked && destination.empty())
        add(DiagnosticCode::NoDestination, entry.where, {record.title()});
    }
    const auto* hunt = std::get_if<plan::HuntPilot>(&entry.detail);
    if (hunt && whole && !entry.blocked && !hunt->huntList)
      add(DiagnosticCode::NoHuntList, entry.where, {record.title()});
  }

  // The dot is no digit: `9.1XXX` and `91XXX` match the same numbers.
  void checkTwin(const Entry& entry, const Record& record) {
    std::string key = entry.pattern.text;
    std::erase(key, '.');
    key += '@' + std::to_string(entry.partition.value);
    const auto [first, isNew] = seen_.try_emplace(std::move(key), Seen{&entry, &record});
    if (isNew) return;
    const SourcePosition& place = first->second.entry->where;
    const std::string& partition = at(plan_.partitions, entry.partition).name;
    add(DiagnosticCode::SameDigitsTwice, entry.where,
        {record.title(), partition.empty() ? "<None>" : partition, first->second.record->title(),
         fmt::format("{}:{}:{}", place.file ? *place.file : std::string(), place.line, place.column)});
  }

  void add(DiagnosticCode code, const SourcePosition& where, std::vector<std::string> arguments) {
    diagnostics_.push_back({code, where, std::move(arguments), {}});
  }

  const Records& records_;
  const BuiltPlan& built_;
  const Plan& plan_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string, Seen> seen_;  // by partition and digits
};

}  // namespace

void reportSuspicious(const Records& records, const BuiltPlan& built, Diagnostics& diagnostics) {
  Suspicions(records, built, diagnostics).report();
}

}  // namespace dialscope::import
