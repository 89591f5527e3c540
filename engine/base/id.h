// Strong ids: an index into one vector of the plan that cannot be mistaken for an index into another.
//
//   using PartitionId = Id<struct PartitionTag>;
//   plan.partitions[id.value]
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace dialscope {

template <class Tag>
struct Id {
  std::uint32_t value = 0;

  friend auto operator<=>(Id, Id) = default;
};

/// The element that `id` names in `items`.
template <class Items, class Tag>
decltype(auto) at(Items& items, Id<Tag> id) {
  return items[static_cast<std::size_t>(id.value)];
}

}  // namespace dialscope

template <class Tag>
struct std::hash<dialscope::Id<Tag>> {
  std::size_t operator()(dialscope::Id<Tag> id) const noexcept { return id.value; }
};
