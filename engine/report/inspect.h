// What was read from a plan: counts, messages by kind, names that lead nowhere, what the source leaves open, and what
// compiling it came to. For people and for programs (schema dialscope/inspect/1). docs/commands/inspect.md describes both.
#pragma once

#include "engine/import/load_plan.h"
#include "engine/report/style.h"
#include "engine/routing/compiled_plan.h"

#include <string>

namespace dialscope::report {

std::string inspectText(const import::LoadedPlan& loaded, const routing::Compilation& compilation,
                        const Style& style);
std::string inspectJson(const import::LoadedPlan& loaded, const routing::Compilation& compilation);

/// Whether something is wrong or suspicious; notes are neither.
bool hasFindings(const Diagnostics& diagnostics);

/// Whether some of the input could not be read: a file, a member of an archive, a table, a row.
bool hasUnread(const Diagnostics& diagnostics);

}  // namespace dialscope::report
