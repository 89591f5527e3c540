// The text that `run sql` prints, cut by its ruler or refused.
#include "engine/import/read_run_sql.h"
#include "tests/unit/import/loaded.h"

#include <gmock/gmock.h>

#include <memory>

namespace dialscope::import {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Printed {
  RecordSet set;
  Diagnostics diagnostics;
  bool read = false;

  const SqlTable& table(std::size_t index = 0) const { return set.tables.at(index); }
  std::vector<std::string> row(std::size_t row, std::size_t index = 0) const {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < table(index).columns.size(); ++i) {
      const SqlCell& cell = table(index).cell(row, i);
      texts.push_back(cell.isNull ? "(null)" : std::string(cell.text));
    }
    return texts;
  }
};

std::unique_ptr<Printed> readText(std::string_view text) {
  auto printed = std::make_unique<Printed>();
  SourceText& source = printed->set.sources.emplace_back("out.txt", std::string(text));
  printed->read = looksLikeRunSql(source) && readRunSql(source, printed->set, printed->diagnostics);
  return printed;
}

std::vector<std::string> columnsOf(const SqlTable& table) {
  std::vector<std::string> names;
  for (const SqlColumnName& column : table.columns) names.push_back(column.name);
  return names;
}

TEST(RunSql, CutsByTheRulerNeverOnBlanks) {
  const auto printed = readText(
      "admin:run sql select a, b, c\nfrom t\n"
      "a       b    c\n"
      "======= ==== ====\n"
      "1 2 3   x\n"
      "        NULL y z\n"
      "\n"
      "admin:\n");
  ASSERT_TRUE(printed->read);
  EXPECT_THAT(rendered(printed->diagnostics), IsEmpty());
  EXPECT_THAT(columnsOf(printed->table()), ElementsAre("a", "b", "c"));
  ASSERT_EQ(printed->table().rowCount(), 2U);
  EXPECT_THAT(printed->row(0), ElementsAre("1 2 3", "x", ""));
  EXPECT_THAT(printed->row(1), ElementsAre("", "(null)", "y z"));
  EXPECT_EQ(printed->table().source->positionAt(printed->table().cell(1, 2).offset).column, 14U);
}

TEST(RunSql, CountsCharactersNotBytes) {
  const auto printed = readText("name     no\n======== ==\nZ\xC3\xBCrich   12\n\xC3\x84\n");
  ASSERT_TRUE(printed->read);
  EXPECT_THAT(rendered(printed->diagnostics), IsEmpty());
  EXPECT_THAT(printed->row(0), ElementsAre("Z\xC3\xBCrich", "12"));
  EXPECT_THAT(printed->row(1), ElementsAre("\xC3\x84", ""));
}

TEST(RunSql, TakesWindowsLineEndsAndSeveralStatements) {
  const auto printed = readText(
      "\xEF\xBB\xBF"
      "admin:run sql select a from t\r\na\r\n=\r\n1\r\n\r\nadmin:run sql select b from "
      "t\r\nb\r\n==\r\n22\r\n\r\n"
      "admin:\r\n");
  ASSERT_TRUE(printed->read);
  EXPECT_THAT(rendered(printed->diagnostics), IsEmpty());
  EXPECT_THAT(printed->row(0, 0), ElementsAre("1"));
  EXPECT_THAT(printed->row(0, 1), ElementsAre("22"));
  EXPECT_EQ(printed->table(1).statement, "run sql select b from t");
}

TEST(RunSql, NeedsNeitherPromptNorStatement) {
  const auto printed = readText("a b\n= =\n1 2");
  ASSERT_TRUE(printed->read);
  EXPECT_THAT(printed->row(0), ElementsAre("1", "2"));
  EXPECT_EQ(printed->table().statement, "");
}

TEST(RunSql, RefusesARowThatTheRulerDoesNotFit) {
  const auto printed = readText("a   b\n=== ===\n1   2\n1234\n1   2345\n3   4\n");
  ASSERT_TRUE(printed->read);
  EXPECT_EQ(printed->table().rowCount(), 2U);
  EXPECT_THAT(
      rendered(printed->diagnostics),
      ElementsAre("out.txt:4:4: error: the ruler of line 2 has a gap or its end here, the row is left out; "
                  "expected a blank [table-line-not-cut]",
                  "out.txt:5:8: error: the ruler of line 2 has a gap or its end here, the row is left out; "
                  "expected a blank [table-line-not-cut]"));
}

// The ruler is the longest line of all: where lines are wrapped, it is.
TEST(RunSql, RefusesATableThatTheTerminalWrapped) {
  const auto printed = readText(
      "admin:run sql select a, b from t\n"
      "aaaa  b\nbbb\n===== ==\n===\n1     2\n2     3\n\nadmin:run sql select a from t\na\n=\n1\n");
  ASSERT_TRUE(printed->read);
  EXPECT_EQ(printed->set.tables.size(), 1U);
  EXPECT_THAT(rendered(printed->diagnostics),
              ElementsAre(testing::StartsWith("out.txt:5:1: error: the ruler goes on")));
}

TEST(RunSql, RefusesNamesThatTheRulerDoesNotFit) {
  const auto printed = readText("admin:run sql select a, b from t\na bb\n== ==\n1  2\n");
  EXPECT_FALSE(printed->read);
  EXPECT_THAT(
      rendered(printed->diagnostics),
      ElementsAre(testing::StartsWith("out.txt:2:3: error: the ruler does not fit the column names here")));
}

TEST(RunSql, RefusesWhatAPagerLeftBehind) {
  const auto printed =
      readText("a\n=========\n1\nPress <enter> to continue, 1 for 1 line, q to quit\n2\n3\r4\n");
  ASSERT_TRUE(printed->read);
  EXPECT_EQ(printed->table().rowCount(), 2U);
  EXPECT_THAT(codesOf(printed->diagnostics),
              ElementsAre(DiagnosticCode::TablePagerPrompt, DiagnosticCode::TableLineNotCut));
  EXPECT_EQ(printed->diagnostics.back().where.column, 2U);
}

TEST(RunSql, TellsTextThatBelongsToNoTable) {
  const auto printed =
      readText("a\n==\n1\n\n2\n3\n\nadmin:run sql selct\nA syntax error has occurred.\nadmin:");
  EXPECT_THAT(
      rendered(printed->diagnostics),
      ElementsAre("out.txt:5:1: warning: text behind the empty line that ends a table is not read (lines: 2) "
                  "[table-text-behind]",
                  "out.txt:8:1: note: no table follows this statement [statement-without-table]"));
}

TEST(RunSql, IsNotEveryTextWithEqualsSigns) {
  for (const auto* text :
       {"", "Title\n=====\ntext\n", "two words\n=========\n", "=====\n", "a == b\n", "\n==\n"}) {
    EXPECT_FALSE(looksLikeRunSql(SourceText("x", text))) << text;
  }
}

}  // namespace
}  // namespace dialscope::import
