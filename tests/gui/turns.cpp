#include "tests/gui/turns.h"

#include <gtest/gtest.h>

#include <QEvent>
#include <QMetaEnum>
#include <cstdio>
#include <ctime>

namespace dialscope::test {
namespace {

struct Longest {
  double time = 0;
  QEvent::Type type = QEvent::None;
  QString receiver;
};

Longest longestTurn;
int depth = 0;

}  // namespace

double threadMilliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

void tellTime(const std::string& what, double milliseconds, const QString& turn) {
  std::printf("%-42s %6.1f ms  %s\n", what.c_str(), milliseconds, qPrintable(turn));
  ::testing::Test::RecordProperty(what, std::to_string(milliseconds));
}

void Turns::reset() { longestTurn = {}; }

double Turns::longest() { return longestTurn.time; }

QString Turns::longestWas() {
  const auto* name = QMetaEnum::fromType<QEvent::Type>().valueToKey(longestTurn.type);
  return QStringLiteral("%1 to %2").arg(QLatin1String(name), longestTurn.receiver);
}

bool Turns::notify(QObject* receiver, QEvent* event) {
  if (depth > 0) return QApplication::notify(receiver, event);
  // The receiver may be gone afterwards.
  const QString whose =
      QStringLiteral("%1 %2").arg(QLatin1String(receiver->metaObject()->className()), receiver->objectName());
  const QEvent::Type type = event->type();
  const double start = threadMilliseconds();
  ++depth;
  const bool taken = QApplication::notify(receiver, event);
  --depth;
  const double time = threadMilliseconds() - start;
  if (time > longestTurn.time) longestTurn = {time, type, whose};
  return taken;
}

}  // namespace dialscope::test
