#include "engine/import/source_text.h"

#include <fmt/format.h>
#include <utf8.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

namespace dialscope::import {
namespace {

Diagnostic wrong(DiagnosticCode code, const std::string& path, std::vector<std::string> arguments = {}) {
  return {code, {std::make_shared<const std::string>(path)}, std::move(arguments), {}};
}

// Most texts are ASCII from end to end, and large.
std::string::const_iterator firstBeyondAscii(const std::string& text) {
  constexpr std::size_t kBlock = 4096;
  const auto isBeyond = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  for (std::size_t start = 0; start < text.size(); start += kBlock) {
    unsigned bits = 0;
    for (const char c : std::string_view(text).substr(start, kBlock)) bits |= static_cast<unsigned char>(c);
    const auto begin = text.begin() + static_cast<std::ptrdiff_t>(start);
    if (bits >= 0x80) return std::find_if(begin, text.end(), isBeyond);
  }
  return text.end();
}

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

SourceText::SourceText(std::string name, std::string text)
    : file_(std::make_shared<const std::string>(std::move(name))),
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
  const auto bad = utf8::find_invalid(firstBeyondAscii(text), text.end());
  const std::size_t zero = text.find('\0');
  const std::size_t offset = std::min(static_cast<std::size_t>(bad - text.begin()), zero);
  if (offset >= text.size()) return std::nullopt;
  return Diagnostic{DiagnosticCode::InvalidUtf8,
                    source.positionAt(offset),
                    {fmt::format("0x{:02X}", static_cast<unsigned char>(text[offset]))},
                    {}};
}

}  // namespace dialscope::import
