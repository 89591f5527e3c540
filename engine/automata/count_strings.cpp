// Counting the strings of one length.
//
// With at most one repeated element there is nothing to search: the length fixes how often it repeats, so every string
// is read in exactly one way and the count is a product. That is nearly every pattern ever written. With two repeats
// and more (`!*!`, `X?X?`) one string may be read in several ways; then the strings are counted along the sets of
// places they lead to, of which the deterministic walk visits each once a length.
#include "engine/automata/expression.h"

#include <algorithm>
#include <map>

namespace dialscope::automata {
namespace {

using pattern::Repeat;

constexpr std::size_t kMaxSets = std::size_t{1} << 18U;

Count productOf(const Expression& expression, std::size_t length) {
  const auto& factors = expression.factors();
  Count count = 1;
  std::size_t single = 0;
  const Factor* repeated = nullptr;
  for (const Factor& factor : factors) {
    if (factor.repeat != Repeat::Once) {
      repeated = &factor;
      continue;
    }
    count *= factor.symbols.size();
    ++single;
  }
  if (length < single) return 0;
  const std::size_t times = length - single;
  if (repeated == nullptr) return times == 0 ? count : Count(0);
  if (times == 0 && repeated->repeat == Repeat::OneOrMore) return 0;
  return count * pow(Count(repeated->symbols.size()), static_cast<unsigned>(times));
}

std::optional<Count> countAlongSets(const Expression& expression, std::size_t length) {
  std::map<Places, Count> reached{{expression.start(), 1}};
  std::size_t visited = 0;
  for (std::size_t i = 0; i < length; ++i) {
    std::map<Places, Count> next;
    for (const auto& [at, count] : reached) {
      for (std::size_t s = 0; s < kSymbolCount; ++s) {
        const Places to = expression.step(at, static_cast<Symbol>(s));
        if (to != 0) next[to] += count;
      }
    }
    visited += next.size();
    if (visited > kMaxSets) return std::nullopt;
    reached = std::move(next);
  }
  Count total = 0;
  for (const auto& [at, count] : reached) {
    if (expression.matches(at)) total += count;
  }
  return total;
}

}  // namespace

bool isCountable(const Expression& expression) {
  const auto& factors = expression.factors();
  return std::count_if(factors.begin(), factors.end(),
                       [](const Factor& factor) { return factor.repeat != Repeat::Once; }) <= 1;
}

std::optional<Count> countStrings(const Expression& expression, std::size_t length) {
  if (expression.start() == 0) return 0;
  return isCountable(expression) ? productOf(expression, length) : countAlongSets(expression, length);
}

}  // namespace dialscope::automata
