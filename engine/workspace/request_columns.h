// The columns in which teams keep the calls they make: what `batch` reads and a suite is written in.
//
//   CallRequest request = defaults;
//   setRow(request, {"css", "dial"}, {"Line;Device", "'+14085551234"});
#pragma once

#include "engine/workspace/resolve_call.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::workspace {

/// The most that `gap` and `t302` take, here and as options.
inline constexpr double kMostGapSeconds = 60;
inline constexpr int kMostTimeoutMilliseconds = 600'000;

/// A gap as it is written, to the millisecond.
std::chrono::milliseconds gapOf(double seconds);

/// What a column of this name is for.
enum class ColumnUse {
  Origin,       ///< says who dials
  Request,      ///< says what else to do
  Expectation,  ///< what must come of it: of use to suites only
  Carried,      ///< names, plans, notes: of no use to a call
  NotYet,       ///< says what to do, and this build cannot
  Unknown,
};

ColumnUse columnUse(std::string_view column);

/// All names that columnUse knows, for suggestions.
std::vector<std::string> columnNames();

/// What is meant by a cell's text: spreadsheets need an apostrophe before `+` and `=`, which is dropped.
std::string_view cellText(std::string_view cell);

/// Puts a row into `request`: cells under their columns, a blank one changes nothing. An origin (`from`, `css`,
/// `partitions`) takes the place of the one that `request` has; two in one row exclude each other, as Workspace says.
/// At most as many cells as columns. The error: CellUnreadable, ColumnNotYet.
std::optional<Diagnostic> setRow(CallRequest& request, const std::vector<std::string>& columns,
                                 const std::vector<std::string>& cells);

}  // namespace dialscope::workspace
