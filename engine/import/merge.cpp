#include "engine/import/merge.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

namespace dialscope::import {
namespace {

// How much a record says of its object.
int weightOf(Origin origin) {
  if (origin == Origin::RoutePlan) return 0;
  return origin == Origin::List || origin == Origin::Columns ? 1 : 2;
}

bool isPoor(Origin origin) { return weightOf(origin) < weightOf(Origin::Get); }

std::string placeOf(const SourcePosition& where) {
  return fmt::format("{}:{}:{}", *where.file, where.line, where.column);
}

void reportDuplicate(const Record& first, const Record& second, Diagnostics& diagnostics) {
  const ObjectShape& shape = *second.shape;
  const std::string place = placeOf(first.find(shape.key())->where());
  const SourcePosition where = second.find(shape.key())->where();
  std::string name(second.text(shape.key()));
  if (shape.isPattern()) {
    const std::string_view partition = partitionNameOf(second);
    diagnostics.push_back({DiagnosticCode::DuplicatePattern,
                           where,
                           {std::string(shape.name()), name.empty() ? "\"\"" : name,
                            std::string(partition.empty() ? "<None>" : partition), place},
                           {}});
  } else {
    diagnostics.push_back(
        {DiagnosticCode::DuplicateObject, where, {std::string(shape.name()), name, place}, {}});
  }
}

// Collects records and finds the one that a new one belongs to.
class Merger {
 public:
  Merger(std::size_t records, Diagnostics& diagnostics) : diagnostics_(diagnostics) {
    merged_.reserve(records);
    byKey_.reserve(records);
  }

  void add(Record&& record) {
    const std::string uuid =
        record.uuid.empty() ? "" : std::string(record.shape->name()) + bareUuid(record.uuid);
    // A list of another page may name an object without its key; then only the uuid tells which it is.
    const auto key = keyOf(record);
    if (!uuid.empty()) {
      if (const auto same = byUuid_.find(uuid); same != byUuid_.end())
        return combine(merged_[same->second], record);
    }
    if (key) {
      const auto [same, isNew] = byKey_.try_emplace(*key, merged_.size());
      if (!isNew) return combineByKey(same->second, uuid, record);
    }
    if (!uuid.empty()) byUuid_.emplace(uuid, merged_.size());
    merged_.push_back(std::move(record));
  }

  std::vector<Record> take() { return std::move(merged_); }

 private:
  void combineByKey(std::size_t index, const std::string& uuid, Record& record) {
    Record& first = merged_[index];
    const bool bothByHand = first.origin == Origin::HandWritten && record.origin == Origin::HandWritten;
    const bool twoIds = !first.uuid.empty() && !uuid.empty();
    if (!uuid.empty()) byUuid_.emplace(uuid, index);
    if (!bothByHand && !twoIds) return combine(first, record);
    reportDuplicate(first, record, diagnostics_);
    fillIn(first, record);
  }

  // Two accounts of one object: see the law in the header.
  void combine(Record& first, Record& second) {
    const bool secondWins = weightOf(second.origin) >= weightOf(first.origin);
    for (Field& field : second.items) {
      const auto same = std::find_if(first.items.begin(), first.items.end(),
                                     [&](const Field& other) { return other.name == field.name; });
      if (same == first.items.end()) {
        first.items.push_back(field);
      } else if (same->text != field.text) {
        reconcile(first, second, *same, field, secondWins);
      }
    }
    takeMembers(first, second, secondWins);
    if (first.uuid.empty()) first.uuid = second.uuid;
    if (isPoor(first.origin) && secondWins) first.origin = second.origin;
  }

  // All members of a group come from one account.
  static void takeMembers(Record& first, Record& second, bool secondWins) {
    std::vector<FieldName> groups;
    for (const Member& member : second.members) {
      if (std::find(groups.begin(), groups.end(), member.group) == groups.end())
        groups.push_back(member.group);
    }
    for (const FieldName group : groups) {
      const auto isOfGroup = [&](const Member& member) { return member.group == group; };
      const bool has = std::any_of(first.members.begin(), first.members.end(), isOfGroup);
      if (has && !secondWins) continue;
      std::erase_if(first.members, isOfGroup);
      for (Member& member : second.members) {
        if (isOfGroup(member)) first.members.push_back(std::move(member));
      }
    }
  }

  void reconcile(const Record& first, const Record& second, Field& kept, const Field& other,
                 bool secondWins) {
    const bool poorSaysNull =
        (kept.text.empty() && isPoor(first.origin)) || (other.text.empty() && isPoor(second.origin));
    const Field taken = secondWins ? other : kept;
    const Field dropped = secondWins ? kept : other;
    if (poorSaysNull) {
      if (kept.text.empty()) kept = other;
      return;
    }
    kept = taken;
    if (taken.name == "description") return;
    diagnostics_.push_back({DiagnosticCode::ConflictingValue,
                            taken.where(),
                            {second.title(), std::string(taken.name), std::string(taken.text),
                             std::string(dropped.text), placeOf(dropped.where())},
                            {}});
  }

  static void fillIn(Record& first, Record& second) {
    for (const Field& field : second.items) {
      if (!first.find(field.name)) first.items.push_back(field);
    }
    takeMembers(first, second, false);
  }

  Diagnostics& diagnostics_;
  std::vector<Record> merged_;
  std::unordered_map<std::string, std::size_t> byUuid_;
  std::unordered_map<RecordKey, std::size_t, RecordKeyHash> byKey_;
};

}  // namespace

std::vector<Record> mergeRecords(std::vector<Record> records, Diagnostics& diagnostics) {
  Merger merger(records.size(), diagnostics);
  for (Record& record : records) merger.add(std::move(record));
  return merger.take();
}

void reportDuplicates(const Records& records, Diagnostics& diagnostics) {
  std::unordered_map<RecordKey, const Record*, RecordKeyHash> first;
  for (const auto& record : records) {
    const auto key = keyOf(*record);
    if (!key) continue;
    const auto [known, added] = first.emplace(*key, record.get());
    if (!added) reportDuplicate(*known->second, *record, diagnostics);
  }
}

}  // namespace dialscope::import
