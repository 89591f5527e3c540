#include "engine/base/suggest.h"

#include <gtest/gtest.h>

namespace dialscope {
namespace {

TEST(ClosestName, Table) {
  const std::vector<std::string> known{"Internal", "International", "Phones", "PSTN", "A"};
  const std::vector<std::pair<std::string, std::string>> rows{
      {"Internal", "Internal"},
      {"Interal", "Internal"},   // one letter left out
      {"internal", "Internal"},  // letter case counts half
      {"iNTernal", "Internal"},
      {"Internatoinal", "International"},  // neighbours swapped
      {"Phone", "Phones"},
      {"PStn", "PSTN"},
      {"PTSN", "PSTN"},
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

// At most a third of the letters may differ.
TEST(ClosestName, Limit) {
  EXPECT_EQ(closestName("abcdef", {"abcdxx"}), "abcdxx");
  EXPECT_EQ(closestName("abcdef", {"abcxxx"}), "");
}

}  // namespace
}  // namespace dialscope
