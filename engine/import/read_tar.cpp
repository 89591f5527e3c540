#include "engine/import/read_tar.h"

#include "engine/base/large_pages.h"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace dialscope::import {
namespace {

constexpr std::string_view kGzipMark = "\x1F\x8B";
constexpr std::string_view kTarMark = "ustar";  // POSIX and GNU
constexpr std::size_t kTarMarkAt = 257;
constexpr std::size_t kBlock = std::size_t{1} << 16U;  // bytes read at once

struct Free {
  void operator()(archive* reader) const { archive_read_free(reader); }
};

std::string textOf(const char* text) { return text ? text : ""; }

// In the C locale libarchive translates no name that is not ASCII; its bytes are good enough.
std::string nameOf(archive_entry* entry) {
  const char* name = archive_entry_pathname_utf8(entry);
  return textOf(name ? name : archive_entry_pathname(entry));
}

// Why a member is not read, if it is not.
std::optional<std::string> refusal(archive_entry* entry, std::string_view name) {
  if (archive_entry_hardlink(entry) || archive_entry_symlink(entry)) return "a link";
  if (archive_entry_filetype(entry) != AE_IFREG) return "no regular file";
  if (name.empty()) return "without a readable name";
  if (name.front() == '/') return "an absolute path";
  for (std::size_t start = 0; start <= name.size();) {
    const std::size_t end = std::min(name.find('/', start), name.size());
    if (name.substr(start, end - start) == "..") return "a path that leads out of the archive";
    start = end + 1;
  }
  return std::nullopt;
}

class TarReader {
 public:
  TarReader(SourcePosition archive, const TarLimits& limits, Diagnostics& diagnostics)
      : archive_(archive),
        limits_(limits),
        diagnostics_(diagnostics),
        reader_(archive_read_new()) {
    archive_read_support_filter_gzip(reader_.get());
    archive_read_support_format_tar(reader_.get());
  }

  std::vector<SourceText> read(std::string_view bytes) {
    return readOpened(archive_read_open_memory(reader_.get(), bytes.data(), bytes.size()));
  }

  std::vector<SourceText> readFile(const std::string& path) {
    return readOpened(archive_read_open_filename(reader_.get(), path.c_str(), kBlock));
  }

 private:
  std::vector<SourceText> readOpened(int status) {
    if (status != ARCHIVE_OK) {
      reportDamage();
      return {};
    }
    while (readMember()) {
    }
    return std::move(members_);
  }

  bool readMember() {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(reader_.get(), &entry);
    if (status == ARCHIVE_EOF) return false;
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return reportDamage();
    if (++count_ > limits_.members) return reportLimit(std::to_string(limits_.members) + " files");
    std::string name = nameOf(entry);
    if (archive_entry_filetype(entry) == AE_IFDIR) return true;
    // What is passed over counts as well: it has to be unpacked.
    const auto size = static_cast<std::uint64_t>(std::max<la_int64_t>(archive_entry_size(entry), 0));
    if (size > limits_.member) return reportLimit(std::to_string(limits_.member) + " bytes in one file");
    if (size > limits_.total - total_) return reportLimit(std::to_string(limits_.total) + " bytes in all");
    total_ += size;
    if (const auto reason = refusal(entry, name)) return refuse(name, *reason);
    while (name.starts_with("./")) name.erase(0, 2);
    return readText(name, size);
  }

  bool readText(const std::string& name, std::uint64_t size) {
    std::string text;
    text.reserve(size);
    preferLargePages(text.data(), text.capacity());
    const void* block = nullptr;
    std::size_t length = 0;
    la_int64_t offset = 0;
    int status = ARCHIVE_OK;
    while ((status = archive_read_data_block(reader_.get(), &block, &length, &offset)) != ARCHIVE_EOF) {
      if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return reportDamage();
      // Between the blocks of a sparse member there are zeros. No member is larger than it says.
      if (static_cast<std::uint64_t>(offset) < text.size()) return reportDamage();
      text.resize(std::min(static_cast<std::uint64_t>(offset), size));
      text.append(static_cast<const char*>(block), std::min<std::uint64_t>(length, size - text.size()));
    }
    SourceText member(*archive_.file + "/" + name, std::move(text));
    if (looksLikeTar(member.text())) return refuse(name, "an archive in an archive");
    members_.push_back(std::move(member));
    return true;
  }

  bool refuse(const std::string& name, const std::string& reason) {
    return report(DiagnosticCode::ArchiveMemberRefused, {name, reason}, true);
  }
  bool reportLimit(const std::string& limit) {
    return report(DiagnosticCode::ArchiveTooLarge, {limit}, false);
  }
  bool reportDamage() {
    return report(DiagnosticCode::ArchiveDamaged,
                  {textOf(archive_error_string(reader_.get())), std::to_string(members_.size())}, false);
  }

  // Returns whether to go on.
  bool report(DiagnosticCode code, std::vector<std::string> arguments, bool goOn) {
    diagnostics_.push_back({code, archive_, std::move(arguments), {}});
    return goOn;
  }

  SourcePosition archive_;
  const TarLimits& limits_;
  Diagnostics& diagnostics_;
  std::unique_ptr<archive, Free> reader_;
  std::vector<SourceText> members_;
  std::size_t count_ = 0;
  std::uint64_t total_ = 0;
};

}  // namespace

bool looksLikeTar(std::string_view text) {
  return text.starts_with(kGzipMark) ||
         (text.size() > kTarMarkAt && text.substr(kTarMarkAt).starts_with(kTarMark));
}

bool isTarFile(const std::string& path) {
  // What is read from a pipe is gone.
  std::error_code unknown;
  if (!std::filesystem::is_regular_file(path, unknown)) return false;
  std::array<char, kTarMarkAt + kTarMark.size()> head{};
  std::ifstream file(path, std::ios::binary);
  file.read(head.data(), head.size());
  return looksLikeTar({head.data(), static_cast<std::size_t>(file.gcount())});
}

std::vector<SourceText> readTar(const SourceText& archive, const TarLimits& limits,
                                Diagnostics& diagnostics) {
  return TarReader(archive.position(), limits, diagnostics).read(archive.text());
}

std::vector<SourceText> readTarFile(const std::string& path, const TarLimits& limits,
                                    Diagnostics& diagnostics) {
  return TarReader({fileNamed(path)}, limits, diagnostics).readFile(path);
}

}  // namespace dialscope::import
