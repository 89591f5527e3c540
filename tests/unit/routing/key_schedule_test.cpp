#include "engine/routing/key_schedule.h"

#include <gtest/gtest.h>

namespace dialscope::routing {
namespace {

using std::chrono::milliseconds;

std::vector<KeyPress> keys(std::string_view text) {
  return parseDialString(text, DialMode::DigitByDigit)->keys;
}

// The moments at which the keys come when no timer is in the way: "1@0 2@500".
std::string moments(KeySchedule schedule) {
  std::string text;
  while (const auto at = schedule.nextAt()) {
    const char key = charOf(schedule.press());
    text += (text.empty() ? "" : " ") + std::string(1, key) + "@" + std::to_string(at->count());
  }
  return text;
}

TEST(KeySchedule, Moments) {
  const milliseconds half(500);
  EXPECT_EQ(moments({keys("123"), half, false, 0}), "1@0 2@500 3@1000");
  EXPECT_EQ(moments({keys("1,2,,3"), half, false, 0}), "1@0 2@1500 3@4000");
  EXPECT_EQ(moments({keys(",12"), half, false, 0}), "1@1000 2@1500");
  EXPECT_EQ(moments({keys("123"), milliseconds(0), false, 0}), "1@0 2@0 3@0");
  EXPECT_EQ(moments({keys(""), half, false, 0}), "");
  // Behind a bloc the first key keeps the gap.
  EXPECT_EQ(moments({keys("12"), half, true, 0}), "1@500 2@1000");
  EXPECT_EQ(moments({keys(",1"), half, true, 0}), "1@1500");
  // The first two at once: a bloc replayed.
  EXPECT_EQ(moments({keys("123,4"), half, true, 2}), "1@0 2@0 3@500 4@2000");
}

TEST(KeySchedule, SitsOutExpiries) {
  KeySchedule schedule(keys("1TT23"), milliseconds(500), false, 0);
  schedule.press();
  EXPECT_FALSE(schedule.nextAt());
  schedule.expired(milliseconds(15000));
  EXPECT_FALSE(schedule.nextAt());
  schedule.expired(milliseconds(30000));
  EXPECT_EQ(schedule.nextAt(), milliseconds(30500));
  schedule.expired(milliseconds(40000));  // nothing is sat out any more: the key comes when it comes
  EXPECT_EQ(schedule.nextAt(), milliseconds(30500));
  EXPECT_EQ(schedule.unused(), "23");
  schedule.press();
  EXPECT_EQ(schedule.nextAt(), milliseconds(31000));
  EXPECT_EQ(schedule.unused(), "3");
}

TEST(KeySchedule, FirstKeyByHand) {
  KeySchedule schedule(keys("123"), milliseconds(500), true, 2);
  schedule.press();
  EXPECT_FALSE(schedule.lastWasKeyed());
  schedule.press();
  EXPECT_FALSE(schedule.lastWasKeyed());
  schedule.press();
  EXPECT_TRUE(schedule.lastWasKeyed());
}

TEST(KeySchedule, FirstKeyIsTheZeroOfAllTimes) {
  KeySchedule keyed(keys(",12"), milliseconds(500), false, 0);
  EXPECT_EQ(keyed.firstAt(), milliseconds(0));
  keyed.press();
  keyed.press();
  EXPECT_EQ(keyed.firstAt(), milliseconds(1000));
  // A bloc was there before.
  KeySchedule behindBloc(keys(",1"), milliseconds(500), true, 0);
  behindBloc.press();
  EXPECT_EQ(behindBloc.firstAt(), milliseconds(0));
}

}  // namespace
}  // namespace dialscope::routing
