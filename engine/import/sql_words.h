// The numbers that stand in the database for words of AXL, and the ids of rows that every CUCM has.
//
//   wordOf(SqlValue::Cause, "21");                 // "Call Rejected"
//   wordOf(SqlValue::Cause, "Call Rejected");      // the same: a join may have put the word there
#pragma once

#include "engine/import/sql_columns.h"

#include <optional>
#include <string_view>

namespace dialscope::import {

/// Nothing for a number that the enumeration does not have.
std::optional<std::string_view> wordOf(SqlValue enumeration, std::string_view text);

/// The table of the database that has the words of an enumeration whose numbers are nowhere written down: they are taken
/// in the order of AXL's schema, which holds for those that are known. Empty for these.
std::string_view unconfirmedTable(SqlValue enumeration);

/// What a device of a class (`tkclass`) is in AXL; empty for those that play no part here.
std::string_view deviceObjectOf(std::string_view number);

/// The discard instruction that Cisco's seed data has under this id (lower case, no braces); empty for none.
std::string_view seedDiscard(std::string_view id);

}  // namespace dialscope::import
