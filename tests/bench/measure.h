// The measures of docs/performance.md, as values.
#pragma once

#include "tests/bench/rounds.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace dialscope::bench {

struct Speed {
  std::string engine;
  double nanoseconds = 0;        ///< a string, median
  std::optional<Seconds> build;  ///< of those that are built
  std::size_t strings = 0;       ///< it was given
};

/// One size of the workload, all engines on it.
struct SizeMeasure {
  std::size_t patterns = 0;
  std::vector<Speed> speeds;      ///< Dialscope first: batched, one by one, two threads
  std::vector<std::string> left;  ///< peers that are not run at this size
  double textNanoseconds = 0;     ///< reading a string
  double walkNanoseconds = 0;     ///< the loads of a string from the table, nothing else
  double matched = 0;             ///< share of the strings
  double several = 0;             ///< … that more than one pattern matches
  double meanLength = 0;
  std::size_t rows = 0;
  double tableBytes = 0;  ///< a pattern
  double indexBytes = 0;  ///< a pattern
  std::vector<std::string> disagreements;

  const Speed* speed(const std::string& engine) const;
};

struct Options {
  std::vector<std::size_t> sizes{1'000, 10'000, 100'000, 1'000'000};
  std::size_t strings = 1'000'000;
  std::size_t rounds = 5;
  bool slow = false;  ///< Hyperscan above 10 000 patterns too, which takes minutes
};

/// What the engines do not agree on; nothing when all is well.
std::vector<std::string> checkSize(std::size_t patterns, const Options& options);

SizeMeasure measureSize(std::size_t patterns, const Options& options);

/// The slope of log(build time) over log(patterns), by least squares.
double growthExponent(const std::vector<SizeMeasure>& sizes);

struct ClusterMeasure {
  std::size_t patterns = 0;
  std::size_t searchSpaces = 0;
  Seconds firstAnswer{};      ///< from the plan to the best match of one string in one search space
  Seconds allSearchSpaces{};  ///< from the plan to all of them compiled
  double firstMegabytes = 0;  ///< table and index when the first search space is compiled
  double megabytes = 0;       ///< … when all are
  double megabytesApart = 0;  ///< … if none shared with another: from every hundredth, compiled by itself
  std::size_t rows = 0;
};

ClusterMeasure measureCluster();

struct DifferenceMeasure {
  std::size_t patterns = 0;
  std::size_t edits = 0;
  Seconds builds{};      ///< of both automata
  Seconds difference{};  ///< median, the builds not counted
  bool differs = false;
};

/// A search list before and after one per cent of edits.
DifferenceMeasure measureDifference(std::size_t patterns, std::size_t rounds);

struct SuiteMeasure {
  std::size_t rows = 0;
  std::size_t patterns = 0;
  std::size_t searchSpaces = 0;
  std::size_t failed = 0;  ///< none: the expectations are those of a run before
  Seconds plan{};          ///< the plan read
  Seconds read{};          ///< the suite read
  Seconds run{};    ///< the plan read, all search lists compiled on the way, all rows judged, on all cores
  Seconds walks{};  ///< the same calls, resolved already, walked and nothing else, on all cores
};

/// Distinct rows over the cluster, as `dialscope test` runs them.
SuiteMeasure measureSuite(std::size_t rows);

}  // namespace dialscope::bench
