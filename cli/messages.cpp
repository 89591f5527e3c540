#include "cli/messages.h"

#include "engine/report/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace dialscope::cli {
namespace {

using report::counted;
using report::Severity;

constexpr std::size_t kMostMessages = 20;

bool isNote(const Diagnostic& diagnostic) { return report::severityOf(diagnostic.code) == Severity::Note; }

// Those that are wanted, as many as can be borne, an error before any warning is left out; `rest` says where the others
// are.
std::string firstMessages(const Diagnostics& diagnostics, bool (*isWanted)(const Diagnostic&),
                          std::string_view rest) {
  std::vector<const Diagnostic*> wanted;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (isWanted(diagnostic)) wanted.push_back(&diagnostic);
  }
  if (wanted.size() > kMostMessages) {
    std::stable_sort(wanted.begin(), wanted.end(), [](const Diagnostic* one, const Diagnostic* other) {
      return report::severityOf(one->code) < report::severityOf(other->code);
    });
  }
  std::string lines;
  for (std::size_t i = 0; i < std::min(wanted.size(), kMostMessages); ++i) lines += messageLine(*wanted[i]);
  if (wanted.size() <= kMostMessages) return lines;
  const std::string more = counted(wanted.size() - kMostMessages, "more message");
  return lines + messageLine(Severity::Warning, more + std::string(rest), "more-messages");
}

}  // namespace

std::string messageLine(Severity severity, std::string_view text, std::string_view slug) {
  return fmt::format("dialscope: {}: {} [{}]\n", report::severityName(severity), text, slug);
}

std::string messageLine(const UsageProblem& problem) {
  const std::string meant =
      problem.suggestion.empty() ? std::string() : fmt::format("; did you mean \"{}\"?", problem.suggestion);
  return messageLine(Severity::Error, problem.text + meant, "usage");
}

std::string messageLine(const Diagnostic& diagnostic) { return report::renderDiagnostic(diagnostic) + '\n'; }

std::string planMessages(const Diagnostics& diagnostics) {
  std::string lines = firstMessages(diagnostics, report::isProblem, "; `dialscope inspect` shows all");
  const auto notes = static_cast<std::size_t>(std::count_if(diagnostics.begin(), diagnostics.end(), isNote));
  if (notes > 0) {
    const std::string_view them = notes == 1 ? "it" : "them";
    lines += messageLine(
        Severity::Note,
        fmt::format("{} on the plan; `dialscope inspect` shows {}", counted(notes, "note"), them), "notes");
  }
  return lines;
}

std::string failureMessages(const Diagnostics& diagnostics) {
  return firstMessages(
      diagnostics, [](const Diagnostic&) { return true; }, "");
}

std::string suiteMessages(const Diagnostics& diagnostics) {
  return firstMessages(diagnostics, report::isProblem, "");
}

}  // namespace dialscope::cli
