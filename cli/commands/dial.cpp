#include "cli/commands/commands.h"
#include "cli/commands/open_plan.h"
#include "engine/report/call.h"

#include <optional>

namespace dialscope::cli {
namespace {

using routing::Trace;
using routing::WhyNot;
using workspace::Workspace;

// A pattern that stands in several partitions is asked about where the caller searches, if it stands there at all.
Result<WhyNot> whyNotOf(const Workspace& workspace, const Trace& trace, const std::string& text) {
  const auto entries = workspace.findPattern(text);
  if (!entries) return tl::unexpected(entries.error());
  WhyNot answer = routing::whyNot(workspace.compiled(), trace, entries->front());
  for (const plan::EntryId entry : *entries) {
    if (answer.candidate.verdict != routing::Verdict::NotInSearchList) break;
    answer = routing::whyNot(workspace.compiled(), trace, entry);
  }
  return answer;
}

}  // namespace

Outcome run(const DialArguments& arguments, const report::Style& style) {
  const auto workspace = openPlan(arguments.plans);
  if (!workspace) return workspace.error();
  const auto trace = workspace->dial(arguments.request);
  if (!trace) return refused(trace.error());
  std::optional<WhyNot> whyNot;
  if (arguments.whyNot) {
    auto found = whyNotOf(*workspace, *trace, *arguments.whyNot);
    if (!found) return refused(found.error());
    whyNot = std::move(*found);
  }
  const plan::Plan& plan = workspace->plan();
  return {ExitStatus::Done,
          arguments.format == Format::Json ? report::callJson(plan, *trace, whyNot)
                                           : report::callText(plan, *trace, style, whyNot),
          messagesAbout(*workspace, arguments.request)};
}

}  // namespace dialscope::cli
