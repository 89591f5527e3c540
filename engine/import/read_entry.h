// What the record of a pattern says by itself: all of an entry but what a name stands for (build_entries.cpp).
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/import/record.h"
#include "engine/plan/plan.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace dialscope::import {

/// As AXL spells plan::NetworkLocation.
inline constexpr std::array<std::string_view, 3> kNetworkLocations{"OnNet", "OffNet", "Use System Default"};

/// What a line says of one of its alternate numbers.
struct AlternateFields {
  FieldName isEntry;  ///< the masked number is one more entry of the plan
  FieldName mask;
  FieldName urgent;
  FieldName partition;
};

/// Enterprise and E.164.
const std::array<AlternateFields, 2>& alternateFields();

struct EntrySource {
  std::size_t index = 0;  ///< of the record in its document
  const Record* record = nullptr;
  const AlternateFields* alternate = nullptr;  ///< null for the record's own pattern
};

/// Fills `entry`, which is as it was made. False, with a diagnostic, where the pattern is missing, empty or wrong; the
/// empty one may stand in a partition, as a translation pattern (DA-11).
bool readEntry(const EntrySource& source, plan::Entry& entry, Diagnostics& diagnostics);

}  // namespace dialscope::import
