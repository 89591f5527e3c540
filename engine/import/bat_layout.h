// Which cell of a BAT file's row becomes which field: its header line, understood.
//
//   const BatLayout layout = layoutOf(*header, table, diagnostics);
//   for (const BatSlot& slot : layout.own) use(table.cell(slot.cell), slot.name);
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/import/bat_columns.h"
#include "engine/import/csv_table.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace dialscope::import {

/// A cell that becomes a field.
struct BatSlot {
  std::size_t cell = 0;
  FieldName name;
  BatKind kind = BatKind::Text;
  bool again = false;  ///< an earlier slot has the same field; the one that is filled counts
};

/// The columns of one number.
struct BatGroup {
  std::string_view number;
  std::uint32_t numberOffset = 0;
  std::optional<std::size_t> name;  ///< the cell that says whether there is a member at all
  bool mayBeEmpty = false;          ///< with others behind it
  bool kept = false;                ///< by the shape
  FieldName index;                  ///< the field for the number, where the shape has one
  FieldName members;                ///< as in ObjectShape
  std::vector<BatSlot> slots;
  std::vector<BatSlot> line;  ///< of the line at this button
};

struct BatLayout {
  const BatFile* file = nullptr;
  std::vector<BatSlot> own;
  std::vector<BatGroup> groups;          ///< by number, those without a name left out
  std::optional<std::size_t> trunkType;  ///< the cell that tells SIP trunks from the others
};

/// Understands `header`, which is that of `table`. Problems: BatHeaderAmbiguous, BatColumnUnknown.
BatLayout layoutOf(const BatHeader& header, const CsvTable& table, Diagnostics& diagnostics);

}  // namespace dialscope::import
