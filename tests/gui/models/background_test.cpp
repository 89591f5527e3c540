// One task at a time: what is stale is not delivered, is told to stop, and is not begun if its turn has not come.
#include "gui/models/background.h"

#include "tests/gui/waiting.h"

#include <gtest/gtest.h>

#include <QSemaphore>
#include <QTest>
#include <QThread>
#include <QThreadPool>
#include <atomic>
#include <memory>
#include <vector>

namespace dialscope::gui {
namespace {

TEST(BackgroundTest, DeliversTheLastResultOnly) {
  Background background;
  std::vector<int> delivered;
  for (int i = 0; i < 20; ++i) {
    background.start([i](const std::stop_token&) { return i; },
                     [&](int result) { delivered.push_back(result); });
  }
  EXPECT_TRUE(background.running());
  ASSERT_TRUE(test::eventually([&] { return !background.running(); }));
  QTest::qWait(20);
  EXPECT_EQ(delivered, std::vector<int>{19});
}

TEST(BackgroundTest, TellsAStaleTaskToStop) {
  Background background;
  const auto begun = std::make_shared<QSemaphore>();
  const auto stopped = std::make_shared<QSemaphore>();
  background.start(
      [begun, stopped](const std::stop_token& stop) {
        begun->release();
        while (!stop.stop_requested()) QThread::msleep(1);
        stopped->release();
        return 0;
      },
      [](int) { ADD_FAILURE() << "a cancelled result was delivered"; });
  ASSERT_TRUE(begun->tryAcquire(1, 10'000));
  background.cancel();
  EXPECT_FALSE(background.running());
  EXPECT_TRUE(stopped->tryAcquire(1, 10'000));
  QTest::qWait(20);
}

TEST(BackgroundTest, DoesNotBeginWhatIsStaleBeforeItsTurn) {
  const int threads = QThreadPool::globalInstance()->maxThreadCount();
  const auto gate = std::make_shared<QSemaphore>();
  const auto begun = std::make_shared<std::atomic<int>>(0);
  std::vector<std::unique_ptr<Background>> others;
  for (int i = 0; i < threads; ++i) {
    others.push_back(std::make_unique<Background>());
    others.back()->start(
        [gate](const std::stop_token&) {
          gate->acquire();
          return 0;
        },
        [](int) {});
  }
  Background background;
  int result = 0;
  for (int i = 1; i <= 5; ++i) {
    background.start(
        [begun, i](const std::stop_token&) {
          ++*begun;
          return i;
        },
        [&](int one) { result = one; });
  }
  gate->release(threads);
  ASSERT_TRUE(test::eventually([&] { return result != 0; }));
  EXPECT_EQ(result, 5);
  EXPECT_EQ(*begun, 1) << "work that nobody waited for has been done";
}

}  // namespace
}  // namespace dialscope::gui
