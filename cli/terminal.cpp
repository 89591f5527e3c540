#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

namespace dialscope::cli {
namespace {

constexpr std::size_t kNarrowest = 40;  // below, tables and explanations stop making sense
constexpr std::size_t kWidest = 1000;
constexpr std::size_t kUsualWidth = 100;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

std::size_t widthOfStandardOutput() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const std::string_view columns = environment("COLUMNS");
  std::size_t width = 0;
  std::from_chars(columns.data(), columns.data() + columns.size(), width);
  return width > 0 ? width : kUsualWidth;
}

}  // namespace

report::Style styleOfStandardOutput() {
  report::Style style;
  style.colour =
      isatty(STDOUT_FILENO) == 1 && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
  style.width = std::clamp(widthOfStandardOutput(), kNarrowest, kWidest);
  return style;
}

}  // namespace dialscope::cli
