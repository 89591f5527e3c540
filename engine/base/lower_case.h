// Letters of ASCII made small; whatever else stands in a text stays.
#pragma once

#include <string>
#include <string_view>

namespace dialscope {

inline std::string lowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

}  // namespace dialscope
