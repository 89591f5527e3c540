// A file written as a whole or not at all.
//
//   if (auto problem = writeFile("suites/lobby.csv", text)) …
//
// The text goes to a new file beside it, which then takes its name: who reads meanwhile sees the old text or the new one.
#pragma once

#include "engine/base/diagnostic.h"

#include <optional>
#include <string>
#include <string_view>

namespace dialscope::import {

/// Puts `text` in place of what `path` holds. A symbolic link stays one, the file that it leads to is replaced, or made;
/// permissions stay as they are. A device or a pipe gets the text written into it. The error: FileUnwritable; then no file
/// has changed.
std::optional<Diagnostic> writeFile(const std::string& path, std::string_view text);

}  // namespace dialscope::import
