// The columns in which teams keep the calls they make: what `batch` reads and a suite is written in.
//
//   CallRequest request;
//   setColumn(request, "css", "Line;Device");
//   setColumn(request, "dial", "'+14085551234");     // a spreadsheet's apostrophe is dropped
#pragma once

#include "engine/workspace/workspace.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::workspace {

/// What a column of this name is for.
enum class ColumnUse {
  Request,  ///< says what to do
  Carried,  ///< expectations, names, notes: of no use to a call
  NotYet,   ///< says what to do, and this build cannot
  Unknown,
};

ColumnUse columnUse(std::string_view column);

/// All names that columnUse knows, for suggestions.
std::vector<std::string> columnNames();

/// Puts the text of a cell into `request`; a blank one changes nothing. An origin (`from`, `css`, `partitions`) takes
/// the place of whatever origin was there. The error: CellUnreadable, ColumnNotYet.
std::optional<Diagnostic> setColumn(CallRequest& request, std::string_view column, std::string_view text);

}  // namespace dialscope::workspace
