#include "engine/import/values.h"

#include "engine/base/ascii.h"
#include "engine/base/digits.h"
#include "engine/base/plain_number.h"
#include "engine/base/suggest.h"
#include "engine/base/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <utility>

namespace dialscope::import {
namespace {

using plan::DiscardDigits;
using plan::ReleaseCause;

constexpr std::size_t kMaxExternalMask = 24;

// The steps that instructions are made of, without blanks and hyphens; the plain ones first.
constexpr std::array<std::string_view, 9> kDiscardSteps{"predot",      "trailing#",      "preat",
                                                        "1010dialing", "11/10d7d",       "11d10d",
                                                        "intlaccess",  "intldirectdial", "intltollbypass"};
constexpr std::size_t kPlainSteps = 2;

constexpr std::array<std::string_view, 6> kKnownDiscards{"NoDigits",          "PreDot",   "Trailing-#",
                                                         "PreDot Trailing-#", "11D->10D", "10-10-Dialing"};

constexpr std::array<ReleaseCause, 6> kReleaseCauses{
    ReleaseCause::NoError,       ReleaseCause::UnallocatedNumber,   ReleaseCause::CallRejected,
    ReleaseCause::NumberChanged, ReleaseCause::InvalidNumberFormat, ReleaseCause::PrecedenceLevelExceeded};

}  // namespace

std::optional<bool> booleanOf(std::string_view text) {
  if (text == "true") return true;
  if (text == "false") return false;
  const std::string lower = lowerCase(text.substr(0, 6));
  if (lower == "true" || lower == "t") return true;
  if (lower == "false" || lower == "f") return false;
  return std::nullopt;
}

std::optional<DiscardDigits> discardOf(std::string_view text) {
  if (isNullName(text)) return DiscardDigits::NoDigits;
  std::string written = lowerCase(text);
  std::erase_if(written, [](char c) { return c == ' ' || c == '-' || c == '>'; });
  if (written == "nodigits") return DiscardDigits::NoDigits;
  std::array<bool, kDiscardSteps.size()> present{};
  bool numberingPlan = false;
  for (std::string_view rest = written; !rest.empty();) {
    const auto* step = std::find_if(kDiscardSteps.begin(), kDiscardSteps.end(),
                                    [&](std::string_view one) { return rest.starts_with(one); });
    if (step == kDiscardSteps.end()) return std::nullopt;
    rest.remove_prefix(step->size());
    const auto index = static_cast<std::size_t>(step - kDiscardSteps.begin());
    present[index] = true;
    numberingPlan = numberingPlan || index >= kPlainSteps;
  }
  if (numberingPlan) return DiscardDigits::NeedsNumberingPlan;
  if (!present[1]) return DiscardDigits::PreDot;
  return present[0] ? DiscardDigits::PreDotTrailingPound : DiscardDigits::TrailingPound;
}

bool ValueReader::boolean(const Record& record, FieldName name) const {
  const Field* field = record.find(name);
  if (field && !isNullName(field->text)) {
    if (const auto value = booleanOf(field->text)) return *value;
    report(DiagnosticCode::NotABoolean, *field, {std::string(name), std::string(field->text)});
  }
  return record.shape->defaultOf(name) == "true";
}

std::size_t ValueReader::word(const Record& record, FieldName name,
                              std::span<const std::string_view> words) const {
  const auto placeOf = [&](std::string_view text) {
    return static_cast<std::size_t>(std::find(words.begin(), words.end(), text) - words.begin());
  };
  const std::size_t fallback = placeOf(record.shape->defaultOf(name));
  assert(fallback < words.size());
  const Field* field = record.find(name);
  if (!field || isNullName(field->text)) return fallback;
  if (const std::size_t place = placeOf(field->text); place < words.size()) return place;
  const std::vector<std::string> known(words.begin(), words.end());
  report(DiagnosticCode::UnknownValue, *field,
         {std::string(name), std::string(field->text), fmt::format("one of {}", fmt::join(words, ", "))},
         closestName(field->text, known));
  return fallback;
}

std::optional<std::chrono::minutes> ValueReader::timeOfDay(const Record& record, FieldName name) const {
  const Field* field = record.find(name);
  if (!field || isNullName(field->text) || field->text == "No Office Hours") return std::nullopt;
  const std::string_view text = field->text;
  unsigned hours = 0;
  unsigned minutes = 0;
  const bool shaped = text.size() == 5 && text[2] == ':';
  const char* colon = text.data() + 2;
  const bool read = shaped && std::from_chars(text.data(), colon, hours).ptr == colon &&
                    std::from_chars(colon + 1, text.data() + 5, minutes).ptr == text.data() + 5;
  if (read && minutes < 60 && hours * 60 + minutes <= 24 * 60)
    return std::chrono::minutes(hours * 60 + minutes);
  report(DiagnosticCode::UnknownValue, *field,
         {std::string(name), std::string(text), "a time from 00:00 to 24:00, or No Office Hours"});
  return std::nullopt;
}

bool ValueReader::status(const Fields& fields, FieldName name) const {
  const Field* field = fields.find(name);
  if (!field || isNullName(field->text)) return false;
  if (const auto value = booleanOf(field->text)) return *value;
  const std::string lower = lowerCase(field->text);
  if (lower != "on" && lower != "off" && lower != "default") {
    report(DiagnosticCode::UnknownValue, *field,
           {std::string(name), std::string(field->text), "On, Off or Default"},
           closestName(field->text, {"On", "Off", "Default"}));
  }
  return lower == "on";
}

std::optional<std::uint32_t> ValueReader::number(const Fields& fields, FieldName name,
                                                 std::string_view label) const {
  const Field* field = fields.find(name);
  if (!field || isNullName(field->text)) return std::nullopt;
  if (const auto value = wholeNumber(field->text)) return value;
  report(DiagnosticCode::NotANumber, *field,
         {std::string(label.empty() ? std::string_view(name) : label), std::string(field->text)});
  return std::nullopt;
}

std::string ValueReader::digits(const Fields& fields, FieldName name, Digits kind) const {
  const Field* field = fields.find(name);
  if (!field || isNullName(field->text)) return {};
  std::string value;
  for (std::size_t i = 0; i < field->text.size(); ++i) {
    const char c = field->text[i];
    if (c == '\\' && i + 1 < field->text.size() && field->text[i + 1] == '+') continue;
    if (!symbolOf(c) && !(kind == Digits::Mask && c == 'X')) {
      std::size_t length = 1;
      while (i + length < field->text.size() && continuesCharacter(field->text[i + length])) ++length;
      Field at = *field;
      at.offset += static_cast<std::uint32_t>(i);
      report(DiagnosticCode::MaskCharacter, at,
             {std::string(name), std::string(field->text), std::string(field->text.substr(i, length))});
      return {};
    }
    value += c;
  }
  return value;
}

std::string ValueReader::externalMask(const Fields& fields, FieldName name) const {
  std::string mask = digits(fields, name, Digits::Mask);
  if (mask.size() > kMaxExternalMask) {
    report(DiagnosticCode::ExternalMaskTooLong, *fields.find(name), {mask, std::to_string(mask.size())});
  }
  const std::size_t firstX = mask.find('X');
  if (firstX != std::string::npos && mask.find_first_not_of('X', firstX) != std::string::npos) {
    report(DiagnosticCode::ExternalMaskLiteralEnd, *fields.find(name), {mask});
  }
  return mask;
}

DiscardDigits ValueReader::discard(const Fields& fields, const Record& user) const {
  const Field* field = fields.find("digitDiscardInstructionName"_field);
  if (!field) return DiscardDigits::NoDigits;
  if (const auto value = discardOf(field->text)) return *value;
  report(DiagnosticCode::UnknownDiscard, *field, {std::string(field->text), user.title()},
         closestName(field->text, {kKnownDiscards.begin(), kKnownDiscards.end()}));
  return DiscardDigits::NoDigits;
}

ReleaseCause ValueReader::releaseCause(const Record& record) const {
  const Field* field = record.find("releaseClause"_field);
  if (!field || isNullName(field->text) || field->text == plan::causeName(ReleaseCause::NoError))
    return ReleaseCause::NoError;
  std::vector<std::string> names;
  for (const ReleaseCause cause : kReleaseCauses) {
    names.emplace_back(plan::causeName(cause));
    if (lowerCase(names.back()) == lowerCase(field->text)) return cause;
  }
  report(DiagnosticCode::UnknownValue, *field,
         {"releaseClause", std::string(field->text), "a release cause such as \"Call Rejected\""},
         closestName(field->text, names));
  return ReleaseCause::NoError;
}

void ValueReader::report(DiagnosticCode code, const Field& field, std::vector<std::string> arguments,
                         std::string suggestion) const {
  diagnostics_.push_back({code, field.where(), std::move(arguments), std::move(suggestion)});
}

}  // namespace dialscope::import
