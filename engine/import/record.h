// One AXL object as it was read: still text, still with its place. Every reader, whatever the form of its file, yields
// records in the words of axl_fields.h; from here on nobody asks where an object came from.
//
//   record.text("routePartitionName");              // "Internal", or "" when absent or null
//   record.find("patternUrgency") == nullptr;       // absent: the default holds
//
// Records hold views into the texts of their `RecordSet`.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/import/axl_fields.h"
#include "engine/import/source_text.h"
#include "engine/import/sql_table.h"
#include "engine/plan/plan.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dialscope::import {

struct Field {
  std::string_view name;  ///< as in ObjectShape
  std::string_view text;  ///< empty = null
  const SourceText* source = nullptr;
  std::uint32_t offset = 0;

  SourcePosition where() const { return source->positionAt(offset); }
};

/// Present fields in the order written. Few, so that looking one up walks them.
struct Fields {
  std::vector<Field> items;

  const Field* find(std::string_view name) const {
    for (const Field& field : items) {
      if (field.name == name) return &field;
    }
    return nullptr;
  }
  std::string_view text(std::string_view name) const {
    const Field* field = find(name);
    return field ? field->text : std::string_view();
  }
};

/// Where a record comes from: what wins when two say different things.
enum class Origin : std::uint8_t { HandWritten, List, Get };

struct Record : Fields {
  const ObjectShape* shape = nullptr;
  Origin origin = Origin::HandWritten;
  std::string_view uuid;        ///< as written; empty for none
  std::vector<Fields> members;  ///< of a search space, a route list, a phone …
  const SourceText* source = nullptr;
  std::uint32_t offset = 0;

  SourcePosition where() const { return source->positionAt(offset); }
  /// How a message names it: `routePattern 9.@`, `css "Phones"`.
  std::string title() const;
};

/// What kind of entry a record of a pattern is: its element's name, unless its `usage` says otherwise ("Voice Mail
/// Port", "Translation Intercom" …).
plan::EntryKind entryKindOf(const Record& record);

/// Whether records of this shape are entries of the plan.
bool isEntry(Object object);

/// An id as SQL writes it; AXL has {UPPER-CASE} for the same one.
std::string bareUuid(std::string_view uuid);

/// `<None>` and the empty name are the same partition: the empty string.
std::string_view partitionNameOf(const Record& record);

/// Something that no table knows: where it stood first, how often it came.
struct Stray {
  SourcePosition where;
  std::size_t count = 0;
};

/// All that was read, before any of it is understood.
struct RecordSet {
  std::string planName;
  std::deque<SourceText> sources;  ///< in the order of reading; never moved
  std::deque<std::string> joined;  ///< texts that did not stand in one piece
  std::vector<Record> records;
  std::deque<SqlTable> tables;  ///< rows that are no records yet (read_sql.h)
  std::map<std::pair<const ObjectShape*, std::string>, Stray> strayElements;
  std::map<std::pair<Origin, std::string>, Stray> strayObjects;
};

}  // namespace dialscope::import
