#include "engine/import/bind_table.h"

#include "engine/base/ascii.h"
#include "engine/base/suggest.h"
#include "engine/import/sql_statement.h"

#include <algorithm>
#include <map>
#include <utility>

namespace dialscope::import {
namespace {

struct PrintedName {
  std::string_view column;  // of the statement
  std::string_view alias;
};

// `rp.name` is printed as `name`; with the statement at hand it is what it was.
constexpr PrintedName kPrintedNames[] = {
    {"routepartition.name", "partition"},
    {"callingsearchspace.name", "css"},
    {"device.name", "device"},
    {"routegroup.name", "routegroup"},
    {"linegroup.name", "linegroup"},
    {"digitdiscardinstruction.name", "discarddigits"},
    {"devicepool.name", "devicepool"},
    {"timeschedule.name", "timeschedule"},
    {"timeperiod.name", "timeperiod"},
    {"routefilter.name", "routefilter"},
    {"typepatternusage.name", "usage"},
};

std::string canonical(std::string_view name) {
  std::string plain = lowerCase(name);
  std::erase(plain, '_');
  return plain;
}

std::string_view nextWord(std::string_view& words, char separator) {
  const std::string_view word = words.substr(0, words.find(separator));
  words.remove_prefix(std::min(words.size(), word.size() + 1));
  return word;
}

bool holdsWord(std::string_view words, std::string_view wanted) {
  while (!words.empty()) {
    if (nextWord(words, ' ') == wanted) return true;
  }
  return false;
}

using ColumnIndex = std::map<std::string, std::size_t, std::less<>>;

// Every need by a column of its own, so that one `name` is not taken for two things.
bool meets(std::string_view needs, const ColumnIndex& columns) {
  std::vector<std::size_t> used;
  while (!needs.empty()) {
    std::string_view spellings = nextWord(needs, ' ');
    bool found = false;
    while (!spellings.empty() && !found) {
      const auto column = columns.find(nextWord(spellings, '|'));
      found = column != columns.end() && std::find(used.begin(), used.end(), column->second) == used.end();
      if (found) used.push_back(column->second);
    }
    if (!found) return false;
  }
  return true;
}

// A statement that selects from one table says which it is; else the columns do.
const TableShape* shapeOf(const ColumnIndex& columns, const SqlStatement& hint) {
  const auto all = tableShapes();
  const auto firstThat = [&](auto holds) {
    const auto found = std::find_if(all.begin(), all.end(), holds);
    return found == all.end() ? nullptr : &*found;
  };
  const auto fits = [&](const TableShape& shape) { return meets(shape.needs, columns); };
  const auto named = [&](const TableShape& shape) { return shape.table == hint.table && fits(shape); };
  if (const TableShape* shape = firstThat(named)) return shape;
  for (const auto shapes : {all, shapesByStatement()}) {
    for (const TableShape& shape : shapes) {
      if (shape.table == hint.table && shape.key == "name" && columns.contains("name")) return &shape;
    }
  }
  if (const TableShape* shape = firstThat(fits)) return shape;
  const TableShape& names = shapeOfNames();
  return meets(names.needs, columns) ? &names : nullptr;
}

// `name` says least: it is taken for the first thing that is not said otherwise, and for one only.
void bindColumns(BoundTable& bound, const ColumnIndex& columns) {
  std::vector<bool> used(bound.table->columns.size());
  for (const SqlColumn& row : bound.shape->columns) {
    BoundColumn column{&row, {}};
    std::string_view aliases = row.aliases;
    while (!aliases.empty()) {
      const std::string_view alias = nextWord(aliases, ' ');
      const auto found = columns.find(alias);
      if (found == columns.end()) continue;
      if (alias == "name" && (used[found->second] || !column.cells.empty())) continue;
      column.cells.push_back(found->second);
    }
    for (const std::size_t cell : column.cells) used[cell] = true;
    if (!column.cells.empty()) bound.columns.push_back(std::move(column));
  }
  for (const auto& [name, index] : columns) {
    if (!used[index] && name != "pkid" && !holdsWord(bound.shape->silent, name))
      bound.unknown.push_back(index);
  }
}

// Patterns listed by the search spaces that reach them: `css` is then not the one of the translation.
void setOuterSearchSpaceApart(ColumnIndex& columns, std::vector<std::size_t>& apart) {
  if (!columns.contains("sortorder") || columns.contains("routegroup") || columns.contains("fkroutegroup"))
    return;
  for (const std::string_view name : {"css", "cssname", "callingsearchspace"}) {
    const auto found = columns.find(name);
    if (found == columns.end()) continue;
    apart.push_back(found->second);
    columns.erase(found);
  }
}

// A column of a join that is printed as `name` is known by its table where the statement names it.
std::vector<std::string> namesOf(const SqlTable& table, const SqlStatement& hint) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const auto* printed = std::find_if(
        std::begin(kPrintedNames), std::end(kPrintedNames),
        [&](const PrintedName& one) { return !hint.columns.empty() && one.column == hint.columns[i]; });
    const bool joined = hint.table.empty() && printed != std::end(kPrintedNames);
    names.push_back(joined ? std::string(printed->alias) : canonical(table.columns[i].name));
  }
  return names;
}

}  // namespace

const BoundColumn* BoundTable::find(std::string_view path) const {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const BoundColumn& column) { return column.meaning->path == path; });
  return found == columns.end() ? nullptr : &*found;
}

BoundTable bindTable(const SqlTable& table) {
  BoundTable bound;
  bound.table = &table;
  const SqlStatement hint = readStatement(table.statement, table.columns.size());
  bound.usageHint = hint.usage;
  const std::vector<std::string> names = namesOf(table, hint);
  ColumnIndex columns;
  std::map<std::string_view, std::size_t> times;
  for (const std::string& name : names) ++times[name];
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (times[names[i]] > 1) {
      bound.ambiguous.push_back(i);
    } else {
      columns.emplace(names[i], i);
    }
  }
  if (const auto id = columns.find("pkid"); id != columns.end()) bound.id = id->second;
  bound.shape = shapeOf(columns, hint);
  if (!bound.shape) return bound;
  if (bound.shape->rows == SqlRows::Patterns) setOuterSearchSpaceApart(columns, bound.unknown);
  bindColumns(bound, columns);
  std::sort(bound.unknown.begin(), bound.unknown.end());
  return bound;
}

std::string closestColumn(const TableShape& shape, std::string_view name) {
  std::vector<std::string> known;
  for (const SqlColumn& row : shape.columns) {
    std::string_view aliases = row.aliases;
    while (!aliases.empty()) known.emplace_back(nextWord(aliases, ' '));
  }
  return closestName(canonical(name), known);
}

}  // namespace dialscope::import
