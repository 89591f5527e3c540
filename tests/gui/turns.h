// How long the window's thread was busy with one event: while it is, nobody can click and nothing is painted.
//
//   Turns::reset();
//   QTest::keyClicks(field, "9011");
//   tellTime("filter", Turns::longest());
//
// Processor time of the thread is measured, not the clock: other programs count less. It is told, never asserted: that a
// machine is slow is no bug. 50 ms are what nobody notices.
#pragma once

#include <QApplication>
#include <string>

namespace dialscope::test {

/// Processor time of this thread so far, in milliseconds.
double threadMilliseconds();

/// Prints what took so many milliseconds, and keeps it in the report of the test that runs; `turn` says what of it took
/// longest.
void tellTime(const std::string& what, double milliseconds, const QString& turn = {});

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
