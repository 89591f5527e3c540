#include "engine/import/join_tables.h"

#include "engine/base/suggest.h"
#include "engine/import/sql_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace dialscope::import {
namespace {

std::string listOf(const std::vector<SqlColumnName>& columns) {
  std::string list;
  for (const SqlColumnName& column : columns) list += (list.empty() ? "" : ", ") + column.name;
  return list;
}

}  // namespace

FoundCell Row::find(const BoundColumn& column) const {
  for (const std::size_t one : column.cells) {
    if (!cell(one).text.empty()) return {&cell(one), one};
  }
  return {&cell(column.cells.front()), column.cells.front()};
}

FoundCell Row::find(std::string_view path) const {
  const BoundColumn* column = bound->find(path);
  return column ? find(*column) : FoundCell();
}

std::string_view Row::text(std::string_view path) const {
  const FoundCell found = find(path);
  return found.cell ? found.cell->text : std::string_view();
}

JoinedTables::JoinedTables(const std::deque<SqlTable>& tables, const DraftRecords& records,
                           Diagnostics& diagnostics)
    : diagnostics_(diagnostics) {
  bindTables(tables);
  indexIds(records);
}

void JoinedTables::bindTables(const std::deque<SqlTable>& tables) {
  std::size_t suggestions = 0;
  for (const SqlTable& table : tables) {
    if (table.columns.empty()) continue;
    if (table.columns.size() > kMaxSqlColumns) {
      diagnostics_.push_back({DiagnosticCode::TableNotKnown,
                              table.where(),
                              {std::to_string(table.columns.size()) + " columns"},
                              {}});
      continue;
    }
    BoundTable bound = bindTable(table);
    if (!bound.shape) {
      diagnostics_.push_back({DiagnosticCode::TableNotKnown, table.where(), {listOf(table.columns)}, {}});
      continue;
    }
    const auto tell = [&](DiagnosticCode code, std::size_t column, std::string suggestion) {
      const SqlColumnName& name = table.columns[column];
      diagnostics_.push_back({code,
                              table.source->positionAt(name.offset),
                              {name.name, std::string(bound.shape->table)},
                              std::move(suggestion)});
    };
    for (const std::size_t column : bound.unknown) {
      if (bound.shape->rows == SqlRows::Names) break;  // nothing but the name is asked of it
      tell(DiagnosticCode::TableColumnUnknown, column,
           suggestions++ < kMaxSuggestions ? closestColumn(*bound.shape, table.columns[column].name) : "");
    }
    for (const std::size_t column : bound.ambiguous) tell(DiagnosticCode::TableColumnAmbiguous, column, {});
    bound_.push_back(std::move(bound));
  }
  std::stable_sort(bound_.begin(), bound_.end(),
                   [](const BoundTable& a, const BoundTable& b) { return a.shape->rows < b.shape->rows; });
}

void JoinedTables::indexIds(const DraftRecords& records) {
  for (const auto& record : records) {
    if (!record->uuid.empty())
      bearers_.emplace(bareUuid(record->uuid), Bearer{record->text(record->shape->key()), std::nullopt});
  }
  for (const BoundTable& bound : bound_) {
    const BoundColumn* key = bound.find(bound.shape->key);
    if (!bound.id || !key) continue;
    for (std::size_t i = 0; i < bound.table->rowCount(); ++i) {
      const Row row{&bound, i};
      if (!row.id().empty()) bearers_[bareUuid(row.id())] = {row.find(*key).cell->text, row};
    }
  }
}

bool JoinedTables::has(std::string_view table) const {
  return std::any_of(bound_.begin(), bound_.end(),
                     [&](const BoundTable& bound) { return bound.shape->table == table; });
}

std::optional<std::string_view> JoinedTables::textOf(const Row& row, const BoundColumn& column) {
  const FoundCell found = row.find(column);
  const std::string_view text = found.cell->text;
  if (text.empty()) return text;
  switch (column.meaning->value) {
  case SqlValue::Control:
  case SqlValue::Text: return text;
  case SqlValue::Flag: return text == "t" ? "true" : text == "f" ? "false" : text;
  // Another id would be another partition, so it has to stay; no instruction has an id for a name.
  case SqlValue::Name: return row.isId(found) ? nameOf(row, found).value_or(text) : text;
  case SqlValue::Discard:
    if (!row.isId(found)) return text;
    if (const std::string_view seed = seedDiscard(bareUuid(text)); !seed.empty()) return seed;
    return nameOf(row, found);
  default: break;
  }
  const auto word = wordOf(column.meaning->value, text);
  if (!word) {
    diagnostics_.push_back({DiagnosticCode::UnknownValue,
                            row.where(*found.cell),
                            {row.bound->table->columns[found.column].name, std::string(text),
                             "a number that stands "
                             "for a word"},
                            {}});
  } else if (*word != text && !unconfirmedTable(column.meaning->value).empty()) {
    count(byOrder_, row, found);
  }
  return word;
}

std::optional<Row> JoinedTables::rowOf(std::string_view id) const {
  const auto found = bearers_.find(bareUuid(id));
  return found == bearers_.end() ? std::nullopt : found->second.row;
}

std::optional<Row> JoinedTables::rowOf(const Row& row, const FoundCell& id) {
  const auto found = bearers_.find(bareUuid(id.cell->text));
  if (found == bearers_.end()) {
    count(missing_, row, id);
    return std::nullopt;
  }
  return found->second.row;
}

std::optional<std::string_view> JoinedTables::nameOf(const Row& row, const FoundCell& id) {
  const auto found = bearers_.find(bareUuid(id.cell->text));
  if (found != bearers_.end()) return found->second.name;
  count(missing_, row, id);
  return std::nullopt;
}

void JoinedTables::count(Doubts& doubts, const Row& row, const FoundCell& found) {
  Stray& stray = doubts[{static_cast<std::size_t>(row.bound - bound_.data()), found.column}];
  if (stray.count++ == 0) stray.where = row.where(*found.cell);
}

void JoinedTables::reportDoubts() {
  for (const auto& [key, stray] : missing_) {
    const BoundTable& bound = bound_[key.first];
    diagnostics_.push_back({DiagnosticCode::JoinFindsNothing,
                            stray.where,
                            {bound.table->columns[key.second].name, std::string(bound.shape->table),
                             std::to_string(stray.count)},
                            {}});
  }
  for (const auto& [key, stray] : byOrder_) {
    const BoundTable& bound = bound_[key.first];
    const std::size_t cell = key.second;
    const auto column = std::find_if(bound.columns.begin(), bound.columns.end(), [&](const BoundColumn& one) {
      return std::find(one.cells.begin(), one.cells.end(), cell) != one.cells.end();
    });
    diagnostics_.push_back(
        {DiagnosticCode::NumbersUnconfirmed,
         stray.where,
         {std::string(bound.shape->table), std::string(bound.table->columns[cell].name),
          std::string(unconfirmedTable(column->meaning->value)), std::to_string(stray.count)},
         {}});
  }
}

}  // namespace dialscope::import
