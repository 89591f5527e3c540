// A list that is written in one text: "Line;Device".
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

namespace dialscope {

/// The pieces of `text` between separators, empty ones too; none of the empty text, nothing behind a last separator.
inline std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    parts.push_back(text.substr(0, text.find(separator)));
    text.remove_prefix(std::min(text.size(), parts.back().size() + 1));
  }
  return parts;
}

}  // namespace dialscope
