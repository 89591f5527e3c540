// The command line of dialscope-gui, read and as a process: help and version without a display, bad options, pictures.
#include "gui/app/options.h"

#include "tests/support/process.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

namespace dialscope::gui {
namespace {

using test::Finished;

QStringList words(const char* line) { return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts); }

TEST(WindowOptions, EverythingCanBeSaid) {
  const Options options = parseOptions(words(
      "a.xml b.xml --css Line --css Device --dial 9*1# --mode both --step 4 --perspective teach --theme dark "
      "--scale 1.5 --size 900x700 --screenshot out.png"));
  ASSERT_TRUE(std::holds_alternative<WindowOptions>(options))
      << std::get<UsageProblem>(options).text.toStdString();
  const auto& window = std::get<WindowOptions>(options);
  EXPECT_EQ(window.plans, QStringList({QStringLiteral("a.xml"), QStringLiteral("b.xml")}));
  EXPECT_EQ(window.request.searchSpaces, (std::vector<std::string>{"Line", "Device"}));
  EXPECT_EQ(window.request.digits, "9*1#");
  EXPECT_EQ(window.modes, (std::vector{routing::DialMode::DigitByDigit, routing::DialMode::Bloc}));
  EXPECT_EQ(window.step, 4);
  EXPECT_EQ(window.perspective, Perspective::Teach);
  EXPECT_EQ(window.scheme, ColourScheme::Dark);
  EXPECT_EQ(window.scale, 1.5);
  EXPECT_EQ(window.size, QSize(900, 700));
  EXPECT_EQ(window.screenshot, QStringLiteral("out.png"));
}

TEST(WindowOptions, DigitsMayBeEmptyAndHaveAnotherName) {
  EXPECT_EQ(std::get<WindowOptions>(parseOptions(words("p.xml --digits 12"))).request.digits, "12");
  EXPECT_EQ(std::get<WindowOptions>(parseOptions({QStringLiteral("--dial"), QString()})).request.digits, "");
}

struct Wrong {
  const char* line;
  const char* said;
};

class WrongOptions : public ::testing::TestWithParam<Wrong> {};

TEST_P(WrongOptions, AreRefusedInASentence) {
  const Options options = parseOptions(words(GetParam().line));
  ASSERT_TRUE(std::holds_alternative<UsageProblem>(options));
  EXPECT_NE(std::get<UsageProblem>(options).text.indexOf(QString::fromUtf8(GetParam().said)), -1)
      << std::get<UsageProblem>(options).text.toStdString();
}

INSTANTIATE_TEST_SUITE_P(Table, WrongOptions,
                         ::testing::Values(Wrong{"--them dark", "did you mean --theme?"},
                                           Wrong{"--theme blue", "expected light or dark"},
                                           Wrong{"--scale 3", "0.75 to 2"}, Wrong{"--scale x", "0.75 to 2"},
                                           Wrong{"--size 10x10", "320x240"}, Wrong{"--size wide", "1280x800"},
                                           Wrong{"--step 0", "from 1"}, Wrong{"--step two", "from 1"},
                                           Wrong{"--mode slow", "digit-by-digit"},
                                           Wrong{"--perspective front", "replay"},
                                           Wrong{"--css A --from B", "exclude each other"},
                                           Wrong{"--theme", "theme"}));

// Nothing but PATH: no display, no platform.
Finished runWindow(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), DIALSCOPE_GUI);
  return test::runProcess(arguments);
}

TEST(WindowProcess, HelpAndVersionNeedNoDisplay) {
  const Finished help = runWindow({"--help"});
  EXPECT_EQ(help.status, 0);
  EXPECT_EQ(help.out.rfind("usage: dialscope-gui", 0), 0U) << help.out;
  for (const char* option : {"--css", "--from", "--dial", "--mode", "--step", "--perspective", "--theme",
                             "--scale", "--size", "--screenshot"}) {
    EXPECT_NE(help.out.find(option), std::string::npos) << option;
  }
  const Finished version = runWindow({"--version"});
  EXPECT_EQ(version.status, 0);
  EXPECT_EQ(version.out.rfind("dialscope-gui ", 0), 0U);
}

TEST(WindowProcess, ExitStatuses) {
  EXPECT_EQ(runWindow({"--nonsense"}).status, 2);
  QTemporaryDir folder;
  const std::string picture = folder.filePath(QStringLiteral("p.png")).toStdString();
  const auto shot = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--screenshot", picture});
    return runWindow(arguments);
  };
  const Finished unreadable = shot({"dialplans/broken/not-xml.xml"});
  EXPECT_EQ(unreadable.status, 3);
  EXPECT_NE(unreadable.err.find("error:"), std::string::npos) << unreadable.err;
  EXPECT_EQ(shot({"dialplans/seven-hundred.xml", "--css", "Phone", "--dial", "1"}).status, 2);
  EXPECT_EQ(shot({"dialplans/seven-hundred.xml", "--css", "Phones", "--dial", "7", "--step", "99"}).status,
            2);
  EXPECT_FALSE(QFile::exists(QString::fromStdString(picture))) << "a refused picture has been written";
  EXPECT_EQ(runWindow({"dialplans/bang.xml", "--screenshot", "/nowhere/p.png"}).status, 3);
}

TEST(WindowProcess, APictureIsTakenWithoutADisplay) {
  QTemporaryDir folder;
  for (const char* theme : {"light", "dark"}) {
    const QString picture = folder.filePath(QStringLiteral("%1.png").arg(QLatin1String(theme)));
    const Finished run =
        runWindow({"dialplans/seven-hundred.xml", "--css", "Phones", "--dial", "70012", "--theme", theme,
                   "--size", "1100x760", "--screenshot", picture.toStdString()});
    ASSERT_EQ(run.status, 0) << run.err;
    const QImage image(picture);
    ASSERT_FALSE(image.isNull());
    EXPECT_EQ(image.size(), QSize(1100, 760));
    const bool dark = image.pixelColor(3, image.height() - 3).lightnessF() < 0.5;
    EXPECT_EQ(dark, std::string(theme) == "dark");
  }
}

}  // namespace
}  // namespace dialscope::gui
