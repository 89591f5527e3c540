// masks.csv and discards.csv: one rewriting each, done by routing::rewrite as a pattern of a plan would.
#include "engine/routing/rewrite.h"
#include "tests/support/csv.h"
#include "tests/support/plan_sketch.h"

#include <gtest/gtest.h>

namespace dialscope {
namespace {

using test::Row;

TEST(Masks, EveryRowHolds) {
  const auto table = test::readCsv("tests/conformance/masks.csv");
  EXPECT_GE(table.size(), 15U);
  for (const Row& row : table) {
    SCOPED_TRACE(row["name"]);
    plan::Entry entry;
    routing::Origin origin;
    routing::Hop hop;
    const bool called = row["side"] == "called";
    if (called) {
      ASSERT_EQ(row["external_mask"], "") << "a called number has none";
      entry.called.edit().mask = row["mask"];
      entry.called.edit().prefix = row["prefix"];
      hop.called = DigitString(row["number"]);
    } else {
      ASSERT_EQ(row["side"], "calling");
      entry.calling.edit().useExternalPhoneNumberMask = !row["external_mask"].empty();
      entry.calling.edit().mask = row["mask"];
      entry.calling.edit().prefix = row["prefix"];
      origin.externalPhoneNumberMask = row["external_mask"];
      origin.calling = hop.calling = DigitString(row["number"]);
    }
    routing::SwitchSet consulted;
    routing::rewrite(entry, origin, {}, hop, consulted);
    EXPECT_EQ((called ? hop.called : hop.calling).text(), row["output"]);
  }
}

TEST(Discards, EveryRowHolds) {
  const std::map<std::string, plan::DiscardDigits> discards{
      {"NoDigits", plan::DiscardDigits::NoDigits},
      {"PreDot", plan::DiscardDigits::PreDot},
      {"Trailing-#", plan::DiscardDigits::TrailingPound},
      {"PreDot Trailing-#", plan::DiscardDigits::PreDotTrailingPound},
  };
  // Those of DA-64 take the number apart by the numbering plan behind `@`, which this build does not have.
  std::vector<std::string> skipped;
  for (const Row& row : test::readCsv("tests/conformance/discards.csv")) {
    SCOPED_TRACE(row["name"]);
    if (row["rule"] == "DA-64") {
      skipped.push_back(row["name"]);
      continue;
    }
    plan::Entry entry;
    entry.pattern = test::patternOf(row["pattern"]);
    ASSERT_TRUE(discards.contains(row["discard"])) << row["discard"];
    entry.called.edit().discard = discards.at(row["discard"]);
    entry.called.edit().mask = row["mask"];
    entry.called.edit().prefix = row["prefix"];
    routing::Hop hop;
    hop.called = DigitString(row["number"]);
    routing::SwitchSet consulted;
    routing::rewrite(entry, {}, {}, hop, consulted);
    EXPECT_EQ(hop.called.text(), row["output"]);
  }
  EXPECT_EQ(skipped, (std::vector<std::string>{"10-10-Dialing", "11/10D->7D", "11D->10D", "PreDot with @",
                                               "PreDot before a long distance number", "PreDot 10-10-Dialing",
                                               "PreAt 11D->10D"}));
}

}  // namespace
}  // namespace dialscope
