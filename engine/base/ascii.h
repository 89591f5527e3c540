// Letters of ASCII, in whatever locale; every other byte stays as it is and is no letter.
#pragma once

#include <string>
#include <string_view>

namespace dialscope {

constexpr char lowerCase(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr char upperCase(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
constexpr bool isLetter(char c) { return lowerCase(c) >= 'a' && lowerCase(c) <= 'z'; }
constexpr bool isAlphanumeric(char c) { return (c >= '0' && c <= '9') || isLetter(c); }

/// Every letter of `text` small; bytes of other characters stay.
inline std::string lowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = lowerCase(c);
  return lower;
}

/// Every letter of `text` a capital; bytes of other characters stay.
inline std::string upperCase(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) c = upperCase(c);
  return upper;
}

/// The letters and digits of `text`, lower case: what is left of a name that is written with or without blanks, hyphens
/// and capitals.
inline std::string bareWord(std::string_view text) {
  std::string word;
  for (const char c : text) {
    if (isAlphanumeric(c)) word += lowerCase(c);
  }
  return word;
}

}  // namespace dialscope
