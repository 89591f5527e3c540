#include "engine/import/merge.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

namespace dialscope::import {
namespace {

std::string keyOf(const Record& record) {
  const ObjectShape& shape = *record.shape;
  std::string key;
  if (shape.isPattern()) {
    key = isEntry(shape.object()) ? std::string(1, static_cast<char>(entryKindOf(record)))
                                  : std::string(shape.name());
    key.append("\n").append(record.text(shape.key())).append("\n").append(partitionNameOf(record));
  } else {
    key.append(shape.name()).append("\n").append(record.text("name"));
    if (shape.object() == Object::ServiceParameter) {
      key.append("\n").append(record.text("processNodeName")).append("\n").append(record.text("service"));
    }
  }
  return key;
}

// What leaves out half of an object gives way to what tells all of it.
bool isPoor(Origin origin) { return origin == Origin::List || origin == Origin::Report; }

std::string placeOf(const SourcePosition& where) {
  return fmt::format("{}:{}:{}", *where.file, where.line, where.column);
}

// Collects records and finds the one that a new one belongs to.
class Merger {
 public:
  explicit Merger(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void add(Record&& record) {
    // A list of another page may name an object without its key; then only the uuid tells which it is.
    const bool hasKey = record.find(record.shape->key()) != nullptr;
    const std::string uuid =
        record.uuid.empty() ? "" : std::string(record.shape->name()) + bareUuid(record.uuid);
    const std::string key = hasKey ? keyOf(record) : std::string();
    if (!uuid.empty()) {
      if (const auto same = byUuid_.find(uuid); same != byUuid_.end())
        return combine(merged_[same->second], record);
    }
    if (hasKey) {
      if (const auto same = byKey_.find(key); same != byKey_.end())
        return combineByKey(same->second, uuid, record);
      byKey_.emplace(key, merged_.size());
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
    reportDuplicate(first, record);
    fillIn(first, record);
  }

  // Two accounts of one object: see the law in the header.
  void combine(Record& first, Record& second) {
    const bool secondWins = !isPoor(second.origin) || isPoor(first.origin);
    for (Field& field : second.items) {
      const auto same = std::find_if(first.items.begin(), first.items.end(),
                                     [&](const Field& other) { return other.name == field.name; });
      if (same == first.items.end()) {
        first.items.push_back(field);
      } else if (same->text != field.text) {
        reconcile(first, second, *same, field, secondWins);
      }
    }
    if (first.members.empty() || (!second.members.empty() && secondWins))
      first.members = std::move(second.members);
    if (first.uuid.empty()) first.uuid = second.uuid;
    if (isPoor(first.origin)) first.origin = second.origin;
  }

  void reconcile(const Record& first, const Record& second, Field& kept, const Field& other,
                 bool secondWins) {
    const bool listSaysNull =
        (kept.text.empty() && isPoor(first.origin)) || (other.text.empty() && isPoor(second.origin));
    const Field taken = secondWins ? other : kept;
    const Field dropped = secondWins ? kept : other;
    if (listSaysNull) {
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
    if (first.members.empty()) first.members = std::move(second.members);
  }

  void reportDuplicate(const Record& first, const Record& second) {
    const ObjectShape& shape = *second.shape;
    const std::string place = placeOf(first.find(shape.key())->where());
    const SourcePosition where = second.find(shape.key())->where();
    std::string name(second.text(shape.key()));
    if (shape.isPattern()) {
      const std::string_view partition = partitionNameOf(second);
      diagnostics_.push_back({DiagnosticCode::DuplicatePattern,
                              where,
                              {std::string(shape.name()), name.empty() ? "\"\"" : name,
                               std::string(partition.empty() ? "<None>" : partition), place},
                              {}});
    } else {
      diagnostics_.push_back(
          {DiagnosticCode::DuplicateObject, where, {std::string(shape.name()), name, place}, {}});
    }
  }

  Diagnostics& diagnostics_;
  std::vector<Record> merged_;
  std::unordered_map<std::string, std::size_t> byUuid_;
  std::unordered_map<std::string, std::size_t> byKey_;
};

}  // namespace

std::vector<Record> mergeRecords(std::vector<Record> records, Diagnostics& diagnostics) {
  Merger merger(diagnostics);
  for (Record& record : records) merger.add(std::move(record));
  return merger.take();
}

}  // namespace dialscope::import
