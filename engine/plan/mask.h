// Transformation masks (DA-61, DA-62).
//
//   applyMask("4001", "+14085554XXX", MaskShortfall::Shrink);   // "+14085554001"
//   applyMask("123", "555XXXX", MaskShortfall::Shrink);         // "555123"
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dialscope::plan {

/// What an `X` yields that has no digit under it (DA-62).
enum class MaskShortfall : std::uint8_t { Shrink, KeepX };

/// `number` under `mask`, right-aligned: `X` keeps the symbol below it, anything else replaces it; surplus symbols of
/// the number are dropped, surplus literals of the mask are put in front. The empty mask changes nothing.
std::string applyMask(std::string_view number, std::string_view mask, MaskShortfall shortfall);

}  // namespace dialscope::plan
