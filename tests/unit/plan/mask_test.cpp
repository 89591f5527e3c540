#include "engine/plan/mask.h"

#include <gtest/gtest.h>

namespace dialscope::plan {
namespace {

// DA-61, DA-62: the number, the mask, what comes out, and what comes out where the X is kept.
TEST(Mask, Table) {
  struct Row {
    std::string number, mask, shrunk, kept;
  };
  const std::vector<Row> rows{
      {"4001", "+14085554XXX", "+14085554001", "+14085554001"},
      {"", "777777", "777777", "777777"},
      {"4001", "", "4001", "4001"},
      {"123", "555XXXX", "555123", "555X123"},
      {"", "XXXX", "", "XXXX"},
      {"12345", "XX", "45", "45"},
      {"12345", "9", "9", "9"},
      {"+1408#", "XX", "8#", "8#"},  // + * # are single symbols
      {"*12", "XXX", "*12", "*12"},
      {"1234", "XX00", "1200", "1200"},
      {"1234", "X9X", "294", "294"},
      {"12", "X5XX0", "510", "X5X10"},
      {"12", "XX5XX", "512", "XX512"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.number + " under " + row.mask);
    EXPECT_EQ(applyMask(row.number, row.mask, MaskShortfall::Shrink), row.shrunk);
    EXPECT_EQ(applyMask(row.number, row.mask, MaskShortfall::KeepX), row.kept);
  }
}

}  // namespace
}  // namespace dialscope::plan
