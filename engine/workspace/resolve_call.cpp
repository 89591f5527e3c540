#include "engine/workspace/resolve_call.h"

#include "engine/base/suggest.h"

#include <algorithm>

namespace dialscope::workspace {
namespace {

using plan::EntryId;
using routing::Call;
using routing::Origin;

tl::unexpected<Diagnostic> wrong(DiagnosticCode code, std::vector<std::string> arguments,
                                 std::string suggestion = {}) {
  return tl::unexpected(Diagnostic{code, {}, std::move(arguments), std::move(suggestion)});
}

template <class Items>
std::vector<std::string> namesOf(const Items& items) {
  std::vector<std::string> names;
  for (const auto& item : items) names.push_back(item.name);
  return names;
}

// "1001@Internal" in its two halves. A pattern holds no `@` that is not its own, a partition's name may hold any.
struct PatternAtPartition {
  std::string_view pattern;
  std::optional<std::string_view> partition;
};

PatternAtPartition splitAtPartition(const plan::Plan& plan, std::string_view text) {
  for (auto at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    if (plan.findPartition(text.substr(at + 1))) return {text.substr(0, at), text.substr(at + 1)};
  }
  const auto last = text.rfind('@');
  // `9.@` alone is a pattern; anything behind the last `@` is meant as a partition.
  if (last == std::string_view::npos || last + 1 == text.size()) return {text, {}};
  return {text.substr(0, last), text.substr(last + 1)};
}

// A DN may be given as it is dialed: +1408… for \+1408….
std::vector<EntryId> entriesWritten(const plan::Plan& plan, std::string_view text,
                                    std::optional<plan::PartitionId> partition) {
  auto found = plan.findEntries(text, partition);
  return !found.empty() || text.empty() ? found : plan.findNumber(text, partition);
}

bool isDialable(const DigitString& number) {
  return std::all_of(number.text().begin(), number.text().end(),
                     [](char c) { return symbolOf(c).has_value(); });
}

class Resolver {
 public:
  Resolver(const plan::Plan& plan, const CallRequest& request) : plan_(plan), request_(request) {}

  Result<Call> resolve() const {
    Call call;
    const auto mode = parseMode();
    if (!mode) return tl::unexpected(mode.error());
    call.mode = *mode;
    auto dialed = routing::parseDialString(request_.digits, call.mode);
    if (!dialed) return tl::unexpected(std::move(dialed.error()));
    call.dialed = std::move(*dialed);
    auto origin = resolveOrigin();
    if (!origin) return tl::unexpected(std::move(origin.error()));
    call.origin = std::move(*origin);
    call.gap = request_.gap;
    call.interdigitTimeout = request_.interdigitTimeout;
    for (const std::string& assumption : request_.assume) {
      if (auto problem = assume(assumption, call)) return tl::unexpected(std::move(*problem));
    }
    return call;
  }

 private:
  Result<routing::DialMode> parseMode() const {
    using enum routing::DialMode;
    if (request_.mode.empty()) return DigitByDigit;
    std::vector<std::string> names;
    for (const auto mode : {DigitByDigit, Bloc, BlocWait}) {
      if (routing::modeName(mode) == request_.mode) return mode;
      names.emplace_back(routing::modeName(mode));
    }
    return wrong(DiagnosticCode::NoSuchMode, {request_.mode}, closestName(request_.mode, names));
  }

  Result<Origin> resolveOrigin() const {
    auto origin = searchedFrom();
    if (!origin) return origin;
    if (request_.calling) {
      if (auto problem = checkNumber("the calling number", *request_.calling, false))
        return tl::unexpected(*problem);
      origin->calling = DigitString(*request_.calling);
    } else if (!isDialable(origin->calling)) {
      return wrong(DiagnosticCode::OriginWithoutNumber, {origin->calling.text()});
    }
    if (request_.externalMask) {
      if (auto problem = checkNumber("the external mask", *request_.externalMask, true))
        return tl::unexpected(*problem);
      origin->externalPhoneNumberMask = *request_.externalMask;
    }
    return origin;
  }

  Result<Origin> searchedFrom() const {
    if (!request_.from.empty() && !request_.searchSpaces.empty()) {
      return wrong(DiagnosticCode::OriginTwice, {"--from", "--css"});
    }
    if (request_.partitions && (!request_.from.empty() || !request_.searchSpaces.empty())) {
      return wrong(DiagnosticCode::OriginTwice, {"--partitions", request_.from.empty() ? "--css" : "--from"});
    }
    if (!request_.from.empty()) return fromName();
    if (request_.partitions) return fromPartitions();
    std::vector<plan::SearchSpaceId> searchSpaces;
    for (const std::string& name : request_.searchSpaces) {
      const auto id = plan_.findSearchSpace(name);
      if (!id) return wrong(DiagnosticCode::NoSuchSearchSpace, {name}, closestName(name, definedSpaces()));
      if (!at(plan_.searchSpaces, *id).defined) return wrong(DiagnosticCode::SearchSpaceNotDefined, {name});
      searchSpaces.push_back(*id);
    }
    Origin origin;
    origin.partitions = routing::searchListOf(plan_, searchSpaces);
    origin.searchSpaces = std::move(searchSpaces);
    return origin;
  }

  std::vector<std::string> definedSpaces() const {
    std::vector<std::string> names;
    for (const plan::CallingSearchSpace& space : plan_.searchSpaces) {
      if (space.defined) names.push_back(space.name);
    }
    return names;
  }

  Result<Origin> fromPartitions() const {
    Origin origin;
    std::string_view rest = *request_.partitions;
    while (!rest.empty()) {
      const std::string_view name = rest.substr(0, rest.find(':'));
      rest.remove_prefix(std::min(rest.size(), name.size() + 1));
      const auto id = plan_.findPartition(name);
      if (!id) {
        return wrong(DiagnosticCode::NoSuchPartition, {std::string(name)},
                     closestName(name, namesOf(plan_.partitions)));
      }
      const bool known =
          std::find(origin.partitions.begin(), origin.partitions.end(), *id) != origin.partitions.end();
      if (*id != plan::kNonePartition && !known) origin.partitions.push_back(*id);
    }
    return origin;
  }

  // A phone, a phone's line button, or a line. A gateway's name has slashes of its own: S0/SU0/DS1-0@GW1.
  Result<Origin> fromName() const {
    const std::string& from = request_.from;
    if (const auto device = plan_.findDevice(from)) return fromDevice(at(plan_.devices, *device), "1");
    const auto slash = from.rfind('/');
    if (slash == std::string::npos) return fromLine(from);
    const auto device = plan_.findDevice(from.substr(0, slash));
    return device ? fromDevice(at(plan_.devices, *device), from.substr(slash + 1)) : fromLine(from);
  }

  Result<Origin> fromDevice(const plan::Device& device, const std::string& button) const {
    const bool hasLines =
        device.kind == plan::DeviceKind::Phone || device.kind == plan::DeviceKind::CtiRoutePoint;
    if (!hasLines) {
      return wrong(DiagnosticCode::OriginNotALine, {device.name, std::string(plan::kindName(device.kind))});
    }
    std::vector<std::string> buttons;
    for (const plan::LineAppearance& line : device.lines) {
      buttons.push_back(std::to_string(line.index));
      if (buttons.back() == button) return routing::originOf(plan_, device, line);
    }
    if (buttons.empty() && button == "1") {
      Origin origin;
      origin.device = plan_.findDevice(device.name);
      if (device.searchSpace) origin.searchSpaces = {*device.searchSpace};
      origin.partitions = routing::searchListOf(plan_, origin.searchSpaces);
      return origin;
    }
    std::string list = buttons.empty() ? "none" : buttons.front();
    for (std::size_t i = 1; i < buttons.size(); ++i) list += ", " + buttons[i];
    return wrong(DiagnosticCode::NoSuchLineButton, {device.name, button, list});
  }

  Result<Origin> fromLine(const std::string& text) const {
    const auto [pattern, partitionName] = splitAtPartition(plan_, text);
    std::optional<plan::PartitionId> partition;
    if (partitionName) {
      partition = plan_.findPartition(*partitionName);
      if (!partition) {
        return wrong(DiagnosticCode::NoSuchPartition, {std::string(*partitionName)},
                     closestName(*partitionName, namesOf(plan_.partitions)));
      }
    }
    const auto entries = entriesWritten(plan_, pattern, partition);
    std::vector<EntryId> lines;
    for (const EntryId id : entries) {
      if (at(plan_.entries, id).kind == plan::EntryKind::DirectoryNumber) lines.push_back(id);
    }
    if (lines.size() == 1) return routing::originOf(plan_, lines.front());
    if (lines.size() > 1)
      return wrong(DiagnosticCode::OriginAmbiguous, {std::string(pattern), partitionsOf(lines)});
    if (!entries.empty()) {
      const plan::Entry& entry = at(plan_.entries, entries.front());
      return wrong(DiagnosticCode::OriginNotALine,
                   {entry.pattern.text, std::string(plan::kindName(entry.kind))});
    }
    return wrong(DiagnosticCode::NoSuchOrigin, {text}, closestName(text, originNames()));
  }

  std::string partitionsOf(const std::vector<EntryId>& entries) const {
    std::string list;
    for (const EntryId id : entries) {
      if (!list.empty()) list += ", ";
      list += plan::shownPartition(at(plan_.partitions, at(plan_.entries, id).partition).name);
    }
    return list;
  }

  std::vector<std::string> originNames() const {
    std::vector<std::string> names = namesOf(plan_.devices);
    for (const plan::Entry& entry : plan_.entries) {
      if (entry.kind == plan::EntryKind::DirectoryNumber) names.push_back(plan::numberOf(entry.pattern));
    }
    return names;
  }

  static std::optional<Diagnostic> checkNumber(const char* what, const std::string& text, bool isMask) {
    for (const char c : text) {
      if (symbolOf(c) || (isMask && c == 'X')) continue;
      const char* expected = isMask ? "0-9 * # + A-D X" : "0-9 * # + A-D";
      return Diagnostic{DiagnosticCode::NumberCharacter, {}, {what, text, std::string(1, c), expected}, {}};
    }
    return std::nullopt;
  }

  static std::optional<Diagnostic> assume(const std::string& text, Call& call) {
    const auto failed = [](DiagnosticCode code, std::vector<std::string> arguments,
                           std::string suggestion = {}) {
      return Diagnostic{code, {}, std::move(arguments), std::move(suggestion)};
    };
    const auto equals = text.find('=');
    if (equals == std::string::npos) return failed(DiagnosticCode::SwitchMalformed, {text});
    const std::string key = text.substr(0, equals);
    const std::string reading = text.substr(equals + 1);
    if (key == "called-transform-input") return failed(DiagnosticCode::SwitchNotYet, {key});
    const routing::Switch* found = routing::findSwitch(key);
    if (found == nullptr) {
      std::vector<std::string> keys;
      for (const auto& one : routing::switches()) keys.emplace_back(one.key);
      return failed(DiagnosticCode::NoSuchSwitch, {key}, closestName(key, keys));
    }
    std::vector<std::string> readings;
    std::string list;
    for (std::size_t i = 0; i < found->readingCount(); ++i) {
      if (found->readings[i] == reading) {
        const std::size_t before = found->get(call.assume);
        if (call.pinned.contains(found->id) && before != i) {
          return failed(DiagnosticCode::SwitchTwice, {key, std::string(found->readings[before]), reading});
        }
        found->set(call.assume, i);
        call.pinned.insert(found->id);
        return std::nullopt;
      }
      readings.emplace_back(found->readings[i]);
      list += (i == 0 ? "" : ", ") + readings.back();
    }
    return failed(DiagnosticCode::NoSuchReading, {key, reading, list}, closestName(reading, readings));
  }

  const plan::Plan& plan_;
  const CallRequest& request_;
};

}  // namespace

bool hasOrigin(const CallRequest& request) {
  return !request.from.empty() || !request.searchSpaces.empty() || request.partitions.has_value();
}

Result<Call> resolveCall(const plan::Plan& plan, const CallRequest& request) {
  return Resolver(plan, request).resolve();
}

Result<std::vector<EntryId>> findPattern(const plan::Plan& plan, std::string_view text) {
  const auto [pattern, partitionName] = splitAtPartition(plan, text);
  std::optional<plan::PartitionId> partition;
  if (partitionName) partition = plan.findPartition(*partitionName);
  if (partitionName && !partition) {
    return wrong(DiagnosticCode::NoSuchPartition, {std::string(*partitionName)},
                 closestName(*partitionName, namesOf(plan.partitions)));
  }
  auto found = entriesWritten(plan, pattern, partition);
  if (!found.empty()) return found;
  for (const plan::LeftOutEntry& entry : plan.leftOut) {
    if (entry.pattern.text == pattern || entry.pattern.text == text) {
      return wrong(entry.learned ? DiagnosticCode::PatternLearned : DiagnosticCode::PatternLeftOut,
                   {entry.pattern.text});
    }
  }
  std::vector<std::string> patterns;
  for (const plan::Entry& entry : plan.entries) patterns.push_back(entry.pattern.text);
  return wrong(DiagnosticCode::NoSuchPattern, {std::string(text)}, closestName(pattern, patterns));
}

}  // namespace dialscope::workspace
