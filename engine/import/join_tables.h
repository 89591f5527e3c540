// Rows of several tables, joined by their ids.
//
//   JoinedTables tables(set.tables, set.records, diagnostics);
//   for (const Row row : rowsOf(bound)) tables.textOf(row, *bound.find("routePartitionName"));   // "Internal"
//
// A cell becomes text as AXL writes it: `t` true, `5` Route, an id the name of what bears it. An id that nothing in the
// load bears is counted and told once for each column.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/import/bind_table.h"
#include "engine/import/record.h"

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dialscope::import {

/// A cell, and the column of its table that it stands in.
struct FoundCell {
  const SqlCell* cell = nullptr;
  std::size_t column = 0;
};

struct Row {
  const BoundTable* bound = nullptr;
  std::size_t index = 0;

  const SqlCell& cell(std::size_t column) const { return bound->table->cell(index, column); }
  /// The first of the column's aliases that holds something, else the first that is there.
  FoundCell find(const BoundColumn& column) const;
  /// The same by path; `cell` is null where the table has no such column.
  FoundCell find(std::string_view path) const;
  /// Its text; empty where it is not there.
  std::string_view text(std::string_view path) const;
  /// pkid; empty for none.
  std::string_view id() const { return bound->id ? cell(*bound->id).text : std::string_view(); }
  SourcePosition where(const SqlCell& cell) const { return bound->table->source->positionAt(cell.offset); }
  /// Whether the cell holds an id, not a name.
  bool isId(const FoundCell& found) const {
    return bound->table->columns[found.column].name.starts_with("fk");
  }
};

class JoinedTables {
 public:
  /// Tells what tables and columns are not known. All arguments must outlive it.
  JoinedTables(const std::deque<SqlTable>& tables, const DraftRecords& records, Diagnostics& diagnostics);

  /// Tables of known shape, in the order in which they are to be read.
  const std::vector<BoundTable>& bound() const { return bound_; }
  bool has(std::string_view table) const;

  /// Nothing where the cell says nothing that can be understood; the empty text for null.
  std::optional<std::string_view> textOf(const Row& row, const BoundColumn& column);
  /// The row that bears the id.
  std::optional<Row> rowOf(std::string_view id) const;
  /// The same for the id in a cell; counts one that nothing bears.
  std::optional<Row> rowOf(const Row& row, const FoundCell& id);
  /// Ids that led nowhere, and numbers that were taken for words by their order.
  void reportDoubts();

 private:
  struct Bearer {
    std::string_view name;
    std::optional<Row> row;  // none for an object of an AXL answer
  };

  using Doubts = std::map<std::pair<std::size_t, std::size_t>, Stray>;  // by table and column

  void bindTables(const std::deque<SqlTable>& tables);
  void indexIds(const DraftRecords& records);
  std::optional<std::string_view> nameOf(const Row& row, const FoundCell& id);
  void count(Doubts& doubts, const Row& row, const FoundCell& found);

  Diagnostics& diagnostics_;
  std::vector<BoundTable> bound_;
  std::unordered_map<std::string, Bearer> bearers_;
  Doubts missing_;
  Doubts byOrder_;
};

}  // namespace dialscope::import
