#include "engine/import/write_tar.h"

#include <archive.h>
#include <archive_entry.h>

#include <cassert>
#include <memory>

namespace dialscope::import {
namespace {

constexpr int kReadableByAll = 0644;

struct FreeArchive {
  void operator()(archive* writer) const { archive_write_free(writer); }
};
struct FreeEntry {
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

la_ssize_t append(archive* /*writer*/, void* bytes, const void* block, std::size_t size) {
  static_cast<std::string*>(bytes)->append(static_cast<const char*>(block), size);
  return static_cast<la_ssize_t>(size);
}

}  // namespace

std::string tarOf(const std::vector<NamedText>& files) {
  std::string bytes;
  const std::unique_ptr<archive, FreeArchive> writer(archive_write_new());
  archive_write_set_format_ustar(writer.get());
  archive_write_open(writer.get(), &bytes, nullptr, append, nullptr);
  const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
  for (const NamedText& file : files) {
    assert(file.name.size() <= 100);
    archive_entry_clear(entry.get());
    archive_entry_set_pathname(entry.get(), file.name.c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), kReadableByAll);
    archive_entry_set_mtime(entry.get(), 0, 0);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(file.text.size()));
    archive_write_header(writer.get(), entry.get());
    archive_write_data(writer.get(), file.text.data(), file.text.size());
  }
  archive_write_close(writer.get());
  return bytes;
}

}  // namespace dialscope::import
