#include "cli/commands/commands.h"
#include "cli/commands/open_plan.h"
#include "engine/report/call.h"

#include <string>
#include <utility>

namespace dialscope::cli {

Outcome run(const ReplayArguments& arguments, const report::Style& style) {
  const auto workspace = openPlan(arguments.plans);
  if (!workspace) return workspace.error();
  const auto inMode = [&](routing::DialMode mode) {
    workspace::CallRequest request = arguments.request;
    request.mode = std::string(routing::modeName(mode));
    return workspace->dial(request);
  };
  auto keyed = inMode(routing::DialMode::DigitByDigit);
  if (!keyed) return refused(*workspace, keyed.error());
  auto bloc = inMode(routing::DialMode::Bloc);
  if (!bloc) return refused(*workspace, bloc.error());
  const report::Replay replay{std::move(*keyed), std::move(*bloc)};
  const plan::Plan& plan = workspace->plan();
  return {ExitStatus::Done,
          arguments.format == Format::Json ? report::replayJson(plan, replay)
                                           : report::replayText(plan, replay, style),
          messagesAbout(*workspace, arguments.request)};
}

}  // namespace dialscope::cli
