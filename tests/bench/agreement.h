// Do all engines give the same answers? Speed is worth nothing otherwise, so every run of the benchmark asks first.
#pragma once

#include "tests/bench/contest.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dialscope::bench {

struct Agreement {
  std::vector<PatternIndex> best;          ///< of each string
  std::size_t matched = 0;                 ///< strings that some pattern matches
  std::size_t several = 0;                 ///< … that more than one does
  std::vector<std::string> disagreements;  ///< the first few, in words; empty = all agree
};

/// Asks every engine for the best match and for the full set of each string; of the scan only those that
/// `stringsFor` allows. The first engine is the one that the others are compared with.
Agreement compareAnswers(std::span<const std::unique_ptr<Engine>> engines,
                         std::span<const DigitString> strings, const SearchList& list);

/// How many strings the engine is given: all, but of a scan of all patterns few enough to take seconds.
std::size_t stringsFor(const Engine& engine, std::size_t strings, std::size_t patterns);

}  // namespace dialscope::bench
