// The table `engine/import/bat_columns.csv`, carried inside the library. The build writes the definition
// (cmake/embed.cmake).
#pragma once

#include <string_view>

namespace dialscope::import {

/// The bytes of the table as they stood when the library was built.
std::string_view batColumnsCsv();

}  // namespace dialscope::import
