#include "gui/app/screenshot.h"

#include "engine/import/write_file.h"
#include "gui/app/main_window.h"
#include "gui/models/problems_model.h"
#include "gui/models/replay_session.h"

#include <QApplication>
#include <QBuffer>
#include <QEventLoop>
#include <QImage>
#include <QPixmap>
#include <QTimer>

namespace dialscope::gui {
namespace {

constexpr std::chrono::milliseconds kLayoutSettles{120};
constexpr int kSmallestFile = 0;  // in Qt's scale of qualities, that of the hardest compression

void waitUntilIdle(const ReplaySession& session) {
  while (session.busy()) QApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

/// Deferred layouts and repaints take a few rounds.
void settle() {
  QEventLoop loop;
  QTimer::singleShot(kLayoutSettles, &loop, &QEventLoop::quit);
  loop.exec();
}

}  // namespace

int takeScreenshot(MainWindow& window, ReplaySession& session, const WindowOptions& options,
                   QString& problem) {
  waitUntilIdle(session);
  if (!options.plans.isEmpty() && !session.plan().workspace) {
    problem = problemText(session.plan().problems.front());
    return 3;
  }
  if (session.plan().workspace && session.answer().refusal) {
    problem = problemText(*session.answer().refusal);
    return 2;
  }
  if (options.step && *options.step > session.stepCount()) {
    problem = QStringLiteral("--step %1: the call has %2 steps").arg(*options.step).arg(session.stepCount());
    return 2;
  }
  session.setStep(options.step ? *options.step - 1 : session.stepCount() - 1);
  settle();
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  window.grab().toImage().convertToFormat(QImage::Format_RGB888).save(&buffer, "PNG", kSmallestFile);
  if (const auto wrong = import::writeFile(options.screenshot.toStdString(), bytes.toStdString())) {
    problem = QStringLiteral("%1: %2").arg(options.screenshot, problemText(*wrong));
    return 3;
  }
  return 0;
}

}  // namespace dialscope::gui
