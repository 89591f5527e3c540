#include "engine/automata/expression.h"

#include <bit>
#include <cassert>
#include <span>

namespace dialscope::automata {

using pattern::Repeat;

Expression::Expression(std::vector<Factor> factors) {
  assert(factors.size() < 64 && "a set of places is one word");
  bool empty = false;
  factors_ = std::move(factors);
  alive_ = end();
  for (std::size_t i = 0; i < factors_.size(); ++i) {
    const bool optional = factors_[i].repeat == Repeat::ZeroOrMore;
    if (optional) optional_ |= Places{1} << i;
    if (!factors_[i].symbols.empty()) alive_ |= Places{1} << i;
    empty = empty || (factors_[i].symbols.empty() && !optional);
  }
  // A place that can read nothing is never kept, so each place but the end has a longer string ahead.
  start_ = empty ? 0 : closure(1);
}

// What may be skipped is skipped: place i with an optional element i is also place i + 1.
Places Expression::closure(Places at) const {
  for (Places fresh = at & optional_; fresh != 0;) {
    const Places skipped = (fresh << 1U) & ~at;
    at |= skipped;
    fresh = skipped & optional_;
  }
  return at & alive_;
}

Places Expression::stepFrom(std::size_t place) const {
  // A repeated element may be read again, or left behind.
  return closure((factors_[place].repeat == Repeat::Once ? Places{2} : Places{3}) << place);
}

Places Expression::step(Places at, Symbol symbol) const {
  Places next = 0;
  for (Places rest = at & ~end(); rest != 0; rest &= rest - 1) {
    const auto i = static_cast<std::size_t>(std::countr_zero(rest));
    if (factors_[i].symbols.contains(symbol)) next |= stepFrom(i);
  }
  return next;
}

namespace {

Expression compile(std::span<const pattern::Element> elements, pattern::Negation negation) {
  std::vector<Factor> factors;
  factors.reserve(elements.size());
  for (const pattern::Element& element : elements) {
    factors.push_back({symbolsOf(element, negation), element.repeat});
  }
  return Expression(std::move(factors));
}

}  // namespace

Expression compile(const pattern::Pattern& pattern, pattern::Negation negation) {
  return compile(std::span(pattern.elements), negation);
}

Places walk(const Expression& expression, const DigitString& number) {
  Places at = expression.start();
  for (std::size_t i = 0; i < number.size() && at != 0; ++i) {
    const auto symbol = number.symbolAt(i);
    at = symbol ? expression.step(at, *symbol) : 0;
  }
  return at;
}

std::optional<std::size_t> lengthBeforeDot(const pattern::Pattern& pattern, pattern::Negation negation,
                                           const DigitString& number) {
  if (!pattern.dot) return std::nullopt;
  const std::span<const pattern::Element> elements(pattern.elements);
  const Expression before = compile(elements.first(*pattern.dot), negation);
  const Expression behind = compile(elements.subspan(*pattern.dot), negation);
  for (std::size_t length = number.size() + 1; length-- > 0;) {
    if (before.matches(walk(before, number.first(length))) &&
        behind.matches(walk(behind, number.from(length)))) {
      return length;
    }
  }
  return std::nullopt;
}

}  // namespace dialscope::automata
