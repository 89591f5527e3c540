// Random languages and strings for the laws, the same in every run.
//
// Few symbols, so that short strings collide: of the six tried, `5` is in no pattern and stands for the
// symbols without a column. Two kinds of automata: of expressions through a compiler, as the engine makes
// them, and of random rows, which no compiler makes.
#pragma once

#include "engine/automata/compiler.h"
#include "engine/automata/row_builder.h"
#include "engine/automata/trim.h"

#include <cstdint>
#include <numeric>
#include <random>
#include <string>
#include <vector>

namespace dialscope::automata {

inline constexpr std::string_view kTried = "015*A+";
inline constexpr std::string_view kInPatterns = "01*A+";

/// The tag of a string in an automaton.
inline TagId tagOf(const Automaton& automaton, const std::string& text) {
  Edge at = automaton.start();
  for (const char c : text) at = automaton.step(at.row, *symbolOf(c));
  return at.tag;
}

/// Every string of up to `longest` of `symbols`, shorter ones first, then in the order of the dial alphabet.
inline std::vector<std::string> stringsUpTo(std::size_t longest, std::string_view symbols = kTried) {
  std::vector<std::string> all{""};
  for (std::size_t begin = 0, length = 0; length < longest; ++length) {
    const std::size_t end = all.size();
    for (; begin < end; ++begin) {
      for (const char c : symbols) all.push_back(all[begin] + c);
    }
  }
  return all;
}

class RandomLanguages {
 public:
  explicit RandomLanguages(std::uint32_t seed) : engine_(seed) {}

  /// From 0 to `below`, excluded. Not a distribution of the library, which differs from one library to the
  /// next.
  std::size_t number(std::size_t below) { return engine_() % below; }
  bool oneIn(std::size_t times) { return number(times) == 0; }

  std::string string(std::size_t length, std::string_view symbols = kTried) {
    std::string text;
    while (text.size() < length) text += symbols[number(symbols.size())];
    return text;
  }

  Expression expression() {
    std::vector<Factor> factors(number(6));
    for (Factor& factor : factors) {
      for (const char c : kInPatterns) {
        if (oneIn(2)) factor.symbols.insert(*symbolOf(c));
      }
      if (oneIn(4)) factor.repeat = oneIn(2) ? pattern::Repeat::OneOrMore : pattern::Repeat::ZeroOrMore;
    }
    return Expression(std::move(factors));
  }

  std::vector<Expression> expressions(std::size_t count) {
    std::vector<Expression> all;
    while (all.size() < count) all.push_back(expression());
    return all;
  }

  /// About every second expression, ascending.
  std::vector<ExpressionId> list(std::size_t expressions) {
    std::vector<ExpressionId> ids;
    for (std::size_t id = 0; id < expressions; ++id) {
      if (oneIn(2)) ids.push_back(static_cast<ExpressionId>(id));
    }
    return ids;
  }

  /// Up to five rows that lead anywhere, with tags from 1 to 3.
  Automaton rows() {
    const auto count = static_cast<RowId>(number(6));
    RowBuilder rows(SymbolSet{kInPatterns});
    for (RowId row = 0; row < count; ++row) rows.addRow();
    for (RowId row = 1; row <= count; ++row) {
      for (const char c : kInPatterns) rows.set(row, *symbolOf(c), edge(count));
    }
    return trim(rows.build(edge(count)));
  }

  /// A few expressions through a compiler of their own: tags are those of single expressions and of their
  /// sets.
  Automaton compiled() {
    const std::vector<Expression> all = expressions(1 + number(4));
    std::vector<ExpressionId> ids(all.size());
    std::iota(ids.begin(), ids.end(), 0U);
    return *Compiler(all, SymbolSet{kInPatterns}, Budget{}).compile(ids);
  }

  Automaton any() { return oneIn(2) ? rows() : compiled(); }

 private:
  Edge edge(RowId rows) {
    return {static_cast<RowId>(number(rows + 1)), oneIn(3) ? static_cast<TagId>(1 + number(3)) : kNoTag};
  }

  std::mt19937 engine_;
};

}  // namespace dialscope::automata
