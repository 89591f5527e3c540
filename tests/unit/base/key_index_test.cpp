#include "engine/base/key_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dialscope {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// An index over `names`, told to expect `expected` of them.
struct Names {
  Names(std::vector<std::string> all, std::size_t expected) : names(std::move(all)), index(expected) {
    for (const std::string& name : names) index.add(hashOf(name));
  }

  static std::size_t hashOf(const std::string& name) { return std::hash<std::string>()(name); }
  auto is(const std::string& name) const {
    return [this, name](std::size_t i) { return names[i] == name; };
  }
  std::vector<std::size_t> all(const std::string& name) const {
    return index.findAll(hashOf(name), is(name));
  }
  std::optional<std::size_t> first(const std::string& name) const {
    return index.find(hashOf(name), is(name));
  }

  std::vector<std::string> names;
  KeyIndex index;
};

TEST(KeyIndex, FindsAllItemsOfAKeyLowestFirst) {
  const Names names({"A", "B", "A", "", "A"}, 5);
  EXPECT_EQ(names.index.size(), 5U);
  EXPECT_THAT(names.all("A"), ElementsAre(0U, 2U, 4U));
  EXPECT_THAT(names.all(""), ElementsAre(3U));
  EXPECT_THAT(names.all("C"), IsEmpty());
  EXPECT_EQ(names.first("A"), 0U);
  EXPECT_EQ(names.first("C"), std::nullopt);
}

TEST(KeyIndex, FindsMoreItemsThanItWasMadeFor) {
  std::vector<std::string> many;
  for (int i = 0; i < 1000; ++i) many.push_back(std::to_string(i % 500));
  const Names names(many, 3);
  for (std::size_t i = 0; i < 500; ++i) EXPECT_THAT(names.all(std::to_string(i)), ElementsAre(i, i + 500));
}

TEST(KeyIndex, TellsKeysOfOneHashApart) {
  KeyIndex index(2);
  index.add(7);
  index.add(7);
  EXPECT_EQ(index.find(7, [](std::size_t i) { return i == 1; }), 1U);
  EXPECT_EQ(KeyIndex().find(7, [](std::size_t) { return true; }), std::nullopt);
}

}  // namespace
}  // namespace dialscope
