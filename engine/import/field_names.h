// Names of fields: what each one's text is, and what it means when it is left out.
//
//   const FieldName urgency = "patternUrgency"_field;
//   kindOf(urgency);                              // FieldKind::Boolean
//   std::string_view(urgency);                    // "patternUrgency"
//
// A name is a path below its object, as AXL nests it: `destination/gatewayName`, `dirn/@uuid`; below the element of a
// group it is the path from there, and `.` is that element's own text. The names are those of axl_fields.h: two bytes
// stand for one, so that a plan of millions of fields stays small.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace dialscope::import {

/// What stands in a field. Whoever compares, rewrites or hides texts goes by it.
enum class FieldKind : std::uint8_t {
  Name,      ///< of an object: its own, or another's
  NameList,  ///< names parted by `:`
  Pattern,   ///< as DA-02 writes it
  Digits,    ///< a mask, a prefix, a number to dial
  Uri,
  Text,  ///< for people
  Boolean,
  Number,
  Order,  ///< a number that sorts the members of a group and says nothing else
  Word,   ///< one of a list of words
  Id,     ///< a uuid
};

class FieldName {
 public:
  /// The empty name, which no field has.
  constexpr FieldName() = default;
  /// The name that is spelled `text`; the empty one where the vocabulary has none.
  explicit FieldName(std::string_view text);

  /// Makes a name of the vocabulary; `text` must live for ever.
  static FieldName intern(std::string_view text);

  operator std::string_view() const;  // NOLINT(google-explicit-constructor): a name is its text
  std::uint16_t index() const { return index_; }

  friend constexpr bool operator==(FieldName a, FieldName b) { return a.index_ == b.index_; }
  friend bool operator==(FieldName a, std::string_view b) { return std::string_view(a) == b; }

 private:
  constexpr explicit FieldName(std::uint16_t index) : index_(index) {}

  std::uint16_t index_ = 0;
};

/// The text of a literal, as a template takes it.
template <std::size_t size>
struct FieldLiteral {
  consteval FieldLiteral(const char (&literal)[size]) {  // NOLINT: it is the literal
    for (std::size_t i = 0; i < size; ++i) text[i] = literal[i];
  }

  char text[size];
};

/// The name that is spelled so, looked up once: records by the 100 000 are asked for the same few.
template <FieldLiteral literal>
FieldName operator""_field() {
  static const FieldName name{std::string_view(literal.text)};
  return name;
}

FieldKind kindOf(FieldName name);

/// The text that an absent or null field stands for, in whatever object it is; empty = none.
std::string_view commonDefaultOf(FieldName name);

}  // namespace dialscope::import

template <>
struct std::hash<dialscope::import::FieldName> {
  std::size_t operator()(dialscope::import::FieldName name) const noexcept { return name.index(); }
};
