#include "cli/messages.h"

#include <fmt/format.h>

namespace dialscope::cli {
namespace {

using report::Severity;

constexpr std::size_t kMostMessages = 20;

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

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string planMessages(const Diagnostics& diagnostics) {
  std::string lines;
  std::size_t notes = 0;
  std::size_t messages = 0;
  for (const Diagnostic& diagnostic : diagnostics) {
    const Severity severity = report::severityOf(diagnostic.code);
    if (severity == Severity::Suspicious) continue;  // of no concern to a call
    if (severity == Severity::Note) {
      ++notes;
    } else if (++messages <= kMostMessages) {
      lines += messageLine(diagnostic);
    }
  }
  if (messages > kMostMessages) {
    const std::string rest = counted(messages - kMostMessages, "more message");
    lines += messageLine(Severity::Warning, rest + "; `dialscope inspect` shows all", "more-messages");
  }
  if (notes > 0) {
    const std::string_view them = notes == 1 ? "it" : "them";
    lines += messageLine(
        Severity::Note,
        fmt::format("{} on the plan; `dialscope inspect` shows {}", counted(notes, "note"), them), "notes");
  }
  return lines;
}

}  // namespace dialscope::cli
