// Numbers for names: the n-th new fingerprint gets number n. Open addressing over the numbers, so that an entry costs
// its sixteen bytes and two slots of four.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace dialscope::automata {

/// 128 bits that stand for a set.
struct Fingerprint {
  std::uint64_t low = 0;
  std::uint64_t high = 0;

  /// Takes one more word of the set into account; the order of the words counts.
  void mix(std::uint64_t word) {
    low = scramble(low ^ word);
    high = scramble(high + word * 0x9E3779B97F4A7C15U + 1);
  }

  friend bool operator==(const Fingerprint&, const Fingerprint&) = default;

 private:
  // The finaliser of MurmurHash3.
  static std::uint64_t scramble(std::uint64_t x) {
    x ^= x >> 33U;
    x *= 0xFF51AFD7ED558CCDU;
    x ^= x >> 33U;
    x *= 0xC4CEB9FE1A85EC53U;
    return x ^ (x >> 33U);
  }
};

class FingerprintIndex {
 public:
  std::size_t size() const { return names_.size(); }

  /// The number of `name`, and whether it is new.
  std::pair<std::uint32_t, bool> numberOf(const Fingerprint& name) {
    if (2 * (names_.size() + 1) > slots_.size()) rebuild(slots_.size() < 64 ? 64 : 2 * slots_.size());
    std::uint32_t& slot = slots_[slotOf(name)];
    if (slot != kFree) return {slot, false};
    slot = static_cast<std::uint32_t>(names_.size());
    names_.push_back(name);
    return {slot, true};
  }

  /// Forgets all numbers from `size` on.
  void truncate(std::size_t size) {
    names_.resize(size);
    rebuild(slots_.size());
  }

  std::size_t bytes() const {
    return names_.capacity() * sizeof(Fingerprint) + slots_.capacity() * sizeof(std::uint32_t);
  }

 private:
  static constexpr std::uint32_t kFree = 0xFFFFFFFFU;

  std::size_t slotOf(const Fingerprint& name) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = name.low & mask;
    while (slots_[slot] != kFree && !(names_[slots_[slot]] == name)) slot = (slot + 1) & mask;
    return slot;
  }

  void rebuild(std::size_t slots) {
    slots_.assign(slots, kFree);
    for (std::uint32_t number = 0; number < names_.size(); ++number) slots_[slotOf(names_[number])] = number;
  }

  std::vector<Fingerprint> names_;
  std::vector<std::uint32_t> slots_;  // a power of two of them, at most half full
};

}  // namespace dialscope::automata
