#include "tests/bench/rounds.h"

#include <algorithm>
#include <stdexcept>

namespace dialscope::bench {

Seconds timed(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::steady_clock::now() - begin;
}

Seconds median(std::vector<Seconds> times) {
  const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
  std::nth_element(times.begin(), middle, times.end());
  return *middle;
}

void Rounds::add(std::string name, std::function<void()> work, std::function<void()> check) {
  contestants_.push_back({std::move(name), std::move(work), std::move(check), {}});
}

void Rounds::run() {
  for (std::size_t round = 0; round <= count_; ++round) {
    for (Contestant& contestant : contestants_) {
      const Seconds time = timed(contestant.work);
      if (round > 0) contestant.times.push_back(time);
      if (contestant.check) contestant.check();
    }
  }
}

Seconds Rounds::median(const std::string& name) const {
  for (const Contestant& contestant : contestants_) {
    if (contestant.name == name) return bench::median(contestant.times);
  }
  throw std::invalid_argument("nobody by the name of " + name);
}

}  // namespace dialscope::bench
