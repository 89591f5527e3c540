// Timing on a machine that others use too: everything that is compared takes turns, and the median of its turns counts.
//
//   Rounds rounds(5);
//   rounds.add("a", [&] { … });
//   rounds.add("b", [&] { … });
//   rounds.run();
//   rounds.median("a");       // seconds
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace dialscope::bench {

using Seconds = std::chrono::duration<double>;

/// How long `work` takes, once.
Seconds timed(const std::function<void()>& work);

Seconds median(std::vector<Seconds> times);

class Rounds {
 public:
  /// Of so many turns; one more before the first, uncounted, fills caches and lazy tables.
  explicit Rounds(std::size_t count) : count_(count) {}

  /// `check` runs after each turn, off the clock.
  void add(std::string name, std::function<void()> work, std::function<void()> check = {});
  void run();
  Seconds median(const std::string& name) const;

 private:
  struct Contestant {
    std::string name;
    std::function<void()> work;
    std::function<void()> check;
    std::vector<Seconds> times;
  };

  std::size_t count_;
  std::vector<Contestant> contestants_;
};

}  // namespace dialscope::bench
