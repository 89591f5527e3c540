// What editors put in front of a text to say that it is UTF-8.
#pragma once

#include <cstddef>
#include <string_view>

namespace dialscope::import {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Where the text itself begins.
constexpr std::size_t startOf(std::string_view text) {
  return text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
}

}  // namespace dialscope::import
