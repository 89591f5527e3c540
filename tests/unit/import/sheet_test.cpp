// Sheets in both forms: every cell with its place, and cells written anew without touching anything else.
#include "engine/import/sheet.h"

#include "engine/report/message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dialscope::import {
namespace {

using testing::HasSubstr;

Result<Sheet> read(const std::string& text) { return readSheet(SourceText("s", text), "x/1"); }

// "COLUMN=text@line:column" of every filled cell, rows between bars; else the message.
std::string shown(const std::string& text) {
  const auto sheet = read(text);
  if (!sheet) return report::renderDiagnostic(sheet.error());
  std::string cells;
  for (const SheetRow& row : sheet->rows) {
    if (&row != sheet->rows.data()) cells += "| ";
    for (const SheetCell& cell : row.cells) {
      const SourcePosition where = sheet->positionAt(cell.begin);
      cells += sheet->columns[cell.column].name + "=" + cell.text + "@" + std::to_string(where.line) + ":" +
               std::to_string(where.column) + " ";
    }
    for (const Diagnostic& problem : row.problems) cells += "{" + report::renderDiagnostic(problem) + "} ";
  }
  return cells;
}

TEST(CsvSheet, CellsHavePlaces) {
  EXPECT_EQ(shown(""), "");
  EXPECT_EQ(shown("a,b\n"), "");
  EXPECT_EQ(shown("a,b\n1,2\n"), "a=1@2:1 b=2@2:3 ");
  EXPECT_EQ(shown("\xEF\xBB\xBF\"a\"; b \r\n1;\"2\"\"\"\r\n\r\n;'+3"), "a=1@2:1 b=2\"@2:3 | b='+3@4:2 ");
  EXPECT_EQ(shown("a,b,c\n\"1\n\n2\",3,\"4\n\"\n5,,6\n"),
            "a=1\n\n2@2:1 b=3@4:4 c=4\n@4:6 | a=5@6:1 c=6@6:4 ");
}

TEST(CsvSheet, WhatIsWrong) {
  EXPECT_THAT(shown("a,b,a\n"), HasSubstr("s:1:5: error: column \"a\" is there twice"));
  EXPECT_THAT(shown("a,b\n1,\"2\n"), HasSubstr("s:2:3: error: a quote is never closed"));
  EXPECT_THAT(shown("a,b\n1,\"2\"3\n"), HasSubstr("s:2:6: error: a closing quote is followed by text"));
  EXPECT_THAT(shown("a,b\n1,2,3\n4,5\n"), HasSubstr("b=2@2:3 {s:2:5: error: 3 cells, but the header has 2"));
  EXPECT_THAT(shown("a\n\xFC\n"), HasSubstr("s:2:1: error: byte 0xFC is not valid UTF-8"));
  EXPECT_THAT(shown("\n <dialPlan/>"), HasSubstr("s:2:2: error: not a suite: found XML"));
}

// As spreadsheets leave them where a sheet was longer or wider once.
TEST(CsvSheet, EmptyCellsAtTheEdgesAreNone) {
  EXPECT_EQ(shown("a,b,,\n1,2,,\n,,,\n3,,,,\n,\n"), "a=1@2:1 b=2@2:3 | a=3@4:1 ");
  EXPECT_EQ(shown("a;b;\n;;\n1;2;\n"), "a=1@3:1 b=2@3:3 ");
  EXPECT_EQ(shown("a\n\"\"\n1\n"), "| a=1@3:1 ") << "an empty cell that somebody has written";
}

// Looked up, not walked: names by the hundred thousand.
TEST(Sheets, ManyColumns) {
  constexpr std::size_t kMany = 100'000;
  std::string header;
  std::string members;
  for (std::size_t i = 0; i < kMany; ++i) {
    header += "c" + std::to_string(i) + ",";
    members += "\"c" + std::to_string(i) + "\": \"x\", ";
  }
  const auto csv = read(header + "\n");
  ASSERT_TRUE(csv);
  EXPECT_EQ(csv->columns.size(), kMany);
  const auto json = read("{\"schema\": \"x/1\", \"cases\": [{" + members + "\"end\": \"x\"}]}");
  ASSERT_TRUE(json);
  EXPECT_EQ(json->rows[0].cells.size(), kMany + 1);
}

TEST(JsonSheet, CellsHavePlaces) {
  EXPECT_EQ(shown(R"({"schema": "x/1", "cases": []})"), "");
  EXPECT_EQ(shown("\xEF\xBB\xBF {\"cases\":\n [{\"a\": \"1\", \"b\":\"\\\"\\\\\"},\n{\"b\": \"\"}, "
                  "{\"c\":\"\\u00fc\"}]"
                  ", \"schema\":\"x/1\"}\n"),
            "a=1@2:9 b=\"\\@2:18 | | c=\xC3\xBC@3:17 ");
}

TEST(JsonSheet, WhatIsWrong) {
  EXPECT_THAT(shown("{\n \"schema\": \"x/1\", \"cases\": [}\n"),
              HasSubstr("s:2:29: error: malformed JSON: "));
  EXPECT_THAT(shown("{"), HasSubstr("s:1:2: error: malformed JSON: "));
  EXPECT_THAT(shown("{}"), HasSubstr("found an object without a \"schema\""));
  EXPECT_THAT(shown(R"({"schema": "x/1"})"), HasSubstr("found an object without \"cases\""));
  EXPECT_THAT(shown(R"({"schema": "x/2"})"),
              HasSubstr("s:1:12: error: not a suite: found the schema \"x/2\""));
  EXPECT_THAT(shown(R"({"schema": "x/1", "rows": []})"),
              HasSubstr("s:1:19: error: not a suite: found a member \"rows\""));
  EXPECT_THAT(shown(R"({"schema": "x/1", "cases": {}})"), HasSubstr("found an object in place of \"cases\""));
  EXPECT_THAT(shown(R"({"schema": "x/1", "cases": ["a"]})"), HasSubstr("found a string in place of a case"));
  EXPECT_THAT(shown(R"({"schema": 1})"), HasSubstr("s:1:12: error: not a suite: found the schema \"1\""));
  // What is wrong within a case is a matter of that case.
  EXPECT_EQ(shown(R"({"schema": "x/1", "cases": [{"a": 1, "b": "2", "c": ["3"]}, {"a": "3"}]})"),
            "b=2@1:43 {s:1:30: error: a is \"a number\"; expected text between quotes [cell-unreadable]} "
            "{s:1:48: error: c is \"a list\"; expected text between quotes [cell-unreadable]} | a=3@1:67 ");
  EXPECT_EQ(shown(R"({"schema": "x/1", "cases": [{"a": "3"}, {"a": "3", "a": "4"}]})"),
            "s:1:52: error: column \"a\" is there twice [duplicate-column]");
}

TEST(JsonSheet, DepthIsNoDanger) {
  EXPECT_THAT(shown("{\"cases\":" + std::string(200'000, '[')), HasSubstr("s:1:"));
}

// The text with "#" put into every cell of column `name` whose row has one.
std::string edited(const std::string& text, const std::string& name, const std::string& to) {
  const auto sheet = read(text);
  if (!sheet) return report::renderDiagnostic(sheet.error());
  std::vector<SheetEdit> edits;
  for (const SheetRow& row : sheet->rows) {
    for (const SheetCell& cell : row.cells) {
      if (sheet->columns[cell.column].name == name) edits.push_back({&cell, to});
    }
  }
  return withCells(*sheet, edits);
}

TEST(SheetEdits, LeaveEveryOtherByte) {
  EXPECT_EQ(edited("\xEF\xBB\xBF"
                   "a;b;c\r\n1;\"2\";3\r\n\r\n\"x\r\ny\";4;\"5\"\"\"",
                   "b", "#"),
            "\xEF\xBB\xBF"
            "a;b;c\r\n1;\"#\";3\r\n\r\n\"x\r\ny\";#;\"5\"\"\"");
  EXPECT_EQ(edited("b\r\n1\r\n2", "b", "#"), "b\r\n#\r\n#");
  EXPECT_EQ(edited("a,b\n1,\"\"\"2\"\"\"\n", "b", "#"), "a,b\n1,\"#\"\n");
  EXPECT_EQ(edited("a,b\n1,2\n", "c", "#"), "a,b\n1,2\n");
  EXPECT_EQ(edited(" {\"schema\":\"x/1\" ,\"cases\":[ {\"a\":\"\\u0031\",\"b\":\"\\\"\"}]}\n", "b", "#"),
            " {\"schema\":\"x/1\" ,\"cases\":[ {\"a\":\"\\u0031\",\"b\":\"#\"}]}\n");
}

TEST(SheetEdits, QuoteWhatNeedsIt) {
  EXPECT_EQ(edited("a,b\n1,2\n", "b", "x,y"), "a,b\n1,\"x,y\"\n");
  EXPECT_EQ(edited("a;b\n1;2\n", "b", "x,y"), "a;b\n1;x,y\n");
  EXPECT_EQ(edited("a,b\n1,2\n", "b", "say \"x\"\n"), "a,b\n1,\"say \"\"x\"\"\n\"\n");
  EXPECT_EQ(edited(R"({"schema":"x/1","cases":[{"b":"2"}]})", "b", "\"\\\n"),
            R"({"schema":"x/1","cases":[{"b":"\"\\\n"}]})");
}

}  // namespace
}  // namespace dialscope::import
