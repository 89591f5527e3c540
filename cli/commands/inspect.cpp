#include "engine/report/inspect.h"

#include "cli/commands/commands.h"
#include "cli/messages.h"
#include "engine/import/load_plan.h"

namespace dialscope::cli {

// The messages are part of the report, so that nothing is left for standard error; a list leaves them out.
Outcome run(const InspectArguments& arguments, const report::Style& style) {
  Diagnostics alsoWrong;
  const auto loaded = import::loadPlan(arguments.plans, &alsoWrong);
  if (!loaded) {
    alsoWrong.insert(alsoWrong.begin(), loaded.error());
    return {ExitStatus::Unreadable, {}, planMessages(alsoWrong)};
  }
  const bool json = arguments.format == Format::Json;
  if (!arguments.list) {
    return {ExitStatus::Done, json ? report::inspectJson(*loaded) : report::inspectText(*loaded, style), {}};
  }
  return {ExitStatus::Done,
          json ? report::listJson(loaded->plan, *arguments.list)
               : report::listText(loaded->plan, *arguments.list, style),
          planMessages(loaded->diagnostics)};
}

}  // namespace dialscope::cli
