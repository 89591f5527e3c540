// Texts of fields to values. A text that means nothing is told and the default taken; an absent or null field is the
// default, silently.
//
//   values.boolean(record, "patternUrgency"_field);
//   values.digits(record, "calledPartyTransformationMask"_field, Digits::Mask);   // `\+49X` is read as `+49X`
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/import/record.h"
#include "engine/plan/plan.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dialscope::import {

/// What digits may hold: masks have an `X` more.
enum class Digits : std::uint8_t { Prefix, Mask };

/// true, True, t …; nothing for a text that is neither true nor false.
std::optional<bool> booleanOf(std::string_view text);

/// How an instruction of DA-63 or DA-64 is written; nothing for a text that is none. `<None>`, `NULL` and the empty
/// text are NoDigits. Blanks, hyphens and letter case do not matter.
std::optional<plan::DiscardDigits> discardOf(std::string_view text);

class ValueReader {
 public:
  explicit ValueReader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  /// True or false; where nothing is said, the field's default.
  bool boolean(const Record& record, FieldName name) const;
  /// The place of the text among `words`; where nothing is said, the default's, which must be one of them.
  std::size_t word(const Record& record, FieldName name, std::span<const std::string_view> words) const;
  /// HH:MM up to 24:00; nothing for `No Office Hours`.
  std::optional<std::chrono::minutes> timeOfDay(const Record& record, FieldName name) const;
  /// XStatus: `On`. `Default` is left to the device and counts as off here.
  bool status(const Fields& fields, FieldName name) const;
  /// A whole number that is not negative; messages call it `label`, if that is not empty.
  std::optional<std::uint32_t> number(const Fields& fields, FieldName name,
                                      std::string_view label = {}) const;
  /// A mask or a prefix; empty when a character cannot stand in it.
  std::string digits(const Fields& fields, FieldName name, Digits kind) const;
  /// An external phone number mask (DA-65).
  std::string externalMask(const Fields& fields, FieldName name) const;
  /// The instruction in `fields`, which `user` says.
  plan::DiscardDigits discard(const Fields& fields, const Record& user) const;
  plan::ReleaseCause releaseCause(const Record& record) const;

 private:
  void report(DiagnosticCode code, const Field& field, std::vector<std::string> arguments,
              std::string suggestion = {}) const;

  Diagnostics& diagnostics_;
};

}  // namespace dialscope::import
