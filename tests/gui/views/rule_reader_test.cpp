#include "gui/views/rule_reader.h"

#include "engine/report/rules.h"
#include "gui/views/rich_text.h"
#include "tests/gui/waiting.h"

#include <gtest/gtest.h>

#include <QLineEdit>
#include <QListView>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

namespace dialscope::gui {
namespace {

TEST(RichText, ShowsMarksAndMakesLinks) {
  EXPECT_EQ(richText("`7XXX` is *urgent* (DA-33), DA-99 is none"),
            "<code>7XXX</code> is <i>urgent</i> (<a href=\"rule:DA-33\">DA-33</a>), DA-99 is none");
  EXPECT_EQ(richText("**so** <b> & `a*b*<`"), "<b>so</b> &lt;b&gt; &amp; <code>a*b*&lt;</code>");
  EXPECT_EQ(richText("0-9 * # and a ` alone"), "0-9 * # and a ` alone");
  EXPECT_EQ(plainWords("`13*6` is *not* **so**"), "13*6 is not so");
  EXPECT_EQ(ruleOfLink("rule:DA-05"), "DA-05");
  EXPECT_EQ(ruleOfLink("http://example.org"), "");
  EXPECT_EQ(rulesNamedIn("DA-33 DA-32 DA-33 DA-99"), (QStringList{"DA-33", "DA-32"}));
}

TEST(RichText, APhraseAsAHeadingBeginsWithACapital) {
  EXPECT_EQ(capitalised("dial tone"), "Dial tone");
  EXPECT_EQ(capitalised("7XXX takes the call"), "7XXX takes the call");
  EXPECT_EQ(capitalised({}), "");
}

TEST(RuleReader, HasAPageForEveryRule) {
  for (const report::Rule& rule : report::rules()) {
    const QString page = rulePage(QString::fromStdString(rule.id));
    EXPECT_TRUE(page.contains(richText(rule.text))) << rule.id;
    EXPECT_TRUE(page.contains(richText(rule.evidenceText))) << rule.id;
    EXPECT_FALSE(plainWords(rule.text).contains(u'`')) << rule.id;
    if (!rule.choice) continue;
    for (const report::Reading& reading : rule.choice->readings)
      EXPECT_TRUE(page.contains(richText(reading.meaning))) << rule.id;
  }
  EXPECT_EQ(rulePage("DA-99"), "");
}

TEST(RuleReader, GoesBackAndForth) {
  RuleReader reader;
  auto* back = reader.findChild<QToolButton*>("rules-back");
  auto* forward = reader.findChild<QToolButton*>("rules-forward");
  const QString first = reader.shownRule();
  EXPECT_FALSE(back->isEnabled());
  reader.showRule("DA-33");
  reader.showRule("DA-99");
  EXPECT_EQ(reader.shownRule(), "DA-33");
  auto* page = reader.findChild<QTextBrowser*>("rules-page");
  Q_EMIT page->anchorClicked(QUrl("rule:DA-32"));
  EXPECT_EQ(reader.shownRule(), "DA-32");
  EXPECT_TRUE(page->toPlainText().contains("T302"));
  back->click();
  EXPECT_EQ(reader.shownRule(), "DA-33");
  back->click();
  EXPECT_EQ(reader.shownRule(), first);
  forward->click();
  EXPECT_EQ(reader.shownRule(), "DA-33");
  reader.showRule("DA-22");
  EXPECT_FALSE(forward->isEnabled());
}

// A row that is only just high enough loses its last line.
TEST(RuleReader, EveryTitleHasRoom) {
  RuleReader reader;
  reader.show();
  test::settle(reader);
  auto* list = reader.findChild<QListView*>("rules-list");
  const QFontMetrics metrics(list->font());
  for (int row = 0; row < list->model()->rowCount(); ++row) {
    const QModelIndex index = list->model()->index(row, 0);
    const QRect shown = list->visualRect(index);
    const QRect words = metrics.boundingRect(QRect(0, 0, shown.width() - 6, 10000), Qt::TextWordWrap,
                                             index.data().toString());
    EXPECT_GT(shown.height(), words.height() + metrics.height() / 4) << index.data().toString().toStdString();
  }
}

TEST(RuleReader, Searches) {
  RuleReader reader;
  auto* search = reader.findChild<QLineEdit*>("rules-search");
  auto* list = reader.findChild<QListView*>("rules-list");
  const int all = list->model()->rowCount();
  EXPECT_EQ(all, static_cast<int>(report::rules().size()));
  QTest::keyClicks(search, "late");
  EXPECT_GT(list->model()->rowCount(), 0);
  EXPECT_LT(list->model()->rowCount(), all);
  search->clear();
  QTest::keyClicks(search, "DA-56");
  QTest::keyClick(search, Qt::Key_Return);
  EXPECT_FALSE(reader.shownRule().isEmpty());
  EXPECT_EQ(list->model()->index(0, 0).data().toString().left(5), reader.shownRule());
}

}  // namespace
}  // namespace dialscope::gui
