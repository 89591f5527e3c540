// Small random plans, as text for a PlanSketch: a plan that breaks a law can be read and pasted into a test.
#pragma once

#include "tests/support/random.h"

#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace dialscope::test {

/// Partitions P and Q are what a phone searches; translation patterns lead to A, B, back to P, or nowhere.
inline std::string randomPlan(Random& random) {
  const std::vector<std::string> symbols{"1",     "1",    "2",     "2", "X", "X",  "[12]",
                                         "[1-3]", "[^1]", "[^23]", "#", "!", "2X?"};
  const std::vector<std::string> partitions{"P", "P", "P", "Q", "Q", "A", "A", "B", "B", ""};
  const std::vector<std::string> masks{"X", "XX", "2XX", "XXXX", "1X", "12", "2"};
  std::ostringstream plan;
  plan << "css A A\ncss B B:A\ncss Back P:Q\ncss P P\ncss Q Q\n";
  std::set<std::string> written;
  std::string pattern;
  std::string partition;
  for (std::size_t left = random.between(3, 9); left > 0; --left) {
    const std::size_t any = pattern.find('X');
    if (random.oneIn(4) && any != std::string::npos && pattern.find('^') == std::string::npos) {
      pattern.replace(any, 1, "[^23]");  // beside the last one, with as many strings: a tie
    } else {
      partition = random.of(partitions);
      // One caret a pattern (DA-12).
      do pattern = random.joined(symbols, 1, 4);
      while (pattern.find('^') != pattern.rfind('^'));
    }
    const std::string entry = pattern + "@" + partition;
    if (!written.insert(entry).second) continue;
    if (random.oneIn(2)) {
      plan << "route " << entry << (random.oneIn(3) ? " urgent" : "") << (random.oneIn(8) ? " blocked" : "")
           << (random.oneIn(4) ? " mask=" + random.of(masks) : "") << (random.oneIn(2) ? " to=GW" : "")
           << "\n";
    } else {
      plan << "translation " << entry << (random.oneIn(3) ? " tame" : "")
           << (random.oneIn(5) ? " no-wait" : "")
           << (random.oneIn(partition == "A" || partition == "B" ? 2 : 4)
                   ? " originator"
                   : " css=" + random.of(std::vector<std::string>{"A", "A", "B", "Back"}))
           << (random.oneIn(10) ? " by-calling" : "") << (random.oneIn(2) ? " mask=" + random.of(masks) : "")
           << (random.oneIn(6) ? " prefix=1" : "") << "\n";
    }
  }
  return plan.str();
}

}  // namespace dialscope::test
