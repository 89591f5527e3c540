// dialscope-gui: the window. Reads the arguments first, so that `--help` needs no display.
#include "gui/app/look.h"
#include "gui/app/main_window.h"
#include "gui/app/options.h"
#include "gui/app/screenshot.h"
#include "gui/app/shortcut_guard.h"
#include "gui/app/wheel_guard.h"
#include "gui/models/replay_session.h"

#include <QApplication>
#include <QSettings>
#include <cstdio>
#include <exception>
#include <memory>

namespace {

using namespace dialscope::gui;

int say(std::FILE* stream, const QString& text, int status) {
  const QByteArray bytes = text.toUtf8();
  const bool written = std::fwrite(bytes.data(), 1, static_cast<std::size_t>(bytes.size()), stream) ==
                           static_cast<std::size_t>(bytes.size()) &&
                       std::fflush(stream) == 0;
  return written ? status : 70;
}

int complain(const QString& text, const char* slug, int status) {
  return say(stderr, QStringLiteral("dialscope-gui: error: %1 [%2]\n").arg(text, QString::fromLatin1(slug)),
             status);
}

/// What was asked for on the command line goes before what was kept from last time.
void dress(const WindowOptions& options, const QSettings* settings) {
  ColourScheme scheme = desktopScheme();
  double scale = 1;
  if (settings) {
    const QString kept = settings->value(QStringLiteral("look/theme")).toString();
    if (kept == QLatin1String("dark")) scheme = ColourScheme::Dark;
    if (kept == QLatin1String("light")) scheme = ColourScheme::Light;
    scale = settings->value(QStringLiteral("look/scale"), 1).toDouble();
  }
  setColourScheme(options.scheme.value_or(scheme));
  setTypeScale(options.scale.value_or(scale));
}

int runWindow(int argc, char** argv, const WindowOptions& options) {
  const bool picture = !options.screenshot.isEmpty();
  const bool display = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
  if (picture && !display && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
    qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  QApplication::setApplicationName(QStringLiteral("dialscope-gui"));
  QApplication::setApplicationDisplayName(QStringLiteral("Dialscope"));
  QApplication::setApplicationVersion(QStringLiteral(DIALSCOPE_VERSION));
  QApplication::setOrganizationName(QStringLiteral("dialscope"));
  QApplication::setDesktopFileName(QStringLiteral("io.github.dialscope.Dialscope"));
  rememberDesktop();
  // A picture shows what was asked for, whatever was left from last time.
  const std::unique_ptr<QSettings> settings = picture ? nullptr : std::make_unique<QSettings>();
  dress(options, settings.get());
  ShortcutGuard shortcutGuard;
  application.installEventFilter(&shortcutGuard);
  WheelGuard wheelGuard;
  application.installEventFilter(&wheelGuard);

  ReplaySession session;
  std::vector<Lane> lanes;
  using routing = dialscope::routing::DialMode;
  for (const auto mode :
       options.modes.empty() ? std::vector{routing::DigitByDigit, routing::Bloc} : options.modes) {
    lanes.push_back({0, mode});
  }
  session.setLanes(std::move(lanes));
  session.setRequest(options.request);
  MainWindow window(session, settings.get());
  if (options.size) window.resize(*options.size);
  window.show(options.perspective.value_or(Perspective::Replay));
  window.open(options.plans);
  window.QWidget::show();
  if (picture) {
    QString problem;
    const int status = takeScreenshot(window, session, options, problem);
    return status == 0 ? 0 : complain(problem, status == 2 ? "usage" : "screenshot", status);
  }
  if (!options.request.digits.empty()) {
    // The step that was asked for is looked at once the plan is there.
    auto* first = new QObject(&session);
    QObject::connect(&session, &ReplaySession::answered, first, [&session, first, step = options.step] {
      if (!session.answer().trace) return;
      session.setStep(step ? *step - 1 : session.stepCount() - 1);
      first->deleteLater();
    });
  }
  return QApplication::exec();
}

}  // namespace

int main(int argc, char** argv) {
  try {
    QStringList arguments;
    for (int i = 1; i < argc; ++i) arguments.append(QString::fromLocal8Bit(argv[i]));
    const Options options = parseOptions(arguments);
    if (const auto* help = std::get_if<HelpText>(&options)) return say(stdout, help->text, 0);
    if (const auto* problem = std::get_if<UsageProblem>(&options)) return complain(problem->text, "usage", 2);
    return runWindow(argc, argv, std::get<WindowOptions>(options));
  } catch (const std::exception& exception) {
    return complain(
        QStringLiteral("this should not have happened: %1").arg(QString::fromLocal8Bit(exception.what())),
        "internal", 70);
  }
}
