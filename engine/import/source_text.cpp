#include "engine/import/source_text.h"

#include <fmt/format.h>
#include <utf8.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>

namespace dialscope::import {
namespace {

Diagnostic wrong(DiagnosticCode code, const std::string& path, std::vector<std::string> arguments = {}) {
  return {code, {fileNamed(path)}, std::move(arguments), {}};
}

// How many bytes at the beginning are ASCII and not zero, give or take a few: most texts are so from end to end, and
// large, so that words of eight bytes are looked at.
std::size_t plainBeginning(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  std::size_t plain = 0;
  for (std::uint64_t word = 0; plain + sizeof word <= text.size(); plain += sizeof word) {
    std::memcpy(&word, text.data() + plain, sizeof word);
    // Taking one from a byte that is zero sets its high bit.
    if (((word | (word - kOnes)) & kHighBits) != 0) break;
  }
  return plain;
}

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

SourceText::SourceText(std::string_view name, std::string text)
    : file_(fileNamed(name)),
      text_(std::move(text)),
      lineStarts_{0} {
  for (std::size_t end = text_.find('\n'); end != std::string::npos; end = text_.find('\n', end + 1)) {
    lineStarts_.push_back(static_cast<std::uint32_t>(end + 1));
  }
}

SourcePosition SourceText::positionAt(std::size_t offset) const {
  const auto next = std::upper_bound(lineStarts_.begin(), lineStarts_.end(), offset);
  return {file_, static_cast<std::size_t>(next - lineStarts_.begin()), offset - *(next - 1) + 1};
}

Result<SourceText> readSourceText(const std::string& path, std::size_t limit) {
  const auto unreadable = [&](int reason) {
    return tl::unexpected(
        reason == ENOENT || reason == ENOTDIR
            ? wrong(DiagnosticCode::FileNotFound, path)
            : wrong(DiagnosticCode::FileUnreadable, path, {std::generic_category().message(reason)}));
  };
  std::error_code unknown;
  const auto size = std::filesystem::file_size(path, unknown);
  if (!unknown && size > limit) {
    return tl::unexpected(
        wrong(DiagnosticCode::FileTooLarge, path, {std::to_string(size), std::to_string(limit)}));
  }
  const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rb"));
  if (!file) return unreadable(errno);
  std::string text;
  if (!unknown) text.reserve(size);
  std::array<char, 65536> block{};
  while (const std::size_t count = std::fread(block.data(), 1, block.size(), file.get())) {
    text.append(block.data(), count);
    if (text.size() > limit) {
      return tl::unexpected(wrong(DiagnosticCode::FileTooLarge, path, {"more", std::to_string(limit)}));
    }
  }
  if (std::ferror(file.get()) != 0) return unreadable(errno);
  return SourceText(path, std::move(text));
}

std::optional<Diagnostic> checkEncoding(const SourceText& source) {
  const std::string& text = source.text();
  struct Mark {
    std::string_view bytes;
    const char* encoding;
  };
  using namespace std::string_view_literals;
  for (const Mark& mark : {Mark{"\xFF\xFE\0\0"sv, "UTF-32"}, Mark{"\0\0\xFE\xFF"sv, "UTF-32"},
                           Mark{"\xFF\xFE", "UTF-16"}, Mark{"\xFE\xFF", "UTF-16"}}) {
    if (text.starts_with(mark.bytes))
      return Diagnostic{DiagnosticCode::WrongEncoding, source.position(), {mark.encoding}, {}};
  }
  const std::size_t plain = plainBeginning(text);
  const auto bad = utf8::find_invalid(text.begin() + static_cast<std::ptrdiff_t>(plain), text.end());
  const std::size_t zero = text.find('\0', plain);
  const std::size_t offset = std::min(static_cast<std::size_t>(bad - text.begin()), zero);
  if (offset >= text.size()) return std::nullopt;
  return Diagnostic{DiagnosticCode::InvalidUtf8,
                    source.positionAt(offset),
                    {fmt::format("0x{:02X}", static_cast<unsigned char>(text[offset]))},
                    {}};
}

}  // namespace dialscope::import
