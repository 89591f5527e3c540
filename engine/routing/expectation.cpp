#include "engine/routing/expectation.h"

#include "engine/base/ascii.h"
#include "engine/base/plain_number.h"
#include "engine/base/split.h"
#include "engine/base/suggest.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace dialscope::routing {
namespace {

using plan::Plan;

const plan::Entry* entryOf(const Plan& plan, const Trace& trace) {
  return trace.last().entry ? &at(plan.entries, *trace.last().entry) : nullptr;
}

std::string waitedFor(const Plan&, const Trace& trace) { return std::to_string(trace.waited.count()); }

std::vector<std::string> makeFates() {
  std::vector<std::string> words;
  for (const Fate fate : {Fate::Routed, Fate::Blocked, Fate::NoMatch, Fate::Incomplete, Fate::Loop}) {
    words.emplace_back(name(fate));
  }
  return words;
}

std::vector<std::string> makeKinds() {
  std::vector<std::string> words{std::string(kEmptyAnswer)};
  for (std::uint8_t i = 0; !plan::kindName(static_cast<plan::EntryKind>(i)).empty(); ++i) {
    std::string word(plan::kindName(static_cast<plan::EntryKind>(i)));
    if (words.back() != word) words.push_back(std::move(word));
  }
  return words;
}

std::vector<std::string> makeReasons() {
  using enum Reason;
  std::vector<std::string> words{std::string(kEmptyAnswer)};
  for (const Reason reason : {OffHook, OnlyMatch, Bloc, NoWait, Urgent, EndOfDialing, Timeout}) {
    words.emplace_back(name(reason));
  }
  return words;
}

// The rules that an answer can name: those with another reading, and the tie that nothing published breaks.
std::vector<std::string> makeAssumableRules() {
  std::vector<std::string> rules{std::string(kNoRule), "DA-24"};
  for (const Switch& one : switches()) rules.emplace_back(one.rule);
  std::sort(rules.begin() + 1, rules.end());
  return rules;
}

const std::vector<std::string>& fates() {
  static const std::vector<std::string> words = makeFates();
  return words;
}

const std::vector<std::string>& kinds() {
  static const std::vector<std::string> words = makeKinds();
  return words;
}

const std::vector<std::string>& reasons() {
  static const std::vector<std::string> words = makeReasons();
  return words;
}

const std::vector<std::string>& booleans() {
  static const std::vector<std::string> words{"true", "false"};
  return words;
}

const std::vector<std::string>& assumableRules() {
  static const std::vector<std::string> words = makeAssumableRules();
  return words;
}

using enum Comparison;

constexpr std::array kColumns{
    ExpectedColumn{"fate", Equal,
                   [](const Plan&, const Trace& trace) { return std::string(name(trace.fate)); }, fates},
    ExpectedColumn{"kind", Equal,
                   [](const Plan& plan, const Trace& trace) {
                     const plan::Entry* entry = entryOf(plan, trace);
                     return entry == nullptr ? std::string() : std::string(plan::kindName(entry->kind));
                   },
                   kinds},
    ExpectedColumn{"pattern", Equal,
                   [](const Plan& plan, const Trace& trace) {
                     const plan::Entry* entry = entryOf(plan, trace);
                     return entry == nullptr ? std::string() : entry->pattern.text;
                   }},
    ExpectedColumn{"partition", Equal,
                   [](const Plan& plan, const Trace& trace) {
                     const plan::Entry* entry = entryOf(plan, trace);
                     return entry == nullptr ? std::string() : at(plan.partitions, entry->partition).name;
                   }},
    ExpectedColumn{"called", Equal,
                   [](const Plan&, const Trace& trace) { return trace.last().called.text(); }},
    ExpectedColumn{"called_out", Equal,
                   [](const Plan&, const Trace& trace) { return trace.target.called.text(); }},
    ExpectedColumn{"calling_out", Equal,
                   [](const Plan&, const Trace& trace) { return trace.target.calling.text(); }},
    ExpectedColumn{"device", Equal, [](const Plan&, const Trace& trace) { return trace.target.device; }},
    ExpectedColumn{"route_group", Equal,
                   [](const Plan&, const Trace& trace) { return trace.target.routeGroup; }},
    ExpectedColumn{"unused", Equal, [](const Plan&, const Trace& trace) { return trace.unused; }},
    ExpectedColumn{"reason", Equal,
                   [](const Plan&, const Trace& trace) { return std::string(name(trace.last().reason)); },
                   reasons},
    ExpectedColumn{"max_wait_ms", AtMost, waitedFor},
    ExpectedColumn{"min_wait_ms", AtLeast, waitedFor},
    ExpectedColumn{
        "emergency", Truth,
        [](const Plan&, const Trace& trace) { return std::string(trace.emergency ? "true" : "false"); },
        booleans},
    ExpectedColumn{"assumed", Names,
                   [](const Plan&, const Trace& trace) {
                     std::string rules;
                     for (const RuleId rule : trace.assumed)
                       rules += (rules.empty() ? "" : ";") + std::string(rule);
                     return rules.empty() ? std::string(kNoRule) : rules;
                   },
                   assumableRules},
};

bool contains(const std::vector<std::string_view>& parts, std::string_view part) {
  return std::find(parts.begin(), parts.end(), part) != parts.end();
}

std::string listOf(const std::vector<std::string>& words) {
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i) {
    list += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
  }
  return list;
}

}  // namespace

std::span<const ExpectedColumn> expectedColumns() { return kColumns; }

const ExpectedColumn* findExpectedColumn(std::string_view name) {
  const auto found = std::find_if(kColumns.begin(), kColumns.end(),
                                  [&](const ExpectedColumn& column) { return column.name == name; });
  return found == kColumns.end() ? nullptr : &*found;
}

bool holds(const ExpectedColumn& column, std::string_view expected, std::string_view answer) {
  if (expected == kUnknownAnswer) return false;
  switch (column.comparison) {
  case Equal: return (expected == kEmptyAnswer ? std::string_view() : expected) == answer;
  case Truth: return lowerCase(expected) == answer;
  case AtMost: return wholeNumber(answer) <= wholeNumber(expected);
  case AtLeast: return wholeNumber(answer) >= wholeNumber(expected);
  case Names: break;
  }
  const auto wanted = listed(expected, ';');
  const auto named = listed(answer, ';');
  return std::all_of(wanted.begin(), wanted.end(),
                     [&](std::string_view rule) { return contains(named, rule); });
}

std::string cellOf(std::string_view answer) { return std::string(answer.empty() ? kEmptyAnswer : answer); }

std::optional<Diagnostic> checkExpectation(const ExpectedColumn& column, std::string_view text) {
  const auto wrong = [&](std::string expected, std::string suggestion = {}) {
    return Diagnostic{DiagnosticCode::CellUnreadable,
                      {},
                      {std::string(column.name), std::string(text), std::move(expected)},
                      std::move(suggestion)};
  };
  if (text == kUnknownAnswer) return std::nullopt;
  if (column.comparison == AtMost || column.comparison == AtLeast) {
    return wholeNumber(text) ? std::nullopt : std::optional(wrong("whole milliseconds"));
  }
  if (column.name == "partition" && text == plan::kNoneName)
    return wrong("a partition; <None> is written (empty)", "(empty)");
  if (column.words == nullptr) return std::nullopt;
  const std::vector<std::string>& words = column.words();
  const auto parts = column.comparison == Names ? listed(text, ';') : std::vector<std::string_view>{text};
  for (const std::string_view part : parts) {
    const std::string word = column.comparison == Truth ? lowerCase(part) : std::string(part);
    const bool known = std::find(words.begin(), words.end(), word) != words.end();
    const bool alone = part != kNoRule || parts.size() == 1;
    if (!known || !alone) return wrong(listOf(words), closestName(part, words));
  }
  return parts.empty() ? std::optional(wrong(listOf(words))) : std::nullopt;
}

}  // namespace dialscope::routing
