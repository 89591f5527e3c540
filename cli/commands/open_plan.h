// What commands on a plan share: reading it, and what to say about it and about a request.
#pragma once

#include "cli/outcome.h"
#include "engine/workspace/workspace.h"

#include <string>
#include <vector>

namespace dialscope::cli {

/// Reads the plan. The error is a finished outcome: status 3 and why.
tl::expected<workspace::Workspace, Outcome> openPlan(const std::vector<std::string>& plans);

/// The outcome of a request that cannot be done: status 2 and what was meant.
Outcome refused(const Diagnostic& diagnostic);

/// The same of one that names what the plan does not have. What was odd about the plan comes first: it may be why.
Outcome refused(const workspace::Workspace& workspace, const Diagnostic& diagnostic);

/// A note when `request` does not say who dials.
std::string originMessage(const plan::Plan& plan, const workspace::CallRequest& request);

/// A warning when its timer is one that CUCM would not take.
std::string timeoutMessage(const workspace::CallRequest& request);

/// What is worth saying before a call is answered: what was odd about the plan, and both of these.
std::string messagesAbout(const workspace::Workspace& workspace, const workspace::CallRequest& request);

}  // namespace dialscope::cli
