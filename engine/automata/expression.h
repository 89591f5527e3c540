// A pattern as a language over the 17 dial symbols, and the walk through it.
//
// The idea: a pattern is a row of elements, each a set of symbols that may repeat, so where a walk stands is a *place
// between two elements*. Of n elements there are n + 1 places; a set of places is one 64-bit word (a pattern has at
// most 50 characters), and a step is a few shifts over the bits that are set. This is the position automaton of
// Glushkov with the dots of LR items for states; it needs no construction at all, only the elements.
//
//   Expression e = compile(*pattern, Negation::Keypad);       // 91X?
//   Places at = e.start();
//   at = e.step(at, nine);  at = e.step(at, one);
//   e.matches(at);          // true: 91 is matched
//   e.longerPossible(at);   // true: so is 914, after one key or more
//
// The alternative not taken, a table of states per pattern, is larger and answers no faster; tables pay for whole
// search lists only. This header knows no telephony: `@` is not expanded (see pattern::symbolsOf).
#pragma once

#include "engine/base/count.h"
#include "engine/base/digits.h"
#include "engine/pattern/pattern.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace dialscope::automata {

/// A set of places in one expression; bit i = "the next symbol is read by element i", bit n = "all is read". The
/// empty set = no string that begins like this is matched.
using Places = std::uint64_t;

/// One element: one symbol of `symbols`, repeated as `repeat` says.
struct Factor {
  SymbolSet symbols;
  pattern::Repeat repeat = pattern::Repeat::Once;

  friend bool operator==(const Factor&, const Factor&) = default;
};

class Expression {
 public:
  Expression() = default;
  /// At most 63 factors. A factor without symbols that must be read makes the language empty.
  explicit Expression(std::vector<Factor> factors);

  /// The places before the first symbol.
  Places start() const { return start_; }
  /// The places after one more symbol.
  Places step(Places at, Symbol symbol) const;
  /// The places after element `place` has read one symbol of its own: the part of a step that begins there.
  Places stepFrom(std::size_t place) const;
  /// The place behind the last element: all is read.
  std::size_t endPlace() const { return factors_.size(); }
  /// What was read is a string of the language.
  bool matches(Places at) const { return (at & end()) != 0; }
  /// Some longer string that begins with what was read is in the language.
  bool longerPossible(Places at) const { return (at & ~end()) != 0; }

  const std::vector<Factor>& factors() const { return factors_; }

  friend bool operator==(const Expression&, const Expression&) = default;

 private:
  Places end() const { return Places{1} << factors_.size(); }
  Places closure(Places at) const;

  std::vector<Factor> factors_;
  Places optional_ = 0;  // the places whose element may be skipped
  Places alive_ = 0;     // the end, and the places whose element has symbols to read
  Places start_ = 0;
};

/// The language of `pattern` under a reading of `[^…]` (DA-05).
Expression compile(const pattern::Pattern& pattern, pattern::Negation negation);

/// The places after all of `number`, from the start; the empty set as soon as an `X` stands in it (DA-62).
Places walk(const Expression& expression, const DigitString& number);

/// At most one of its elements repeats, so that counting its strings is a product and always succeeds.
bool isCountable(const Expression& expression);

/// How many strings of exactly `length` symbols the language holds. Exact. Nothing only when an expression that is
/// not `isCountable` visits more than 2^18 sets of places on the way, which takes a pattern made for it.
std::optional<Count> countStrings(const Expression& expression, std::size_t length);

/// How much of `number` stands left of the pattern's dot when the pattern matches it: the longest such beginning, as a
/// greedy expression takes it. Nothing without a dot, and where the pattern does not match.
std::optional<std::size_t> lengthBeforeDot(const pattern::Pattern& pattern, pattern::Negation negation,
                                           const DigitString& number);

}  // namespace dialscope::automata
