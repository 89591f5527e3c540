#include "reference_matcher.h"

#include <vector>

namespace reference {
namespace {

constexpr std::string_view kAlphabet = "0123456789*#ABCD+";

struct Unit {
  std::string symbols;  // one of these
  bool star = false;    // any number of them
};

// What stands in brackets.
std::string readSet(std::string_view text, std::string_view universe) {
  std::string listed;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '-') {
      for (char c = text[i - 1]; c < text[i + 1]; ++c) listed += c;
    }
    listed += text[i];  // `-`, `^` and `\` as well: nobody can dial them
  }
  if (text[0] != '^') return listed;
  std::string others(universe);
  std::erase_if(others, [&](char c) { return listed.find(c) != std::string::npos; });
  return others;
}

// `?` turns what stands before it into a star, `+` sets a star behind it; `!` is a digit and a star.
std::vector<Unit> read(std::string_view pattern, std::string_view universe) {
  std::vector<Unit> units;
  std::size_t last = 0;  // the first unit of the last wildcard
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '.') continue;
    if (c == '?' || c == '+') {
      const std::string symbols = units[last].symbols;
      if (c == '?') units.resize(last);
      units.push_back({symbols, true});
      continue;
    }
    last = units.size();
    if (c == '[') {
      const std::size_t close = pattern.find(']', i);
      units.push_back({readSet(pattern.substr(i + 1, close - i - 1), universe)});
      i = close;
    } else {
      const std::string literal(1, c == '\\' ? pattern[++i] : c);
      units.push_back({c == 'X' || c == '!' ? "0123456789" : literal});
    }
    if (c == '!') units.push_back({units.back().symbols, true});
  }
  return units;
}

// Is something left to read from `unit` on, and can all that must be read be read?
bool moreBehind(const std::vector<Unit>& units, std::size_t unit) {
  bool some = false;
  for (; unit < units.size(); ++unit) {
    if (units[unit].symbols.empty() && !units[unit].star) return false;
    some = some || !units[unit].symbols.empty();
  }
  return some;
}

// Tries every way to read `number` with the units from `unit` on; `longer` asks for more than `number`.
bool reads(const std::vector<Unit>& units, std::size_t unit, std::string_view number, bool longer) {
  if (number.empty() && longer && moreBehind(units, unit)) return true;
  if (unit == units.size()) return number.empty() && !longer;
  const Unit& here = units[unit];
  const bool takes = !number.empty() && here.symbols.find(number[0]) != std::string::npos;
  if (here.star && reads(units, unit + 1, number, longer)) return true;
  return takes && reads(units, here.star ? unit : unit + 1, number.substr(1), longer);
}

std::size_t countFrom(const std::vector<Unit>& units, const std::string& begun, std::size_t left) {
  if (left == 0) return reads(units, 0, begun, false) ? 1 : 0;
  if (!reads(units, 0, begun, true)) return 0;
  std::size_t total = 0;
  for (const char c : kAlphabet) total += countFrom(units, begun + c, left - 1);
  return total;
}

}  // namespace

bool matches(std::string_view pattern, std::string_view number, std::string_view universe) {
  return reads(read(pattern, universe), 0, number, false);
}

bool longerPossible(std::string_view pattern, std::string_view number, std::string_view universe) {
  return reads(read(pattern, universe), 0, number, true);
}

std::size_t count(std::string_view pattern, std::size_t length, std::string_view universe) {
  return countFrom(read(pattern, universe), "", length);
}

}  // namespace reference
