// The real binary, run as a user runs it.
#pragma once

#include "tests/support/process.h"

#include <string>
#include <utility>
#include <vector>

namespace dialscope::test {

inline Finished dialscope(std::vector<std::string> arguments, const Surroundings& surroundings = {}) {
  arguments.insert(arguments.begin(), DIALSCOPE_CLI);
  return runProcess(arguments, surroundings);
}

/// A plan that does for most tests: 7XXX, urgent, and 700XX, in the search space Phones.
inline const std::string kPlan = "dialplans/seven-hundred.xml";

}  // namespace dialscope::test
