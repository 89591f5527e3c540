#include "engine/base/suggest.h"

#include "engine/base/ascii.h"

#include <algorithm>

namespace dialscope {
namespace {

// Damerau's distance, neighbours swapped for one edit. Rows that cannot come under `limit` any more end the work: a
// plan may offer ten thousand names.
std::size_t editsBetween(std::string_view a, std::string_view b, std::size_t limit) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> previous(b.size() + 1);
  std::vector<std::size_t> current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const char x = lowerCase(a[i - 1]);
      const char y = lowerCase(b[j - 1]);
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (x == y ? 0 : 1)});
      if (i > 1 && j > 1 && x == lowerCase(b[j - 2]) && lowerCase(a[i - 2]) == y) {
        current[j] = std::min(current[j], before[j - 2] + 1);
      }
    }
    if (*std::min_element(current.begin(), current.end()) > limit) return limit + 1;
    std::swap(before, previous);
    std::swap(previous, current);
  }
  return previous[b.size()];
}

}  // namespace

std::string closestName(std::string_view typed, const std::vector<std::string>& known) {
  if (typed.empty()) return {};
  std::string best;
  std::size_t bestDistance = std::max<std::size_t>(1, typed.size() / 3) + 1;
  for (const auto& name : known) {
    const std::size_t longer = std::max(name.size(), typed.size());
    const std::size_t shorter = std::min(name.size(), typed.size());
    if (longer - shorter >= bestDistance) continue;
    const std::size_t distance = editsBetween(typed, name, bestDistance - 1);
    if (distance < bestDistance) {
      bestDistance = distance;
      best = name;
    }
  }
  return best;
}

}  // namespace dialscope
