#include "engine/report/rules.h"

#include "cli/commands/commands.h"
#include "engine/report/rules_text.h"

#include <string>

namespace dialscope::cli {
namespace {

std::string allRules(Format format, const report::Style& style) {
  switch (format) {
  case Format::Json: return std::string(report::rulesJson());
  case Format::Markdown: return report::rulesMarkdown();
  default: return report::rulesText(style);
  }
}

}  // namespace

Outcome run(const RulesArguments& arguments, const report::Style& style) {
  if (!arguments.id) return {ExitStatus::Done, allRules(arguments.format, style), {}};
  const report::Rule* rule = report::findRule(*arguments.id);
  if (rule == nullptr) {
    return run(
        UsageProblem{"there is no rule \"" + *arguments.id + "\"", report::closestRuleId(*arguments.id)},
        style);
  }
  const bool json = arguments.format == Format::Json;
  return {ExitStatus::Done, json ? report::ruleJson(*rule) : report::ruleText(*rule, style), {}};
}

}  // namespace dialscope::cli
