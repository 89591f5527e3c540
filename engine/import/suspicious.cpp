#include "engine/import/suspicious.h"

#include "engine/base/key_index.h"

#include <fmt/format.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

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
  Suspicions(const Records& records, const Plan& plan, const std::vector<std::size_t>& entryRecords,
             Diagnostics& diagnostics)
      : records_(records),
        plan_(plan),
        entryRecords_(entryRecords),
        diagnostics_(diagnostics) {}

  void report() {
    std::vector<std::size_t> hashes(plan_.entries.size());
    oneapi::tbb::parallel_for(std::size_t{0}, hashes.size(),
                              [&](std::size_t i) { hashes[i] = hashOf(plan_.entries[i]); });
    for (std::size_t i = 0; i < plan_.entries.size(); ++i) {
      checkDiscard(i);
      checkDestination(i);
      checkTwin(i, hashes[i]);
    }
  }

 private:
  void checkDiscard(std::size_t index) {
    const Entry& entry = plan_.entries[index];
    if (entry.pattern.dot) return;
    for (const DiscardDigits discard : {entry.called->discard, entry.calling->discard}) {
      if (discard == DiscardDigits::PreDot || discard == DiscardDigits::PreDotTrailingPound)
        add(DiagnosticCode::DiscardWithoutDot, entry.where, {recordOf(index).title(), "PreDot"});
    }
  }

  void checkDestination(std::size_t index) {
    const Entry& entry = plan_.entries[index];
    if (const auto* route = std::get_if<plan::RoutePattern>(&entry.detail)) {
      const std::string destination = destinationOf(plan_, *route);
      if (entry.blocked && !destination.empty())
        add(DiagnosticCode::BlockedWithDestination, entry.where, {recordOf(index).title(), destination});
      if (!entry.blocked && std::holds_alternative<std::monostate>(route->destination))
        add(DiagnosticCode::NoDestination, entry.where, {recordOf(index).title()});
    }
    const auto* hunt = std::get_if<plan::HuntPilot>(&entry.detail);
    if (hunt && !entry.blocked && !hunt->huntList && isWhole(recordOf(index).origin))
      add(DiagnosticCode::NoHuntList, entry.where, {recordOf(index).title()});
  }

  // The dot is no digit: `9.1XXX` and `91XXX` match the same numbers.
  void checkTwin(std::size_t index, std::size_t hash) {
    const Entry& entry = plan_.entries[index];
    const auto seen =
        seen_.find(hash, [&](std::size_t i) { return areTwins(entry, plan_.entries[firsts_[i]]); });
    if (!seen) {
      seen_.add(hash);
      firsts_.push_back(index);
      return;
    }
    const std::size_t first = firsts_[*seen];
    const std::string& partition = at(plan_.partitions, entry.partition).name;
    add(DiagnosticCode::SameDigitsTwice, entry.where,
        {recordOf(index).title(), std::string(plan::shownPartition(partition)), recordOf(first).title(),
         placeText(plan_.entries[first].where)});
  }

  static std::string withoutDot(const Entry& entry) {
    std::string digits = entry.pattern.text;
    if (entry.pattern.dot) std::erase(digits, '.');
    return digits;
  }
  static std::size_t hashOf(const Entry& entry) {
    const std::hash<std::string> hash;
    return hash(entry.pattern.dot ? withoutDot(entry) : entry.pattern.text) * 31 + entry.partition.value;
  }
  static bool areTwins(const Entry& a, const Entry& b) {
    return a.partition == b.partition && withoutDot(a) == withoutDot(b);
  }

  const Record& recordOf(std::size_t entry) const { return *records_[entryRecords_[entry]]; }

  void add(DiagnosticCode code, const SourcePosition& where, std::vector<std::string> arguments) {
    diagnostics_.push_back({code, where, std::move(arguments), {}});
  }

  const Records& records_;
  const Plan& plan_;
  const std::vector<std::size_t>& entryRecords_;
  Diagnostics& diagnostics_;
  KeyIndex seen_{plan_.entries.size()};  // by partition and digits
  std::vector<std::size_t> firsts_;      // of those in seen_, the entry that has them first
};

}  // namespace

void reportSuspicious(const Records& records, const Plan& plan, const std::vector<std::size_t>& entryRecords,
                      Diagnostics& diagnostics) {
  Suspicions(records, plan, entryRecords, diagnostics).report();
}

}  // namespace dialscope::import
