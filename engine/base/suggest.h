// "Did you mean …": the known name closest to a mistyped one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope {

/// Of messages of one sort, so many get a suggestion: where more names are unknown, a file is missing, not a letter.
inline constexpr std::size_t kMaxSuggestions = 100;

/// The name of `known` with the fewest edits to `typed`, letter case apart, or the empty string when none is close: at
/// most a third of the letters may differ, and one of a short name's. Equal distance: the name that stands first.
std::string closestName(std::string_view typed, const std::vector<std::string>& known);

}  // namespace dialscope
