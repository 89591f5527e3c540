#include "engine/workspace/request_columns.h"

#include "engine/base/plain_number.h"
#include "engine/base/split.h"
#include "engine/routing/expectation.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace dialscope::workspace {
namespace {

using std::chrono::milliseconds;

std::vector<std::string> partsOf(std::string_view text) {
  const auto parts = listed(text, ';');
  return {parts.begin(), parts.end()};
}

void clearOrigin(CallRequest& request) {
  request.searchSpaces.clear();
  request.partitions.reset();
  request.from.clear();
}

/// A column that says what to do; `set` gives what was expected where the text cannot be read, else nothing.
struct Column {
  std::string_view name;
  const char* (*set)(CallRequest&, std::string_view);
  bool isOrigin = false;
};

constexpr std::array kRequestColumns{
    Column{"from",
           [](CallRequest& request, std::string_view text) -> const char* {
             request.from = text;
             return nullptr;
           },
           true},
    Column{"css",
           [](CallRequest& request, std::string_view text) -> const char* {
             request.searchSpaces = partsOf(text);
             return nullptr;
           },
           true},
    Column{"partitions",
           [](CallRequest& request, std::string_view text) -> const char* {
             request.partitions = text;
             return nullptr;
           },
           true},
    Column{"calling",
           [](CallRequest& request, std::string_view text) -> const char* {
             request.calling = text;
             return nullptr;
           }},
    Column{"external_mask",
           [](CallRequest& request, std::string_view text) -> const char* {
             request.externalMask = text;
             return nullptr;
           }},
    Column{"dial",
           [](CallRequest& request, std::string_view text) -> const char* {
             request.digits = text;
             return nullptr;
           }},
    Column{"mode",
           [](CallRequest& request, std::string_view text) -> const char* {
             request.mode = text;
             return nullptr;
           }},
    Column{"gap",
           [](CallRequest& request, std::string_view text) -> const char* {
             const auto seconds = plainNumber(text, kMostGapSeconds);
             if (!seconds) return "seconds, 0 to 60";
             request.gap = gapOf(*seconds);
             return nullptr;
           }},
    Column{"t302",
           [](CallRequest& request, std::string_view text) -> const char* {
             const auto timeout = plainNumber(text, kMostTimeoutMilliseconds);
             if (!timeout) return "whole milliseconds, 0 to 600000";
             request.interdigitTimeout = milliseconds(*timeout);
             return nullptr;
           }},
    Column{"assume",
           [](CallRequest& request, std::string_view text) -> const char* {
             request.assume = partsOf(text);
             return nullptr;
           }},
};

// Beside these, whatever routing::expectedColumns() has.
constexpr std::array<std::string_view, 6> kCarriedColumns{"name", "plan", "note", "rule", "grade", "source"};

constexpr std::string_view kNotYet = "at";

const Column* findColumn(std::string_view name) {
  const auto found = std::find_if(kRequestColumns.begin(), kRequestColumns.end(),
                                  [&](const Column& column) { return column.name == name; });
  return found == kRequestColumns.end() ? nullptr : &*found;
}

}  // namespace

milliseconds gapOf(double seconds) { return milliseconds(std::lround(seconds * 1000)); }

ColumnUse columnUse(std::string_view column) {
  if (const Column* found = findColumn(column))
    return found->isOrigin ? ColumnUse::Origin : ColumnUse::Request;
  if (column == kNotYet) return ColumnUse::NotYet;
  if (routing::findExpectedColumn(column) != nullptr) return ColumnUse::Expectation;
  const bool carried =
      std::find(kCarriedColumns.begin(), kCarriedColumns.end(), column) != kCarriedColumns.end();
  return carried ? ColumnUse::Carried : ColumnUse::Unknown;
}

std::vector<std::string> columnNames() {
  std::vector<std::string> names{std::string(kNotYet)};
  for (const Column& column : kRequestColumns) names.emplace_back(column.name);
  for (const routing::ExpectedColumn& column : routing::expectedColumns()) names.emplace_back(column.name);
  names.insert(names.end(), kCarriedColumns.begin(), kCarriedColumns.end());
  return names;
}

std::string_view cellText(std::string_view cell) {
  if (cell.starts_with('\'')) cell.remove_prefix(1);
  return cell;
}

std::optional<Diagnostic> setRow(CallRequest& request, const std::vector<std::string>& columns,
                                 const std::vector<std::string>& cells) {
  assert(cells.size() <= columns.size());
  bool hasOrigin = false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string_view text = cellText(cells[i]);
    if (text.empty()) continue;
    if (columns[i] == kNotYet) return Diagnostic{DiagnosticCode::ColumnNotYet, {}, {columns[i]}, {}};
    const Column* column = findColumn(columns[i]);
    if (column == nullptr) continue;
    if (column->isOrigin && !hasOrigin) {
      clearOrigin(request);
      hasOrigin = true;
    }
    if (const char* expected = column->set(request, text)) {
      return Diagnostic{DiagnosticCode::CellUnreadable, {}, {columns[i], std::string(text), expected}, {}};
    }
  }
  return std::nullopt;
}

}  // namespace dialscope::workspace
