// A pattern as CUCM writes it, taken apart: `9.011!#`, `\+1[2-9]XX[2-9]XXXXXX`, `813510[^0-5]` (DA-01 … DA-14).
//
//   Diagnostics problems;
//   const std::optional<Pattern> pattern = parsePattern("9.1[2-9]XX", where, problems);
//   pattern->elements.size();   // 6: 9 1 [2-9] X X - the dot is no element (DA-07)
//   pattern->dot;               // 1: one element stands in front of it
//
// This layer knows how a pattern is written. Which strings it matches is a question to engine/automata.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/base/digits.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::pattern {

/// The longest pattern that is accepted, in characters (DA-12, the figure is assumed).
inline constexpr std::size_t kMaxPatternLength = 50;

/// How a single element is written.
enum class ElementKind : std::uint8_t {
  Literal,        ///< one symbol; `\+` is the literal plus (DA-10)
  AnyDigit,       ///< `X` (DA-02)
  DigitRun,       ///< `!`, a digit that repeats (DA-03)
  Set,            ///< `[…]` (DA-04)
  ComplementSet,  ///< `[^…]`; `symbols` are those listed: what is left depends on the reading of DA-05
  NumberingPlan,  ///< `@` (DA-08)
};

/// How often an element's symbol may come (DA-06).
enum class Repeat : std::uint8_t { Once, ZeroOrMore, OneOrMore };

struct Element {
  ElementKind kind = ElementKind::Literal;
  Repeat repeat = Repeat::Once;
  std::uint8_t offset = 0;  ///< where it is written: offset and length in the text, repeats included
  std::uint8_t length = 0;
  SymbolSet symbols;  ///< as written; for ComplementSet the symbols behind `^`

  friend bool operator==(const Element&, const Element&) = default;
};

struct Pattern {
  std::string text;                ///< exactly as written
  std::vector<Element> elements;   ///< in order, without the dot
  std::optional<std::size_t> dot;  ///< how many elements stand before the dot; none without a dot

  bool hasNumberingPlan() const;
  /// What the element looks like in the text, repeats included: `[2-9]`, `X?`, `\+`.
  std::string_view spelling(const Element& element) const;

  friend bool operator==(const Pattern&, const Pattern&) = default;
};

/// Reads `text`. Every problem is added to `diagnostics` at `where`, its column moved to the offending character;
/// with an error among them there is no pattern. The empty text is a pattern (DA-11).
std::optional<Pattern> parsePattern(std::string_view text, const SourcePosition& where,
                                    Diagnostics& diagnostics);

/// The text of `pattern` written anew from its elements: what `parsePattern` reads back to the same elements. A
/// repeat written twice (`X??`) comes out once.
std::string printPattern(const Pattern& pattern);

/// The reading of `[^…]` (DA-05): the symbols among which the complement is taken.
enum class Negation : std::uint8_t { Keypad, Digits, All };

/// The symbols that one repetition of `element` takes. `@` stands for any symbol at all: an upper bound, used only
/// to say what a pattern that is left out *might* have matched.
SymbolSet symbolsOf(const Element& element, Negation negation);

/// Which releases' trace spelling is wanted (DA-14): before 9 an `X` stayed an `X`.
enum class TraceRelease { Before9, From9 };

/// DialingPatternRegularExpression, as a CUCM trace prints it: `\+.[1-9]!` is `(+)([1-9][0-9]+)` (DA-03, DA-14).
std::string traceSpelling(const Pattern& pattern, TraceRelease release = TraceRelease::From9);

}  // namespace dialscope::pattern
