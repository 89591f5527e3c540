// What was read from a plan: counts, messages by kind, names that lead nowhere, what the source leaves open, and what
// compiling it came to; and the plan's objects as lists. For people and for programs (schemas dialscope/inspect/1 and
// dialscope/list/1). docs/commands/inspect.md describes both.
#pragma once

#include "engine/import/load_plan.h"
#include "engine/report/style.h"
#include "engine/routing/compiled_plan.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace dialscope::report {

std::string inspectText(const import::LoadedPlan& loaded, const routing::Compilation& compilation,
                        const Style& style);
std::string inspectJson(const import::LoadedPlan& loaded, const routing::Compilation& compilation);

/// Whether something is wrong or suspicious; notes are neither.
bool hasFindings(const Diagnostics& diagnostics);

/// Whether some of the input could not be read: a file, a member of an archive, rows whose quotes do not close.
bool hasUnread(const Diagnostics& diagnostics);

/// What `--list` lists.
enum class Listing : std::uint8_t { SearchSpaces, Partitions, Phones, Patterns, Devices };

inline constexpr std::array kListings{Listing::SearchSpaces, Listing::Partitions, Listing::Phones,
                                      Listing::Patterns, Listing::Devices};

/// "css", "partitions", "phones", "patterns", "devices".
std::string_view name(Listing listing);

std::string listText(const plan::Plan& plan, Listing listing, const Style& style);
std::string listJson(const plan::Plan& plan, Listing listing);

}  // namespace dialscope::report
