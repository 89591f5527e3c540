// The measures as the table of docs/performance.md and as JSON.
#pragma once

#include "tests/bench/measure.h"

#include <string>
#include <vector>

namespace dialscope::bench {

struct Results {
  std::string machine;
  Options options;
  std::vector<SizeMeasure> sizes;
  ClusterMeasure cluster;
  std::vector<DifferenceMeasure> difference;  ///< one, or none when no size is large enough
  SuiteMeasure suite;
};

/// "AMD EPYC, 2 cores, GCC 12.2.0".
std::string machineName();

std::string printTable(const Results& results);
std::string printSuite(const SuiteMeasure& suite);
std::string printJson(const Results& results);

}  // namespace dialscope::bench
