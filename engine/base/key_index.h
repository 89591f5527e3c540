// Finds the items of a list by a key that they hold themselves: an item costs twelve bytes or so, its key none.
//
//   KeyIndex index(names.size());
//   for (const std::string& name : names) index.add(hashOf(name));
//   index.find(hashOf("Internal"), [&](std::size_t i) { return names[i] == "Internal"; });   // the lowest such i
//
// Chains of equal hashes in two arrays; std::unordered_map has a node and a copy of the key for each item, which for
// plans of 100 000 patterns cost more than what is looked for.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace dialscope {

class KeyIndex {
 public:
  /// For about `items` items; more are found as well, only slower.
  explicit KeyIndex(std::size_t items = 0) : heads_(std::bit_ceil(items + 1), kNone) {
    links_.reserve(items);
  }

  std::size_t size() const { return links_.size(); }

  /// The next item of the list, number size(), has a key with this hash.
  void add(std::size_t hash) {
    std::uint32_t& head = heads_[hash & (heads_.size() - 1)];
    links_.push_back({static_cast<std::uint32_t>(hash >> kTagShift), head});
    head = static_cast<std::uint32_t>(links_.size() - 1);
  }

  /// The numbers of all items whose key has this hash and for which `holds(number)`, lowest first.
  template <class Holds>
  std::vector<std::size_t> findAll(std::size_t hash, const Holds& holds) const {
    std::vector<std::size_t> found;
    forEach(hash, [&](std::size_t item) {
      if (holds(item)) found.push_back(item);
    });
    std::reverse(found.begin(), found.end());
    return found;
  }

  /// The lowest of them.
  template <class Holds>
  std::optional<std::size_t> find(std::size_t hash, const Holds& holds) const {
    std::optional<std::size_t> found;
    forEach(hash, [&](std::size_t item) {
      if (holds(item)) found = item;
    });
    return found;
  }

 private:
  struct Link {
    std::uint32_t tag;  // what of the hash does not tell the chain, so that few keys are compared in vain
    std::uint32_t next;
  };
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;
  static constexpr unsigned kTagShift = 32;

  // Highest first.
  template <class Use>
  void forEach(std::size_t hash, const Use& use) const {
    for (std::uint32_t item = heads_[hash & (heads_.size() - 1)]; item != kNone; item = links_[item].next) {
      if (links_[item].tag == static_cast<std::uint32_t>(hash >> kTagShift)) use(item);
    }
  }

  std::vector<std::uint32_t> heads_;  // by the low bits of the hash, a power of two of them
  std::vector<Link> links_;           // by item
};

}  // namespace dialscope
