// Paths as the user gave them to files, in a fixed order.
#pragma once

#include "engine/base/diagnostic.h"

#include <string>
#include <vector>

namespace dialscope::import {

struct FoundFile {
  std::string path;    ///< as given; below a folder, the folder as given and the way down
  std::string folder;  ///< the folder given that it was found in; empty = the file itself was given
};

/// The files, folders searched through and sorted by name, links in them not followed. A file that is reached twice
/// comes once. Problems: FileNotFound, FileUnreadable.
std::vector<FoundFile> findFiles(const std::vector<std::string>& paths, Diagnostics& diagnostics);

}  // namespace dialscope::import
