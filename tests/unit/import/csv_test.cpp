// Lines and records as they come: every kind of end, every kind of quote, and where what is wrong stands.
#include "engine/import/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace dialscope::import {
namespace {

using testing::ElementsAre;

std::vector<std::string> linesOf(const std::string& text) {
  std::istringstream input(text);
  LineReader lines(input);
  std::vector<std::string> all;
  for (std::string line; lines.next(line);) all.push_back(line);
  EXPECT_EQ(lines.number(), all.size());
  return all;
}

TEST(LineReader, Ends) {
  EXPECT_THAT(linesOf(""), ElementsAre());
  EXPECT_THAT(linesOf("\n"), ElementsAre(""));
  EXPECT_THAT(linesOf("a"), ElementsAre("a"));
  EXPECT_THAT(linesOf("a\nb\n"), ElementsAre("a", "b"));
  EXPECT_THAT(linesOf("a\r\n\r\nb\rc\r\n"), ElementsAre("a", "", "b\rc"));
  EXPECT_THAT(linesOf("a\n\nb"), ElementsAre("a", "", "b"));
}

TEST(LineReader, AByteOrderMarkStandsInFrontOnly) {
  EXPECT_THAT(linesOf("\xEF\xBB\xBF"
                      "a\n\xEF\xBB\xBF"
                      "b\n"),
              ElementsAre("a",
                          "\xEF\xBB\xBF"
                          "b"));
  EXPECT_THAT(linesOf("\xEF\xBB\xBF"), ElementsAre(""));
}

TEST(LineReader, ALongLineIsCutAndTheNextIsWhole) {
  const std::string most(LineReader::kMaxLine, 'x');
  std::istringstream input(most + "\n" + most + "\r\n" + most + "xy\n" + "b\n");
  LineReader lines(input);
  std::string line;
  for (int i = 0; i < 2; ++i) {
    ASSERT_TRUE(lines.next(line));
    EXPECT_EQ(line, most);
    EXPECT_FALSE(lines.wasTooLong());
  }
  ASSERT_TRUE(lines.next(line));
  EXPECT_EQ(line.size(), LineReader::kMaxLine);
  EXPECT_TRUE(lines.wasTooLong());
  ASSERT_TRUE(lines.next(line));
  EXPECT_EQ(line, "b");
  EXPECT_FALSE(lines.wasTooLong());
  EXPECT_EQ(lines.number(), 4U);
}

// The first record of `text`, its cells between bars, each behind its column: "1:a|3:b"; else line, column and code.
std::string recordOf(const std::string& text, char separator = ',') {
  std::istringstream input(text);
  LineReader lines(input);
  std::string line;
  lines.next(line);
  const auto record = readCsvRecord(line, lines, separator);
  if (!record) {
    const Diagnostic& problem = record.error();
    const std::string what = problem.code == DiagnosticCode::CsvQuoteStray      ? "stray"
                             : problem.code == DiagnosticCode::CsvQuoteUnclosed ? "unclosed"
                             : problem.code == DiagnosticCode::LineTooLong      ? "too long"
                                                                                : "?";
    return what + " " + std::to_string(problem.where.line) + ":" + std::to_string(problem.where.column);
  }
  EXPECT_EQ(record->cells.size(), record->columns.size());
  EXPECT_EQ(record->line, 1U);
  std::string cells;
  for (std::size_t i = 0; i < record->cells.size(); ++i) {
    cells += (i == 0 ? "" : "|") + std::to_string(record->columns[i]) + ":" + record->cells[i];
  }
  return cells;
}

TEST(CsvRecord, Table) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"\n", "1:"},
      {"a,b", "1:a|3:b"},
      {"a,,b,", "1:a|3:|4:b|6:"},
      {" a , b ", "1: a |5: b "},  // blanks are text
      {R"("a","b")", "1:a|5:b"},
      {R"("a,b",c)", "1:a,b|7:c"},
      {R"("",c)", "1:|4:c"},
      {R"("a ""b""",c)", "1:a \"b\"|11:c"},
      {R"("""",c)", "1:\"|6:c"},
      {R"(a"b,c)", "1:a\"b|5:c"},  // a quote inside of a cell is text
      {"\"a\nb\",c", "1:a\nb|4:c"},
      {"\"a\r\n\r\nb\",c", "1:a\n\nb|4:c"},
      {"\"a,\n\",\"\nb\"", "1:a,\n|3:\nb"},
      {R"("a"b,c)", "stray 1:4"},
      {R"("a" ,c)", "stray 1:4"},
      {R"("a""b"c)", "stray 1:7"},
      {R"("""x"y)", "stray 1:6"},
      {"\"a\nb\"c", "stray 2:3"},
      {R"(a,"b)", "unclosed 1:3"},
      {"a,\"b\n\n", "unclosed 1:3"},
      {R"(a,")", "unclosed 1:3"},
      {"a,\"b\nc\",\"d\n", "unclosed 2:4"},
  };
  for (const auto& [text, record] : rows) EXPECT_EQ(recordOf(text), record) << text;
}

TEST(CsvRecord, WithASemicolon) { EXPECT_EQ(recordOf("a,b;c", ';'), "1:a,b|5:c"); }

// A quote that is left open must not eat a file of any length, in one cell or in many.
TEST(CsvRecord, IsNoLongerThanALine) {
  const std::string half(LineReader::kMaxLine / 2, 'x');
  EXPECT_EQ(recordOf("\"" + half + "\n" + half + "\n" + half), "too long 2:0");
  EXPECT_EQ(recordOf("\"" + half + "\n\",\"" + half + "\n\""), "too long 2:0");
  EXPECT_EQ(recordOf(std::string(LineReader::kMaxLine + 1, 'x')), "too long 1:0");
}

TEST(CsvRecord, TheNextOneBeginsBehindIt) {
  std::istringstream input("\"a\nb\",c\nd,e\n");
  LineReader lines(input);
  std::string line;
  lines.next(line);
  EXPECT_TRUE(readCsvRecord(line, lines, ','));
  lines.next(line);
  EXPECT_EQ(lines.number(), 3U);
  const auto second = readCsvRecord(line, lines, ',');
  ASSERT_TRUE(second);
  EXPECT_THAT(second->cells, ElementsAre("d", "e"));
  EXPECT_EQ(second->line, 3U);
}

TEST(CsvSeparator, OfAHeader) {
  EXPECT_EQ(separatorOf("name,dial"), ',');
  EXPECT_EQ(separatorOf("name;dial"), ';');
  EXPECT_EQ(separatorOf("dial"), ',');
  EXPECT_EQ(separatorOf("a;b,c"), ',');
  EXPECT_EQ(separatorOf("\"a,b\";c"), ';');
  EXPECT_EQ(separatorOf("\"a;b\",c"), ',');
}

}  // namespace
}  // namespace dialscope::import
