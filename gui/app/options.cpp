#include "gui/app/options.h"

#include "engine/base/suggest.h"

#include <QCommandLineParser>
#include <QRegularExpression>
#include <array>

namespace dialscope::gui {
namespace {

struct Row {
  const char* names;  ///< parted by blanks
  const char* value;  ///< empty = a switch
  const char* help;
};

constexpr std::array kRows{
    Row{"css", "NAME", "calling search space; repeat for line, then device"},
    Row{"from", "X", "who dials: SEP…, SEP…/2, 1001, 1001@Internal"},
    Row{"dial digits", "DIGITS", "what is dialed: 0-9 * # A-D +, `,` a second more, `T` sit the timer out"},
    Row{"mode", "M", "digit-by-digit, bloc, bloc-wait or both (default: both)"},
    Row{"step", "N", "look at this step, from 1 (default: the last)"},
    Row{"perspective", "P", "replay, compare, author or teach"},
    Row{"theme", "T", "light or dark (default: as the desktop)"},
    Row{"scale", "F", "size of all type, 0.75 to 2"},
    Row{"size", "WxH", "size of the window, as in 1280x800"},
    Row{"screenshot", "FILE", "save a picture of the window as PNG and leave; needs no display"},
    Row{"help", "", "this text"},
    Row{"version", "", "the version"},
};

constexpr std::array<std::pair<const char*, Perspective>, 4> kPerspectives{{{"replay", Perspective::Replay},
                                                                            {"compare", Perspective::Compare},
                                                                            {"author", Perspective::Author},
                                                                            {"teach", Perspective::Teach}}};

QStringList namesOf(const Row& row) { return QString::fromUtf8(row.names).split(u' '); }

QString helpText() {
  QString text = QStringLiteral(
      "usage: dialscope-gui [PLAN...] [OPTIONS]\n\n"
      "The window of Dialscope: see, key by key, why a call goes where it goes.\n"
      "PLAN is a plan file or a folder of them; several are read as one plan.\n\n");
  for (const Row& row : kRows) {
    QString name = QStringLiteral("--") + namesOf(row).front();
    if (*row.value != 0) name += u' ' + QString::fromUtf8(row.value);
    text += QStringLiteral("  %1 %2\n").arg(name, -20).arg(QString::fromUtf8(row.help));
  }
  return text +
         QStringLiteral(
             "\nExit status: 0 done, 2 the command line is wrong or names what the plan does not have,\n"
             "3 no plan could be read or the picture could not be saved (--screenshot only).\n");
}

UsageProblem problem(const QString& text) { return {text}; }

QString closestOption(const QString& name) {
  std::vector<std::string> known;
  for (const Row& row : kRows) {
    for (const QString& one : namesOf(row)) known.push_back(one.toStdString());
  }
  return QString::fromStdString(closestName(name.toStdString(), known));
}

std::optional<QSize> readSize(const QString& text) {
  static const QRegularExpression form(QStringLiteral("^([0-9]{3,5})x([0-9]{3,5})$"));
  const auto match = form.match(text);
  if (!match.hasMatch()) return std::nullopt;
  const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
  if (size.width() < 320 || size.height() < 240 || size.width() > 8000 || size.height() > 8000)
    return std::nullopt;
  return size;
}

std::optional<std::vector<routing::DialMode>> readModes(const QString& text) {
  using routing::DialMode;
  if (text == QLatin1String("both")) return std::vector{DialMode::DigitByDigit, DialMode::Bloc};
  for (const DialMode mode : {DialMode::DigitByDigit, DialMode::Bloc, DialMode::BlocWait}) {
    if (text.toStdString() == routing::modeName(mode)) return std::vector{mode};
  }
  return std::nullopt;
}

}  // namespace

QString nameOf(Perspective perspective) {
  return QString::fromLatin1(kPerspectives[static_cast<std::size_t>(perspective)].first);
}

Options parseOptions(const QStringList& arguments) {
  QCommandLineParser parser;
  for (const Row& row : kRows) {
    parser.addOption({namesOf(row), QString::fromUtf8(row.help), QString::fromUtf8(row.value)});
  }
  if (!parser.parse(QStringList{QStringLiteral("dialscope-gui")} + arguments)) {
    const QStringList unknown = parser.unknownOptionNames();
    if (unknown.isEmpty()) return problem(parser.errorText());
    const QString closest = closestOption(unknown.front());
    return problem(QStringLiteral("there is no option --%1%2")
                       .arg(unknown.front(), closest.isEmpty()
                                                 ? QString()
                                                 : QStringLiteral("; did you mean --%1?").arg(closest)));
  }
  if (parser.isSet(QStringLiteral("help"))) return HelpText{helpText()};
  if (parser.isSet(QStringLiteral("version"))) {
    return HelpText{QStringLiteral("dialscope-gui " DIALSCOPE_VERSION "\n")};
  }

  WindowOptions options;
  options.plans = parser.positionalArguments();
  for (const QString& name : parser.values(QStringLiteral("css"))) {
    options.request.searchSpaces.push_back(name.toStdString());
  }
  options.request.from = parser.value(QStringLiteral("from")).toStdString();
  if (!options.request.from.empty() && !options.request.searchSpaces.empty()) {
    return problem(QStringLiteral("--from and --css exclude each other: both say who dials"));
  }
  options.request.digits = parser.value(QStringLiteral("dial")).toStdString();

  const auto given = [&](const char* name) { return parser.isSet(QString::fromLatin1(name)); };
  const auto text = [&](const char* name) { return parser.value(QString::fromLatin1(name)); };
  if (given("mode")) {
    const auto modes = readModes(text("mode"));
    if (!modes) {
      return problem(
          QStringLiteral("--mode %1: expected digit-by-digit, bloc, bloc-wait or both").arg(text("mode")));
    }
    options.modes = *modes;
  }
  if (given("step")) {
    bool number = false;
    options.step = text("step").toInt(&number);
    if (!number || *options.step < 1) {
      return problem(QStringLiteral("--step %1: expected a number from 1").arg(text("step")));
    }
  }
  if (given("perspective")) {
    for (const auto& [name, perspective] : kPerspectives) {
      if (text("perspective") == QLatin1String(name)) options.perspective = perspective;
    }
    if (!options.perspective) {
      return problem(QStringLiteral("--perspective %1: expected replay, compare, author or teach")
                         .arg(text("perspective")));
    }
  }
  if (given("theme")) {
    if (text("theme") == QLatin1String("light")) options.scheme = ColourScheme::Light;
    if (text("theme") == QLatin1String("dark")) options.scheme = ColourScheme::Dark;
    if (!options.scheme)
      return problem(QStringLiteral("--theme %1: expected light or dark").arg(text("theme")));
  }
  if (given("scale")) {
    bool number = false;
    options.scale = text("scale").toDouble(&number);
    if (!number || *options.scale < kSmallestScale || *options.scale > kLargestScale) {
      return problem(QStringLiteral("--scale %1: expected a number from 0.75 to 2").arg(text("scale")));
    }
  }
  if (given("size")) {
    options.size = readSize(text("size"));
    if (!options.size) {
      return problem(
          QStringLiteral("--size %1: expected width and height, 320x240 to 8000x8000, as in 1280x800")
              .arg(text("size")));
    }
  }
  options.screenshot = text("screenshot");
  if (given("screenshot") && options.screenshot.isEmpty()) {
    return problem(QStringLiteral("--screenshot needs the name of a file"));
  }
  return options;
}

}  // namespace dialscope::gui
