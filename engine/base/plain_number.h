// A number as people write it into an option or a cell: decimal, no sign, no exponent, nothing behind it.
//
//   plainNumber("0.5", 60.0);      // 0.5
//   plainNumber("-1", 600'000);    // nothing
#pragma once

#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <system_error>

namespace dialscope {

/// The number that `text` is, from 0 to `highest`; with a whole `highest` only whole ones.
template <class Number>
std::optional<Number> plainNumber(std::string_view text, Number highest) {
  Number number{};
  const char* end = text.data() + text.size();
  const auto [stop, problem] = std::from_chars(text.data(), end, number);
  const bool plain = text.find_first_not_of("0123456789.") == std::string_view::npos;
  if (problem != std::errc() || stop != end || !plain || number > highest) return std::nullopt;
  return number;
}

/// The same of a whole number that no limit is known for.
inline std::optional<std::uint32_t> wholeNumber(std::string_view text) {
  return plainNumber(text, std::numeric_limits<std::uint32_t>::max());
}

}  // namespace dialscope
