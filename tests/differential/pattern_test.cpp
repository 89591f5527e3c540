// Single patterns: the engine against the plain matcher and against RE2. First every pattern of a few pieces and every
// short string, then larger ones at random.
#include "engine/automata/expression.h"
#include "reference_matcher.h"
#include "tests/support/plan_sketch.h"
#include "tests/support/random.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <functional>

namespace dialscope {
namespace {

using automata::Expression;
using automata::Places;
using pattern::Negation;

const std::vector<std::string> kPieces{"1", "2", "X", "!", "[12]", "[^1]", "?", "+", ".", "#", "*", "\\+"};

// Two readings besides the default, by what they are called and the symbols they complement in (DA-05).
const std::vector<std::pair<Negation, std::string>> kUniverses{{Negation::Keypad, "0123456789*#"},
                                                               {Negation::Digits, "0123456789"},
                                                               {Negation::All, "0123456789*#ABCD+"}};

// Whether pieces in a row are a pattern: repeats have something before them, one dot, one caret (DA-06, 07, 10, 12).
bool legal(const std::vector<std::string>& pieces) {
  bool nothingToRepeat = true;
  for (const std::string& piece : pieces) {
    if ((piece == "?" || piece == "+") && nothingToRepeat) return false;
    nothingToRepeat = piece == ".";
  }
  return std::count(pieces.begin(), pieces.end(), ".") <= 1 &&
         std::count(pieces.begin(), pieces.end(), "[^1]") <= 1;
}

std::string join(const std::vector<std::string>& pieces) {
  std::string text;
  for (const auto& piece : pieces) text += piece;
  return text;
}

// Every row of `kPieces` with up to `most` pieces.
void forEachRow(std::size_t most, const std::function<void(const std::vector<std::string>&)>& visit) {
  std::vector<std::string> row;
  const std::function<void()> extend = [&] {
    visit(row);
    if (row.size() == most) return;
    for (const auto& piece : kPieces) {
      row.push_back(piece);
      extend();
      row.pop_back();
    }
  };
  extend();
}

// Compares both questions at `number` and at every string that begins with it, up to `left` symbols more.
void compareFrom(const std::string& text, const Expression& language, Places at, std::string& number,
                 std::size_t left, std::string_view universe, std::string_view symbols) {
  ASSERT_EQ(language.matches(at), reference::matches(text, number, universe)) << text << " and " << number;
  ASSERT_EQ(language.longerPossible(at), reference::longerPossible(text, number, universe))
      << text << " and " << number;
  if (left == 0) return;
  for (const char c : symbols) {
    number += c;
    ASSERT_NO_FATAL_FAILURE(
        compareFrom(text, language, language.step(at, *symbolOf(c)), number, left - 1, universe, symbols));
    number.pop_back();
  }
}

void compareAll(const std::string& text, std::size_t longest, Negation negation, std::string_view universe,
                std::string_view symbols) {
  const Expression language = automata::compile(test::patternOf(text), negation);
  std::string number;
  compareFrom(text, language, language.start(), number, longest, universe, symbols);
}

TEST(SmallPatterns, WhatIsAPattern) {
  std::size_t refused = 0;
  forEachRow(4, [&](const std::vector<std::string>& pieces) {
    const std::string text = join(pieces);
    // Pieces may melt into others: none of these does but `\+` behind nothing.
    Diagnostics problems;
    const bool read = pattern::parsePattern(text, {}, problems).has_value();
    ASSERT_EQ(read, legal(pieces)) << text;
    refused += read ? 0 : 1;
  });
  EXPECT_GT(refused, 1000U);
}

TEST(SmallPatterns, EveryShortString) {
  std::size_t compared = 0;
  forEachRow(3, [&](const std::vector<std::string>& pieces) {
    if (!legal(pieces) || HasFatalFailure()) return;
    ++compared;
    const bool complement = std::count(pieces.begin(), pieces.end(), "[^1]") != 0;
    for (const auto& [negation, universe] : kUniverses) {
      if (negation == Negation::Keypad || complement) {
        compareAll(join(pieces), pieces.size() < 3 ? 4 : 3, negation, universe, "123#*+A");
      }
    }
  });
  EXPECT_GT(compared, 1000U);
}

TEST(SmallPatterns, Counts) {
  forEachRow(3, [&](const std::vector<std::string>& pieces) {
    if (!legal(pieces)) return;
    const std::string text = join(pieces);
    const Expression language = automata::compile(test::patternOf(text), Negation::Keypad);
    for (std::size_t length = 0; length <= 3; ++length) {
      const auto count = automata::countStrings(language, length);
      ASSERT_TRUE(count) << text;
      ASSERT_EQ(*count, reference::count(text, length)) << text << " at " << length;
    }
  });
}

// A random pattern of up to `most` pieces, legal by construction.
std::string randomPattern(test::Random& random, std::size_t most) {
  static const std::vector<std::string> kMore{"1",    "2",     "3",     "X",      "X",     "!",
                                              "[12]", "[2-4]", "[13*]", "[^1-3]", "[^*2]", "[\\+#A]",
                                              "#",    "*",     "\\+",   "D"};
  std::string text;
  bool dot = false;
  bool caret = false;
  for (std::size_t left = random.between(1, most); left > 0; --left) {
    std::string piece = random.of(kMore);
    if (piece[1] == '^' && std::exchange(caret, true)) piece = "[1-4]";
    text += piece;
    if (random.oneIn(5)) text += random.oneIn(2) ? "?" : "+";
    if (random.oneIn(20)) text += "?";
    if (!dot && random.oneIn(6)) {
      text += ".";
      dot = true;
    }
  }
  return text;
}

TEST(RandomPatterns, AgainstTheReference) {
  test::Random random(1);
  std::size_t matched = 0;
  for (int i = 0; i < 3000; ++i) {
    const std::string text = randomPattern(random, 9);
    const auto& [negation, universe] = random.of(kUniverses);
    const Expression language = automata::compile(test::patternOf(text), negation);
    for (int j = 0; j < 30; ++j) {
      // A walk that mostly keeps to symbols that lead on, so that long strings are met and matched.
      std::string number;
      Places at = language.start();
      for (std::size_t left = random.below(12); left > 0; --left) {
        char c = random.of(kDialAlphabet);
        for (int attempt = 0; attempt < 20 && language.step(at, *symbolOf(c)) == 0; ++attempt)
          c = random.of(kDialAlphabet);
        at = language.step(at, *symbolOf(c));
        number += c;
      }
      ASSERT_EQ(language.matches(at), reference::matches(text, number, universe))
          << text << " and " << number;
      ASSERT_EQ(language.longerPossible(at), reference::longerPossible(text, number, universe))
          << text << " and " << number;
      matched += language.matches(at) ? 1 : 0;
    }
  }
  EXPECT_GT(matched, 10'000U);
}

TEST(RandomPatterns, Counts) {
  test::Random random(2);
  for (int i = 0; i < 300; ++i) {
    const std::string text = randomPattern(random, 4);
    const auto& [negation, universe] = random.of(kUniverses);
    const Expression language = automata::compile(test::patternOf(text), negation);
    for (std::size_t length = 0; length <= 3; ++length) {
      ASSERT_EQ(automata::countStrings(language, length).value(), reference::count(text, length, universe))
          << text << " at " << length;
    }
  }
}

// `pattern` as a regular expression, each wildcard in brackets so that a repeat takes all of it.
std::string regularExpression(const std::string& text, const std::string& universe) {
  std::string result;
  std::size_t last = 0;  // where the last wildcard begins
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '.') continue;
    if (c == '?' || c == '+') {
      result = result.substr(0, last) + "(?:" + result.substr(last) + ")" + (c == '?' ? "*" : "+");
      continue;
    }
    last = result.size();
    if (c == 'X') {
      result += "[0-9]";
    } else if (c == '!') {
      result += "(?:[0-9]+)";
    } else if (c == '[' && text[i + 1] == '^') {
      // RE2 has no difference of classes: the symbols of the universe that the class does not name, one by one.
      const std::size_t close = text.find(']', i);
      const RE2 inside("[^" + text.substr(i + 2, close - i - 1));
      std::string others;
      for (const char s : universe) {
        if (RE2::FullMatch(std::string(1, s), inside)) others += s;
      }
      result += "[" + others + "]";
      i = close;
    } else if (c == '[') {
      const std::size_t close = text.find(']', i);
      result += text.substr(i, close + 1 - i);
      i = close;
    } else {
      result += RE2::QuoteMeta(std::string(1, c == '\\' ? text[++i] : c));
    }
  }
  return result;
}

TEST(RandomPatterns, AgainstRe2) {
  test::Random random(3);
  std::size_t matched = 0;
  for (int i = 0; i < 3000; ++i) {
    const std::string text = randomPattern(random, 8);
    const auto& [negation, universe] = random.of(kUniverses);
    const RE2 foreign(regularExpression(text, universe));
    ASSERT_TRUE(foreign.ok()) << text << ": " << foreign.error();
    const Expression language = automata::compile(test::patternOf(text), negation);
    for (int j = 0; j < 30; ++j) {
      std::string number;
      Places at = language.start();
      for (std::size_t left = random.below(14); left > 0; --left) {
        char c = random.of(kDialAlphabet);
        for (int attempt = 0; attempt < 20 && language.step(at, *symbolOf(c)) == 0; ++attempt)
          c = random.of(kDialAlphabet);
        at = language.step(at, *symbolOf(c));
        number += c;
      }
      ASSERT_EQ(language.matches(at), RE2::FullMatch(number, foreign)) << text << " and " << number;
      matched += language.matches(at) ? 1 : 0;
    }
  }
  EXPECT_GT(matched, 10'000U);
}

// print ∘ parse is the identity on what is written once, and keeps the elements whatever is written.
TEST(RandomPatterns, PrintThenParse) {
  test::Random random(4);
  const auto symbolsOnly = [](const pattern::Pattern& pattern) {
    std::vector<std::tuple<pattern::ElementKind, pattern::Repeat, std::string>> elements;
    for (const auto& element : pattern.elements) {
      std::string symbols;
      for (const char c : kDialAlphabet) {
        if (element.symbols.contains(*symbolOf(c))) symbols += c;
      }
      elements.emplace_back(element.kind, element.repeat, symbols);
    }
    return elements;
  };
  for (int i = 0; i < 3000; ++i) {
    const pattern::Pattern once = test::patternOf(randomPattern(random, 9));
    const pattern::Pattern twice = test::patternOf(printPattern(once));
    ASSERT_EQ(symbolsOnly(twice), symbolsOnly(once)) << once.text << " printed as " << twice.text;
    ASSERT_EQ(twice.dot, once.dot) << once.text << " printed as " << twice.text;
    ASSERT_EQ(printPattern(twice), twice.text);
  }
}

}  // namespace
}  // namespace dialscope
