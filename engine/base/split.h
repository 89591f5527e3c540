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

/// The same of a list as people write it: without the blanks around each piece.
inline std::vector<std::string_view> listed(std::string_view text, char separator) {
  std::vector<std::string_view> parts = split(text, separator);
  for (std::string_view& part : parts) {
    part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
    part.remove_suffix(part.size() - (part.find_last_not_of(' ') + 1));
  }
  return parts;
}

}  // namespace dialscope
