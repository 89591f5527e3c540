// What every engine of the benchmark is given, and what it is asked.
//
//   const SearchList list(plan, kEveryone);
//   std::unique_ptr<Engine> engine = makeRe2(list);
//   engine->bestMatches(strings, best);
//
// Each engine finds all patterns that match and is charged for choosing among them; SearchList::best does that for all
// of them, in machine words: the counts of DA-22 are exact up to nineteen symbols.
#pragma once

#include "engine/automata/expression.h"
#include "engine/base/digits.h"
#include "engine/plan/plan.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::bench {

/// An index into the plan's entries.
using PatternIndex = std::uint32_t;
inline constexpr PatternIndex kNoPattern = 0xFFFFFFFFU;

/// The patterns of one search space, all entries of its plan.
class SearchList {
 public:
  SearchList(const plan::Plan& plan, std::string_view searchSpace);

  std::size_t size() const { return patterns_.size(); }
  const pattern::Pattern& pattern(PatternIndex index) const { return *patterns_[index]; }
  /// As RE2 and Hyperscan read it, anchored at both ends.
  std::string regularExpression(PatternIndex index) const;

  const plan::Plan& plan() const { return plan_; }
  const std::vector<plan::PartitionId>& partitions() const { return partitions_; }

  /// The best match among `matches` (DA-22 … DA-24), or kNoPattern when there are none.
  PatternIndex best(std::span<const PatternIndex> matches, std::size_t length) const;

 private:
  // With `symbols` ways for the elements that are read once, and one of `repeated` symbols for each further place.
  struct Closeness {
    std::uint64_t ways = 1;
    std::uint32_t rank = 0;
    std::uint8_t once = 0;
    std::uint8_t repeated = 0;
  };

  std::uint64_t stringsOf(const Closeness& closeness, std::size_t length) const;

  const plan::Plan& plan_;
  std::vector<plan::PartitionId> partitions_;
  std::vector<const pattern::Pattern*> patterns_;
  std::vector<Closeness> closeness_;
};

/// Whoever answers. Not for two threads at a time.
class Engine {
 public:
  Engine() = default;
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;
  virtual ~Engine() = default;

  virtual std::string_view name() const = 0;
  /// The best match of each string, kNoPattern where there is none.
  virtual void bestMatches(std::span<const DigitString> strings, std::span<PatternIndex> best) = 0;
  /// Every pattern that matches, in ascending order.
  virtual void allMatches(const DigitString& string, std::vector<PatternIndex>& matches) = 0;
};

/// One peer a file.
std::unique_ptr<Engine> makeRe2(const SearchList& list);
std::unique_ptr<Engine> makeHyperscan(const SearchList& list);
std::unique_ptr<Engine> makeTrie(const SearchList& list);
std::unique_ptr<Engine> makeScan(const SearchList& list);

}  // namespace dialscope::bench
