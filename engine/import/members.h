// The repeating parts of a record in their order, however they are written: numbered members, or one line of names.
//
//   membersInOrder(routeList, "members/member"_field);
//   clauseNames("Internal: PSTN:");                       // "Internal", "PSTN"
#pragma once

#include "engine/import/record.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace dialscope::import {

/// By whichever field numbers the members of its group; nothing where none does, or not with a number.
std::optional<std::uint32_t> orderOf(const Fields& member);

/// The members of `group`, by their numbers; in the order written where those are equal, without one last.
std::vector<const Member*> membersInOrder(const Record& record, FieldName group);

/// What a search space's clause names, blanks around each name and empty ones taken away. Views into `clause`.
std::vector<std::string_view> clauseNames(std::string_view clause);

}  // namespace dialscope::import
