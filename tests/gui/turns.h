// How long the window's thread was busy with one event: while it is, nobody can click and nothing is painted.
//
//   Turns::reset();
//   QTest::keyClicks(field, "9011");
//   EXPECT_LT(Turns::longest(), kNoticed);
//
// Processor time of the thread is measured, not the clock: other programs do not count.
#pragma once

#include <QApplication>

namespace dialscope::test {

/// Milliseconds; a build with sanitizers is many times slower.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr double kNoticed = 1000;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr double kNoticed = 1000;
#else
inline constexpr double kNoticed = 50;
#endif
#else
inline constexpr double kNoticed = 50;
#endif

/// Processor time of this thread so far, in milliseconds.
double threadMilliseconds();

template <class Work>
double timed(const Work& work) {
  const double start = threadMilliseconds();
  work();
  return threadMilliseconds() - start;
}

/// The application of the tests: notes how long each turn of the event loop takes.
class Turns : public QApplication {
 public:
  using QApplication::QApplication;

  static void reset();
  /// In milliseconds, since the last reset().
  static double longest();
  /// What that event was, and whose: "UpdateRequest to main-window".
  static QString longestWas();

  bool notify(QObject* receiver, QEvent* event) override;
};

}  // namespace dialscope::test
