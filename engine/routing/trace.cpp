#include "engine/routing/trace.h"

#include <array>

namespace dialscope::routing {
namespace {

// Each table lists its enumeration in order.
template <class Enumeration, std::size_t N>
std::string_view nameIn(const std::array<std::string_view, N>& names, Enumeration value) {
  return names[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view name(Fate fate) {
  static constexpr std::array<std::string_view, 5> kNames{"routed", "blocked", "no-match", "incomplete",
                                                          "loop"};
  return nameIn(kNames, fate);
}

std::string_view name(Reason reason) {
  static constexpr std::array<std::string_view, 8> kNames{"",        "off-hook", "only-match",     "bloc",
                                                          "no-wait", "urgent",   "end-of-dialing", "timeout"};
  return nameIn(kNames, reason);
}

std::string_view name(Verdict verdict) {
  static constexpr std::array<std::string_view, 5> kNames{"selected", "beaten", "needs-more-digits",
                                                          "dropped", "not-in-search-list"};
  return nameIn(kNames, verdict);
}

std::string_view name(State state) {
  static constexpr std::array<std::string_view, 9> kNames{"off-hook",   "collecting", "waiting",
                                                          "translated", "routed",     "blocked",
                                                          "no-match",   "incomplete", "loop"};
  return nameIn(kNames, state);
}

std::string_view name(Tone tone) {
  static constexpr std::array<std::string_view, 4> kNames{"", "inside", "outside", "reorder"};
  return nameIn(kNames, tone);
}

std::string_view name(Operation operation) {
  static constexpr std::array<std::string_view, 4> kNames{"discard", "external-mask", "mask", "prefix"};
  return nameIn(kNames, operation);
}

}  // namespace dialscope::routing
