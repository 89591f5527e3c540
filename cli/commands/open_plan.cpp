#include "cli/commands/open_plan.h"

#include "cli/messages.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>

namespace dialscope::cli {
namespace {

using report::Severity;
using std::chrono::milliseconds;

constexpr milliseconds kShortestTimeout{3000};  // DA-36
constexpr milliseconds kLongestTimeout{75'000};

}  // namespace

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
  return messageLine(
      Severity::Note,
      "nobody is named who dials, so only the partition <None> is searched; --css takes one of " + names,
      "no-origin");
}

std::string timeoutMessage(const workspace::CallRequest& request) {
  const auto timeout = request.interdigitTimeout.value_or(kShortestTimeout);
  if (timeout >= kShortestTimeout && timeout <= kLongestTimeout) return {};
  const auto text = [](milliseconds time) { return std::to_string(time.count()); };
  return messageLine(Diagnostic{
      DiagnosticCode::T302Range, {}, {text(timeout), text(kShortestTimeout), text(kLongestTimeout)}, {}});
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
