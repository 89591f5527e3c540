// What the record of a pattern says by itself: all of an entry but what a name stands for. Records can be read side by
// side; names are resolved later, in order (plan_builder.h).
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/import/record.h"
#include "engine/plan/plan.h"

#include <array>
#include <optional>
#include <string_view>

namespace dialscope::import {

/// As AXL spells plan::NetworkLocation.
inline constexpr std::array<std::string_view, 3> kNetworkLocations{"OnNet", "OffNet", "Use System Default"};

/// Nothing, with a diagnostic, where the pattern is missing, empty or wrong; the empty one may stand in a partition, as
/// a translation pattern (DA-11).
std::optional<plan::Entry> readEntry(const Record& record, Diagnostics& diagnostics);

}  // namespace dialscope::import
