// Plans and dialed strings of enterprise shape, as many as wanted and on every platform the same ones.
//
//   const plan::Plan plan = makeSearchList(100'000);                   // one search space, "Everyone"
//   const std::vector<DigitString> calls = makeDialedStrings(plan, 1'000'000);
//   const plan::Plan cluster = makeCluster();                           // 3 000 search spaces
//
// The shape: sites with directory numbers of 4 to 8 digits in blocks, their `\+`E.164 twins, site codes (8, three
// digits, XXXX) as translation patterns, ranges between sites, park ranges, routes by area code and exchange, and in
// front of them what every North American plan has: 911, `9.[2-9]XXXXXX`, `9.011!`, `9.011!#`, `\+!`, blocked 900. Four
// patterns of five are literals. No distribution of <random> is used: the standard leaves those to the platform.
#pragma once

#include "engine/base/digits.h"
#include "engine/plan/plan.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dialscope::bench {

/// SplitMix64 (Steele, Lea, Flood 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }
  /// 0 … limit - 1.
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }
  /// low … high.
  std::size_t between(std::size_t low, std::size_t high) { return low + below(high - low + 1); }
  /// A place of `count`, the first ones the likeliest: each power of two of places is as likely as the next, which is
  /// Zipf's law in steps.
  std::size_t skewed(std::size_t count);
  bool percent(std::size_t share) { return below(100) < share; }

 private:
  std::uint64_t state_;
};

/// The one search space of makeSearchList.
inline constexpr const char* kEveryone = "Everyone";

/// A plan of exactly `patterns` patterns, at least 100 and at most 2 000 000, all in the partitions of one search
/// space.
plan::Plan makeSearchList(std::size_t patterns);

/// Numbers as people dial them: about four of five are complete and match, most of those a popular pattern; the rest
/// are cut short, too long, mistyped or made up. About eleven symbols each.
std::vector<DigitString> makeDialedStrings(const plan::Plan& plan, std::size_t count);

struct ClusterShape {
  std::size_t sites = 500;        ///< six search spaces each, one for each class of service; at most 700
  std::size_t patterns = 12'000;  ///< at least 24 a site
};

/// A cluster: each site has two partitions of its own; partitions of directory numbers, site codes and the public
/// network are shared. Search spaces are named `Site-001-Internal`, `-Lobby`, `-Local`, `-National`, `-International`,
/// `-Executive`.
plan::Plan makeCluster(const ClusterShape& shape = {});

/// The same plan after an evening's work: `edits` entries, spread over the plan, are removed, written anew with another
/// number, or blocked, a third of each.
plan::Plan edited(const plan::Plan& plan, std::size_t edits);

}  // namespace dialscope::bench
