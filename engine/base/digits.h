// The dial alphabet (DA-01) and what is made of it: a symbol, a set of symbols, a number.
//
//   SymbolSet digits = kDigits;                  // 0-9
//   digits.contains(*symbolOf('7'));             // true
//   DigitString number("+14085554001");
//
// Patterns are not numbers: `X`, `!` and `[…]` belong to engine/pattern.
#pragma once

#include <algorithm>
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace dialscope {

/// The 17 dial symbols in the order in which they are printed and numbered everywhere (DA-01).
inline constexpr std::string_view kDialAlphabet = "0123456789*#ABCD+";
inline constexpr std::size_t kSymbolCount = kDialAlphabet.size();

/// One dial symbol: an index into `kDialAlphabet`.
enum class Symbol : std::uint8_t {};

/// The symbol that `c` stands for; nothing for any other character.
constexpr std::optional<Symbol> symbolOf(char c) {
  if (c >= '0' && c <= '9') return static_cast<Symbol>(c - '0');
  const auto index = kDialAlphabet.find(c, 10);
  if (index == std::string_view::npos) return std::nullopt;
  return static_cast<Symbol>(index);
}

constexpr char charOf(Symbol symbol) { return kDialAlphabet[static_cast<std::size_t>(symbol)]; }

/// A set of dial symbols. Plain value, 17 bits.
class SymbolSet {
 public:
  constexpr SymbolSet() = default;
  /// The symbols of `text`; characters outside of the alphabet are a mistake of the caller and are ignored.
  constexpr explicit SymbolSet(std::string_view text) {
    for (char c : text) {
      if (const auto symbol = symbolOf(c)) insert(*symbol);
    }
  }

  constexpr void insert(Symbol symbol) { bits_ |= bitOf(symbol); }
  constexpr void insert(SymbolSet others) { bits_ |= others.bits_; }
  constexpr bool contains(Symbol symbol) const { return (bits_ & bitOf(symbol)) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr int size() const { return std::popcount(bits_); }

  /// The symbols of `universe` that are not in this set.
  constexpr SymbolSet complementIn(SymbolSet universe) const {
    SymbolSet result;
    result.bits_ = universe.bits_ & ~bits_;
    return result;
  }

  friend constexpr bool operator==(SymbolSet, SymbolSet) = default;

 private:
  static constexpr std::uint32_t bitOf(Symbol symbol) { return 1U << static_cast<unsigned>(symbol); }

  std::uint32_t bits_ = 0;
};

inline constexpr SymbolSet kDigits{"0123456789"};
inline constexpr SymbolSet kAllSymbols{kDialAlphabet};

/// A number on its way through the plan: dialed, translated, or of a party. Holds dial symbols, and, only under the
/// reading `mask-short=keep-x` of DA-62, an `X` that no pattern matches.
class DigitString {
 public:
  DigitString() = default;
  explicit DigitString(std::string text) : text_(std::move(text)) {}

  const std::string& text() const { return text_; }
  std::size_t size() const { return text_.size(); }
  bool empty() const { return text_.empty(); }

  /// The symbol at `index`; nothing for the `X` of `keep-x`.
  std::optional<Symbol> symbolAt(std::size_t index) const { return symbolOf(text_[index]); }

  bool endsWith(char c) const { return !text_.empty() && text_.back() == c; }
  DigitString first(std::size_t count) const { return DigitString(text_.substr(0, count)); }
  DigitString from(std::size_t start) const {
    return DigitString(text_.substr(std::min(start, text_.size())));
  }
  DigitString& operator+=(char c) {
    text_ += c;
    return *this;
  }

  friend bool operator==(const DigitString&, const DigitString&) = default;
  friend auto operator<=>(const DigitString&, const DigitString&) = default;

 private:
  std::string text_;
};

}  // namespace dialscope
