#include "engine/routing/call.h"

#include "engine/base/ascii.h"
#include "engine/base/utf8.h"

#include <algorithm>

namespace dialscope::routing {

std::string_view modeName(DialMode mode) {
  switch (mode) {
  case DialMode::DigitByDigit: return "digit-by-digit";
  case DialMode::Bloc: return "bloc";
  case DialMode::BlocWait: return "bloc-wait";
  }
  return "";
}

std::string DialString::symbols() const {
  std::string all = bloc;
  for (const KeyPress& press : keys) all += charOf(press.key);
  return all;
}

Result<DialString> parseDialString(std::string_view text, DialMode mode) {
  const auto wrong = [](DiagnosticCode code, std::size_t column, std::vector<std::string> arguments,
                        std::string suggestion = {}) {
    return tl::unexpected(
        Diagnostic{code, {nullptr, 0, column}, std::move(arguments), std::move(suggestion)});
  };
  DialString dialed;
  dialed.text = std::string(text);
  KeyPress next;
  bool inBloc = mode != DialMode::DigitByDigit;
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ',' || text[i] == 'T') {
      if (mode == DialMode::Bloc) continue;
      inBloc = false;
      if (text[i] == ',') next.pause += std::chrono::seconds(1);
      if (text[i] == 'T') ++next.expiries;
      continue;
    }
    const auto symbol = symbolOf(text[i]);
    if (!symbol) {
      const bool small = text[i] >= 'a' && text[i] <= 'd';
      std::size_t length = 1;
      while (i + length < text.size() && continuesCharacter(text[i + length])) ++length;
      return wrong(DiagnosticCode::DialStringCharacter, i + 1,
                   {std::string(text.substr(i, length)), std::string(text)},
                   small ? std::string(1, upperCase(text[i])) : std::string());
    }
    if (++count > kMaxKeys) continue;
    if (inBloc) {
      dialed.bloc += text[i];
    } else {
      next.key = *symbol;
      dialed.keys.push_back(next);
      next = {};
    }
  }
  if (count > kMaxKeys) {
    return wrong(DiagnosticCode::DialStringTooLong, kMaxKeys + 1,
                 {std::to_string(count), std::to_string(kMaxKeys)});
  }
  return dialed;
}

milliseconds interdigitTimeoutOf(const plan::Plan& plan, const Call& call) {
  return call.interdigitTimeout.value_or(plan.serviceParameters.interdigitTimeout);
}

std::vector<plan::PartitionId> searchListOf(const plan::Plan& plan,
                                            const std::vector<plan::SearchSpaceId>& searchSpaces) {
  std::vector<plan::PartitionId> list;
  std::vector<bool> listed(plan.partitions.size());  // by PartitionId
  for (const auto searchSpace : searchSpaces) {
    for (const auto partition : at(plan.searchSpaces, searchSpace).partitions) {
      if (!listed[partition.value]) list.push_back(partition);
      listed[partition.value] = true;
    }
  }
  return list;
}

Origin originOf(const plan::Plan& plan, plan::EntryId line) {
  const plan::Entry& entry = at(plan.entries, line);
  Origin origin;
  origin.calling = DigitString(plan::numberOf(entry.pattern));
  if (const auto* number = std::get_if<plan::DirectoryNumber>(&entry.detail); number && number->searchSpace) {
    origin.searchSpaces = {*number->searchSpace};
    origin.partitions = searchListOf(plan, origin.searchSpaces);
  }
  return origin;
}

Origin originOf(const plan::Plan& plan, const plan::Device& device, const plan::LineAppearance& appearance) {
  Origin origin = originOf(plan, appearance.line);
  origin.device = plan.findDevice(device.name);
  origin.externalPhoneNumberMask = appearance.externalPhoneNumberMask;
  std::vector<plan::SearchSpaceId>& order = origin.searchSpaces;
  if (device.searchSpace) order.push_back(*device.searchSpace);
  if (device.deviceFirst) std::reverse(order.begin(), order.end());
  origin.partitions = searchListOf(plan, order);
  return origin;
}

}  // namespace dialscope::routing
