// The rules that answers quote by id: their text, what it stands on, and their other readings. The one source is
// engine/report/rules.json; docs/semantics.md is printed from it.
//
//   const Rule* rule = findRule("33");       // also "DA-33", "da33"
//   rule->evidence;                          // "C, the two examples A; …"
#pragma once

#include "engine/report/style.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::report {

/// One way to read a rule that nobody has published in full.
struct Reading {
  std::string value;
  std::string meaning;
};

/// What `--assume KEY=VALUE` chooses from.
struct RuleSwitch {
  std::string key;
  std::vector<Reading> readings;  ///< the default first
};

struct Rule {
  std::string id;
  std::string section;
  std::string title;
  std::string text;          ///< Markdown within the line: `code`, *emphasis*
  std::string evidence;      ///< in grades: C a Cisco document or trace, F field, A assumed
  std::string evidenceText;  ///< the same in words
  bool applied = true;       ///< this build applies it
  std::optional<RuleSwitch> choice;
};

/// All rules, by id, sections together.
const std::vector<Rule>& rules();

/// The rule that `id` means; null when there is none.
const Rule* findRule(std::string_view id);

/// The id closest to a mistyped one; empty for none.
std::string closestRuleId(std::string_view id);

/// A table of all rules, section by section.
std::string rulesText(const Style& style);

/// One rule in full.
std::string ruleText(const Rule& rule, const Style& style);

/// One rule as a JSON object, schema dialscope/rule/1. All of them: rulesJson() in rules_text.h.
std::string ruleJson(const Rule& rule);

/// All rules as a page: docs/semantics.md.
std::string rulesMarkdown();

}  // namespace dialscope::report
