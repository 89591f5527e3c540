#include "engine/import/read_bat.h"

#include "engine/import/bat_columns.h"
#include "engine/import/bat_layout.h"
#include "engine/import/csv_table.h"

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <iterator>
#include <list>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace dialscope::import {
namespace {

constexpr std::size_t kPartSize = std::size_t{1} << 20U;  // bytes that are read in one go

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

std::string_view flagText(std::string_view text) {
  if (text == "t" || text == "T") return "true";
  if (text == "f" || text == "F") return "false";
  return text;
}

bool isFlag(std::string_view text) { return text.size() == 1 && flagText(text).size() > 1; }

// What was read of one stretch of a file.
struct Part {
  std::size_t begin = 0;  // of its first row
  std::size_t end = 0;    // of the stretch; once read, behind its last row
  DraftRecords records;
  std::list<std::string> joined;
  Diagnostics diagnostics;
};

// Reads the rows of one part.
class RowReader {
 public:
  RowReader(const BatLayout& layout, const CsvTable& table, Part& part)
      : layout_(layout),
        source_(table.source()),
        part_(part),
        table_(table.part(part.begin, part.end, part.joined)) {}

  void read(const std::stop_token& stop) {
    while (!stop.stop_requested() && table_.next(part_.diagnostics)) readRow();
    part_.end = table_.position();
  }

 private:
  void readRow() {
    Record& record = addRecord(shapeOfRow());
    record.reserve(fieldsOfRow_);  // rows of a file are much alike
    addFields(layout_.own, record, record);
    fieldsOfRow_ = record.size();
    for (const auto& [element, text] : layout_.file->fixed) {
      const FieldRole role = roleOfElement(*record.shape, element);
      if (role.role == Role::Field && !record.find(role.name))
        addText(role.name, text, record.offset, record);
    }
    // A pattern may be the empty one; and what has no key at all is told later.
    if (const FieldName key = record.shape->key(); record.shape->isPattern() && !record.find(key)) {
      addText(key, {}, record.offset, record);
    }
    for (std::size_t i = 0; i < layout_.groups.size(); ++i) {
      if (!isNull(text(*layout_.groups[i].name))) {
        addMember(layout_.groups[i], record);
      } else if (!layout_.groups[i].mayBeEmpty) {
        checkRest(i);
        break;
      }
    }
  }

  Record& addRecord(const ObjectShape* shape) {
    Record& record = *part_.records.emplace_back(std::make_shared<Record>());
    record.shape = shape;
    record.origin = Origin::Get;
    record.source = &source_;
    record.offset = table_.offset();
    return record;
  }

  const ObjectShape* shapeOfRow() const {
    if (!layout_.trunkType) return layout_.file->shape;
    const std::string_view type = text(*layout_.trunkType);
    return isNull(type) || type.find("SIP") != std::string_view::npos ? layout_.file->shape
                                                                      : findShape("h323Trunk");
  }

  void addMember(const BatGroup& group, Record& record) {
    if (group.kept) {
      Member& member = record.members.emplace_back();
      member.group = group.members;
      member.reserve(group.slots.size() + 1);
      if (group.index != FieldName()) addText(group.index, group.number, group.numberOffset, member);
      addFields(group.slots, record, member);
    }
    if (!group.line.empty()) addLine(group);
  }

  void addLine(const BatGroup& group) {
    Record& line = addRecord(line_);
    for (const BatSlot& slot : group.slots) {
      if (slot.name == "dirn/pattern"_field) addCell(slot.cell, "pattern"_field, line);
      if (slot.name == "dirn/routePartitionName"_field) addCell(slot.cell, "routePartitionName"_field, line);
    }
    addFields(group.line, line, line);
  }

  // Behind the first blank one nothing counts, so nothing should stand there.
  void checkRest(std::size_t blank) {
    for (std::size_t i = blank + 1; i < layout_.groups.size(); ++i) {
      const CsvTable::Cell cell = table_.cell(*layout_.groups[i].name);
      if (isNull(cell.text)) continue;
      const auto nameOf = [&](const BatGroup& group) {
        return std::string(table_.header()[*group.name].text);
      };
      part_.diagnostics.push_back({DiagnosticCode::BatGroupGap,
                                   source_.positionAt(cell.offset),
                                   {nameOf(layout_.groups[blank]), nameOf(layout_.groups[i])},
                                   {}});
      return;
    }
  }

  void addFields(const std::vector<BatSlot>& slots, Record& record, Fields& target) {
    for (const BatSlot& slot : slots) {
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
      record.eraseIf([](const Field& field) { return field.name == "blockEnable"_field; });
      addText("blockEnable"_field, flagText(cell.text), cell.offset, record);
    } else {
      addText("releaseClause"_field, cell.text, cell.offset, record);
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
    target.add({name, text, &source_, offset});
  }

  static bool isNull(std::string_view text) { return text.empty() || text == "NULL"; }
  std::string_view text(std::size_t cell) const { return table_.cell(cell).text; }

  const BatLayout& layout_;
  const SourceText& source_;
  Part& part_;
  CsvTable table_;
  std::size_t fieldsOfRow_ = 0;
  const ObjectShape* line_ = findShape("line");
};

// Stretches of about equal length, each from the beginning of a line on.
std::vector<Part> partsOf(std::string_view text, std::size_t begin) {
  std::vector<Part> parts;
  while (begin < text.size() || parts.empty()) {
    const std::size_t newline = text.find('\n', std::min(begin + kPartSize, text.size()));
    const std::size_t end = newline == std::string_view::npos ? text.size() : newline + 1;
    parts.emplace_back().begin = begin;
    parts.back().end = end;
    begin = end;
  }
  return parts;
}

// A line may lie within quotes; then the part that begins with it was read wrong. And where there is something to tell,
// refused rows may be, which are counted over the whole file.
bool areWhole(const std::vector<Part>& parts, std::size_t begin) {
  return std::all_of(parts.begin(), parts.end(), [&](const Part& part) {
    return part.begin == std::exchange(begin, part.end) && part.diagnostics.empty();
  });
}

// Side by side where the file is large.
std::vector<Part> readRows(const BatLayout& layout, const CsvTable& table, const std::stop_token& stop) {
  const std::string_view text = table.source().text();
  std::vector<Part> parts = partsOf(text, table.position());
  const auto read = [&](std::size_t i) { RowReader(layout, table, parts[i]).read(stop); };
  oneapi::tbb::parallel_for(std::size_t{0}, parts.size(), read);
  if (parts.size() == 1 || areWhole(parts, table.position())) return parts;
  parts.clear();
  parts.emplace_back().begin = table.position();
  parts.back().end = text.size();
  read(0);
  return parts;
}

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
  std::list<std::string> joined;
  return headerOf(CsvTable(source, joined), source).has_value();
}

bool isBatFileName(std::string_view path) {
  const std::string_view stem = stemOf(path);
  return path.ends_with(".csv") && std::any_of(batFiles().begin(), batFiles().end(),
                                               [&](const BatFile& file) { return file.name == stem; });
}

bool readBat(SourceText& source, RecordSet& set, Diagnostics& diagnostics) {
  const CsvTable table(source, set.joined);
  const auto header = headerOf(table, source);
  if (!header) return false;
  const BatLayout layout = layoutOf(*header, table, diagnostics);
  for (Part& part : readRows(layout, table, set.stop)) {
    std::move(part.records.begin(), part.records.end(), std::back_inserter(set.records));
    std::move(part.diagnostics.begin(), part.diagnostics.end(), std::back_inserter(diagnostics));
    set.joined.splice(set.joined.end(), part.joined);
  }
  return true;
}

}  // namespace dialscope::import
