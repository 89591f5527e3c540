#include "engine/import/write_bat.h"

#include "engine/import/bat_columns.h"
#include "engine/import/csv.h"
#include "engine/import/members.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace dialscope::import {
namespace {

// No phone has more buttons; a plan may claim it.
constexpr std::size_t kMaxButton = 1'000;

constexpr std::string_view kSipTrunk = "SIP Trunk";
constexpr std::string_view kOtherTrunk = "Inter-Cluster Trunk (Non-Gatekeeper Controlled)";

std::string_view flagOf(std::string_view text) {
  if (text == "true") return "t";
  if (text == "false") return "f";
  return text;
}

// Lines by pattern and partition, for the phones that have them.
class Lines {
 public:
  explicit Lines(const Records& records) {
    for (const auto& record : records) {
      if (record->shape->object() == Object::Line)
        lines_.emplace(keyOf(record->text("pattern"), partitionNameOf(*record)), record.get());
    }
  }

  const Record* of(const Fields& appearance) const {
    const auto found = lines_.find(
        keyOf(appearance.text("dirn/pattern"), partitionNameOf(appearance, "dirn/routePartitionName"_field)));
    return found == lines_.end() ? nullptr : found->second;
  }

 private:
  static std::string keyOf(std::string_view pattern, std::string_view partition) {
    return std::string(pattern).append("\n").append(partition);
  }

  std::unordered_map<std::string, const Record*> lines_;
};

// A record and its members in the order of their numbers.
struct Row {
  const Record* record;
  std::vector<const Fields*> members;  // null: a button without a line
  std::vector<Fields> fromClause;      // those that only the clause of a search space names
};

Row rowOf(const Record& record, FieldName group, bool byButton) {
  Row row{&record, {}, {}};
  for (const Member* member : membersInOrder(record, group)) row.members.push_back(member);
  if (row.members.empty()) {
    // A search space may hold its members in one line only.
    for (const std::string_view name : clauseNames(record.text("clause"))) {
      Fields& member = row.fromClause.emplace_back();
      member.add({"routePartitionName"_field, name, record.source, record.offset});
    }
    for (const Fields& member : row.fromClause) row.members.push_back(&member);
  }
  if (!byButton) return row;
  std::vector<const Fields*> buttons;
  for (const Fields* member : row.members) {
    const std::size_t button = orderOf(*member).value_or(kMaxButton + 1);
    if (button > kMaxButton || button <= buttons.size()) return row;  // no buttons: in their order, then
    buttons.resize(button);
    buttons.back() = member;
  }
  row.members = std::move(buttons);
  return row;
}

// One file: rows are collected first, since the widest of them makes the header.
class FileWriter {
 public:
  FileWriter(const BatFile& file, const Lines& lines) : file_(file), lines_(lines) {
    const std::vector<BatColumn>& columns = file.columns;
    while (groupBegin_ < columns.size() &&
           (!columns[groupBegin_].repeats() || columns[groupBegin_].element.empty())) {
      ++groupBegin_;
    }
    groupEnd_ = groupBegin_;
    while (groupEnd_ < columns.size() && columns[groupEnd_].repeats()) ++groupEnd_;
    for (const BatColumn& column : columns) {
      const ObjectShape& shape = column.ofLine ? *findShape("line") : *file.shape;
      const FieldRole role = roleOfElement(shape, column.element);
      fields_.push_back(role.role == Role::Field ? role.name : FieldName());
      shapes_.push_back(&shape);
      if (column.isName()) group_ = groupOf(shape, column.element);
      byButton_ = byButton_ || column.kind == BatKind::Button;
      if (column.kind == BatKind::NameFromZero) firstNumber_ = 0;
    }
  }

  void add(const Record& record) {
    rows_.push_back(rowOf(record, group_, byButton_));
    width_ = std::max(width_, rows_.back().members.size());
  }

  bool empty() const { return rows_.empty(); }

  std::string text() const {
    std::string text;
    forEachCell([&](std::size_t column, std::size_t member) {
      std::string name(file_.columns[column].header);
      const std::size_t open = name.find('#');
      if (open != std::string::npos) name.replace(open, 1, std::to_string(firstNumber_ + member));
      addCell(text, name);
    });
    text.back() = '\n';
    for (const Row& row : rows_) {
      forEachCell(
          [&](std::size_t column, std::size_t member) { addCell(text, valueOf(row, column, member)); });
      text.back() = '\n';
    }
    return text;
  }

 private:
  // The columns of the group once for each member, the others once.
  template <class Use>
  void forEachCell(Use use) const {
    for (std::size_t column = 0; column < groupBegin_; ++column) use(column, 0);
    if (groupBegin_ < groupEnd_) {
      for (std::size_t member = 0; member < width_; ++member) {
        for (std::size_t column = groupBegin_; column < groupEnd_; ++column) use(column, member);
      }
    }
    for (std::size_t column = groupEnd_; column < file_.columns.size(); ++column) use(column, 0);
  }

  static void addCell(std::string& text, std::string_view value) {
    text.append(csvCell(value, ',')).append(",");
  }

  std::string valueOf(const Row& row, std::size_t column, std::size_t member) const {
    const bool inGroup = column >= groupBegin_ && column < groupEnd_;
    if (!inGroup) return valueIn(*row.record, row.record, column);
    const Fields* appearance = member < row.members.size() ? row.members[member] : nullptr;
    if (!appearance) return {};
    if (!file_.columns[column].ofLine) return valueIn(*row.record, appearance, column);
    return valueIn(*row.record, lines_.of(*appearance), column);
  }

  std::string valueIn(const Record& record, const Fields* fields, std::size_t index) const {
    const BatColumn& column = file_.columns[index];
    switch (column.kind) {
    case BatKind::Trunk: return std::string(record.shape->name() == "sipTrunk" ? kSipTrunk : kOtherTrunk);
    case BatKind::Destination:
      for (const std::string_view name :
           {std::string_view("destination/gatewayName"), std::string_view("destination/routeListName")}) {
        if (!isNullName(record.text(name))) return std::string(record.text(name));
      }
      break;
    case BatKind::Pilot:
      if (isNullName(record.text("voiceMailPilot/dirn"))) break;
      return fmt::format(
          "{}/{}", record.text("voiceMailPilot/dirn"),
          isNullName(record.text("voiceMailPilot/cssName")) ? "null" : record.text("voiceMailPilot/cssName"));
    default:
      if (!fields || fields_[index] == FieldName()) break;
      if (const std::string_view text = fields->text(fields_[index]); !isNullName(text))
        return std::string(flagOf(text));
      if (column.blank.empty()) return std::string(flagOf(shapes_[index]->defaultOf(fields_[index])));
    }
    return std::string(column.blank);
  }

  const BatFile& file_;
  const Lines& lines_;
  std::vector<FieldName> fields_;  // of each column: its name in a record or a member
  std::vector<const ObjectShape*> shapes_;
  FieldName group_;
  std::vector<Row> rows_;
  std::size_t groupBegin_ = 0;
  std::size_t groupEnd_ = 0;
  std::size_t width_ = 1;
  std::size_t firstNumber_ = 1;
  bool byButton_ = false;
};

bool holds(const BatFile& file, const Record& record) {
  const bool sameShape = file.shape == record.shape ||
                         (file.shape->object() == Object::Trunk && record.shape->object() == Object::Trunk);
  return sameShape && std::all_of(file.fixed.begin(), file.fixed.end(), [&](const BatFile::Fixed& fixed) {
           return record.text(roleOfElement(*file.shape, fixed.element).name) == fixed.text;
         });
}

// The file that an object belongs in: one for its kind alone, before one for all kinds.
std::optional<std::size_t> fileOf(const Record& record) {
  const std::vector<BatFile>& files = batFiles();
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (!holds(files[i], record)) continue;
    if (!found || (files[*found].fixed.empty() && !files[i].fixed.empty())) found = i;
  }
  return found;
}

// CUCM reads the release and the names; the moment and the address are nobody's.
std::string contentsOf(const std::vector<NamedText>& files) {
  std::string text =
      "Time : Jan 01, 1970 00:00:00 AM UTC\nIP Address : 0.0.0.0\nCCM : master-14.0.1.10000-20.i386\n";
  for (const NamedText& file : files)
    text += fmt::format("File : {}\n", file.name.substr(0, file.name.rfind('.')));
  return text;
}

}  // namespace

std::vector<NamedText> writeBat(const Records& records) {
  const Lines lines(records);
  std::vector<FileWriter> writers;
  for (const BatFile& file : batFiles()) writers.emplace_back(file, lines);
  for (const auto& record : records) {
    if (const auto file = fileOf(*record)) writers[*file].add(*record);
  }
  std::vector<NamedText> files;
  for (std::size_t i = 0; i < writers.size(); ++i) {
    if (!writers[i].empty()) files.push_back({fmt::format("{}.csv", batFiles()[i].name), writers[i].text()});
  }
  files.insert(files.begin(), {"header.txt", contentsOf(files)});
  return files;
}

}  // namespace dialscope::import
