// The table of the race: what it shows is what the command line's JSON says, for every shipped plan and after every key.
#include "gui/models/candidate_model.h"

#include "engine/workspace/request_columns.h"
#include "tests/gui/waiting.h"
#include "tests/support/csv.h"
#include "tests/support/files.h"
#include "tests/support/process.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace dialscope {
namespace {

using gui::CandidateModel;
using gui::CandidateState;
using gui::ReplaySession;
using nlohmann::json;
using routing::DialMode;
using test::becomesIdle;
using testing::ElementsAre;
using Mode = QAbstractItemModelTester::FailureReportingMode;

class Candidates : public ::testing::Test {
 protected:
  void open(const std::string& plan, workspace::CallRequest request) {
    session_.open(0, {QString::fromStdString(test::inRepository("dialplans/" + plan))});
    ASSERT_TRUE(becomesIdle(session_));
    session_.setRequest(std::move(request), gui::Look::AtOffHook);
  }

  QModelIndex cell(int row, int column) const { return model_.index(row, column); }
  std::string text(int row, int column, int role = Qt::DisplayRole) const {
    return cell(row, column).data(role).toString().toStdString();
  }
  CandidateState state(int row, int column = CandidateModel::State) const {
    return static_cast<CandidateState>(cell(row, column).data(CandidateModel::StateRole).toInt());
  }

  // One row, its cells with `|` between them.
  std::string row(int row) const {
    std::string all;
    for (int column = 0; column < model_.columnCount(); ++column)
      all += (column > 0 ? "|" : "") + text(row, column);
    return all;
  }
  std::vector<std::string> rows() const {
    std::vector<std::string> all;
    for (int i = 0; i < model_.rowCount(); ++i) all.push_back(row(i));
    return all;
  }

  ReplaySession session_;
  CandidateModel model_{session_, 0};
  QAbstractItemModelTester tester_{&model_, Mode::Fatal};
};

TEST_F(Candidates, ACellForEveryKey) {
  open("seven-hundred.xml", {.searchSpaces = {"Phones"}, .digits = "70012"});
  EXPECT_THAT(rows(), ElementsAre());
  session_.setStep(3);
  EXPECT_THAT(rows(), ElementsAre("◐|700XX|Internal|1|route pattern||0|◐|◐|◐||",
                                  "◐|7XXX|Internal|1|route pattern|urgent|0|◐|◐|◐||"));
  session_.setStep(4);
  EXPECT_THAT(rows(), ElementsAre("⚠|7XXX|Internal|1|route pattern|urgent|1000|◐|◐|◐|⚠|",
                                  "◐|700XX|Internal|1|route pattern||0|◐|◐|◐|◐|"));
  session_.setLanes({{0, DialMode::Bloc}}, gui::Look::AtEnd);
  EXPECT_THAT(rows(), ElementsAre("★|700XX|Internal|1|route pattern||100|◐|◐|◐|◐|★|",
                                  "✕|7XXX|Internal|1|route pattern|urgent|0|◐|◐|◐|●|✕|5"));
}

TEST_F(Candidates, ThePatternIsCutWhereTheDigitsHaveCome) {
  open("seven-hundred.xml", {.searchSpaces = {"Phones"}, .digits = "7001"});
  session_.setStep(2);
  const int row = *model_.rowOf(session_.plan().workspace->plan().findEntries("700XX")[0]);
  EXPECT_EQ(text(row, 1, CandidateModel::MatchedRole), "70");
  EXPECT_EQ(text(row, 1, CandidateModel::NextRole), "0");
  EXPECT_EQ(text(row, 1, CandidateModel::RestRole), "XX");
  session_.last();
  EXPECT_EQ(state(0), CandidateState::SelectedUrgent);
  EXPECT_EQ(text(0, 1, CandidateModel::MatchedRole), "7XXX");
  EXPECT_EQ(text(0, 1, CandidateModel::NextRole), "");
}

TEST_F(Candidates, ClickingAKeyLeadsToItsStep) {
  open("seven-hundred.xml", {.searchSpaces = {"Phones"}, .digits = "7001"});
  session_.last();
  for (int key = 1; key <= 4; ++key) {
    EXPECT_EQ(cell(0, CandidateModel::FirstKey + key - 1).data(CandidateModel::StepRole).toInt(), key);
  }
  EXPECT_EQ(cell(0, CandidateModel::Pattern).data(CandidateModel::StepRole).toInt(), -1);
}

TEST_F(Candidates, EveryStateIsSaid) {
  open("closest-match.xml", {.searchSpaces = {"Phones"}, .digits = "1311"});
  const auto spoken = [&] {
    std::vector<std::string> all;
    for (int i = 0; i < model_.rowCount(); ++i)
      all.push_back(text(i, CandidateModel::Pattern) + ": " + text(i, 0, Qt::AccessibleTextRole));
    return all;
  };
  session_.setStep(3);
  EXPECT_THAT(spoken(),
              ElementsAre("131: matches", "13!: matches, less specific than 131",
                          "13[0-4]X: possible, needs more digits", "1[23]XX: possible, needs more digits",
                          "1111: dropped at digit 2: 3 is not 1", "1211: dropped at digit 2: 3 is not 2"));
  session_.last();
  EXPECT_THAT(spoken(),
              ElementsAre("13[0-4]X: selected", "13!: matches, less specific than 13[0-4]X",
                          "1[23]XX: matches, less specific than 13[0-4]X",
                          "131: dropped at digit 4: it ends before 1", "1111: dropped at digit 2: 3 is not 1",
                          "1211: dropped at digit 2: 3 is not 2"));
  open("line-and-device.xml", {.from = "SEP00000000A001", .digits = "9011331234567"});
  session_.last();
  EXPECT_EQ(text(0, 0, Qt::AccessibleTextRole), "selected, call blocked");
  EXPECT_THAT(text(1, 0, Qt::AccessibleTextRole), ::testing::StartsWith("matches, beaten: same count"));
  open("emergency.xml", {.searchSpaces = {"Phones"}, .digits = "911"});
  session_.last();
  EXPECT_EQ(text(0, 0, Qt::AccessibleTextRole), "selected, urgent priority");
}

// The selection stays on its pattern while one steps through a hop.
TEST_F(Candidates, RowsKeepTheirIdentityWithinAHop) {
  open("closest-match.xml", {.searchSpaces = {"Phones"}, .digits = "13111"});
  QSignalSpy resets(&model_, &QAbstractItemModel::modelReset);
  session_.setStep(1);
  const auto bang = session_.plan().workspace->plan().findEntries("13!")[0];
  const QPersistentModelIndex selected = cell(*model_.rowOf(bang), 2);
  ASSERT_TRUE(selected.isValid());
  resets.clear();
  bool moved = false;
  for (int step = 2; step < session_.stepCount(); ++step) {
    const int before = selected.row();
    session_.setStep(step);
    ASSERT_TRUE(selected.isValid());
    EXPECT_EQ(model_.entryAt(selected.row()), bang);
    EXPECT_EQ(selected.column(), 2);
    moved = moved || selected.row() != before;
  }
  EXPECT_TRUE(moved);
  EXPECT_EQ(resets.count(), 0);
}

TEST_F(Candidates, APatternOutsideTheSearchListCanBeAskedFor) {
  open("tie-by-partition.xml", {.searchSpaces = {"Sales-First"}, .digits = "1000"});
  session_.last();
  const auto& plan = session_.plan().workspace->plan();
  const auto outside = plan.findEntries("4000");
  ASSERT_EQ(outside.size(), 1U);
  const int before = model_.rowCount();
  model_.setAskedFor(outside);
  ASSERT_EQ(model_.rowCount(), before + 1);
  EXPECT_EQ(text(before, CandidateModel::Pattern), "4000");
  // Read anew, the plan's ids are others: it is the pattern that was asked for.
  session_.reload(0);
  ASSERT_TRUE(becomesIdle(session_));
  ASSERT_EQ(model_.rowCount(), before + 1);
  EXPECT_EQ(text(before, CandidateModel::Pattern), "4000");
  EXPECT_EQ(state(before), CandidateState::NotInSearchList);
  session_.close(0);
  EXPECT_EQ(model_.rowCount(), 0);
  EXPECT_TRUE(model_.askedFor().empty());
}

TEST_F(Candidates, TheLookOfAStateIsItsOwn) {
  std::set<std::string> glyphs;
  std::set<QRgb> fills;
  std::set<QString> names;
  for (std::size_t i = 0; i < gui::kCandidateStateCount; ++i) {
    const auto one = static_cast<CandidateState>(i);
    glyphs.insert(gui::lookOf(one).glyph);
    fills.insert(gui::lookOf(one).fill);
    names.insert(gui::stateName(one));
  }
  EXPECT_EQ(glyphs.size(), gui::kCandidateStateCount);
  EXPECT_EQ(fills.size(), gui::kCandidateStateCount);
  EXPECT_EQ(names.size(), gui::kCandidateStateCount);
}

// The command line, on the same call

std::vector<std::string> dialOptions(const workspace::CallRequest& request, DialMode mode,
                                     const std::string& digits) {
  std::vector<std::string> options{"--digits", digits, "--mode", std::string(modeName(mode)),
                                   "--format", "json"};
  const auto add = [&](const char* option, const std::string& value) {
    options.insert(options.end(), {option, value});
  };
  for (const auto& css : request.searchSpaces) add("--css", css);
  if (request.partitions) add("--partitions", *request.partitions);
  if (!request.from.empty()) add("--from", request.from);
  if (request.calling) add("--calling", *request.calling);
  for (const auto& assumption : request.assume) add("--assume", assumption);
  return options;
}

json dialed(const std::string& plan, const workspace::CallRequest& request, DialMode mode,
            const std::string& digits) {
  std::vector<std::string> command{DIALSCOPE_CLI, "dial", test::inRepository(plan)};
  for (std::string& option : dialOptions(request, mode, digits)) command.push_back(std::move(option));
  const test::Finished run = test::runProcess(command);
  EXPECT_EQ(run.status, 0) << run.err;
  return json::parse(run.out);
}

// A row of the table in the words of the JSON.
json rowAsJson(const CandidateModel& model, const plan::Plan& plan, int row) {
  const auto data = [&](int column, int role = Qt::DisplayRole) {
    return model.index(row, column).data(role).toString().toStdString();
  };
  const plan::Entry& entry = at(plan.entries, *model.entryAt(row));
  const std::string died = data(model.diedColumn());
  const std::string partition = data(CandidateModel::Partition);
  return {{"pattern", entry.pattern.text.empty() ? "" : data(CandidateModel::Pattern)},
          {"partition", partition == "<None>" ? "" : partition},
          {"urgent", data(CandidateModel::Urgent) == "urgent"},
          {"count", data(CandidateModel::Strings)},
          {"verdict", data(CandidateModel::State, CandidateModel::VerdictRole)},
          {"died_at", died.empty() ? json(nullptr) : json(std::stoi(died))},
          {"rule", data(CandidateModel::State, CandidateModel::RuleRole)},
          {"why", data(CandidateModel::State, CandidateModel::ReasonRole)}};
}

json expectedRow(const json& candidate) {
  json row;
  for (const char* member : {"pattern", "partition", "urgent", "count", "verdict", "died_at", "rule", "why"})
    row[member] = candidate[member];
  if (row["count"].is_null()) row["count"] = "not countable";
  return row;
}

// How the cells of a row must look by the JSON of the key they belong to.
void expectCells(const CandidateModel& model, int row, const json& candidate, int heard) {
  const auto glyph = [&](int key) {
    return model.index(row, CandidateModel::FirstKey + key - 1).data(CandidateModel::GlyphRole).toString();
  };
  const int died = candidate["died_at"].is_null() ? 0 : candidate["died_at"].get<int>();
  for (int key = 1; key <= model.keyCount(); ++key) {
    const bool blank = key > heard || (died > 0 && key > died);
    EXPECT_EQ(glyph(key).isEmpty(), blank) << "key " << key;
    EXPECT_EQ(glyph(key) == QStringLiteral("✕"), key == died && key <= heard) << "key " << key;
  }
}

TEST(WhatThePanelsShow, IsWhatTheCommandLineSays) {
  int compared = 0;
  for (const test::Row& row : test::readCsv("dialplans/calls.csv")) {
    SCOPED_TRACE(row["name"]);
    const std::string planPath = "dialplans/" + row["plan"];
    workspace::CallRequest request;
    std::vector<std::string> columns;
    std::vector<std::string> cells;
    for (const auto& [column, cell] : row.cells) {
      columns.push_back(column);
      cells.push_back(cell);
    }
    ASSERT_FALSE(setRow(request, columns, cells));
    DialMode mode = DialMode::DigitByDigit;
    for (const auto one : {DialMode::Bloc, DialMode::BlocWait}) {
      if (request.mode == modeName(one)) mode = one;
    }
    ReplaySession session;
    CandidateModel model(session, 0);
    const QAbstractItemModelTester tester(&model, Mode::Fatal);
    session.open(0, {QString::fromStdString(test::inRepository(planPath))});
    ASSERT_TRUE(becomesIdle(session));
    session.setLanes({{0, mode}});
    session.setRequest(request, gui::Look::AtOffHook);
    ASSERT_TRUE(session.answer().trace);
    const plan::Plan& plan = session.plan().workspace->plan();

    std::map<std::string, json> answers;  // by what has been heard
    for (int step = 0; step < session.stepCount(); ++step) {
      session.setStep(step);
      const auto& view = session.view();
      if (!view.moment) continue;
      SCOPED_TRACE("step " + std::to_string(step));
      const std::string heard = view.heard.toStdString();
      if (!answers.contains(heard)) {
        std::size_t end = 0;
        for (std::size_t keys = heard.size(); keys > 0; ++end) keys -= symbolOf(request.digits[end]) ? 1 : 0;
        answers[heard] = dialed(planPath, request, mode, request.digits.substr(0, end));
      }
      const json& hop = answers[heard]["hops"][view.hop];
      EXPECT_EQ(view.digits.toStdString(), hop["digits"]);
      const json& candidates = hop["candidates"];
      ASSERT_EQ(model.rowCount(), static_cast<int>(candidates.size()));
      for (int i = 0; i < model.rowCount(); ++i) {
        const json& candidate = candidates[static_cast<std::size_t>(i)];
        EXPECT_EQ(rowAsJson(model, plan, i), expectedRow(candidate));
        expectCells(model, i, candidate, static_cast<int>(view.digits.size()));
        ++compared;
      }
      // The moment itself, as the whole call's timeline tells it.
      if (!answers.contains("whole")) answers["whole"] = dialed(planPath, request, mode, request.digits);
      const json& moment = answers["whole"]["timeline"][*view.moment];
      EXPECT_EQ(view.at.count(), moment["ms"].get<long>());
      EXPECT_EQ(view.possible, moment["possible"].get<std::size_t>());
      EXPECT_EQ(name(view.state), moment["state"].get<std::string>());
      EXPECT_EQ(name(view.tone), moment["tone"].get<std::string>());
      EXPECT_EQ(std::string(view.rule), moment["rule"].get<std::string>());
    }
  }
  EXPECT_GT(compared, 1000);
}

}  // namespace
}  // namespace dialscope
