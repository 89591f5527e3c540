#include "engine/import/read_sql.h"

#include "engine/import/destinations.h"
#include "engine/import/join_tables.h"
#include "engine/import/sql_words.h"
#include "engine/import/usages.h"
#include "engine/import/values.h"
#include "engine/pattern/pattern.h"
#include "engine/plan/mask.h"
#include "engine/plan/plan.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace dialscope::import {
namespace {

struct ImpliedUsage {
  std::string_view column;
  std::string_view usage;
};

// Names of columns that say what the patterns are.
constexpr std::array<ImpliedUsage, 7> kImpliedUsages{{{"routepattern", "Route"},
                                                      {"translationpattern", "Translation"},
                                                      {"huntpilot", "Hunt Pilot"},
                                                      {"directorynumber", "Device"},
                                                      {"dn", "Device"},
                                                      {"routelist", "Route"},
                                                      {"huntlist", "Hunt Pilot"}}};

struct NeverSaid {
  std::string_view object;
  std::string_view what;
};

// What stands in no table that is read.
constexpr std::array<NeverSaid, 4> kNeverSaid{
    {{"huntPilot", "forwards and queues of hunt pilots"},
     {"callPickupGroup", "names and members of pickup groups"},
     {"sipTrunk", "significant digits, prefixes and destinations of trunks"},
     {"h323Gateway", "significant digits and prefixes of gateways"}}};

constexpr std::string_view kAlternateNumber = "Alternate Number";
constexpr std::string_view kRoutePlan = "routePlan";
constexpr std::string_view kGlobalNumberE164 = "200";

std::string_view withoutBlanksInFront(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(' '), text.size()));
}

class SqlReader {
 public:
  SqlReader(RecordSet& set, Diagnostics& diagnostics)
      : set_(set),
        diagnostics_(diagnostics),
        tables_(set.tables, set.records, diagnostics) {}

  void read() {
    for (const BoundTable& bound : tables_.bound()) {
      for (std::size_t i = 0; i < bound.table->rowCount(); ++i) readRow({&bound, i});
      reportUnsaid(bound);
    }
    addOtherAlternateNumbers();
    tables_.reportDoubts();
  }

 private:
  void readRow(const Row& row) {
    switch (row.bound->shape->rows) {
    case SqlRows::Names: return;
    case SqlRows::Objects: return addObject(row, row.bound->shape->object);
    case SqlRows::RouteGroups:
      return addObject(row,
                       booleanOf(row.text("islocal")).value_or(false) ? "localRouteGroup" : "routeGroup");
    case SqlRows::Patterns: return addPattern(row);
    case SqlRows::Devices: return addObject(row, deviceObjectOf(row.text("class")));
    case SqlRows::Forwards: return addForward(row);
    case SqlRows::AlternateNumbers: return addMaskOfLine(row);
    case SqlRows::Members: return addToGroup(row);
    case SqlRows::ListMembers: return addToList(row);
    case SqlRows::DeviceLines: return addDeviceLine(row);
    }
  }

  // Objects

  Record& newRecord(std::string_view object, const Row& row) {
    Record& record = set_.add({});
    record.shape = findShape(object);
    record.origin = Origin::Get;
    record.source = row.bound->table->source;
    record.offset = row.cell(0).offset;
    const SqlRows rows = row.bound->shape->rows;
    const bool says = rows == SqlRows::Patterns || rows == SqlRows::Devices;
    if (says && object != kRoutePlan) ++objectsOf_[{row.bound, object}];
    return record;
  }

  void addObject(const Row& row, std::string_view object) {
    if (object.empty() || row.text(row.bound->shape->key).empty()) return;
    Record& record = newRecord(object, row);
    record.uuid = row.id();
    addColumns(row, record, record);
  }

  /// What the row says of `target`: the record itself, or a member of `group`.
  void addColumns(const Row& row, const Record& record, Fields& target, std::string_view group = {}) {
    for (const BoundColumn& column : row.bound->columns) {
      if (column.meaning->value == SqlValue::Control || isOfMember(column, *row.bound) == group.empty())
        continue;
      const FieldRole role = record.shape->roleOf(column.meaning->path);
      if (role.role != Role::Field || target.find(role.name)) continue;
      if (const auto text = tables_.textOf(row, column))
        addField(column.meaning->path, *text, *row.find(column).cell, record, target);
    }
  }

  static bool isOfMember(const BoundColumn& column, const BoundTable& bound) {
    const std::string_view group = bound.shape->group;
    const std::string_view path = column.meaning->path;
    return !group.empty() && path.starts_with(group) && path.substr(group.size()).starts_with('/');
  }

  static void addField(std::string_view path, std::string_view text, const SqlCell& cell,
                       const Record& record, Fields& target) {
    const FieldRole role = record.shape->roleOf(path);
    if (role.role != Role::Field) return;
    const bool verbatim = record.shape->isPattern() && role.name == record.shape->key();
    target.add({role.name, verbatim ? text : withoutBlanksInFront(text), record.source, cell.offset});
  }

  // Patterns

  void addPattern(const Row& row) {
    const SqlCell& text = *row.find("pattern").cell;
    // An outer join has rows without a pattern; the empty text is one, of a translation pattern.
    if (text.isNull || (text.text.empty() && hasNoUsage(row))) return;
    const Usage* usage = usageOf(row);
    if (!usage) return;
    if (usage->word == kAlternateNumber) {
      alternates_.emplace(numberIn(text), row);
      return;
    }
    if (usage->element == kRoutePlan) return addLearned(row, *usage, text);
    if (usage->element.empty()) {
      Stray& stray = set_.strayObjects[{Origin::Get, std::string(usage->word)}];
      if (stray.count++ == 0) stray.where = row.where(text);
      return;
    }
    addPatternAs(row, *usage, text);
  }

  // As a row of the route plan report would show it.
  void addLearned(const Row& row, const Usage& usage, const SqlCell& text) {
    Record& record = newRecord(kRoutePlan, row);
    record.origin = Origin::RoutePlan;
    record.uuid = row.id();
    addField("dnOrPattern", text.text, text, record, record);
    addField("type", usage.word, text, record, record);
    if (const BoundColumn* column = row.bound->find("routePartitionName")) {
      if (const auto partition = tables_.textOf(row, *column))
        addField("partition", *partition, *row.find(*column).cell, record, record);
    }
  }

  void addPatternAs(const Row& row, const Usage& usage, const SqlCell& text) {
    Record& record = newRecord(usage.element, row);
    record.origin = saysDestination(row) ? Origin::Get : Origin::Columns;
    record.uuid = row.id();
    addField(record.shape->key(), text.text, text, record, record);
    addColumns(row, record, record);
    const FoundCell destination = row.find("destination");
    if (!destination.cell || destination.cell->text.empty()) return;
    if (usage.element != "routePattern" && usage.element != "huntPilot") return;
    addDestination(row, destination, destination.cell->text, record);
    if (usage.element == "routePattern") addMemberOfDestination(row, *destination.cell);
  }

  bool saysDestination(const Row& row) const {
    return row.bound->find("destination") || tables_.has("devicenumplanmap");
  }

  static bool hasNoUsage(const Row& row) {
    const BoundColumn* column = row.bound->find("usage");
    return column && row.find(*column).cell->text.empty();
  }

  const Usage* usageOf(const Row& row) {
    const BoundColumn* column = row.bound->find("usage");
    if (!column) return impliedUsageOf(*row.bound);
    const SqlCell& cell = *row.find(*column).cell;
    const auto word = wordOf(SqlValue::PatternUsage, cell.text);
    const Usage* usage = word ? findUsage(*word) : nullptr;
    if (!usage) {
      report(DiagnosticCode::UnknownUsage, row.where(cell),
             {fmt::format("{} {}", row.bound->shape->table, row.find("pattern").cell->text),
              std::string(cell.text)});
    }
    return usage;
  }

  // Without its column the statement may tell, or the name of another.
  const Usage* impliedUsageOf(const BoundTable& bound) {
    if (bound.usageHint) {
      const auto word = wordOf(SqlValue::PatternUsage, std::to_string(*bound.usageHint));
      if (word) return findUsage(*word);
    }
    for (const ImpliedUsage& one : kImpliedUsages) {
      if (bound.table->find(one.column)) return findUsage(one.usage);
    }
    if (withoutUsage_.insert(&bound).second)
      report(DiagnosticCode::PatternKindUnsaid, bound.table->where(),
             {std::to_string(bound.table->rowCount())});
    return findUsage("Route");
  }

  // What the column is called or the device's class may say what the name is; else it is settled when all is read.
  void addDestination(const Row& row, const FoundCell& found, std::string_view name, Record& record) {
    if (name.empty()) return;
    if (record.shape->object() == Object::HuntPilot)
      return addField("huntListName", name, *found.cell, record, record);
    const std::string_view column = row.bound->table->columns[found.column].name;
    const auto device = tables_.rowOf(found.cell->text);
    const ObjectShape* shape = device ? findShape(deviceObjectOf(device->text("class"))) : nullptr;
    FieldName field(kOpenDestination);
    if (column.starts_with("route") || (device && device->find("class").cell && !shape)) {
      field = FieldName("destination/routeListName");
    } else if (shape) {
      field = FieldName("destination/gatewayName");
    }
    record.add({field, name, record.source, found.cell->offset});
  }

  // A pattern joined with the members of its route list: one row for each member.
  void addMemberOfDestination(const Row& row, const SqlCell& list) {
    const FoundCell group = row.find("routegroup");
    if (!group.cell || group.cell->text.empty()) return;
    const FoundCell order = row.find("order");
    const std::string_view orderText = order.cell ? order.cell->text : std::string_view();
    const std::size_t owner = ownerOf(row, "routeList", list.text, {}, list);
    // Other patterns may lead to the same list.
    if (!membersSeen_.insert(fmt::format("{}\n{}\n{}", owner, group.cell->text, orderText)).second) return;
    Fields& member = newMember(owner, "members/member");
    const Record& record = *set_.records[owner];
    addField("members/member/routeGroupName", group.cell->text, *group.cell, record, member);
    if (order.cell) addField("members/member/selectionOrder", orderText, *order.cell, record, member);
  }

  // What `callforwarddynamic` has for every number; a record of the line's id joins the line when records are merged.
  void addForward(const Row& row) {
    const FoundCell id = row.find("line");
    const auto line = tables_.rowOf(row, id);
    if (!line || objectOf(*line) != "line") return;
    Record& record = newRecord("line", row);
    record.uuid = id.cell->text;
    addColumns(row, record, record);
  }

  // Alternate numbers

  // The number of a pattern that is one; empty for others.
  static std::string numberIn(const SqlCell& text) {
    Diagnostics ignored;
    const auto pattern = pattern::parsePattern(text.text, {}, ignored);
    return pattern ? plan::numberOf(*pattern) : std::string();
  }

  // AXL tells a line's alternate numbers by their masks; the database has the masks, and among the patterns a row for each
  // number that is one of the partition's entries.
  void addMaskOfLine(const Row& row) {
    const FoundCell id = row.find("line");
    const auto line = tables_.rowOf(row, id);
    if (!line || objectOf(*line) != "line") return;
    const FoundCell maskCell = row.find("mask");
    std::string mask(maskCell.cell->text);
    std::erase(mask, '\\');
    const std::string number =
        plan::applyMask(numberIn(*line->find("pattern").cell), mask, plan::MaskShortfall::Shrink);
    const std::string of = row.text("class") == kGlobalNumberE164 ? "e164AltNum" : "enterpriseAltNum";
    Record& record = newRecord("line", row);
    record.uuid = id.cell->text;
    addField(of + "/numMask", maskCell.cell->text, *maskCell.cell, record, record);
    const auto entry = number.empty() ? alternates_.end() : alternates_.find(number);
    if (entry == alternates_.end()) return;
    const auto copy = [&](std::string_view path, const std::string& field) {
      const BoundColumn* column = entry->second.bound->find(path);
      if (!column) return;
      if (const auto text = tables_.textOf(entry->second, *column))
        addField(of + field, *text, *entry->second.find(*column).cell, record, record);
    };
    addField(of + "/addLocalRoutePartition", "true", *maskCell.cell, record, record);
    copy("routePartitionName", "/routePartition");
    copy("patternUrgency", "/isUrgent");
    alternates_.erase(entry);
  }

  // Those whose line no table tells are entries of their own.
  void addOtherAlternateNumbers() {
    if (alternates_.empty()) return;
    const BoundTable& bound = *alternates_.begin()->second.bound;
    report(DiagnosticCode::AlternateLinesUnsaid, bound.table->where(),
           {std::string(bound.shape->table), std::to_string(alternates_.size())});
    for (const auto& [number, row] : alternates_)
      addPatternAs(row, *findUsage(kAlternateNumber), *row.find("pattern").cell);
  }

  /// AXL's word for a row of numplan; empty for other rows.
  std::string_view objectOf(const Row& row) {
    const Usage* usage = row.bound->shape->rows == SqlRows::Patterns ? usageOf(row) : nullptr;
    return usage ? usage->element : std::string_view();
  }

  // Members

  Fields& newMember(std::size_t owner, std::string_view group) {
    Record& record = *set_.records[owner];
    Member& member = record.members.emplace_back();
    member.group = record.shape->roleOf(group).name;
    return member;
  }

  // The record that rows of this table with the same owner are members of.
  std::size_t ownerOf(const Row& row, std::string_view object, std::string_view name, std::string_view id,
                      const SqlCell& cell) {
    const auto table = row.bound - tables_.bound().data();
    const auto key = fmt::format("{}\n{}\n{}", table, object, id.empty() ? name : id);
    const auto [found, isNew] = owners_.try_emplace(key, set_.records.size());
    if (isNew) {
      Record& record = newRecord(object, row);
      record.uuid = id;
      addField(record.shape->key(), name, cell, record, record);
    }
    return found->second;
  }

  /// A member of the object that the row's owner column names, filled with the row's columns; nothing without one.
  std::optional<std::size_t> addMember(const Row& row, std::string_view object, std::string_view group) {
    const BoundColumn* column = row.bound->find("owner");
    if (!column || object.empty()) return std::nullopt;
    const FoundCell owner = row.find(*column);
    const auto name = tables_.textOf(row, *column);
    if (!name || name->empty()) return std::nullopt;
    const std::string_view id = row.isId(owner) ? owner.cell->text : std::string_view();
    const std::size_t index = ownerOf(row, object, *name, id, *owner.cell);
    Record& record = *set_.records[index];
    addColumns(row, record, record);
    addColumns(row, record, newMember(index, group), group);
    return index;
  }

  void addToGroup(const Row& row) {
    const TableShape& shape = *row.bound->shape;
    const auto owner = addMember(row, shape.object, shape.group);
    if (owner && row.find("line").cell) addLine(row, *owner, "members/member/directoryNumber");
  }

  // The number that a row's `fknumplan` stands for, to the member added last.
  std::optional<Row> addLine(const Row& row, std::size_t owner, const std::string& path) {
    const Record& record = *set_.records[owner];
    Fields& member = set_.records[owner]->members.back();
    const FoundCell id = row.find("line");
    const auto line = tables_.rowOf(row, id);
    if (line) {
      addField(path + "/pattern", line->text("pattern"), *id.cell, record, member);
      if (const BoundColumn* partition = line->bound->find("routePartitionName")) {
        if (const auto name = tables_.textOf(*line, *partition))
          addField(path + "/routePartitionName", *name, *id.cell, record, member);
      }
    }
    addField(path + "/@uuid", id.cell->text, *id.cell, record, member);
    return line;
  }

  void addToList(const Row& row) {
    const bool ofHuntList = !row.text("members/member/lineGroupName").empty();
    const auto list = addMember(row, ofHuntList ? "huntList" : "routeList", row.bound->shape->group);
    if (list) addWhetherEnabled(row, *set_.records[*list]);
    const FoundCell isLocal = row.find("islocal");
    const BoundColumn* group = row.bound->find("members/member/routeGroupName");
    if (!isLocal.cell || !group) return;
    const auto name = tables_.textOf(row, *group);
    if (name && !name->empty())
      ownerOf(row, booleanOf(isLocal.cell->text).value_or(false) ? "localRouteGroup" : "routeGroup", *name,
              {}, *row.find(*group).cell);
  }

  // A list is a device, too, and its row says whether it is in use.
  void addWhetherEnabled(const Row& row, Record& list) {
    const auto device = tables_.rowOf(row.find("owner").cell->text);
    const FoundCell enabled = device ? device->find("enabled") : FoundCell();
    if (!enabled.cell || enabled.cell->text.empty() || list.find("routeListEnabled")) return;
    addField("routeListEnabled", booleanOf(enabled.cell->text).value_or(false) ? "true" : "false",
             *enabled.cell, list, list);
  }

  // A button of a phone; for a pattern its destination.
  void addDeviceLine(const Row& row) {
    const FoundCell id = row.find("line");
    if (!id.cell) {
      addMember(row, "phone", row.bound->shape->group);
      return;
    }
    const BoundColumn& device = *row.bound->find("owner");
    const FoundCell owner = row.find(device);
    const auto line = tables_.rowOf(row, id);
    const std::string_view object = line ? objectOf(*line) : std::string_view();
    if (object == "routePattern" || object == "huntPilot") {
      Record& record = newRecord(object, row);
      record.uuid = id.cell->text;
      if (const auto name = tables_.textOf(row, device)) addDestination(row, owner, *name, record);
      return;
    }
    const auto deviceRow = tables_.rowOf(owner.cell->text);
    const auto index = addMember(row, deviceRow ? deviceObjectOf(deviceRow->text("class")) : "phone",
                                 row.bound->shape->group);
    if (index) addLine(row, *index, "lines/line/dirn");
  }

  // What the rows of a table leave open.
  void reportUnsaid(const BoundTable& bound) {
    if (bound.table->rowCount() == 0 || playsNoPart(bound)) return;
    std::string words;
    for (const SqlColumn& column : bound.shape->columns) {
      if (column.unsaid.empty() || bound.find(column.path)) continue;
      if (column.path == "destination" && saysDestination({&bound, 0})) continue;
      words.append(words.empty() ? "" : ", ").append(column.unsaid);
    }
    if (!words.empty()) reportUnsaid(bound, words, bound.table->rowCount());
    for (const NeverSaid& one : kNeverSaid) {
      const auto found = objectsOf_.find({&bound, one.object});
      if (found != objectsOf_.end()) reportUnsaid(bound, std::string(one.what), found->second);
    }
  }

  // Patterns of which none is one of the plan's.
  bool playsNoPart(const BoundTable& bound) const {
    const auto first = objectsOf_.lower_bound({&bound, {}});
    return bound.shape->rows == SqlRows::Patterns &&
           (first == objectsOf_.end() || first->first.first != &bound);
  }

  void reportUnsaid(const BoundTable& bound, std::string what, std::size_t rows) {
    report(DiagnosticCode::TableSaysLess, bound.table->where(),
           {std::string(bound.shape->table), std::move(what), std::to_string(rows)});
  }

  void report(DiagnosticCode code, SourcePosition where, std::vector<std::string> arguments) {
    diagnostics_.push_back({code, where, std::move(arguments), {}});
  }

  RecordSet& set_;
  Diagnostics& diagnostics_;
  JoinedTables tables_;
  std::unordered_set<const BoundTable*> withoutUsage_;
  std::map<std::pair<const BoundTable*, std::string_view>, std::size_t>
      objectsOf_;  // records of a table, by object
  std::multimap<std::string, Row>
      alternates_;  // rows of alternate numbers, until one of a line is found to be theirs
  std::unordered_map<std::string, std::size_t> owners_;  // indexes of records
  std::unordered_set<std::string> membersSeen_;
};

}  // namespace

void readSqlTables(RecordSet& set, Diagnostics& diagnostics) {
  if (!set.tables.empty()) SqlReader(set, diagnostics).read();
}

}  // namespace dialscope::import
