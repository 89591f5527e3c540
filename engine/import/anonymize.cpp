#include "engine/import/anonymize.h"

#include "engine/import/members.h"
#include "engine/import/merge.h"
#include "engine/import/names.h"
#include "engine/import/values.h"
#include "engine/pattern/pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <string>
#include <unordered_map>
#include <utility>

namespace dialscope::import {
namespace {

// Parameters that routing reads. Their values are numbers and switches.
constexpr std::array<std::string_view, 17> kPlainParameters{"TimerT302_msec",
                                                            "TimerH225T302_msec",
                                                            "Timer_Offhook_To_First_Digit_msec",
                                                            "ForwardMaximumHopCount",
                                                            "MaxForwardsToDn",
                                                            "MaxForwardUnRegisteredsToDn",
                                                            "DigitAnalysisTimer",
                                                            "StripPoundCalledPartyFlag",
                                                            "StripPlusForOutgoingCallsThroughGateway",
                                                            "OverlapReceivingForPriFlag",
                                                            "OverlapReceivingForH323Flag",
                                                            "SpeedDialAwaitFurtherDigits",
                                                            "CTIAwaitFurtherDigits",
                                                            "AAREnable",
                                                            "ApplyTransformationsOnRemoteNumber",
                                                            "CfaCssActivationPolicy",
                                                            "LocalRouteGroupForRedirectedCalls"};

constexpr std::string_view kWholeCluster = "EnterpriseWideData";

template <class Words>
bool isOneOf(const Words& words, std::string_view text) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

/// Made-up texts: the same one for the same text, whatever it is asked for as.
class MadeUp {
 public:
  const std::string& of(std::string_view text, std::string_view kind) {
    const auto [found, added] = texts_.try_emplace(std::string(text));
    if (added) found->second = fmt::format("{}-{}", kind, ++counts_[std::string(kind)]);
    return found->second;
  }

 private:
  std::unordered_map<std::string, std::string> texts_;
  std::map<std::string, int> counts_;
};

class Hider {
 public:
  explicit Hider(const DigitPermutation& permutation) : permutation_(permutation) {}

  // Names by what they name, so that a made-up plan can still be read.
  void learnNames(const Records& records) {
    for (const auto& record : records) {
      const bool named =
          record->shape->key() == "name" && record->shape->object() != Object::ServiceParameter;
      if (named && !record->text("name").empty()) name(record->text("name"), record->shape->name());
    }
  }

  /// Nothing for a record whose texts could be anything.
  Result<std::optional<Record>> hidden(const Record& record) {
    Record made = record;
    if (!made.uuid.empty()) made.uuid = keep(id(made.uuid));
    if (record.shape->object() == Object::ServiceParameter && !isKnown(record)) return std::nullopt;
    const bool isEntryPattern = isEntry(record.shape->object());
    std::string_view key;
    if (const Field* pattern = isEntryPattern ? made.find(record.shape->key()) : nullptr) {
      auto text = hiddenPattern(*pattern);
      if (!text) return tl::unexpected(std::move(text.error()));
      if (!*text) return std::nullopt;
      key = keep(std::move(**text));
    }
    made.transform([&](Field field) {
      const bool isKey = isEntryPattern && field.name == record.shape->key();
      field.text = isKey ? key : keep(textOf(record, field));
      return field;
    });
    for (Member& member : made.members) {
      member.transform([&](Field field) {
        field.text = keep(textOf(record, field));
        return field;
      });
    }
    return made;
  }

  std::deque<std::string> take() { return std::move(texts_); }

 private:
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }

  static bool isKnown(const Record& parameter) {
    const std::string_view name = parameter.text("name");
    return isOneOf(kPlainParameters, name) || isPrefixParameter(name);
  }
  static bool isPrefixParameter(std::string_view name) {
    return name.find("Prefix") != std::string_view::npos;
  }

  std::string textOf(const Record& record, const Field& field) {
    const Object object = record.shape->object();
    if (object == Object::ServiceParameter) return parameterText(record, field);
    if (record.shape->name() == "sipRoutePattern" && field.name == "pattern") return host(field.text);
    if (object == Object::RouteFilter && field.name == "clause") return eachDigit(field.text);
    switch (kindOf(field.name)) {
    case FieldKind::Name: return name(field.text, "name");
    case FieldKind::NameList: return names(field.text);
    case FieldKind::Pattern: return patternOrDigits(field);
    case FieldKind::Digits: return digits(field.text);
    case FieldKind::Uri: return uri(field.text);
    case FieldKind::Text: return made_.of(field.text, "text");
    case FieldKind::Id: return id(field.text);
    case FieldKind::Boolean:
    case FieldKind::Number:
    case FieldKind::Order:
    case FieldKind::Word: break;
    }
    return std::string(field.text);
  }

  std::string parameterText(const Record& parameter, const Field& field) {
    if (field.name == "processNodeName")
      return field.text == kWholeCluster ? std::string(field.text) : name(field.text, "node");
    const bool dialed = field.name == "value" && isPrefixParameter(parameter.text("name"));
    return dialed ? digits(field.text) : std::string(field.text);
  }

  std::string name(std::string_view text, std::string_view kind) {
    const bool builtIn =
        isNullName(text) || isOneOf(kBuiltInPartitions, text) || text == kStandardLocalRouteGroup;
    return builtIn ? std::string(text) : made_.of(text, kind);
  }

  std::string names(std::string_view list) {
    std::string made;
    for (const std::string_view one : clauseNames(list))
      made.append(made.empty() ? "" : ":").append(name(one, "name"));
    return made;
  }

  std::string host(std::string_view text) { return made_.of(text, "host") + ".invalid"; }

  std::string uri(std::string_view text) {
    const auto at = text.find('@');
    if (at == std::string_view::npos) return host(text);
    return fmt::format("{}@{}", made_.of(text.substr(0, at), "user"), host(text.substr(at + 1)));
  }

  std::string id(std::string_view text) {
    const auto [found, added] = ids_.emplace(bareUuid(text), ids_.size() + 1);
    return fmt::format("{{00000000-0000-0000-0000-{:012}}}", found->second);
  }

  char digit(char c) const {
    return c >= '0' && c <= '9' ? permutation_.of[static_cast<std::size_t>(c - '0')] : c;
  }

  std::string eachDigit(std::string_view text) const {
    std::string made(text);
    for (char& c : made) c = digit(c);
    return made;
  }

  // A number, a mask, a prefix, a prefix with the digits to strip behind a colon; or what is none of these.
  std::string digits(std::string_view text) {
    if (text == "Default") return std::string(text);
    const std::size_t colon = std::min(text.find(':'), text.size());
    const std::string_view dialed = text.substr(0, colon);
    const bool dialable = std::all_of(dialed.begin(), dialed.end(), [](char c) {
      return symbolOf(c).has_value() || c == 'X' || c == '\\' || c == '!' || c == '.';
    });
    if (!dialable) return dialed.find('@') != std::string_view::npos ? uri(text) : made_.of(text, "text");
    return eachDigit(dialed) + std::string(text.substr(colon));
  }

  Result<std::optional<std::string>> hiddenPattern(const Field& field) const {
    Diagnostics problems;
    auto pattern = pattern::parsePattern(field.text, field.where(), problems);
    if (!pattern) return std::nullopt;
    const auto refuse = [&](DiagnosticCode code) {
      return tl::unexpected(Diagnostic{code, field.where(), {std::string(field.text)}, {}});
    };
    if (pattern->hasNumberingPlan()) return refuse(DiagnosticCode::CannotHidePlan);
    for (pattern::Element& element : pattern->elements) {
      SymbolSet symbols;
      for (const char c : kDialAlphabet) {
        if (element.symbols.contains(*symbolOf(c))) symbols.insert(*symbolOf(digit(c)));
      }
      element.symbols = symbols;
    }
    std::string text = pattern::printPattern(*pattern);
    if (text.size() > pattern::kMaxPatternLength) return refuse(DiagnosticCode::CannotHideLength);
    return text;
  }

  // A pattern that some other object mentions: spelled as that object spells it.
  std::string patternOrDigits(const Field& field) {
    auto pattern = hiddenPattern(field);
    return pattern && *pattern ? std::move(**pattern) : made_.of(field.text, "text");
  }

  const DigitPermutation& permutation_;
  MadeUp made_;
  std::map<std::string, std::size_t> ids_;
  std::deque<std::string> texts_;
};

/// The texts of a hidden plan: made-up ones, and those that places in files are counted in.
struct HiddenTexts {
  std::shared_ptr<const Texts> written;
  std::deque<std::string> made;
};

}  // namespace

DigitPermutation secretPermutation() {
  DigitPermutation permutation;
  std::random_device source;
  std::shuffle(permutation.of.begin(), permutation.of.end(), source);
  return permutation;
}

Result<HiddenPlan> anonymized(const Document& document, const DigitPermutation& permutation) {
  HiddenPlan plan;
  Hider hider(permutation);
  hider.learnNames(document.records);
  for (const auto& record : document.records) {
    auto hidden = hider.hidden(*record);
    if (!hidden) return tl::unexpected(std::move(hidden.error()));
    if (*hidden) {
      plan.document.records.push_back(std::make_shared<const Record>(std::move(**hidden)));
    } else {
      plan.messages.push_back({DiagnosticCode::HiddenWithout, record->where(), {record->title()}, {}});
    }
  }
  Diagnostics twins;
  reportDuplicates(plan.document.records, twins);
  if (!twins.empty() && !document.edited)
    return tl::unexpected(Diagnostic{
        DiagnosticCode::CannotHideSpelling, twins.front().where, {twins.front().arguments[1]}, {}});
  auto texts = std::make_shared<const HiddenTexts>(HiddenTexts{document.texts, hider.take()});
  plan.document.texts = std::shared_ptr<const Texts>(texts, texts->written.get());
  plan.document.edited = document.edited;
  return plan;
}

}  // namespace dialscope::import
