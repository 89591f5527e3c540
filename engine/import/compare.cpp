#include "engine/import/compare.h"

#include "engine/base/ascii.h"
#include "engine/import/members.h"
#include "engine/import/values.h"

#include <fmt/format.h>

#include <algorithm>
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

void addMembers(const Record& record, Account& account) {
  std::vector<FieldName> groups;
  for (const ShapeField& field : record.shape->fields()) {
    const bool seen = std::find(groups.begin(), groups.end(), field.group) != groups.end();
    if (field.group != FieldName() && !seen) groups.push_back(field.group);
  }
  for (const FieldName group : groups) {
    std::size_t number = 0;
    for (const Member* member : membersInOrder(record, group)) {
      addFields(*record.shape, *member, fmt::format("{}[{}]/", std::string_view(group), ++number), account);
    }
  }
}

// Members, or the clause where there are none: either way the partitions in order.
void addSearchSpace(const Record& record, Account& account) {
  std::vector<std::string_view> names;
  for (const Member* member : membersInOrder(record, "members/member"_field)) {
    const std::string_view name = member->text("routePartitionName"_field);
    if (!name.empty()) names.push_back(name);
  }
  if (names.empty()) names = clauseNames(record.text("clause"_field));
  const std::string partitions = fmt::format("{}", fmt::join(names, ":"));
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

/// An account by field; of two with one name the first is found.
class AccountIndex {
 public:
  explicit AccountIndex(const Account& account) {
    for (const auto& one : account) sorted_.push_back(&one);
    std::stable_sort(sorted_.begin(), sorted_.end(),
                     [](const auto* one, const auto* other) { return one->first < other->first; });
  }

  const Said* find(const std::string& field) const {
    const auto found =
        std::lower_bound(sorted_.begin(), sorted_.end(), field,
                         [](const auto* one, const std::string& name) { return one->first < name; });
    return found == sorted_.end() || (*found)->first != field ? nullptr : &(*found)->second;
  }

 private:
  std::vector<const Account::value_type*> sorted_;
};

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
    const AccountIndex inLeft(ofLeft);
    const AccountIndex inRight(ofRight);
    for (const auto& [field, said] : ofLeft) {
      const Said* other = inRight.find(field);
      if (!other || other->compared != said.compared) add(field, said.shown, other ? other->shown : "");
    }
    for (const auto& [field, said] : ofRight) {
      if (!inLeft.find(field)) add(field, "", said.shown);
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
