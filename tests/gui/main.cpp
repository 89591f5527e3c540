// Runs the tests of the window: without a screen unless QT_QPA_PLATFORM says otherwise, and with an application, which
// widgets and timers need.
#include "tests/gui/turns.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

// What fontconfig keeps for as long as the process lives is no leak of ours.
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\n"; }

int main(int argc, char** argv) {
  // Qt's dialogs remember folders: not the user's, and none that another test has seen.
  const QTemporaryDir home;
  for (const char* place : {"XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"}) qputenv(place, home.path().toLocal8Bit());
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  const dialscope::test::Turns application(argc, argv);
  ::testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
