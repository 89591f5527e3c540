#include "engine/base/suggest.h"

#include <gtest/gtest.h>

namespace dialscope {
namespace {

TEST(ClosestName, Table) {
  const std::vector<std::string> known{"Internal", "International", "Phones", "PSTN", "A"};
  const std::vector<std::pair<std::string, std::string>> rows{
      {"Internal", "Internal"},
      {"Interal", "Internal"},   // one letter left out
      {"internal", "Internal"},  // letter case costs nothing
      {"INTERAL", "Internal"},
      {"Internatoinal", "International"},  // neighbours swapped
      {"Phone", "Phones"},
      {"pstn", "PSTN"},
      {"PTSN", "PSTN"},
      {"tpsn", ""},       // two edits in four letters
      {"B", "A"},         // one edit is always allowed
      {"", ""},           // nothing typed, nothing meant
      {"Emergency", ""},  // nothing near
      {"zzzz", ""},
  };
  for (const auto& [typed, closest] : rows) EXPECT_EQ(closestName(typed, known), closest) << typed;
}

TEST(ClosestName, OfEqualDistanceTheFirst) {
  EXPECT_EQ(closestName("Lane", {"Line", "Lone"}), "Line");
  EXPECT_EQ(closestName("Lane", {"Lone", "Line"}), "Lone");
  EXPECT_EQ(closestName("Line", {}), "");
}

// At most a third of the letters may differ, and one in any case.
TEST(ClosestName, Limit) {
  EXPECT_EQ(closestName("abcdef", {"abcdxx"}), "abcdxx");
  EXPECT_EQ(closestName("abcdef", {"abcxxx"}), "");
  EXPECT_EQ(closestName("abcde", {"abcxx"}), "");
  EXPECT_EQ(closestName("ab", {"xb"}), "xb");
  EXPECT_EQ(closestName("ab", {"xy"}), "");
  EXPECT_EQ(closestName("a", {"abc", "ab"}), "ab");
}

// A name that differs in letter case only stands before one that differs in a letter, wherever they stand.
TEST(ClosestName, CaseIsCloserThanALetter) {
  EXPECT_EQ(closestName("line", {"Lane", "LINE"}), "LINE");
  EXPECT_EQ(closestName("line", {"LINE", "Line"}), "LINE");
}

}  // namespace
}  // namespace dialscope
