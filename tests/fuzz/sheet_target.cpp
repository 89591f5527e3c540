// Sheets of either form: their places are places of the text, and cells written anew as they are leave what is meant alone.
#include "engine/import/sheet.h"
#include "engine/workspace/suite.h"
#include "tests/fuzz/target.h"

#include <string>
#include <vector>

using namespace dialscope;

namespace {

constexpr std::string_view kSchema = "dialscope/suite/1";

// A line's end inside of quotes is a newline, whether CR stands before it or not.
std::string withPlainLineEnds(std::string text) {
  for (std::size_t at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n", at)) {
    text.erase(at, 1);
    if (at > 0) --at;
  }
  return text;
}

void roundTrip(const import::Sheet& sheet) {
  std::vector<import::SheetEdit> edits;
  for (const import::SheetRow& row : sheet.rows) {
    for (const import::SheetCell& cell : row.cells) {
      fuzz::require(cell.begin < cell.end && cell.end <= sheet.source.text().size(),
                    "a cell lies in its text");
      fuzz::require(sheet.positionAt(cell.begin).line > 0, "a cell has a line");
      edits.push_back({&cell, cell.text});
    }
  }
  const auto again = import::readSheet(import::SourceText("again", import::withCells(sheet, edits)), kSchema);
  fuzz::require(again.has_value() && again->rows.size() == sheet.rows.size(), "rows stay rows");
  for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
    const auto& before = sheet.rows[i].cells;
    const auto& after = again->rows[i].cells;
    fuzz::require(before.size() == after.size(), "cells stay cells");
    for (std::size_t j = 0; j < before.size(); ++j)
      fuzz::require(withPlainLineEnds(before[j].text) == withPlainLineEnds(after[j].text), "text stays text");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(fuzz::textOf(data, size));
  if (const auto sheet = import::readSheet(import::SourceText("sheet", text), kSchema)) roundTrip(*sheet);
  if (const auto suite = workspace::openSuiteText("suite", text)) {
    Diagnostics aboutPlans;
    workspace::runSuites({*suite}, {}, aboutPlans);
  }
  return 0;
}
