// Messages on standard error: `file:line:column: severity: text [slug]`, a line each.
#pragma once

#include "cli/arguments.h"
#include "engine/base/diagnostic.h"
#include "engine/report/message.h"

#include <string>
#include <string_view>

namespace dialscope::cli {

/// A message about the command line itself, with its line end: `dialscope: error: text [slug]`.
std::string messageLine(report::Severity severity, std::string_view text, std::string_view slug);

/// The same for a command line that cannot be carried out, suggestion included.
std::string messageLine(const UsageProblem& problem);

/// `diagnostic` as a line, with its line end.
std::string messageLine(const Diagnostic& diagnostic);

/// What a plan's reader has to say to someone who asked for something else: errors and warnings, twenty at most, and
/// the notes as a number.
std::string planMessages(const Diagnostics& diagnostics);

/// The same where there is no plan: notes as well.
std::string failureMessages(const Diagnostics& diagnostics);

/// The same of a suite's.
std::string suiteMessages(const Diagnostics& diagnostics);

}  // namespace dialscope::cli
