#include "engine/report/inspect.h"

#include "cli/commands/commands.h"
#include "cli/commands/open_plan.h"
#include "cli/messages.h"
#include "engine/report/listing.h"

namespace dialscope::cli {

// The messages are part of the report, so that nothing is left for standard error; a list leaves them out.
Outcome run(const InspectArguments& arguments, const report::Style& style) {
  const auto workspace = openPlan(arguments.plans);
  if (!workspace) return workspace.error();
  const bool json = arguments.format == Format::Json;
  const Diagnostics& found = workspace->loaded().diagnostics;
  const bool failed = arguments.strict && report::hasFindings(found);
  const ExitStatus status = report::hasUnread(found) ? ExitStatus::Unreadable
                            : failed                 ? ExitStatus::Findings
                                                     : ExitStatus::Done;
  if (!arguments.list) {
    const auto& loaded = workspace->loaded();
    const routing::Compilation compilation = workspace->compiled().compileAll();
    return {status,
            json ? report::inspectJson(loaded, compilation) : report::inspectText(loaded, compilation, style),
            {}};
  }
  const plan::Plan& plan = workspace->plan();
  return {status,
          json ? report::listJson(plan, *arguments.list) : report::listText(plan, *arguments.list, style),
          planMessages(workspace->loaded().diagnostics)};
}

}  // namespace dialscope::cli
