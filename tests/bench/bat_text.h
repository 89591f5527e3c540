// A BAT export of a large cluster as the bytes of its tar, for measuring how fast it is read.
//
//   std::ofstream("cluster.tar", std::ios::binary) << makeBatTar({});
//
// The shape: sites of two hundred directory numbers, each with its line search space, forwards and names filled in as
// an export has them; translation and route patterns by site; search spaces of eight to sixteen partitions.
#pragma once

#include <cstddef>
#include <string>

namespace dialscope::bench {

struct BatShape {
  std::size_t directoryNumbers = 160'000;  ///< at most 1 000 000
  std::size_t patterns = 30'000;           ///< two of three are translation patterns
  std::size_t searchSpaces = 3'000;
};

/// The same bytes everywhere.
std::string makeBatTar(const BatShape& shape);

}  // namespace dialscope::bench
