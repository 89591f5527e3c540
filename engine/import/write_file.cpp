#include "engine/import/write_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
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

// Where a link leads to, and the links behind it; whether or not anything is there.
std::optional<fs::path> targetOf(fs::path path) {
  constexpr int kMostLinks = 40;  // as many as Linux follows
  std::error_code error;
  for (int links = 0; fs::is_symlink(fs::symlink_status(path, error)); ++links) {
    if (links == kMostLinks) return std::nullopt;
    path = path.parent_path() / fs::read_symlink(path, error);
  }
  return path;
}

// A new file beside `target`, with the rights that a new file gets; less than 0 with errno where there can be none.
int createBeside(const fs::path& target, std::string& name) {
  constexpr int kMostTries = 100;
  int file = -1;
  for (int i = 0; i < kMostTries && file < 0; ++i) {
    name =
        (target.parent_path() / fmt::format(".{}.{}-{}", target.filename().string(), ::getpid(), i)).string();
    file = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0 && errno != EEXIST) return file;
  }
  return file;
}

// A device or a pipe is written to, not replaced.
int writeInto(const fs::path& target, std::string_view text) {
  const int file = ::open(target.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) return errno;
  const bool written = writeAll(file, text);
  const int reason = errno;
  const bool closed = ::close(file) == 0;
  if (written) return closed ? 0 : errno;
  return reason;
}

}  // namespace

std::optional<Diagnostic> writeFile(const std::string& path, std::string_view text) {
  const auto failed = [&](int reason) {
    return Diagnostic{
        DiagnosticCode::FileUnwritable, {fileNamed(path)}, {std::generic_category().message(reason)}, {}};
  };
  const auto target = targetOf(path);
  if (!target) return failed(ELOOP);
  struct stat status {};
  const bool exists = ::stat(target->c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return failed(EISDIR);
  if (exists && !S_ISREG(status.st_mode)) {
    const int reason = writeInto(*target, text);
    return reason == 0 ? std::nullopt : std::optional(failed(reason));
  }
  std::string name;
  const int file = createBeside(*target, name);
  if (file < 0) return failed(errno);
  const bool written =
      writeAll(file, text) && (!exists || ::fchmod(file, status.st_mode & 07777) == 0) && ::fsync(file) == 0;
  const int reason = errno;
  const bool closed = ::close(file) == 0;
  if (written && closed && ::rename(name.c_str(), target->c_str()) == 0) return std::nullopt;
  const Diagnostic problem = failed(written ? errno : reason);
  ::unlink(name.c_str());
  return problem;
}

}  // namespace dialscope::import
