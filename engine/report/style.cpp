#include "engine/report/style.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <array>

namespace dialscope::report {

std::string Style::paint(Ink ink, std::string_view text) const {
  static constexpr std::array<std::string_view, 7> kCodes{"", "1", "2", "32", "33", "31", "36"};
  const std::string_view code = kCodes[static_cast<std::size_t>(ink)];
  if (!colour || code.empty() || text.empty()) return harmless(text);
  return "\x1b[" + std::string(code) + "m" + harmless(text) + "\x1b[0m";
}

std::string harmless(std::string_view text) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string safe;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte >= 0x20 && byte != 0x7F) || c == '\n') {
      safe += c;
    } else {
      safe += {'\\', 'x', kHex[byte >> 4U], kHex[byte & 0xFU]};
    }
  }
  return safe;
}

std::size_t columnsOf(std::string_view text) {
  std::size_t columns = 0;
  bool escape = false;
  for (const char c : text) {
    if (c == '\x1b') escape = true;
    // Every byte that does not continue a UTF-8 character begins one.
    if (!escape && !continuesCharacter(c)) ++columns;
    if (escape && c == 'm') escape = false;
  }
  return columns;
}

std::string padded(std::string_view text, std::size_t columns) {
  const std::size_t taken = columnsOf(text);
  return std::string(text) + std::string(taken < columns ? columns - taken : 0, ' ');
}

std::string wrapped(std::string_view unsafe, std::size_t width, std::string_view indent) {
  const std::string safe = harmless(unsafe);
  std::string_view text = safe;
  std::string lines;
  std::size_t column = 0;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    text.remove_prefix(std::min(text.size(), text.find_first_not_of(' ')));
    const std::size_t taken = columnsOf(word);
    if (column == 0 || column + 1 + taken > width) {
      lines += (lines.empty() ? "" : "\n") + std::string(indent);
      column = columnsOf(indent);
    } else {
      lines += ' ';
      ++column;
    }
    lines += word;
    column += taken;
  }
  return lines;
}

}  // namespace dialscope::report
