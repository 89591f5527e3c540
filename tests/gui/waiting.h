// Waiting for the window's background work, in tests.
//
//   session.open(0, {"dialplans/bang.xml"});
//   ASSERT_TRUE(becomesIdle(session));
#pragma once

#include "gui/models/replay_session.h"

#include <QTest>

namespace dialscope::test {

/// Runs the event loop until `session` has read and answered all that it was asked; false after `timeout`.
inline bool becomesIdle(const gui::ReplaySession& session,
                        std::chrono::milliseconds timeout = std::chrono::seconds{60}) {
  return QTest::qWaitFor([&] { return !session.busy(); }, static_cast<int>(timeout.count()));
}

}  // namespace dialscope::test
