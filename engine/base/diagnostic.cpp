#include "engine/base/diagnostic.h"

#include <fmt/format.h>

#include <functional>
#include <mutex>
#include <set>

namespace dialscope {

const std::string* fileNamed(std::string_view name) {
  static std::mutex mutex;
  static std::set<std::string, std::less<>> names;
  const std::lock_guard lock(mutex);
  const auto found = names.find(name);
  return &*(found == names.end() ? names.emplace(name).first : found);
}

std::string placeText(const SourcePosition& where) {
  return fmt::format("{}:{}:{}", where.file ? std::string_view(*where.file) : "", where.line, where.column);
}

}  // namespace dialscope
