#include "engine/import/read_entry.h"

#include "engine/import/values.h"
#include "engine/pattern/pattern.h"
#include "engine/plan/mask.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dialscope::import {
namespace {

using plan::Entry;

// A number is a pattern once its `+` is literal.
std::string patternOfNumber(std::string_view number) {
  std::string pattern;
  for (const char c : number) {
    if (c == '+') pattern += '\\';
    pattern += c;
  }
  return pattern;
}

class EntryReader {
 public:
  EntryReader(const Record& record, Diagnostics& diagnostics)
      : record_(record),
        diagnostics_(diagnostics),
        values_(diagnostics) {}

  bool read(Entry& entry) {
    if (!readPattern(entry)) return false;
    entry.kind = entryKindOf(record_);
    entry.urgent = values_.boolean(record_, "patternUrgency"_field);
    entry.blocked = values_.boolean(record_, "blockEnable"_field);
    entry.emergency = values_.boolean(record_, "isEmergencyServiceNumber"_field);
    entry.outsideDialTone = values_.boolean(record_, "provideOutsideDialtone"_field);
    readCause(entry);
    entry.description = std::string(record_.text("description"_field));
    readTransformations(entry);
    readDetail(entry);
    entry.unapplied = unappliedSettings();
    return true;
  }

  bool readAlternate(const AlternateFields& names, Entry& entry) {
    Diagnostics toldOfLine;
    const Field* text = record_.find(record_.shape->key());
    const auto line = text ? pattern::parsePattern(text->text, {}, toldOfLine) : std::nullopt;
    if (!line || line->hasNumberingPlan()) return false;
    const Field* mask = record_.find(names.mask);
    entry.kind = plan::EntryKind::AlternateNumber;
    entry.where = (mask ? mask : record_.find(names.isEntry))->where();
    entry.urgent = values_.boolean(record_, names.urgent);
    const std::string number =
        plan::applyMask(plan::numberOf(*line), values_.digits(record_, names.mask, Digits::Mask),
                        plan::MaskShortfall::Shrink);
    auto pattern = pattern::parsePattern(patternOfNumber(number), entry.where, diagnostics_);
    if (!pattern) return false;
    entry.pattern = std::move(*pattern);
    return true;
  }

 private:
  bool readPattern(Entry& entry) {
    const Field* text = record_.find(record_.shape->key());
    if (!text) {
      report(DiagnosticCode::PatternMissing, record_.where(), {std::string(record_.shape->name())});
      return false;
    }
    entry.where = text->where();
    const bool mayBeEmpty =
        record_.shape->object() == Object::TransPattern && !partitionNameOf(record_).empty();
    if (text->text.empty() && !mayBeEmpty) {
      report(DiagnosticCode::PatternEmpty, entry.where, {});
      return false;
    }
    auto pattern = pattern::parsePattern(text->text, entry.where, diagnostics_);
    if (!pattern) return false;
    entry.pattern = std::move(*pattern);
    return true;
  }

  // On a pattern that is not blocked a cause is common, and means nothing.
  void readCause(Entry& entry) {
    const auto cause = values_.releaseCause(record_);
    if (entry.blocked) {
      entry.cause = cause;
    } else if (cause != plan::ReleaseCause::NoError) {
      const Field& written = *record_.find("releaseClause"_field);
      report(DiagnosticCode::CauseWithoutBlock, written.where(),
             {record_.title(), std::string(written.text)});
    }
  }

  void readTransformations(Entry& entry) {
    const Object object = record_.shape->object();
    const bool ofCalled = object == Object::CalledPartyTransformationPattern;
    const plan::DiscardDigits discard = values_.discard(record_, record_);
    plan::CalledPartyTransformation called;
    plan::CallingPartyTransformation calling;
    if (object == Object::CallingPartyTransformationPattern) {
      calling.discard = discard;
    } else {
      called.discard = discard;
      const std::string_view written = record_.text("digitDiscardInstructionName"_field);
      if (discardOf(written) != plan::DiscardDigits::NoDigits) called.discardName = std::string(written);
    }
    called.mask = values_.digits(record_, "calledPartyTransformationMask"_field, Digits::Mask);
    called.prefix = values_.digits(
        record_, ofCalled ? "calledPartyPrefixDigits"_field : "prefixDigitsOut"_field, Digits::Prefix);
    calling.useExternalPhoneNumberMask = values_.status(record_, "useCallingPartyPhoneMask"_field);
    calling.mask = values_.digits(record_, "callingPartyTransformationMask"_field, Digits::Mask);
    calling.prefix = values_.digits(record_, "callingPartyPrefixDigits"_field, Digits::Prefix);
    entry.called = std::move(called);
    entry.calling = std::move(calling);
  }

  void readDetail(Entry& entry) {
    switch (record_.shape->object()) {
    case Object::RoutePattern:
      checkDestinations();
      entry.detail = plan::RoutePattern{{},
                                        static_cast<plan::NetworkLocation>(values_.word(
                                            record_, "networkLocation"_field, kNetworkLocations)),
                                        values_.boolean(record_, "allowDeviceOverride"_field),
                                        values_.boolean(record_, "authorizationCodeRequired"_field),
                                        values_.boolean(record_, "clientCodeRequired"_field),
                                        values_.boolean(record_, "supportOverlapSending"_field)};
      break;
    case Object::TransPattern:
      entry.detail =
          plan::TranslationPattern{{},
                                   values_.boolean(record_, "useOriginatorCss"_field),
                                   values_.boolean(record_, "dontWaitForIDTOnSubsequentHops"_field),
                                   values_.boolean(record_, "routeNextHopByCgpn"_field)};
      break;
    case Object::Line: {
      const bool voicemail = values_.boolean(record_, "callForwardAll/forwardToVoiceMail"_field);
      entry.detail = plan::DirectoryNumber{
          {}, voicemail ? "voicemail" : std::string(record_.text("callForwardAll/destination"_field))};
      break;
    }
    case Object::HuntPilot: entry.detail = plan::HuntPilot{}; break;
    default: break;
    }
  }

  void checkDestinations() {
    const std::string_view gateway = record_.text("destination/gatewayName"_field);
    const Field* routeList = record_.find("destination/routeListName"_field);
    if (!isNullName(gateway) && routeList && !isNullName(routeList->text))
      report(DiagnosticCode::TwoDestinations, routeList->where(),
             {record_.title(), std::string(gateway), std::string(routeList->text)});
  }

  std::vector<std::string> unappliedSettings() const {
    std::vector<std::string> settings;
    const auto add = [&](std::string_view words, FieldName name) {
      if (const std::string_view text = record_.text(name); !isNullName(text) && text != "0")
        settings.push_back(fmt::format("{} {}", words, text));
    };
    add("external call control profile", "externalCallControl"_field);
    add("external call control profile", "externalCallControlProfile"_field);
    add("call intercept profile", "callInterceptProfileName"_field);
    if (values_.boolean(record_, "enableDccEnforcement"_field))
      add("call blocking percentage", "blockedCallPercentage"_field);
    return settings;
  }

  void report(DiagnosticCode code, SourcePosition where, std::vector<std::string> arguments) {
    diagnostics_.push_back({code, where, std::move(arguments), {}});
  }

  const Record& record_;
  Diagnostics& diagnostics_;
  ValueReader values_;
};

}  // namespace

const std::array<AlternateFields, 2>& alternateFields() {
  static const std::array<AlternateFields, 2> both{
      {{"enterpriseAltNum/addLocalRoutePartition"_field, "enterpriseAltNum/numMask"_field,
        "enterpriseAltNum/isUrgent"_field, "enterpriseAltNum/routePartition"_field},
       {"e164AltNum/addLocalRoutePartition"_field, "e164AltNum/numMask"_field, "e164AltNum/isUrgent"_field,
        "e164AltNum/routePartition"_field}}};
  return both;
}

bool readEntry(const EntrySource& source, plan::Entry& entry, Diagnostics& diagnostics) {
  EntryReader reader(*source.record, diagnostics);
  return source.alternate ? reader.readAlternate(*source.alternate, entry) : reader.read(entry);
}

}  // namespace dialscope::import
