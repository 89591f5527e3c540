#include "engine/report/rules.h"

#include "engine/base/ascii.h"
#include "engine/base/suggest.h"
#include "engine/report/rules_text.h"
#include "engine/report/table.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace dialscope::report {
namespace {

using nlohmann::ordered_json;

struct Grade {
  char letter;
  std::string_view meaning;
};

constexpr Grade kGrades[] = {
    {'C', "a document or a trace of Cisco's"},
    {'F', "a report from the field, a lab, or another author's text"},
    {'A', "assumed: nobody has published it"},
};

RuleSwitch readSwitch(const ordered_json& object) {
  RuleSwitch choice{object.at("key"), {{object.at("default"), object.at("meaning_of_default")}}};
  for (const auto& other : object.at("others"))
    choice.readings.push_back({other.at("value"), other.at("meaning")});
  return choice;
}

std::vector<Rule> readRules() {
  const auto document = ordered_json::parse(rulesJson());
  std::vector<Rule> all;
  for (const auto& object : document.at("rules")) {
    Rule rule;
    rule.id = object.at("id");
    rule.section = object.at("section");
    rule.title = object.at("title");
    rule.text = object.at("text");
    rule.evidence = object.at("evidence");
    rule.evidenceText = object.at("evidence_text");
    rule.applied = object.at("status") == "applied";
    for (const auto& one : document.at("switches")) {
      if (one.at("rule") == rule.id) rule.choice = readSwitch(one);
    }
    all.push_back(std::move(rule));
  }
  return all;
}

// A grade stands alone: the C of "C / F", and not that of "Cisco".
bool hasGrade(const std::string& evidence, char grade) {
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    const bool begins = i == 0 || !isLetter(evidence[i - 1]);
    const bool ends = i + 1 == evidence.size() || !isLetter(evidence[i + 1]);
    if (evidence[i] == grade && begins && ends) return true;
  }
  return false;
}

// "33", "da33" and "DA-33" are one rule; anything else stays as it is, in upper case.
std::string fullId(std::string_view id) {
  std::string upper = upperCase(id);
  std::string_view number = upper;
  if (number.starts_with("DA")) number.remove_prefix(2);
  if (number.starts_with("-")) number.remove_prefix(1);
  const bool digits = !number.empty() && number.find_first_not_of("0123456789") == std::string_view::npos;
  return digits ? fmt::format("DA-{:0>2}", number) : upper;
}

std::string section(const Style& style, std::string_view name) {
  return "\n" + style.paint(Ink::Strong, name) + "\n";
}

// A paragraph with a word in its left margin.
std::string marked(const Style& style, std::string_view mark, std::string_view text) {
  const std::string indent(12, ' ');
  return padded("  " + style.paint(Ink::Faint, mark), indent.size()) +
         wrapped(text, style.width, indent).substr(indent.size()) + "\n";
}

std::string markdownOf(const Rule& rule) {
  std::string page = fmt::format("\n### {} · {}\n{}\n\n", rule.id, rule.title, rule.text);
  page += fmt::format("Evidence: {}. {}\n", rule.evidence, rule.evidenceText);
  if (!rule.applied) page += "\nThis build does not apply it yet.\n";
  if (!rule.choice) return page;
  page += "\n| `--assume` | reading |\n|---|---|\n";
  for (const Reading& reading : rule.choice->readings) {
    const bool isDefault = &reading == &rule.choice->readings.front();
    page += fmt::format("| `{}={}`{} | {} |\n", rule.choice->key, reading.value,
                        isDefault ? ", the default" : "", reading.meaning);
  }
  return page;
}

}  // namespace

const std::vector<Rule>& rules() {
  static const std::vector<Rule> all = readRules();
  return all;
}

const Rule* findRule(std::string_view id) {
  const std::string wanted = fullId(id);
  const auto found =
      std::find_if(rules().begin(), rules().end(), [&](const Rule& rule) { return rule.id == wanted; });
  return found == rules().end() ? nullptr : &*found;
}

std::string closestRuleId(std::string_view id) {
  std::vector<std::string> ids;
  for (const Rule& rule : rules()) ids.push_back(rule.id);
  return closestName(fullId(id), ids);
}

std::string rulesText(const Style& style) {
  std::string text = "Evidence: ";
  for (const Grade& grade : kGrades) {
    text += fmt::format("{}{} {}", grade.letter == 'C' ? "" : "; ", grade.letter, grade.meaning);
  }
  text = wrapped(text, style.width, "") + "\n";
  for (auto rule = rules().begin(); rule != rules().end();) {
    const std::string& name = rule->section;
    Table table;
    for (; rule != rules().end() && rule->section == name; ++rule) {
      table.add({{rule->id, Ink::Accent},
                 {rule->title},
                 {rule->evidence, Ink::Faint},
                 {rule->applied ? "" : "not in this build", Ink::Warn}});
    }
    text += section(style, name) + table.print(style, "  ");
  }
  return text;
}

std::string ruleText(const Rule& rule, const Style& style) {
  std::string text = style.paint(Ink::Accent, rule.id) + "  " + style.paint(Ink::Strong, rule.title) + "\n" +
                     style.paint(Ink::Faint, rule.section) + "\n\n" + wrapped(rule.text, style.width, "  ") +
                     "\n\n";
  text += marked(style, "evidence", rule.evidence + ". " + rule.evidenceText);
  for (const Grade& grade : kGrades) {
    if (hasGrade(rule.evidence, grade.letter))
      text += marked(style, "", fmt::format("{} = {}", grade.letter, grade.meaning));
  }
  text += marked(style, "build", rule.applied ? "this build applies it" : "this build does not apply it yet");
  if (!rule.choice) return text;
  text += section(style, "Readings");
  for (const Reading& reading : rule.choice->readings) {
    const bool isDefault = &reading == &rule.choice->readings.front();
    text += fmt::format("  --assume {}={}{}\n", rule.choice->key, reading.value,
                        isDefault ? "  (the default)" : "");
    text += wrapped(reading.meaning, style.width, "      ") + "\n";
  }
  return text;
}

std::string ruleJson(const Rule& rule) {
  ordered_json object = {{"schema", "dialscope/rule/1"},
                         {"id", rule.id},
                         {"section", rule.section},
                         {"title", rule.title},
                         {"text", rule.text},
                         {"evidence", rule.evidence},
                         {"evidence_text", rule.evidenceText},
                         {"status", rule.applied ? "applied" : "later"},
                         {"switch", rule.choice ? rule.choice->key : std::string()},
                         {"readings", ordered_json::array()}};
  if (rule.choice) {
    for (const Reading& reading : rule.choice->readings) {
      object["readings"].push_back({{"value", reading.value}, {"meaning", reading.meaning}});
    }
  }
  return object.dump(2) + "\n";
}

std::string rulesMarkdown() {
  std::string page =
      "# The rules of digit analysis\n\n"
      "Printed by `dialscope rules --format markdown` from `engine/report/rules.json`; edit that file, not "
      "this one.\n\n"
      "Every rule has an id that never changes. Each says what it stands on:\n\n| grade | stands for "
      "|\n|---|---|\n";
  for (const Grade& grade : kGrades) page += fmt::format("| {} | {} |\n", grade.letter, grade.meaning);
  page +=
      "\nWhere another reading is published or plausible, `--assume KEY=VALUE` chooses it, and an answer "
      "that would come\n"
      "out differently under it names the rule.\n";
  const Rule* previous = nullptr;
  for (const Rule& rule : rules()) {
    if (previous == nullptr || previous->section != rule.section) page += "\n## " + rule.section + "\n";
    page += markdownOf(rule);
    previous = &rule;
  }
  return page;
}

}  // namespace dialscope::report
