#include "cli/commands/open_plan.h"

#include "cli/messages.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>

namespace dialscope::cli {

using std::chrono::milliseconds;

std::string originMessage(const plan::Plan& plan, const workspace::CallRequest& request) {
  constexpr std::size_t kMostNames = 10;
  if (workspace::hasOrigin(request) || plan.searchSpaces.empty()) return {};
  std::string names;
  for (std::size_t i = 0; i < std::min(plan.searchSpaces.size(), kMostNames); ++i) {
    names += (i == 0 ? "" : ", ") + plan.searchSpaces[i].name;
  }
  if (plan.searchSpaces.size() > kMostNames) {
    names += fmt::format(" and {} more", plan.searchSpaces.size() - kMostNames);
  }
  return messageLine(Diagnostic{DiagnosticCode::NoOrigin, {}, {std::move(names)}, {}});
}

std::string timeoutMessage(const workspace::CallRequest& request) {
  const auto timeout = request.interdigitTimeout.value_or(plan::kShortestInterdigitTimeout);
  if (timeout >= plan::kShortestInterdigitTimeout && timeout <= plan::kLongestInterdigitTimeout) return {};
  const auto text = [](milliseconds time) { return std::to_string(time.count()); };
  return messageLine(Diagnostic{
      DiagnosticCode::T302Range,
      {},
      {text(timeout), text(plan::kShortestInterdigitTimeout), text(plan::kLongestInterdigitTimeout)},
      {}});
}

tl::expected<workspace::Workspace, Outcome> openPlan(const std::vector<std::string>& plans) {
  Diagnostics alsoWrong;
  auto opened = workspace::Workspace::open(plans, &alsoWrong);
  if (opened) return std::move(*opened);
  alsoWrong.insert(alsoWrong.begin(), opened.error());
  return tl::unexpected(Outcome{ExitStatus::Unreadable, {}, failureMessages(alsoWrong)});
}

Outcome refused(const Diagnostic& diagnostic) { return {ExitStatus::Usage, {}, messageLine(diagnostic)}; }

Outcome refused(const workspace::Workspace& workspace, const Diagnostic& diagnostic) {
  return {ExitStatus::Usage, {}, planMessages(workspace.loaded().diagnostics) + messageLine(diagnostic)};
}

std::string messagesAbout(const workspace::Workspace& workspace, const workspace::CallRequest& request) {
  return planMessages(workspace.loaded().diagnostics) + originMessage(workspace.plan(), request) +
         timeoutMessage(request);
}

}  // namespace dialscope::cli
