#include "engine/import/compare.h"

#include "engine/base/lower_case.h"
#include "engine/import/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <string_view>
#include <unordered_map>

namespace dialscope::import {
namespace {

std::string canonical(FieldName name, std::string_view text) {
  std::string result(text);
  switch (kindOf(name)) {
  case FieldKind::Boolean:
    if (const auto value = booleanOf(text)) return *value ? "true" : "false";
    return result;
  case FieldKind::Digits: std::erase(result, '\\'); return result;
  case FieldKind::Word:
    result = lowerCase(text);
    // The one word that is written in many ways: `PreDot Trailing-#`, `PreDotTrailing#`.
    if (name == "digitDiscardInstructionName")
      std::erase_if(result, [](char c) { return c == ' ' || c == '-' || c == '>'; });
    return result;
  default: return result;
  }
}

bool isNull(FieldKind kind, std::string_view text) {
  return text.empty() || (kind != FieldKind::Text && kind != FieldKind::Pattern && isNullName(text));
}

/// What one side says of a field: as it is compared, and as it is shown.
struct Said {
  std::string compared;
  std::string shown;
};

using Account = std::vector<std::pair<std::string, Said>>;  // by field, in the order written

void addFields(const ObjectShape& shape, const Fields& fields, const std::string& prefix, Account& account) {
  for (const Field& field : fields) {
    if (kindOf(field.name) == FieldKind::Id || kindOf(field.name) == FieldKind::Order) continue;
    std::string compared = normalisedText(shape, field);
    if (!compared.empty())
      account.push_back({prefix + std::string(field.name), {std::move(compared), std::string(field.text)}});
  }
}

std::uint32_t orderOf(const Fields& member, FieldName order) {
  std::uint32_t value = std::numeric_limits<std::uint32_t>::max();
  const std::string_view text = member.text(order);
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// Sorted by the field that says so; as written where none does.
std::vector<const Member*> sortedMembers(const Record& record, FieldName group) {
  std::vector<const Member*> members;
  FieldName order;
  for (const Member& member : record.members) {
    if (member.group != group) continue;
    members.push_back(&member);
    for (const Field& field : member) {
      if (kindOf(field.name) == FieldKind::Order || field.name == "index") order = field.name;
    }
  }
  if (order == FieldName()) return members;
  std::stable_sort(members.begin(), members.end(),
                   [&](const Member* a, const Member* b) { return orderOf(*a, order) < orderOf(*b, order); });
  return members;
}

void addMembers(const Record& record, Account& account) {
  std::vector<FieldName> groups;
  for (const ShapeField& field : record.shape->fields()) {
    const bool seen = std::find(groups.begin(), groups.end(), field.group) != groups.end();
    if (field.group != FieldName() && !seen) groups.push_back(field.group);
  }
  for (const FieldName group : groups) {
    std::size_t number = 0;
    for (const Member* member : sortedMembers(record, group)) {
      addFields(*record.shape, *member, fmt::format("{}[{}]/", std::string_view(group), ++number), account);
    }
  }
}

// Members, or the clause where there are none: either way the partitions in order.
void addSearchSpace(const Record& record, Account& account) {
  std::string partitions;
  for (const Member* member : sortedMembers(record, FieldName("members/member"))) {
    const std::string_view name = member->text("routePartitionName");
    if (!name.empty()) partitions.append(partitions.empty() ? "" : ":").append(name);
  }
  if (partitions.empty()) partitions = record.text("clause");
  if (!partitions.empty()) account.push_back({"clause", {partitions, partitions}});
}

Account accountOf(const Record& record) {
  Account account;
  if (record.shape->object() != Object::Css) {
    addFields(*record.shape, record, "", account);
    addMembers(record, account);
    return account;
  }
  for (const Field& field : record) {
    if (field.name == "clause") continue;
    Fields one;
    one.add(field);
    addFields(*record.shape, one, "", account);
  }
  addSearchSpace(record, account);
  return account;
}

const Said* find(const Account& account, const std::string& field) {
  const auto found =
      std::find_if(account.begin(), account.end(), [&](const auto& one) { return one.first == field; });
  return found == account.end() ? nullptr : &found->second;
}

std::string shownKey(const Record& record) {
  const std::string key(record.text(record.shape->key()));
  if (!record.shape->isPattern()) return key;
  const std::string_view partition = partitionNameOf(record);
  return fmt::format("{} in {}", key, plan::shownPartition(partition));
}

class Comparison {
 public:
  void compare(const Record& left, const Record& right) {
    object_ = left.shape->name();
    key_ = shownKey(left);
    const Account ofLeft = accountOf(left);
    const Account ofRight = accountOf(right);
    for (const auto& [field, said] : ofLeft) {
      const Said* other = find(ofRight, field);
      if (!other || other->compared != said.compared) add(field, said.shown, other ? other->shown : "");
    }
    for (const auto& [field, said] : ofRight) {
      if (!find(ofLeft, field)) add(field, "", said.shown);
    }
  }

  void addMissing(const Record& record, bool leftHasIt) {
    object_ = record.shape->name();
    key_ = shownKey(record);
    add("", leftHasIt ? "present" : "", leftHasIt ? "" : "present");
  }

  std::vector<FieldDifference> take() { return std::move(differences_); }

 private:
  void add(const std::string& field, std::string left, std::string right) {
    differences_.push_back({object_, key_, field, std::move(left), std::move(right)});
  }

  std::string object_;
  std::string key_;
  std::vector<FieldDifference> differences_;
};

std::unordered_map<RecordKey, const Record*, RecordKeyHash> byKey(const Records& records) {
  std::unordered_map<RecordKey, const Record*, RecordKeyHash> index;
  for (const auto& record : records) {
    if (const auto key = keyOf(*record)) index.emplace(*key, record.get());
  }
  return index;
}

}  // namespace

std::string normalisedText(const ObjectShape& shape, const Field& field) {
  const FieldKind kind = kindOf(field.name);
  if (isNull(kind, field.text)) return {};
  std::string text = canonical(field.name, field.text);
  const std::string_view absent = shape.defaultOf(field.name);
  return !absent.empty() && text == canonical(field.name, absent) ? std::string() : text;
}

std::vector<FieldDifference> compareRecords(const Records& left, const Records& right) {
  const auto inLeft = byKey(left);
  const auto inRight = byKey(right);
  Comparison comparison;
  for (const auto& record : left) {
    const auto key = keyOf(*record);
    if (!key) continue;
    const auto other = inRight.find(*key);
    if (other == inRight.end()) {
      comparison.addMissing(*record, true);
    } else {
      comparison.compare(*record, *other->second);
    }
  }
  for (const auto& record : right) {
    const auto key = keyOf(*record);
    if (key && !inLeft.contains(*key)) comparison.addMissing(*record, false);
  }
  return comparison.take();
}

}  // namespace dialscope::import
