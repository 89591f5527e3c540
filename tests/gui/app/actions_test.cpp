// The table of actions: no shortcut twice, an icon for each name, and docs/window-keys.md as it is printed.
#include "gui/app/actions.h"

#include "tests/support/files.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QMap>

namespace dialscope::gui {
namespace {

TEST(Actions, NoShortcutStandsTwice) {
  QMap<QString, QString> owners;
  for (const ActionRow& row : actionTable()) {
    for (const QKeySequence& keys : shortcutsOf(row)) {
      ASSERT_FALSE(keys.isEmpty()) << row.name << ": a shortcut that Qt does not read";
      const QString spelt = keys.toString(QKeySequence::PortableText);
      EXPECT_FALSE(owners.contains(spelt))
          << spelt.toStdString() << ": " << owners[spelt].toStdString() << " and " << row.name;
      owners[spelt] = QString::fromLatin1(row.name);
    }
  }
  EXPECT_GE(owners.size(), 40);
}

TEST(Actions, NoNameStandsTwice) {
  QMap<QString, int> names;
  for (const ActionRow& row : actionTable()) EXPECT_EQ(++names[QString::fromLatin1(row.name)], 1) << row.name;
}

TEST(Actions, EveryIconIsThere) {
  for (const ActionRow& row : actionTable()) {
    if (*row.icon == 0) continue;
    EXPECT_TRUE(QFile::exists(QStringLiteral(":/icons/%1.svg").arg(QString::fromLatin1(row.icon))))
        << row.icon;
  }
}

TEST(Actions, EachSaysWhatItDoes) {
  for (const ActionRow& row : actionTable()) {
    EXPECT_GT(description(row).size(), 8) << row.name;
    EXPECT_FALSE(plainText(row).contains(u'&')) << row.name;
  }
}

// To write it anew: DIALSCOPE_WRITE_DOCS=1 gui_tests --gtest_filter=Actions.ThePageOfKeys*
TEST(Actions, ThePageOfKeysIsPrintedFromTheTable) {
  const std::string path = "docs/window-keys.md";
  if (qEnvironmentVariableIsSet("DIALSCOPE_WRITE_DOCS")) {
    QFile file(QString::fromStdString(test::inRepository(path)));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(keysMarkdown().toUtf8());
  }
  EXPECT_EQ(test::readFile(path), keysMarkdown().toStdString());
}

}  // namespace
}  // namespace dialscope::gui
