#include "engine/import/record.h"

#include "engine/base/ascii.h"
#include "engine/import/usages.h"

#include <fmt/format.h>

#include <algorithm>

namespace dialscope::import {
namespace {

using plan::EntryKind;

EntryKind entryKindOf(Object object) {
  switch (object) {
  case Object::TransPattern: return EntryKind::Translation;
  case Object::HuntPilot: return EntryKind::HuntPilot;
  case Object::Line: return EntryKind::DirectoryNumber;
  case Object::CallPark: return EntryKind::CallPark;
  case Object::DirectedCallPark: return EntryKind::DirectedCallPark;
  case Object::CallPickupGroup: return EntryKind::Pickup;
  case Object::MeetMe: return EntryKind::MeetMe;
  case Object::ConferenceNow: return EntryKind::ConferenceNow;
  case Object::MessageWaiting: return EntryKind::MessageWaiting;
  case Object::Mobility: return EntryKind::Mobility;
  case Object::CalledPartyTransformationPattern: return EntryKind::CalledPartyTransformation;
  case Object::CallingPartyTransformationPattern: return EntryKind::CallingPartyTransformation;
  default: return EntryKind::Route;
  }
}

}  // namespace

void Fields::put(const Field& field) {
  const auto same = std::find_if(items_.begin(), items_.end(),
                                 [&](const Field& other) { return other.name == field.name; });
  if (same == items_.end()) return add(field);
  *same = field;
  note(field);
}

std::string Record::title() const {
  const std::string_view name = text(shape->key());
  return shape->isPattern() && !name.empty() ? fmt::format("{} {}", shape->name(), name)
                                             : fmt::format("{} \"{}\"", shape->name(), name);
}

std::string bareUuid(std::string_view uuid) {
  if (uuid.starts_with('{') && uuid.ends_with('}')) uuid = uuid.substr(1, uuid.size() - 2);
  return lowerCase(uuid);
}

EntryKind entryKindOf(const Record& record) {
  const std::string_view word = record.text("usage"_field);
  const Usage* usage = word.empty() ? nullptr : findUsage(word);
  return usage && usage->kind ? *usage->kind : entryKindOf(record.shape->object());
}

bool isEntry(Object object) {
  return object == Object::RoutePattern || entryKindOf(object) != EntryKind::Route;
}

std::optional<RecordKey> keyOf(const Record& record) {
  constexpr std::uint32_t kEntryKinds = 1000;  // the kinds that are shapes come behind
  const ObjectShape& shape = *record.shape;
  const Field* name = record.find(shape.key());
  if (!name) return std::nullopt;
  RecordKey key;
  // Patterns of one usage are one kind, whatever their element is called.
  key.kind = isEntry(shape.object()) ? static_cast<std::uint32_t>(entryKindOf(record))
                                     : kEntryKinds + static_cast<std::uint32_t>(&shape - shapes().data());
  key.name = name->text;
  if (shape.isPattern()) key.scope = partitionNameOf(record);
  if (shape.object() == Object::ServiceParameter) {
    key.scope = record.text("processNodeName"_field);
    key.service = record.text("service"_field);
  }
  return key;
}

std::optional<Record> fromRoutePlan(const Record& row) {
  const Usage* usage = findUsage(row.text("type"_field));
  const ObjectShape* shape = usage ? findShape(usage->element) : nullptr;
  if (!shape) return std::nullopt;
  Record record = row;
  record.shape = shape;
  record.origin = Origin::RoutePlan;
  if (shape->object() == Object::RoutePlan) return record;
  record.transform([&](Field field) {
    if (field.name == row.shape->key()) field.name = shape->key();
    if (field.name == "partition") field.name = "routePartitionName"_field;
    if (field.name == "type") {
      field.name = "usage"_field;
      field.text = usage->word;
    }
    return field;
  });
  // The element says it already, but for the few usages that share one.
  if (!usage->kind) record.eraseIf([](const Field& field) { return field.name == "usage"_field; });
  return record;
}

bool isNullName(std::string_view text) { return text.empty() || text == plan::kNoneName || text == "NULL"; }

std::string_view partitionNameOf(const Fields& fields, FieldName name) {
  const std::string_view partition = fields.text(name);
  return isNullName(partition) ? std::string_view() : partition;
}

std::string_view partitionNameOf(const Record& record) {
  const bool isRow = record.shape->object() == Object::RoutePlan;
  return partitionNameOf(record, isRow ? "partition"_field : "routePartitionName"_field);
}

}  // namespace dialscope::import
