// The order in which a search list is looked through: its partitions as they stand, then <None> (DA-20, DA-23).
//
//   forEachSearched(plan, {internal, pstn}, [&](plan::EntryId entry) { … });   // Internal's, PSTN's, <None>'s
//   placeOf(plan::kNonePartition, {internal, pstn});                           // 2
#pragma once

#include "engine/plan/plan.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace dialscope::routing {

/// The place of `partition` in a search list, <None> behind all others; nothing where it is not searched.
inline std::optional<std::size_t> placeOf(plan::PartitionId partition,
                                          const std::vector<plan::PartitionId>& searchList) {
  const auto found = std::find(searchList.begin(), searchList.end(), partition);
  if (found == searchList.end() && partition != plan::kNonePartition) return std::nullopt;
  return static_cast<std::size_t>(found - searchList.begin());
}

/// Every partition that is searched, in order, to `visit(PartitionId)`.
template <class Visit>
void forEachPartition(const std::vector<plan::PartitionId>& searchList, Visit visit) {
  for (const plan::PartitionId partition : searchList) visit(partition);
  visit(plan::kNonePartition);
}

/// Every entry that is searched, in order, to `visit(EntryId)`.
template <class Visit>
void forEachSearched(const plan::Plan& plan, const std::vector<plan::PartitionId>& searchList, Visit visit) {
  forEachPartition(searchList, [&](plan::PartitionId partition) {
    for (const plan::EntryId entry : at(plan.partitions, partition).entries) visit(entry);
  });
}

}  // namespace dialscope::routing
