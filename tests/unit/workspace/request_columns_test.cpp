// Rows of acceptance sheets as requests.
#include "engine/workspace/request_columns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace dialscope::workspace {
namespace {

using enum DiagnosticCode;
using std::chrono::milliseconds;
using testing::ElementsAre;
using testing::IsEmpty;

CallRequest rowOf(CallRequest request, const std::vector<std::string>& columns,
                  const std::vector<std::string>& cells) {
  const auto problem = setRow(request, columns, cells);
  EXPECT_FALSE(problem);
  return request;
}

TEST(RequestColumns, WhatTheyAreFor) {
  for (const char* origin : {"from", "css", "partitions"})
    EXPECT_EQ(columnUse(origin), ColumnUse::Origin) << origin;
  for (const char* column : {"calling", "external_mask", "dial", "mode", "gap", "t302", "assume"}) {
    EXPECT_EQ(columnUse(column), ColumnUse::Request) << column;
  }
  for (const char* expected : {"fate", "called_out", "min_wait_ms", "assumed"}) {
    EXPECT_EQ(columnUse(expected), ColumnUse::Expectation) << expected;
  }
  for (const char* carried : {"name", "plan", "note", "source"}) {
    EXPECT_EQ(columnUse(carried), ColumnUse::Carried) << carried;
  }
  EXPECT_EQ(columnUse("at"), ColumnUse::NotYet);
  for (const char* unknown : {"", "Dial", "digits", "dial "})
    EXPECT_EQ(columnUse(unknown), ColumnUse::Unknown);
}

TEST(RequestColumns, AllAreNamedOnce) {
  const std::vector<std::string> names = columnNames();
  EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), names.size());
  EXPECT_EQ(names.size(), 32U);
  for (const std::string& name : names) EXPECT_NE(columnUse(name), ColumnUse::Unknown) << name;
}

TEST(RequestRow, EveryColumn) {
  const CallRequest request =
      rowOf({}, {"css", "calling", "external_mask", "dial", "mode", "gap", "t302", "assume", "fate"},
            {"Line;Device", "1001", "972813XXXX", "70,012", "bloc", "0.25", "4000", "urgent=any;pound=digit",
             "routed"});
  EXPECT_THAT(request.searchSpaces, ElementsAre("Line", "Device"));
  EXPECT_EQ(request.calling, "1001");
  EXPECT_EQ(request.externalMask, "972813XXXX");
  EXPECT_EQ(request.digits, "70,012");
  EXPECT_EQ(request.mode, "bloc");
  EXPECT_EQ(request.gap, milliseconds(250));
  EXPECT_EQ(request.interdigitTimeout, milliseconds(4000));
  EXPECT_THAT(request.assume, ElementsAre("urgent=any", "pound=digit"));
  EXPECT_EQ(rowOf({}, {"from"}, {"SEP1/2"}).from, "SEP1/2");
  EXPECT_EQ(rowOf({}, {"partitions"}, {"A:B"}).partitions, "A:B");
}

TEST(RequestRow, ABlankCellChangesNothing) {
  const CallRequest defaults{
      .searchSpaces = {"Phones"}, .calling = "1", .mode = "bloc", .gap = milliseconds(1)};
  const CallRequest request =
      rowOf(defaults, {"css", "from", "calling", "mode", "gap", "at"}, {"", "'", "", "", ""});
  EXPECT_THAT(request.searchSpaces, ElementsAre("Phones"));
  EXPECT_EQ(request.from, "");
  EXPECT_EQ(request.calling, "1");
  EXPECT_EQ(request.mode, "bloc");
  EXPECT_EQ(request.gap, milliseconds(1));
}

TEST(RequestRow, AnOriginTakesThePlaceOfTheDefault) {
  for (const CallRequest& defaults : {CallRequest{.searchSpaces = {"Phones"}}, CallRequest{.partitions = "A"},
                                      CallRequest{.from = "SEP1"}}) {
    const CallRequest css = rowOf(defaults, {"css"}, {"Lobby"});
    EXPECT_THAT(css.searchSpaces, ElementsAre("Lobby"));
    EXPECT_FALSE(css.partitions);
    EXPECT_EQ(css.from, "");
    const CallRequest from = rowOf(defaults, {"from"}, {"1001"});
    EXPECT_THAT(from.searchSpaces, IsEmpty());
    EXPECT_FALSE(from.partitions);
    EXPECT_EQ(from.from, "1001");
  }
}

// Whoever resolves it says that two exclude each other.
TEST(RequestRow, TwoOriginsOfOneRowBothStay) {
  const CallRequest request = rowOf({.partitions = "A"}, {"css", "from"}, {"Lobby", "1001"});
  EXPECT_THAT(request.searchSpaces, ElementsAre("Lobby"));
  EXPECT_EQ(request.from, "1001");
  EXPECT_FALSE(request.partitions);
}

TEST(RequestRow, AnApostropheInFrontIsDropped) {
  EXPECT_EQ(rowOf({}, {"dial"}, {"'+1408"}).digits, "+1408");
  EXPECT_EQ(rowOf({}, {"dial"}, {"''1"}).digits, "'1");
  EXPECT_EQ(cellText("'=x"), "=x");
  EXPECT_EQ(cellText("x'"), "x'");
}

TEST(RequestRow, CellsThatCannotBeRead) {
  struct Row {
    std::string column, cell;
    DiagnosticCode code;
  };
  const std::vector<Row> rows{
      {"gap", "60.001", CellUnreadable},
      {"gap", "-0", CellUnreadable},
      {"gap", "1e1", CellUnreadable},
      {"gap", "1s", CellUnreadable},
      {"gap", "nan", CellUnreadable},
      {"gap", "1,5", CellUnreadable},
      {"t302", "0.5", CellUnreadable},
      {"t302", "600001", CellUnreadable},
      {"t302", "-1", CellUnreadable},
      {"t302", " 1", CellUnreadable},
      {"t302", "99999999999999999999", CellUnreadable},
      {"at", "2026-11-22T09:00", ColumnNotYet},
  };
  for (const Row& row : rows) {
    CallRequest request;
    const auto problem = setRow(request, {row.column}, {row.cell});
    ASSERT_TRUE(problem) << row.column << " " << row.cell;
    EXPECT_EQ(problem->code, row.code) << row.column << " " << row.cell;
    EXPECT_EQ(problem->arguments.at(0), row.column);
  }
}

}  // namespace
}  // namespace dialscope::workspace
