#include "engine/pattern/pattern.h"

#include <algorithm>

namespace dialscope::pattern {
namespace {

constexpr SymbolSet kKeypad{"0123456789*#"};

// `[2-9]` from a set: runs of three and more as ranges, in the order of the alphabet.
std::string printSet(SymbolSet symbols, bool complement) {
  std::string text = complement ? "[^" : "[";
  const auto has = [&](std::size_t s) {
    return s < kSymbolCount && symbols.contains(static_cast<Symbol>(s));
  };
  for (std::size_t s = 0; s < kSymbolCount; ++s) {
    if (!has(s)) continue;
    std::size_t last = s;
    // Ranges join digits only: 9 and * are neighbours in the table, not on the keypad.
    while (s < 10 && last + 1 < 10 && has(last + 1)) ++last;
    if (kDialAlphabet[s] == '+') text += '\\';
    text += kDialAlphabet[s];
    if (last >= s + 2) {
      text += '-';
      text += kDialAlphabet[last];
      s = last;
    }
  }
  return text + ']';
}

std::string printOnce(const Element& element) {
  switch (element.kind) {
  case ElementKind::AnyDigit: return "X";
  case ElementKind::DigitRun: return "!";
  case ElementKind::NumberingPlan: return "@";
  case ElementKind::Set: return printSet(element.symbols, false);
  case ElementKind::ComplementSet: return printSet(element.symbols, true);
  case ElementKind::Literal: break;
  }
  for (const char c : kDialAlphabet) {
    if (element.symbols.contains(*symbolOf(c))) return c == '+' ? "\\+" : std::string(1, c);
  }
  return {};
}

// `!` and `@` repeat by themselves.
std::string_view printRepeat(const Element& element) {
  if (element.repeat == Repeat::ZeroOrMore) return "?";
  const bool runs = element.kind == ElementKind::DigitRun || element.kind == ElementKind::NumberingPlan;
  return element.repeat == Repeat::OneOrMore && !runs ? "+" : "";
}

}  // namespace

bool Pattern::hasNumberingPlan() const {
  return std::any_of(elements.begin(), elements.end(),
                     [](const Element& element) { return element.kind == ElementKind::NumberingPlan; });
}

std::string_view Pattern::spelling(const Element& element) const {
  return std::string_view(text).substr(element.offset, element.length);
}

SymbolSet symbolsOf(const Element& element, Negation negation) {
  if (element.kind != ElementKind::ComplementSet) return element.symbols;
  switch (negation) {
  case Negation::Digits: return element.symbols.complementIn(kDigits);
  case Negation::All: return element.symbols.complementIn(kAllSymbols);
  case Negation::Keypad: break;
  }
  return element.symbols.complementIn(kKeypad);
}

std::string printPattern(const Pattern& pattern) {
  std::string text;
  for (std::size_t i = 0; i <= pattern.elements.size(); ++i) {
    if (pattern.dot == i) text += '.';
    if (i == pattern.elements.size()) break;
    text += printOnce(pattern.elements[i]);
    text += printRepeat(pattern.elements[i]);
  }
  return text;
}

std::string traceSpelling(const Pattern& pattern, TraceRelease release) {
  std::string text = "(";
  for (std::size_t i = 0; i < pattern.elements.size(); ++i) {
    if (pattern.dot == i && i > 0) text += ")(";
    const Element& element = pattern.elements[i];
    const std::string_view digit = release == TraceRelease::From9 ? "[0-9]" : "X";
    switch (element.kind) {
    case ElementKind::AnyDigit: text += digit; break;
    case ElementKind::DigitRun: text += "[0-9]+"; break;
    case ElementKind::Literal:
      text += element.symbols.contains(*symbolOf('+')) ? "+" : printOnce(element);
      break;
    default: text += printOnce(element);
    }
    text += printRepeat(element);
  }
  return text + ')';
}

}  // namespace dialscope::pattern
