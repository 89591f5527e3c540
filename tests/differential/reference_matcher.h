// The plain matcher that the fast one is measured against. It reads pattern text for itself and includes nothing from
// engine/: what both get right was written down twice.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace reference {

/// The 12 symbols among which `[^…]` is taken by default (DA-05).
inline constexpr std::string_view kKeypad = "0123456789*#";

/// Does `pattern` match all of `number`?
bool matches(std::string_view pattern, std::string_view number, std::string_view universe = kKeypad);

/// Is there a string that begins with `number`, is longer, and is matched?
bool longerPossible(std::string_view pattern, std::string_view number, std::string_view universe = kKeypad);

/// How many strings of `length` symbols `pattern` matches: by trying them all.
std::size_t count(std::string_view pattern, std::size_t length, std::string_view universe = kKeypad);

}  // namespace reference
