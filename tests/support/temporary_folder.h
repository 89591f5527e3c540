// A place for a test's files: tests run side by side, each a process of its own.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace dialscope::test {

/// A new, empty folder that nobody else has, gone with the object. Throws std::filesystem::filesystem_error.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  const std::filesystem::path& path() const { return path_; }
  /// Where `name` is, or would be.
  std::string operator/(std::string_view name) const { return (path_ / name).string(); }

  /// Writes `text` into the file `name`, making the folders on the way, and says where it is.
  /// Throws std::ios_base::failure.
  std::string write(std::string_view name, std::string_view text) const;

 private:
  std::filesystem::path path_;
};

}  // namespace dialscope::test
