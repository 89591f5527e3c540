// The desktop entry and the AppStream metadata, by the validators that distributions use.
#include "tests/support/process.h"

#include <gtest/gtest.h>

#include <QStandardPaths>

namespace dialscope {
namespace {

TEST(DesktopFiles, TheDesktopEntryIsValid) {
  const QString tool = QStandardPaths::findExecutable(QStringLiteral("desktop-file-validate"));
  if (tool.isEmpty()) GTEST_SKIP() << "desktop-file-validate is not installed";
  const auto run = test::runProcess({tool.toStdString(), "gui/data/io.github.dialscope.Dialscope.desktop"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out + run.err, "");
}

TEST(DesktopFiles, TheMetadataAreValid) {
  const QString tool = QStandardPaths::findExecutable(QStringLiteral("appstreamcli"));
  if (tool.isEmpty()) GTEST_SKIP() << "appstreamcli is not installed";
  const auto run = test::runProcess(
      {tool.toStdString(), "validate", "--no-net", "gui/data/io.github.dialscope.Dialscope.metainfo.xml"});
  EXPECT_EQ(run.status, 0) << run.out << run.err;
}

}  // namespace
}  // namespace dialscope
