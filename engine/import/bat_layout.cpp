#include "engine/import/bat_layout.h"

#include "engine/base/suggest.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <string>
#include <utility>

namespace dialscope::import {
namespace {

constexpr std::size_t kMaxUnknown = 20;  // columns that are told one by one

std::uint64_t valueOf(std::string_view number) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  return error == std::errc() ? value : ~std::uint64_t{0};
}

class HeaderReader {
 public:
  HeaderReader(const BatHeader& header, const CsvTable& table, Diagnostics& diagnostics)
      : header_(header),
        table_(table),
        diagnostics_(diagnostics) {}

  BatLayout read() {
    layout_.file = header_.file;
    if (header_.rival)
      report(DiagnosticCode::BatHeaderAmbiguous, 0,
             {std::string(header_.file->name), std::string(header_.rival->name)});
    for (std::size_t i = 0; i < header_.cells.size(); ++i) readCell(i);
    if (unknown_ > kMaxUnknown) {
      report(DiagnosticCode::BatColumnUnknown, table_.header()[0].offset,
             {"...", std::string(header_.file->name), std::to_string(unknown_ - kMaxUnknown)});
    }
    for (auto& [number, group] : groups_) {
      if (group.name) layout_.groups.push_back(std::move(group));
    }
    return std::move(layout_);
  }

 private:
  void readCell(std::size_t cell) {
    const auto& [column, number] = header_.cells[cell];
    if (!column) {
      if (++unknown_ <= kMaxUnknown) reportUnknown(table_.header()[cell]);
    } else if (column->kind == BatKind::Trunk) {
      layout_.trunkType = cell;
    } else if (!column->repeats()) {
      add(cell, shape(), layout_.own);
    } else if (!column->element.empty()) {
      addToGroup(cell, groups_[valueOf(number)]);
    }
  }

  void reportUnknown(const CsvTable::Cell& name) {
    std::vector<std::string> known;
    for (const BatColumn& column : header_.file->columns) known.emplace_back(column.header);
    diagnostics_.push_back({DiagnosticCode::BatColumnUnknown,
                            table_.source().positionAt(name.offset),
                            {std::string(name.text), std::string(header_.file->name), "1"},
                            closestName(name.text, known)});
  }

  void addToGroup(std::size_t cell, BatGroup& group) {
    const auto& [column, number] = header_.cells[cell];
    if (column->ofLine) return add(cell, *findShape("line"), group.line);
    if (column->isName()) {
      group.name = cell;
      group.mayBeEmpty = column->kind == BatKind::Button;
      group.number = number;
      group.numberOffset = table_.header()[cell].offset;
      group.kept = roleOfElement(shape(), column->element).role == Role::Field;
      group.members = groupOf(shape(), column->element);
      const FieldRole index = shape().roleOf(fmt::format("{}/index", std::string_view(group.members)));
      if (index.role == Role::Field) group.index = index.name;
    }
    add(cell, shape(), group.slots);
  }

  void add(std::size_t cell, const ObjectShape& shape, std::vector<BatSlot>& slots) {
    const BatColumn& column = *header_.cells[cell].column;
    if (column.element.empty()) return;
    const FieldRole role = roleOfElement(shape, column.element);
    const bool open = column.kind == BatKind::Destination;
    if (!open && role.role != Role::Field && column.kind != BatKind::Pilot) return;
    const FieldName name = open ? FieldName(kOpenDestination) : role.name;
    const bool again =
        std::any_of(slots.begin(), slots.end(), [&](const BatSlot& slot) { return slot.name == name; });
    slots.push_back({cell, name, column.kind, again});
  }

  const ObjectShape& shape() const { return *header_.file->shape; }

  void report(DiagnosticCode code, std::size_t offset, std::vector<std::string> arguments) {
    diagnostics_.push_back({code, table_.source().positionAt(offset), std::move(arguments), {}});
  }

  const BatHeader& header_;
  const CsvTable& table_;
  Diagnostics& diagnostics_;
  BatLayout layout_;
  std::map<std::uint64_t, BatGroup> groups_;
  std::size_t unknown_ = 0;
};

}  // namespace

BatLayout layoutOf(const BatHeader& header, const CsvTable& table, Diagnostics& diagnostics) {
  return HeaderReader(header, table, diagnostics).read();
}

}  // namespace dialscope::import
