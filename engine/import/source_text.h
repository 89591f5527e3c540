// One text that objects are read from, and the way back from a byte of it to line and column.
//
//   Result<SourceText> text = readSourceText("plan.xml");
//   text->positionAt(1234);          // plan.xml:17:9
//
// The index of lines is taken before a parser may change the text in place, so positions stay those of the file.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/base/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::import {

class SourceText {
 public:
  /// `text` must be smaller than 4 GB.
  SourceText(std::string_view name, std::string text);

  const std::string* file() const { return file_; }
  std::string& text() { return text_; }
  const std::string& text() const { return text_; }

  /// The place of byte `offset`; one past the end is legal.
  SourcePosition positionAt(std::size_t offset) const;
  /// The byte at a line and column of this text, both from 1.
  std::size_t offsetOf(std::size_t line, std::size_t column) const {
    return lineStarts_[line - 1] + column - 1;
  }
  std::size_t lineCount() const { return lineStarts_.size(); }
  /// The text as a whole.
  SourcePosition position() const { return {file_}; }

 private:
  const std::string* file_;
  std::string text_;
  std::vector<std::uint32_t> lineStarts_;
};

/// Reads a file of at most `limit` bytes. Errors: FileNotFound, FileUnreadable, FileTooLarge.
Result<SourceText> readSourceText(const std::string& path, std::size_t limit);

/// What is wrong with the bytes as text, if anything: WrongEncoding (a UTF-16 or UTF-32 mark), InvalidUtf8.
std::optional<Diagnostic> checkEncoding(const SourceText& source);

}  // namespace dialscope::import
