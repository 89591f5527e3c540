// What a suite may expect of a call: one row for each column, with the call's answer in it and the test between the two.
//
//   const ExpectedColumn* unused = findExpectedColumn("unused");
//   unused->answer(plan, trace);                  // "2", or "" when no key came too late
//   holds(*unused, "(empty)", answer);            // false: the call left a key unheard
//
// A blank cell is no expectation and never comes here. Files, rows and positions are of no concern here.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/routing/trace.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::routing {

/// What stands in a cell that expects an empty answer.
inline constexpr std::string_view kEmptyAnswer = "(empty)";

/// What stands in a cell that is yet to be filled with today's answer. No call meets it.
inline constexpr std::string_view kUnknownAnswer = "?";

/// What stands in `assumed` where no rule may be named.
inline constexpr std::string_view kNoRule = "-";

/// How an answer is held against what was expected.
enum class Comparison {
  Equal,
  Truth,  ///< equal but for capitals: spreadsheets write TRUE
  AtMost,
  AtLeast,
  Names,
};

struct ExpectedColumn {
  std::string_view name;  ///< "max_wait_ms"
  Comparison comparison;
  /// The trace's answer as a cell would have it, but for the empty one. `assumed` must have been filled.
  std::string (*answer)(const plan::Plan&, const Trace&);
  /// All words that the column may hold; null = any text.
  const std::vector<std::string>& (*words)() = nullptr;
};

/// All of them, in the order of the documents.
std::span<const ExpectedColumn> expectedColumns();

/// The column of this name; null when a suite expects nothing by it.
const ExpectedColumn* findExpectedColumn(std::string_view name);

/// Does `answer` meet what a cell expects? Pre: the cell is not blank, and checkExpectation has nothing against it.
bool holds(const ExpectedColumn& column, std::string_view expected, std::string_view answer);

/// `answer` as it is written in a cell: the empty one as `(empty)`.
std::string cellOf(std::string_view answer);

/// What is wrong with a cell that no call could ever meet: CellUnreadable, with a suggestion.
std::optional<Diagnostic> checkExpectation(const ExpectedColumn& column, std::string_view text);

/// An expectation that a call does not meet.
struct Mismatch {
  std::string_view column;
  std::string expected;  ///< as the cell has it
  std::string answer;    ///< as a cell would have it
};

}  // namespace dialscope::routing
