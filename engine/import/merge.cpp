#include "engine/import/merge.h"

#include "engine/base/key_index.h"

#include <fmt/format.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dialscope::import {
namespace {

// How much a record says of its object.
int weightOf(Origin origin) {
  if (origin == Origin::RoutePlan) return 0;
  return origin == Origin::List || origin == Origin::Columns ? 1 : 2;
}

void reportDuplicate(const Record& first, const Record& second, Diagnostics& diagnostics) {
  const ObjectShape& shape = *second.shape;
  const std::string place = placeText(first.find(shape.key())->where());
  const SourcePosition where = second.find(shape.key())->where();
  std::string name(second.text(shape.key()));
  if (shape.isPattern()) {
    const std::string_view partition = partitionNameOf(second);
    diagnostics.push_back({DiagnosticCode::DuplicatePattern,
                           where,
                           {std::string(shape.name()), name.empty() ? "\"\"" : name,
                            std::string(plan::shownPartition(partition)), place},
                           {}});
  } else {
    diagnostics.push_back(
        {DiagnosticCode::DuplicateObject, where, {std::string(shape.name()), name, place}, {}});
  }
}

// Nothing where the record does not name its object: nobody may be compared with all that name none.
std::optional<std::size_t> keyHashOf(const Record& record) {
  const auto key = keyOf(record);
  return key ? std::optional(RecordKeyHash()(*key)) : std::nullopt;
}

bool isOpenDestination(const Field& field) {
  static const FieldName open(kOpenDestination);
  return field.name == open;
}

// Where a pattern leads is one value, whichever field has it: a gateway, a route list, or what may be either.
bool isDestination(const Field& field) {
  return field.name == "destination/gatewayName"_field || field.name == "destination/routeListName"_field ||
         isOpenDestination(field);
}

// Nothing where one of the two does not say where the pattern leads.
std::optional<std::pair<Field, Field>> destinationsOf(const Record& one, const Record& other) {
  const auto saidBy = [](const Record& record) -> std::optional<Field> {
    for (const Field& field : record) {
      if (isDestination(field) && !isNullName(field.text)) return field;
    }
    return std::nullopt;
  };
  if (one.shape->object() != Object::RoutePattern) return std::nullopt;
  const auto first = saidBy(one);
  const auto second = first ? saidBy(other) : std::nullopt;
  return second ? std::optional(std::pair(*first, *second)) : std::nullopt;
}

// Goes through the records and finds for each the earlier one that it belongs to.
class Merger {
 public:
  Merger(DraftRecords& records, Diagnostics& diagnostics)
      : records_(records),
        diagnostics_(diagnostics),
        byKey_(records.size()) {}

  /// Whether a record got its name on the way: then it may turn out to be one that stands there already.
  bool merge() {
    struct Identity {
      std::optional<std::size_t> hash;  // of its key
      bool hasUuid = false;
    };
    std::vector<Identity> identities(records_.size());
    oneapi::tbb::parallel_for(std::size_t{0}, records_.size(), [&](std::size_t i) {
      identities[i] = {keyHashOf(*records_[i]), !records_[i]->uuid.empty()};
    });
    for (std::size_t i = 0; i < records_.size(); ++i) {
      const auto [hash, hasUuid] = identities[i];
      const std::string uuid = hasUuid ? uuidOf(*records_[i]) : std::string();
      if (!combined(*records_[i], uuid, hash)) keep(i, uuid, hash);
    }
    records_.resize(kept_);
    return foundName_;
  }

 private:
  // A list of another page may name an object without its key; then only the uuid tells which it is.
  bool combined(Record& record, const std::string& uuid, std::optional<std::size_t> hash) {
    if (const auto same = byUuid_.find(uuid); !uuid.empty() && same != byUuid_.end()) {
      Record& first = *records_[same->second];
      const bool nameless = hash && !keyOf(first);
      combine(first, record);
      foundName_ = foundName_ || nameless;
      return true;
    }
    if (!hash) return false;
    const auto same = byKey_.find(*hash, [&](std::size_t i) { return keyOf(*records_[i]) == keyOf(record); });
    if (same) combineByKey(*same, uuid, record);
    return same.has_value();
  }

  void keep(std::size_t record, const std::string& uuid, std::optional<std::size_t> hash) {
    byKey_.add(hash.value_or(0));
    if (!uuid.empty()) byUuid_.emplace(uuid, kept_);
    std::swap(records_[kept_++], records_[record]);
  }

  // Ids are those of objects of one kind.
  static std::string uuidOf(const Record& record) {
    return std::string(record.shape->name()) + bareUuid(record.uuid);
  }

  void combineByKey(std::size_t index, const std::string& uuid, Record& record) {
    Record& first = *records_[index];
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
    if (const auto both = destinationsOf(first, second)) {
      const auto& [one, other] = *both;
      Field taken = secondWins ? other : one;
      if (one.text != other.text) {
        taken = reconciled(first, second, one, other, secondWins);
      } else if (isOpenDestination(taken)) {
        taken = secondWins ? one : other;
      }
      first.eraseIf(isDestination);
      second.eraseIf(isDestination);
      first.add(taken);
    }
    for (const Field& field : second) {
      const Field* same = first.find(field.name);
      if (!same) {
        first.add(field);
      } else if (same->text != field.text) {
        first.put(reconciled(first, second, *same, field, secondWins));
      }
    }
    takeMembers(first, second, secondWins);
    if (first.uuid.empty()) first.uuid = second.uuid;
    if (!isWhole(first.origin) && secondWins) first.origin = second.origin;
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

  // What two texts of one field become.
  Field reconciled(const Record& first, const Record& second, const Field& one, const Field& other,
                   bool secondWins) {
    const bool poorSaysNull =
        (one.text.empty() && !isWhole(first.origin)) || (other.text.empty() && !isWhole(second.origin));
    if (poorSaysNull) return one.text.empty() ? other : one;
    const Field& taken = secondWins ? other : one;
    const Field& dropped = secondWins ? one : other;
    if (taken.name == "description"_field) return taken;
    diagnostics_.push_back({DiagnosticCode::ConflictingValue,
                            taken.where(),
                            {second.title(), std::string(taken.name), std::string(taken.text),
                             std::string(dropped.text), placeText(dropped.where())},
                            {}});
    return taken;
  }

  static void fillIn(Record& first, Record& second) {
    if (destinationsOf(first, second)) second.eraseIf(isDestination);
    for (const Field& field : second) {
      if (!first.find(field.name)) first.add(field);
    }
    takeMembers(first, second, false);
  }

  DraftRecords& records_;  // the first `kept_` are merged
  Diagnostics& diagnostics_;
  std::size_t kept_ = 0;
  bool foundName_ = false;
  std::unordered_map<std::string, std::size_t> byUuid_;
  KeyIndex byKey_;
};

}  // namespace

void mergeRecords(DraftRecords& records, Diagnostics& diagnostics) {
  while (Merger(records, diagnostics).merge()) {
  }
}

void reportDuplicates(const Records& records, Diagnostics& diagnostics) {
  KeyIndex byKey(records.size());
  for (const auto& record : records) {
    const auto hash = keyHashOf(*record);
    const auto isSame = [&](std::size_t i) { return keyOf(*records[i]) == keyOf(*record); };
    const auto first = hash ? byKey.find(*hash, isSame) : std::nullopt;
    byKey.add(hash.value_or(0));
    if (first) reportDuplicate(*records[*first], *record, diagnostics);
  }
}

}  // namespace dialscope::import
