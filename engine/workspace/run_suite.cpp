// Rows are independent, so they are shared out over all cores, and each writes to its own place in the results. A row costs
// a walk and a look at its cells; what takes a look at every pattern is done afterwards, for the rows that fail, and for a
// bearable number of those.
#include "engine/routing/assumed_rules.h"
#include "engine/routing/unmodelled.h"
#include "engine/routing/walk_call.h"
#include "engine/workspace/suite.h"

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <filesystem>
#include <map>
#include <memory>
#include <utility>

namespace dialscope::workspace {
namespace {

namespace tbb = oneapi::tbb;
using report::RowFailure;
using report::RowResult;
using routing::ExpectedColumn;

constexpr std::size_t kRowsAtOnce = 64;

/// Of the rows that fail so many get their candidates; the others have their sentence without.
constexpr std::size_t kMostExplained = 200;

/// The files that some rows want as their plan, and what came of reading them.
struct OpenedPlan {
  std::vector<std::string> paths;
  std::shared_ptr<const Workspace> workspace;  // null = it cannot be read
  Diagnostics wrong;                           // then: why

  std::shared_ptr<const plan::Plan> plan() const { return {workspace, &workspace->plan()}; }
};

/// All plans that some row wants, each once.
class Plans {
 public:
  explicit Plans(const SuiteRun& run) : run_(run) {}

  void add(const Suite& suite) {
    for (const import::SheetRow& row : suite.sheet.rows) {
      const auto paths = pathsFor(suite, row);
      if (!paths.empty()) byPaths_.try_emplace(paths, nullptr);
    }
  }

  void open() {
    for (auto& [paths, opened] : byPaths_) {
      plans_.push_back(std::make_unique<OpenedPlan>(OpenedPlan{paths, {}, {}}));
      opened = plans_.back().get();
    }
    tbb::parallel_for(std::size_t{0}, plans_.size(), [&](std::size_t i) {
      OpenedPlan& one = *plans_[i];
      auto workspace = Workspace::open(one.paths, &one.wrong, run_.budget);
      if (workspace) {
        one.workspace = std::make_shared<const Workspace>(std::move(*workspace));
      } else {
        one.wrong.insert(one.wrong.begin(), std::move(workspace.error()));
      }
    });
  }

  /// The plan of a row; null when it names none and there is none for all.
  const OpenedPlan* find(const Suite& suite, const import::SheetRow& row) const {
    const auto found = byPaths_.find(pathsFor(suite, row));
    return found == byPaths_.end() ? nullptr : found->second;
  }

  Diagnostics diagnostics() const {
    Diagnostics all;
    for (const auto& opened : plans_) {
      const Diagnostics& some = opened->workspace ? opened->workspace->loaded().diagnostics : opened->wrong;
      all.insert(all.end(), some.begin(), some.end());
    }
    return all;
  }

 private:
  std::vector<std::string> pathsFor(const Suite& suite, const import::SheetRow& row) const {
    const std::string_view own =
        suite.planColumn ? cellText(row.text(*suite.planColumn)) : std::string_view();
    if (own.empty()) return run_.plans;
    return {(std::filesystem::path(suite.file).parent_path() / own).string()};
  }

  const SuiteRun& run_;
  std::map<std::vector<std::string>, const OpenedPlan*> byPaths_;
  std::vector<std::unique_ptr<OpenedPlan>> plans_;
};

/// A row, read.
struct ReadRow {
  CallRequest request;
  struct Expectation {
    const ExpectedColumn* column;
    std::string_view text;
  };
  std::vector<Expectation> expectations;
  Diagnostics problems;
};

// The columns that a refused request may owe that to.
struct Blame {
  DiagnosticCode code;
  std::array<std::string_view, 2> columns;
};

using enum DiagnosticCode;
constexpr std::array kBlames{
    Blame{NoSuchSearchSpace, {"css"}},
    Blame{SearchSpaceNotDefined, {"css"}},
    Blame{NoSuchPartition, {"partitions", "from"}},
    Blame{NoSuchOrigin, {"from"}},
    Blame{NoSuchLineButton, {"from"}},
    Blame{OriginNotALine, {"from"}},
    Blame{OriginAmbiguous, {"from"}},
    Blame{OriginWithoutNumber, {"from"}},
    Blame{OriginTwice, {"css", "from"}},
    Blame{NoSuchMode, {"mode"}},
    Blame{NoSuchSwitch, {"assume"}},
    Blame{NoSuchReading, {"assume"}},
    Blame{SwitchNotYet, {"assume"}},
    Blame{SwitchTwice, {"assume"}},
    Blame{SwitchMalformed, {"assume"}},
    Blame{NumberCharacter, {"calling", "external_mask"}},
    Blame{DialStringCharacter, {"dial"}},
    Blame{DialStringTooLong, {"dial"}},
};

class RowRun {
 public:
  RowRun(const Suite& suite, const import::SheetRow& row, const Plans& plans, bool pin)
      : suite_(suite),
        row_(row),
        plans_(plans),
        pin_(pin) {}

  RowResult run() {
    RowResult result;
    result.line = suite_.sheet.positionAt(row_.begin).line;
    if (suite_.nameColumn) result.name = cellText(row_.text(*suite_.nameColumn));
    const ReadRow read = readRow();
    if (!read.problems.empty()) return refused(std::move(result), read.problems);
    const OpenedPlan* opened = plans_.find(suite_, row_);
    if (opened == nullptr) return refused(std::move(result), {{RowWithoutPlan, whereRow(), {}, {}}});
    if (!opened->workspace) return refused(std::move(result), {opened->wrong.front()});
    const auto call = opened->workspace->resolve(read.request);
    if (!call) return refused(std::move(result), {placed(call.error())});

    const routing::CompiledPlan& compiled = opened->workspace->compiled();
    routing::Trace trace = routing::walkCall(compiled, *call);
    const bool asksAssumed =
        std::any_of(read.expectations.begin(), read.expectations.end(),
                    [](const auto& one) { return one.column->comparison == routing::Comparison::Names; });
    if (asksAssumed) trace.assumed = routing::assumedRules(compiled, trace);
    result.unmodelled = routing::unmodelledOf(compiled, trace);
    std::vector<routing::Mismatch> unmet;
    for (const auto& [column, expected] : read.expectations) {
      std::string answer = column->answer(compiled.plan(), trace);
      if (pin_) {
        std::string cell = routing::cellOf(answer);
        if (cell != expected)
          result.changes.push_back({column->name, std::string(expected), std::move(cell)});
      } else if (!routing::holds(*column, expected, answer)) {
        unmet.push_back({column->name, std::string(expected), routing::cellOf(answer)});
      }
    }
    if (!unmet.empty()) fail(result, *opened, std::move(trace), std::move(unmet));
    return result;
  }

 private:
  ReadRow readRow() const {
    ReadRow read;
    for (const Diagnostic& problem : row_.problems) read.problems.push_back(problem);
    std::vector<std::string> columns;
    std::vector<std::string> cells;
    for (const import::SheetCell& cell : row_.cells) {
      const std::string_view text = cellText(cell.text);
      if (text.empty()) continue;
      if (const ExpectedColumn* column = suite_.expected[cell.column]) {
        if (auto problem = routing::checkExpectation(*column, text)) {
          problem->where = suite_.sheet.positionAt(cell.begin);
          read.problems.push_back(std::move(*problem));
        }
        read.expectations.push_back({column, text});
      } else if (saysWhatToDo(cell)) {
        columns.push_back(suite_.sheet.columns[cell.column].name);
        cells.push_back(cell.text);
      }
    }
    if (auto problem = setRow(read.request, columns, cells))
      read.problems.push_back(placed(std::move(*problem)));
    return read;
  }

  bool saysWhatToDo(const import::SheetCell& cell) const {
    const ColumnUse use = suite_.uses[cell.column];
    return use == ColumnUse::Origin || use == ColumnUse::Request || use == ColumnUse::NotYet;
  }

  SourcePosition whereRow() const { return suite_.sheet.positionAt(row_.begin); }

  const import::SheetCell* filledCell(std::string_view column) const {
    const auto found = std::find_if(row_.cells.begin(), row_.cells.end(), [&](const import::SheetCell& cell) {
      return suite_.sheet.columns[cell.column].name == column && !cellText(cell.text).empty();
    });
    return found == row_.cells.end() ? nullptr : &*found;
  }

  // What is wrong with the request, at the cell that is to blame.
  Diagnostic placed(Diagnostic problem) const {
    const auto blame = std::find_if(kBlames.begin(), kBlames.end(),
                                    [&](const Blame& one) { return one.code == problem.code; });
    problem.where = whereRow();
    if (problem.code == CellUnreadable || problem.code == ColumnNotYet) {
      if (const auto* cell = filledCell(problem.arguments.front())) {
        problem.where = suite_.sheet.positionAt(cell->begin);
      }
    } else if (blame != kBlames.end()) {
      for (const std::string_view column : blame->columns) {
        const import::SheetCell* cell = filledCell(column);
        if (cell == nullptr) continue;
        if (problem.code == NumberCharacter && cellText(cell->text) != problem.arguments[1]) continue;
        problem.where = suite_.sheet.positionAt(cell->begin);
        break;
      }
    }
    return problem;
  }

  RowFailure failureOf() const {
    RowFailure failure;
    for (const import::SheetCell& cell : row_.cells) {
      const std::string_view text = cellText(cell.text);
      if (text.empty() || !saysWhatToDo(cell)) continue;
      failure.asked.push_back({suite_.sheet.columns[cell.column].name, std::string(text)});
    }
    if (const OpenedPlan* opened = plans_.find(suite_, row_)) failure.plans = opened->paths;
    return failure;
  }

  RowResult refused(RowResult result, Diagnostics problems) const {
    RowFailure failure = failureOf();
    failure.problems = std::move(problems);
    result.failure = std::make_shared<const RowFailure>(std::move(failure));
    return result;
  }

  void fail(RowResult& result, const OpenedPlan& opened, routing::Trace trace,
            std::vector<routing::Mismatch> unmet) const {
    RowFailure failure = failureOf();
    failure.unmet = std::move(unmet);
    failure.plan = opened.plan();
    failure.trace = std::move(trace);
    result.failure = std::make_shared<const RowFailure>(std::move(failure));
  }

  const Suite& suite_;
  const import::SheetRow& row_;
  const Plans& plans_;
  bool pin_;
};

// The same failure with its candidates, and with what became of the pattern that was expected.
std::shared_ptr<const RowFailure> explained(const RowFailure& bare, const Workspace& workspace) {
  RowFailure failure = bare;
  failure.trace = routing::explainCall(workspace.compiled(), bare.trace->call);
  failure.explained = true;
  const auto pattern = std::find_if(failure.unmet.begin(), failure.unmet.end(),
                                    [](const routing::Mismatch& one) { return one.column == "pattern"; });
  const bool named = pattern != failure.unmet.end() && pattern->expected != routing::kEmptyAnswer &&
                     pattern->expected != routing::kUnknownAnswer;
  if (named) {
    auto whyNot = workspace.whyNot(*failure.trace, pattern->expected);
    if (whyNot) {
      failure.whyNot = std::move(*whyNot);
    } else {
      failure.noSuchPattern = std::move(whyNot.error());
    }
  }
  return std::make_shared<const RowFailure>(std::move(failure));
}

void explainFirst(const std::vector<Suite>& suites, const Plans& plans,
                  std::vector<report::SuiteResult>& results) {
  struct Unexplained {
    RowResult* result;
    const Workspace* workspace;
  };
  std::vector<Unexplained> rows;
  for (std::size_t i = 0; i < suites.size(); ++i) {
    for (std::size_t row = 0; row < results[i].rows.size() && rows.size() < kMostExplained; ++row) {
      RowResult& result = results[i].rows[row];
      if (!result.failure || !result.failure->trace) continue;
      const OpenedPlan* opened = plans.find(suites[i], suites[i].sheet.rows[row]);
      rows.push_back({&result, opened->workspace.get()});
    }
  }
  tbb::parallel_for(std::size_t{0}, rows.size(), [&](std::size_t i) {
    RowResult& result = *rows[i].result;
    result.failure = explained(*result.failure, *rows[i].workspace);
  });
}

}  // namespace

std::vector<report::SuiteResult> runSuites(const std::vector<Suite>& suites, const SuiteRun& run,
                                           Diagnostics& aboutPlans) {
  Plans plans(run);
  for (const Suite& suite : suites) plans.add(suite);
  plans.open();
  aboutPlans = plans.diagnostics();
  std::vector<report::SuiteResult> results;
  for (const Suite& suite : suites) {
    const auto& rows = suite.sheet.rows;
    report::SuiteResult result{suite.file, std::vector<RowResult>(rows.size())};
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, rows.size(), kRowsAtOnce), [&](const auto& range) {
      for (std::size_t i = range.begin(); i != range.end(); ++i) {
        result.rows[i] = RowRun(suite, rows[i], plans, run.pin).run();
      }
    });
    results.push_back(std::move(result));
  }
  explainFirst(suites, plans, results);
  return results;
}

}  // namespace dialscope::workspace
