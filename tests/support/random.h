// Random choices that come out alike on every machine: the standard's engines are fixed, its distributions are not.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace dialscope::test {

class Random {
 public:
  explicit Random(std::uint_fast32_t seed) : engine_(seed) {}

  /// 0 … bound-1.
  std::size_t below(std::size_t bound) { return engine_() % bound; }
  /// `low` … `high`.
  std::size_t between(std::size_t low, std::size_t high) { return low + below(high - low + 1); }
  /// True once in `n` times.
  bool oneIn(std::size_t n) { return below(n) == 0; }
  template <class Items>
  const auto& of(const Items& items) {
    return items[below(items.size())];
  }
  /// `shortest` … `longest` pieces out of `pieces`, joined.
  template <class Items>
  std::string joined(const Items& pieces, std::size_t shortest, std::size_t longest) {
    std::string text;
    for (std::size_t left = between(shortest, longest); left > 0; --left) text += of(pieces);
    return text;
  }

 private:
  std::mt19937 engine_;
};

}  // namespace dialscope::test
