#include "engine/import/members.h"

#include "engine/base/plain_number.h"
#include "engine/base/split.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace dialscope::import {

std::optional<std::uint32_t> orderOf(const Fields& member) {
  for (const Field& field : member) {
    if (kindOf(field.name) == FieldKind::Order || field.name == "index"_field) return wholeNumber(field.text);
  }
  return std::nullopt;
}

std::vector<const Member*> membersInOrder(const Record& record, FieldName group) {
  std::vector<std::pair<std::uint32_t, const Member*>> numbered;
  for (const Member& member : record.members) {
    if (member.group == group)
      numbered.emplace_back(orderOf(member).value_or(std::numeric_limits<std::uint32_t>::max()), &member);
  }
  std::stable_sort(numbered.begin(), numbered.end(),
                   [](const auto& one, const auto& other) { return one.first < other.first; });
  std::vector<const Member*> members;
  members.reserve(numbered.size());
  for (const auto& [number, member] : numbered) members.push_back(member);
  return members;
}

std::vector<std::string_view> clauseNames(std::string_view clause) {
  std::vector<std::string_view> names = listed(clause, ':');
  std::erase(names, std::string_view());
  return names;
}

}  // namespace dialscope::import
