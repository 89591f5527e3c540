#include "engine/base/digits.h"

#include <gtest/gtest.h>

namespace dialscope {
namespace {

// DA-01: 17 symbols and no other character.
TEST(DialAlphabet, SeventeenSymbols) {
  EXPECT_EQ(kSymbolCount, 17U);
  std::string known;
  for (int c = 0; c < 256; ++c) {
    if (const auto symbol = symbolOf(static_cast<char>(c))) {
      known += static_cast<char>(c);
      EXPECT_EQ(charOf(*symbol), static_cast<char>(c));
    }
  }
  EXPECT_EQ(known, "#*+0123456789ABCD");
}

TEST(SymbolSet, Members) {
  SymbolSet set("12#");
  EXPECT_EQ(set.size(), 3);
  EXPECT_TRUE(set.contains(*symbolOf('#')));
  EXPECT_FALSE(set.contains(*symbolOf('3')));
  set.insert(*symbolOf('3'));
  EXPECT_TRUE(set.contains(*symbolOf('3')));
  EXPECT_TRUE(SymbolSet().empty());
  EXPECT_EQ(kAllSymbols.size(), 17);
}

TEST(SymbolSet, Complement) {
  const SymbolSet set("1+");
  EXPECT_EQ(set.complementIn(kDigits), SymbolSet("023456789"));
  EXPECT_EQ(set.complementIn(kAllSymbols).size(), 15);
  EXPECT_EQ(set.complementIn(kAllSymbols).complementIn(kAllSymbols), set);
}

TEST(DigitString, Pieces) {
  const DigitString number("+1408#");
  EXPECT_EQ(number.first(2).text(), "+1");
  EXPECT_EQ(number.from(2).text(), "408#");
  EXPECT_EQ(number.from(9).text(), "");
  EXPECT_TRUE(number.endsWith('#'));
  EXPECT_FALSE(DigitString().endsWith('#'));
  EXPECT_EQ(number.symbolAt(0), symbolOf('+'));
  EXPECT_FALSE(DigitString("5X").symbolAt(1)) << "the X of a mask that fell short (DA-62)";
}

}  // namespace
}  // namespace dialscope
