#include "cli/commands/commands.h"
#include "cli/commands/open_plan.h"
#include "engine/report/call.h"

#include <optional>

namespace dialscope::cli {

Outcome run(const DialArguments& arguments, const report::Style& style) {
  const auto workspace = openPlan(arguments.plans);
  if (!workspace) return workspace.error();
  const auto trace = workspace->dial(arguments.request);
  if (!trace) return refused(*workspace, trace.error());
  std::optional<routing::WhyNot> whyNot;
  if (arguments.whyNot) {
    auto found = workspace->whyNot(*trace, *arguments.whyNot);
    if (!found) return refused(*workspace, found.error());
    whyNot = std::move(*found);
  }
  const plan::Plan& plan = workspace->plan();
  return {ExitStatus::Done,
          arguments.format == Format::Json ? report::callJson(plan, *trace, whyNot)
                                           : report::callText(plan, *trace, style, whyNot),
          messagesAbout(*workspace, arguments.request)};
}

}  // namespace dialscope::cli
