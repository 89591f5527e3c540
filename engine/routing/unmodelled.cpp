#include "engine/routing/unmodelled.h"

#include "engine/routing/race.h"
#include "engine/routing/search_order.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

namespace dialscope::routing {
namespace {

using plan::EntryId;

class UnmodelledFinder {
 public:
  UnmodelledFinder(const CompiledPlan& compiled, const Trace& trace)
      : compiled_(compiled),
        plan_(compiled.plan()),
        trace_(trace) {}

  std::vector<Unmodelled> find() {
    if (const auto origin = trace_.call.origin.device) {
      const plan::Device& device = at(plan_.devices, *origin);
      addAll(UnmodelledKind::OriginSettings, device.name, device.unappliedAtOrigin);
    }
    for (const Hop& hop : trace_.hops) {
      for (const auto partition : hop.partitions) {
        const plan::Partition& searched = at(plan_.partitions, partition);
        if (!searched.timeSchedule || !takesPart(searched, hop)) continue;
        add(UnmodelledKind::TimeSchedule, searched.name,
            at(plan_.timeSchedules, *searched.timeSchedule).name);
      }
      addLeftOut(hop);
      addUncountable(hop);
      if (hop.entry) addEntry(entryOf(*hop.entry));
    }
    if (trace_.fate == Fate::Routed) addDestination(entryOf(*trace_.last().entry));
    return std::move(found_);
  }

 private:
  const plan::Entry& entryOf(EntryId id) const { return at(plan_.entries, id); }

  void add(UnmodelledKind kind, const std::string& where, const std::string& detail) {
    Unmodelled unmodelled{kind, where, detail};
    if (std::find(found_.begin(), found_.end(), unmodelled) == found_.end())
      found_.push_back(std::move(unmodelled));
  }

  void addAll(UnmodelledKind kind, const std::string& where, const std::vector<std::string>& settings) {
    for (const std::string& setting : settings) add(kind, where, setting);
  }

  bool takesPart(const plan::Partition& partition, const Hop& hop) const {
    return std::any_of(partition.entries.begin(), partition.entries.end(), [&](EntryId id) {
      return inTheRace(compiled_.expression(id, trace_.call.assume.negation), hop);
    });
  }

  // It might have matched, or have kept the caller waiting; a pattern with `@`, when its plain part agrees.
  void addLeftOut(const Hop& hop) {
    for (std::size_t i = 0; i < plan_.leftOut.size(); ++i) {
      const plan::LeftOutEntry& entry = plan_.leftOut[i];
      if (!placeOf(entry.partition, hop.partitions)) continue;
      if (!inTheRace(compiled_.leftOut(i, trace_.call.assume.negation), hop)) continue;
      add(entry.learned ? UnmodelledKind::LearnedPattern : UnmodelledKind::NumberingPlan, entry.pattern.text,
          at(plan_.partitions, entry.partition).name);
    }
  }

  void addUncountable(const Hop& hop) {
    for (const EntryId id : compiled_.ambiguous()) {
      const plan::Entry& entry = entryOf(id);
      const automata::Expression& language = compiled_.expression(id, trace_.call.assume.negation);
      if (placeOf(entry.partition, hop.partitions) && language.matches(walk(language, hop.digits)) &&
          !countStrings(language, hop.digits.size()))
        add(UnmodelledKind::Uncountable, entry.pattern.text, "");
    }
  }

  void addEntry(const plan::Entry& entry) {
    const std::string& pattern = entry.pattern.text;
    addAll(UnmodelledKind::EntrySettings, pattern, *entry.unapplied);
    if (entry.called->discard == plan::DiscardDigits::NeedsNumberingPlan) {
      add(UnmodelledKind::DiscardInstruction, pattern, entry.called->discardName);
    }
    if (const auto* route = std::get_if<plan::RoutePattern>(&entry.detail)) {
      if (route->overlapSending) add(UnmodelledKind::OverlapSending, pattern, "");
      for (const auto& code : trace_.requiredCodes) add(UnmodelledKind::AccessCode, pattern, code);
    }
    if (const auto* alternate = std::get_if<plan::AlternateNumber>(&entry.detail))
      addEntry(entryOf(alternate->line));
    if (const auto* number = std::get_if<plan::DirectoryNumber>(&entry.detail);
        number && !number->forwardAll->empty()) {
      add(UnmodelledKind::ForwardAll, pattern, *number->forwardAll);
    }
  }

  void addDestination(const plan::Entry& entry) {
    const Target& target = trace_.target;
    if (!target.routeList.empty()) add(UnmodelledKind::RouteList, target.routeList, entry.pattern.text);
    if (!target.huntList.empty()) add(UnmodelledKind::HuntList, target.huntList, entry.pattern.text);
    if (target.device.empty()) return;
    if (const auto device = plan_.findDevice(target.device))
      addAll(UnmodelledKind::DeviceSettings, target.device, at(plan_.devices, *device).unapplied);
  }

  const CompiledPlan& compiled_;
  const plan::Plan& plan_;
  const Trace& trace_;
  std::vector<Unmodelled> found_;
};

}  // namespace

std::vector<Unmodelled> unmodelledOf(const CompiledPlan& compiled, const Trace& trace) {
  return UnmodelledFinder(compiled, trace).find();
}

}  // namespace dialscope::routing
