// A plan's objects as lists, for people and for programs (schema dialscope/list/1). docs/commands/inspect.md describes both.
#pragma once

#include "engine/plan/plan.h"
#include "engine/report/style.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace dialscope::report {

/// What `--list` lists.
enum class Listing : std::uint8_t { SearchSpaces, Partitions, Phones, Patterns, Devices };

inline constexpr std::array kListings{Listing::SearchSpaces, Listing::Partitions, Listing::Phones,
                                      Listing::Patterns, Listing::Devices};

/// "css", "partitions", "phones", "patterns", "devices".
std::string_view name(Listing listing);

std::string listText(const plan::Plan& plan, Listing listing, const Style& style);
std::string listJson(const plan::Plan& plan, Listing listing);

}  // namespace dialscope::report
