// Waiting for what the window does in its own time. A busy machine is no mistake, so nothing here is waited for by the
// clock: what must come is waited for until it is there, and only a failure waits long.
//
//   session.open(0, {"dialplans/bang.xml"});
//   ASSERT_TRUE(becomesIdle(session));
#pragma once

#include "gui/models/replay_session.h"

#include <QTest>
#include <QWidget>
#include <chrono>
#include <vector>

namespace dialscope::test {

/// Runs the event loop until `holds()`; false when it does not within `patience`.
template <class Condition>
bool eventually(const Condition& holds, std::chrono::milliseconds patience = std::chrono::seconds{60}) {
  return QTest::qWaitFor(holds, static_cast<int>(patience.count()));
}

/// Until `session` has read and answered all that it was asked.
inline bool becomesIdle(const gui::ReplaySession& session) {
  return eventually([&] { return !session.busy(); });
}

/// Until nothing in `window` moves or grows any more.
inline void settle(const QWidget& window) {
  const auto places = [&] {
    std::vector<QRect> all{window.geometry()};
    for (const auto* widget : window.findChildren<QWidget*>()) all.push_back(widget->geometry());
    return all;
  };
  std::vector<QRect> before = places();
  // An event may ask for another, and that for one more: three looks alike.
  for (int alike = 0; alike < 3;) {
    QTest::qWait(10);
    std::vector<QRect> now = places();
    alike = now == before ? alike + 1 : 0;
    before = std::move(now);
  }
}

}  // namespace dialscope::test
