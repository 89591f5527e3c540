#include "engine/import/find_files.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

namespace dialscope::import {
namespace {

namespace fs = std::filesystem;

void report(DiagnosticCode code, const fs::path& path, std::vector<std::string> arguments,
            Diagnostics& diagnostics) {
  diagnostics.push_back({code, {fileNamed(path.string())}, std::move(arguments), {}});
}

// All regular files below `folder`, without recursion: how deep a tree is, is not ours to say.
std::vector<fs::path> filesBelow(const fs::path& folder, Diagnostics& diagnostics) {
  std::vector<fs::path> files;
  std::vector<fs::path> open{folder};
  while (!open.empty()) {
    const fs::path current = std::move(open.back());
    open.pop_back();
    std::error_code error;
    fs::directory_iterator entry(current, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      std::error_code unknown;
      const fs::file_status status = entry->symlink_status(unknown);
      if (fs::is_directory(status)) open.push_back(entry->path());
      if (fs::is_regular_file(status)) files.push_back(entry->path());
    }
    if (error) report(DiagnosticCode::FileUnreadable, current, {error.message()}, diagnostics);
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::vector<FoundFile> findFiles(const std::vector<std::string>& paths, Diagnostics& diagnostics) {
  std::vector<FoundFile> found;
  std::set<fs::path> seen;
  const auto add = [&](const fs::path& path, const std::string& folder) {
    std::error_code error;
    const fs::path canonical = fs::canonical(path, error);
    if (error || seen.insert(canonical).second) found.push_back({path.string(), folder});
  };
  for (const std::string& path : paths) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found || path.empty()) {
      report(DiagnosticCode::FileNotFound, path, {}, diagnostics);
    } else if (error) {
      report(DiagnosticCode::FileUnreadable, path, {error.message()}, diagnostics);
    } else if (fs::is_directory(status)) {
      for (const fs::path& file : filesBelow(path, diagnostics)) add(file, path);
    } else {
      add(path, {});
    }
  }
  return found;
}

}  // namespace dialscope::import
