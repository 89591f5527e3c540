#include "engine/base/large_pages.h"

#include <sys/mman.h>
#include <unistd.h>

#include <memory>

namespace dialscope {
namespace {

constexpr std::size_t kSmall = std::size_t{4} << 20U;

}  // namespace

void preferLargePages(void* begin, std::size_t bytes) {
  const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  if (bytes >= kSmall && std::align(page, page, begin, bytes)) madvise(begin, bytes, MADV_HUGEPAGE);
}

}  // namespace dialscope
