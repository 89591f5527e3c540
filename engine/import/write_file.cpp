#include "engine/import/write_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace dialscope::import {
namespace {

namespace fs = std::filesystem;

bool writeAll(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(file, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

mode_t modeOf(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) return status.st_mode & 07777;
  return 0644;
}

}  // namespace

std::optional<Diagnostic> writeFile(const std::string& path, std::string_view text) {
  std::error_code error;
  fs::path target = fs::canonical(path, error);  // where a link leads to
  if (error) target = path;
  std::string name = (target.parent_path() / ("." + target.filename().string() + ".XXXXXX")).string();
  const auto failed = [&](int reason) {
    return Diagnostic{
        DiagnosticCode::FileUnwritable, {fileNamed(path)}, {std::generic_category().message(reason)}, {}};
  };
  const fs::file_status status = fs::status(target, error);
  if (fs::exists(status) && !fs::is_regular_file(status))
    return failed(fs::is_directory(status) ? EISDIR : EINVAL);
  const int file = ::mkstemp(name.data());
  if (file < 0) return failed(errno);
  const bool written =
      writeAll(file, text) && ::fchmod(file, modeOf(target.string())) == 0 && ::fsync(file) == 0;
  const int reason = errno;
  const bool closed = ::close(file) == 0;
  if (written && closed && ::rename(name.c_str(), target.c_str()) == 0) return std::nullopt;
  const Diagnostic problem = failed(written ? errno : reason);
  ::unlink(name.c_str());
  return problem;
}

}  // namespace dialscope::import
