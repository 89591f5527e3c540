#include "engine/base/rare.h"

#include <gtest/gtest.h>

#include <string>

namespace dialscope {
namespace {

TEST(Rare, IsAsMadeUntilItSaysSomething) {
  const Rare<std::string> untouched;
  EXPECT_TRUE(untouched->empty());
  EXPECT_EQ(untouched, Rare<std::string>(std::string()));
  EXPECT_EQ(sizeof(untouched), sizeof(void*));
}

TEST(Rare, CopiesAreValuesOfTheirOwn) {
  Rare<std::string> first = std::string("late");
  Rare<std::string> second = first;
  second.edit() += " shift";
  EXPECT_EQ(*first, "late");
  EXPECT_EQ(*second, "late shift");
  first = second;
  EXPECT_EQ(first, second);
  first = std::string();
  EXPECT_TRUE(first->empty());
  EXPECT_EQ(*second, "late shift");
}

}  // namespace
}  // namespace dialscope
