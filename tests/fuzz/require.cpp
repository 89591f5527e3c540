#include "tests/fuzz/target.h"

#include <cstdio>
#include <cstdlib>

namespace dialscope::fuzz {

void require(bool holds, const char* law) {
  if (holds) return;
  std::fprintf(stderr, "fuzz target: this does not hold: %s\n", law);
  std::abort();
}

}  // namespace dialscope::fuzz
