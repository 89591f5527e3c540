#include "engine/workspace/suite.h"

#include "engine/base/suggest.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <unordered_map>

namespace dialscope::workspace {
namespace {

constexpr std::string_view kSchema = "dialscope/suite/1";
constexpr std::size_t kMaxSuiteSize = import::kMaxFileSize;

void findColumns(Suite& suite, Diagnostics& wrong) {
  for (std::size_t i = 0; i < suite.sheet.columns.size(); ++i) {
    const import::SheetColumn& column = suite.sheet.columns[i];
    suite.expected.push_back(routing::findExpectedColumn(column.name));
    if (column.name == "name") suite.nameColumn = i;
    if (column.name == "plan") suite.planColumn = i;
    suite.uses.push_back(columnUse(column.name));
    if (suite.uses.back() == ColumnUse::Unknown) {
      wrong.push_back({DiagnosticCode::UnknownColumn,
                       suite.sheet.positionAt(column.begin),
                       {column.name},
                       closestName(column.name, columnNames())});
    }
  }
}

bool expectsSomething(const Suite& suite, const import::SheetRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), [&](const import::SheetCell& cell) {
    return suite.expected[cell.column] != nullptr && !cellText(cell.text).empty();
  });
}

void findOddRows(Suite& suite) {
  const Sheet& sheet = suite.sheet;
  if (sheet.rows.empty())
    suite.warnings.push_back({DiagnosticCode::SuiteEmpty, sheet.source.position(), {}, {}});
  std::unordered_map<std::string_view, std::size_t> first;  // where a name begins
  for (const import::SheetRow& row : sheet.rows) {
    const auto warn = [&](DiagnosticCode code, std::vector<std::string> arguments) {
      suite.warnings.push_back({code, sheet.positionAt(row.begin), std::move(arguments), {}});
    };
    if (!expectsSomething(suite, row)) warn(DiagnosticCode::RowExpectsNothing, {});
    const std::string_view name = suite.nameColumn ? row.text(*suite.nameColumn) : std::string_view();
    if (name.empty()) continue;
    const auto [known, isNew] = first.try_emplace(name, row.begin);
    if (isNew) continue;
    const std::size_t line = sheet.positionAt(known->second).line;
    warn(DiagnosticCode::DuplicateRowName, {std::string(name), std::to_string(line)});
  }
}

Result<Suite> suiteOf(import::SourceText source, Diagnostics* alsoWrong) {
  const std::string file = *source.file();
  auto sheet = import::readSheet(std::move(source), kSchema);
  if (!sheet) return tl::unexpected(std::move(sheet.error()));
  Suite suite{file, std::move(*sheet), {}, {}, {}, {}, {}};
  Diagnostics wrong;
  findColumns(suite, wrong);
  if (!wrong.empty()) {
    if (alsoWrong != nullptr) alsoWrong->insert(alsoWrong->end(), wrong.begin() + 1, wrong.end());
    return tl::unexpected(std::move(wrong.front()));
  }
  findOddRows(suite);
  return suite;
}

}  // namespace

Result<Suite> openSuite(const std::string& path, Diagnostics* alsoWrong) {
  auto source = import::readSourceText(path, kMaxSuiteSize);
  if (!source) return tl::unexpected(std::move(source.error()));
  return suiteOf(std::move(*source), alsoWrong);
}

Result<Suite> openSuiteText(std::string_view name, std::string_view text, Diagnostics* alsoWrong) {
  return suiteOf(import::SourceText(name, std::string(text)), alsoWrong);
}

std::string withChanges(const Suite& suite, const report::SuiteResult& result) {
  std::vector<import::SheetEdit> edits;
  for (std::size_t i = 0; i < result.rows.size(); ++i) {
    for (const report::CellChange& change : result.rows[i].changes) {
      const auto& cells = suite.sheet.rows[i].cells;
      const auto cell = std::find_if(cells.begin(), cells.end(), [&](const import::SheetCell& one) {
        return suite.sheet.columns[one.column].name == change.column;
      });
      // The apostrophe is for spreadsheets, which would take `+` and `=` for the start of a formula.
      const bool guarded = cell->text.starts_with('\'') || change.after.starts_with('\'') ||
                           (suite.sheet.form == import::SheetForm::Csv &&
                            (change.after.starts_with('+') || change.after.starts_with('=')));
      edits.push_back({&*cell, (guarded ? "'" : "") + change.after});
    }
  }
  return import::withCells(suite.sheet, edits);
}

}  // namespace dialscope::workspace
