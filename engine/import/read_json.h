// JSON with the place of every value, so that whoever understands a document can say where it is wrong.
//
//   Result<JsonValue> document = readJson(source);
//   const JsonValue* title = document->find("title");
//   source.positionAt(title->offset);                    // four.lesson.json:3:12
//
// What the members mean is not known here.
#pragma once

#include "engine/base/result.h"
#include "engine/import/source_text.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::import {

/// A document that is nested deeper is refused.
inline constexpr std::size_t kMaxJsonDepth = 32;

enum class JsonKind : std::uint8_t { Null, Boolean, Number, String, List, Object };

struct JsonMember;

struct JsonValue {
  JsonKind kind = JsonKind::Null;
  std::size_t offset = 0;           ///< its first byte in the source
  std::string text;                 ///< of a string what it says, of a number or a boolean how it is written
  std::vector<JsonValue> items;     ///< of a list
  std::vector<JsonMember> members;  ///< of an object, in the order written; a name may stand there twice

  /// The first member of this name; null when there is none.
  const JsonValue* find(std::string_view name) const;
};

struct JsonMember {
  std::string name;
  std::size_t offset = 0;  ///< of the name
  JsonValue value;
};

/// "a string", "a list": a kind in words.
std::string_view wordsOf(JsonKind kind);

/// Reads one document. Errors: JsonMalformed, WrongEncoding, InvalidUtf8.
Result<JsonValue> readJson(const SourceText& source);

}  // namespace dialscope::import
