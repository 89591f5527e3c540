#include "engine/base/suggest.h"

#include <algorithm>
#include <cctype>

namespace dialscope {
namespace {

char lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

// Damerau's distance with neighbours swapped, in half edits, so that a wrong letter case costs one half. Rows that
// cannot come under `limit` any more end the work: a plan may offer ten thousand names.
std::size_t halfEdits(std::string_view a, std::string_view b, std::size_t limit) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> previous(b.size() + 1);
  std::vector<std::size_t> current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = 2 * j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = 2 * i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const char x = a[i - 1];
      const char y = b[j - 1];
      const std::size_t change = x == y ? 0 : lower(x) == lower(y) ? 1 : 2;
      current[j] = std::min({previous[j] + 2, current[j - 1] + 2, previous[j - 1] + change});
      if (i > 1 && j > 1 && x == b[j - 2] && a[i - 2] == y) {
        current[j] = std::min(current[j], before[j - 2] + 2);
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
  std::string best;
  std::size_t bestDistance = std::max<std::size_t>(2, 2 * typed.size() / 3) + 1;
  for (const auto& name : known) {
    const std::size_t longer = std::max(name.size(), typed.size());
    const std::size_t shorter = std::min(name.size(), typed.size());
    if (2 * (longer - shorter) >= bestDistance) continue;
    const std::size_t distance = halfEdits(typed, name, bestDistance - 1);
    if (distance < bestDistance) {
      bestDistance = distance;
      best = name;
    }
  }
  return best;
}

}  // namespace dialscope
