#include "engine/import/read_bat.h"

#include "engine/import/bat_columns.h"
#include "engine/import/csv_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

namespace dialscope::import {
namespace {

constexpr std::size_t kMaxUnknown = 20;  // columns that are told one by one

// css.csv -> css
std::string_view stemOf(std::string_view path) {
  path = path.substr(path.rfind('/') + 1);
  return path.substr(0, path.rfind('.'));
}

std::optional<BatHeader> headerOf(const CsvTable& table, const SourceText& source) {
  std::vector<std::string_view> names;
  for (const CsvTable::Cell& cell : table.header()) names.push_back(cell.text);
  return recogniseBat(names, stemOf(*source.file()));
}

// A cell that becomes a field.
struct Slot {
  std::size_t cell;
  FieldName name;
  BatKind kind;
  bool again = false;  // an earlier slot has the same field; the one that is filled counts
};

// The columns of one number.
struct Group {
  std::string_view number;
  std::uint32_t numberOffset = 0;
  std::optional<std::size_t> name;  // the cell that says whether there is a member at all
  bool mayBeEmpty = false;          // with others behind it
  bool kept = false;                // by the shape
  FieldName index;                  // the field for the number, where the shape has one
  FieldName members;                // as in ObjectShape
  std::vector<Slot> slots;
  std::vector<Slot> line;
};

std::uint64_t valueOf(std::string_view number) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  return error == std::errc() ? value : ~std::uint64_t{0};
}

std::string_view flagText(std::string_view text) {
  if (text == "t" || text == "T") return "true";
  if (text == "f" || text == "F") return "false";
  return text;
}

bool isFlag(std::string_view text) { return text.size() == 1 && flagText(text).size() > 1; }

class BatReader {
 public:
  BatReader(SourceText& source, RecordSet& set, Diagnostics& diagnostics)
      : source_(source),
        set_(set),
        diagnostics_(diagnostics),
        table_(source, set.joined) {}

  bool read() {
    auto header = headerOf(table_, source_);
    if (!header) return false;
    header_ = std::move(*header);
    if (header_.rival) {
      report(DiagnosticCode::BatHeaderAmbiguous, 0,
             {std::string(header_.file->name), std::string(header_.rival->name)});
    }
    understandHeader();
    while (!set_.stop.stop_requested() && table_.next(diagnostics_)) readRow();
    return true;
  }

 private:
  void understandHeader() {
    std::map<std::uint64_t, Group> groups;
    std::size_t unknown = 0;
    for (std::size_t i = 0; i < header_.cells.size(); ++i) {
      const BatHeaderCell& cell = header_.cells[i];
      if (!cell.column) {
        if (++unknown <= kMaxUnknown) reportUnknown(i);
      } else if (cell.column->kind == BatKind::Trunk) {
        trunkType_ = i;
      } else if (!cell.column->repeats()) {
        add(i, *header_.file->shape, own_);
      } else if (!cell.column->element.empty()) {
        addToGroup(i, groups[valueOf(cell.number)]);
      }
    }
    if (unknown > kMaxUnknown) {
      report(DiagnosticCode::BatColumnUnknown, table_.header()[0].offset,
             {"...", std::string(header_.file->name), std::to_string(unknown - kMaxUnknown)});
    }
    for (auto& [number, group] : groups) {
      if (group.name) groups_.push_back(std::move(group));
    }
  }

  void reportUnknown(std::size_t cell) {
    const CsvTable::Cell& name = table_.header()[cell];
    report(DiagnosticCode::BatColumnUnknown, name.offset,
           {std::string(name.text), std::string(header_.file->name), "1"});
  }

  void addToGroup(std::size_t cell, Group& group) {
    const auto& [column, number] = header_.cells[cell];
    if (column->ofLine) return add(cell, *line_, group.line);
    if (column->isName()) {
      group.name = cell;
      group.mayBeEmpty = column->kind == BatKind::Button;
      group.number = number;
      group.numberOffset = table_.header()[cell].offset;
      group.kept = roleOfElement(*header_.file->shape, column->element).role == Role::Field;
      group.members = groupOf(*header_.file->shape, column->element);
      const FieldRole index =
          header_.file->shape->roleOf(fmt::format("{}/index", std::string_view(group.members)));
      if (index.role == Role::Field) group.index = index.name;
    }
    add(cell, *header_.file->shape, group.slots);
  }

  void add(std::size_t cell, const ObjectShape& shape, std::vector<Slot>& slots) {
    const BatColumn& column = *header_.cells[cell].column;
    if (column.element.empty()) return;
    const FieldRole role = roleOfElement(shape, column.element);
    const bool open = column.kind == BatKind::Destination;
    if (!open && role.role != Role::Field && column.kind != BatKind::Pilot) return;
    const FieldName name = open ? FieldName(kOpenDestination) : role.name;
    const bool again =
        std::any_of(slots.begin(), slots.end(), [&](const Slot& slot) { return slot.name == name; });
    slots.push_back({cell, name, column.kind, again});
  }

  void readRow() {
    Record record = newRecord(shapeOfRow());
    record.items.reserve(fieldsOfRow_);  // rows of a file are much alike
    addFields(own_, record, record);
    fieldsOfRow_ = record.items.size();
    for (const auto& [element, text] : header_.file->fixed) {
      const FieldRole role = roleOfElement(*record.shape, element);
      if (role.role == Role::Field && !record.find(role.name))
        addText(role.name, text, record.offset, record);
    }
    // A pattern may be the empty one; and what has no key at all is told later.
    if (const FieldName key = record.shape->key(); record.shape->isPattern() && !record.find(key)) {
      addText(key, {}, record.offset, record);
    }
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      if (!isNull(text(*groups_[i].name))) {
        addMember(groups_[i], record);
      } else if (!groups_[i].mayBeEmpty) {
        checkRest(i);
        break;
      }
    }
    set_.records.push_back(std::move(record));
  }

  Record newRecord(const ObjectShape* shape) const {
    Record record;
    record.shape = shape;
    record.origin = Origin::Get;
    record.source = &source_;
    record.offset = table_.offset();
    return record;
  }

  const ObjectShape* shapeOfRow() const {
    if (!trunkType_) return header_.file->shape;
    const std::string_view type = text(*trunkType_);
    return isNull(type) || type.find("SIP") != std::string_view::npos ? header_.file->shape
                                                                      : findShape("h323Trunk");
  }

  void addMember(const Group& group, Record& record) {
    if (group.kept) {
      Member& member = record.members.emplace_back();
      member.group = group.members;
      member.items.reserve(group.slots.size() + 1);
      if (group.index != FieldName()) addText(group.index, group.number, group.numberOffset, member);
      addFields(group.slots, record, member);
    }
    if (!group.line.empty()) addLine(group);
  }

  void addLine(const Group& group) {
    Record line = newRecord(line_);
    for (const Slot& slot : group.slots) {
      if (slot.name == "dirn/pattern") addCell(slot.cell, pattern_, line);
      if (slot.name == "dirn/routePartitionName") addCell(slot.cell, partition_, line);
    }
    addFields(group.line, line, line);
    set_.records.push_back(std::move(line));
  }

  // Behind the first blank one nothing counts, so nothing should stand there.
  void checkRest(std::size_t blank) {
    for (std::size_t i = blank + 1; i < groups_.size(); ++i) {
      const CsvTable::Cell cell = table_.cell(*groups_[i].name);
      if (isNull(cell.text)) continue;
      const auto nameOf = [&](const Group& group) { return std::string(table_.header()[*group.name].text); };
      report(DiagnosticCode::BatGroupGap, cell.offset, {nameOf(groups_[blank]), nameOf(groups_[i])});
      return;
    }
  }

  void addFields(const std::vector<Slot>& slots, Record& record, Fields& target) {
    for (const Slot& slot : slots) {
      const CsvTable::Cell cell = table_.cell(slot.cell);
      if (isNull(cell.text) || (slot.again && target.find(slot.name))) continue;
      switch (slot.kind) {
      case BatKind::Flag: append(slot.name, flagText(cell.text), cell.offset, target); break;
      case BatKind::Block: addBlock(cell, record); break;
      case BatKind::Pilot: addPilot(cell, record); break;
      default: append(slot.name, cell.text, cell.offset, target); break;
      }
    }
  }

  // Releases do not agree on which of two columns holds the flag and which the cause.
  void addBlock(const CsvTable::Cell& cell, Record& record) {
    if (isFlag(cell.text)) {
      std::erase_if(record.items, [](const Field& field) { return field.name == "blockEnable"; });
      addText(FieldName("blockEnable"), flagText(cell.text), cell.offset, record);
    } else {
      addText(FieldName("releaseClause"), cell.text, cell.offset, record);
    }
  }

  // `8000/Phones`, `null/null`
  void addPilot(const CsvTable::Cell& cell, Record& record) {
    const std::size_t slash = std::min(cell.text.find('/'), cell.text.size());
    const std::string_view number = cell.text.substr(0, slash);
    const std::string_view css = cell.text.substr(std::min(slash + 1, cell.text.size()));
    const auto addPart = [&](std::string_view element, std::string_view part, std::size_t skipped) {
      const FieldRole role = roleOfElement(*record.shape, element);
      if (role.role != Role::Field || isNull(part) || part == "null") return;
      addText(role.name, part, cell.offset + static_cast<std::uint32_t>(skipped), record);
    };
    addPart("voiceMailPilot/dirn", number, 0);
    addPart("voiceMailPilot/cssName", css, slash + 1);
  }

  void addCell(std::size_t index, FieldName name, Fields& target) {
    const CsvTable::Cell cell = table_.cell(index);
    if (!isNull(cell.text)) addText(name, cell.text, cell.offset, target);
  }

  void addText(FieldName name, std::string_view text, std::uint32_t offset, Fields& target) {
    if (!target.find(name)) append(name, text, offset, target);
  }

  // A field that `target` has not yet.
  void append(FieldName name, std::string_view text, std::uint32_t offset, Fields& target) {
    target.items.emplace_back(name, text, &source_, offset);
  }

  static bool isNull(std::string_view text) { return text.empty() || text == "NULL"; }
  std::string_view text(std::size_t cell) const { return table_.cell(cell).text; }

  void report(DiagnosticCode code, std::size_t offset, std::vector<std::string> arguments) {
    diagnostics_.push_back({code, source_.positionAt(offset), std::move(arguments), {}});
  }

  SourceText& source_;
  RecordSet& set_;
  Diagnostics& diagnostics_;
  CsvTable table_;
  BatHeader header_;
  std::vector<Slot> own_;
  std::vector<Group> groups_;
  std::size_t fieldsOfRow_ = 0;
  std::optional<std::size_t> trunkType_;
  const ObjectShape* line_ = findShape("line");
  const FieldName pattern_{"pattern"};
  const FieldName partition_{"routePartitionName"};
};

// A line of header.txt: `CCM : master-14.0.1.10000-20.i386`.
struct ContentsLine {
  std::string_view key;
  std::string_view value;
  std::size_t offset = 0;  // of the value
};

constexpr std::size_t kMaxContents = std::size_t{1} << 20U;  // bytes; a full export has some 4 000

std::vector<ContentsLine> contentsLines(std::string_view text) {
  std::vector<ContentsLine> lines;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = text.substr(start, end - start);
    const std::size_t colon = line.find(" : ");
    if (colon != std::string_view::npos) {
      std::string_view value = line.substr(colon + 3);
      value = value.substr(0, value.find_last_not_of(" \t\r") + 1);
      lines.push_back({line.substr(0, colon), value, start + colon + 3});
    }
    start = end + 1;
  }
  return lines;
}

}  // namespace

bool looksLikeBatContents(const SourceText& source) {
  if (source.text().size() > kMaxContents || !source.text().starts_with("Time : ")) return false;
  const std::vector<ContentsLine> lines = contentsLines(source.text());
  return std::any_of(lines.begin(), lines.end(), [](const ContentsLine& line) { return line.key == "CCM"; });
}

bool readBatContents(SourceText& source, RecordSet& set, Diagnostics&) {
  Contents contents;
  contents.source = &source;
  for (const ContentsLine& line : contentsLines(source.text())) {
    if (line.key == "CCM") contents.release = line.value;
    if (line.key == "File")
      contents.files.emplace_back(FieldName(), line.value, &source, static_cast<std::uint32_t>(line.offset));
  }
  set.exports.push_back(std::move(contents));
  return false;
}

bool looksLikeBat(const SourceText& source) {
  std::deque<std::string> joined;
  return headerOf(CsvTable(source, joined), source).has_value();
}

bool readBat(SourceText& source, RecordSet& set, Diagnostics& diagnostics) {
  return BatReader(source, set, diagnostics).read();
}

}  // namespace dialscope::import
