// One AXL object as it was read: still text, still with its place. Every reader, whatever the form of its file, yields
// records in the words of axl_fields.h; from here on nobody asks where an object came from.
//
//   record.text("routePartitionName");              // "Internal", or "" when absent or null
//   record.find("patternUrgency") == nullptr;       // absent: the default holds (ObjectShape::defaultOf)
//
// Records hold views into the texts of their `RecordSet`.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/import/axl_fields.h"
#include "engine/import/field_names.h"
#include "engine/import/source_text.h"
#include "engine/import/sql_table.h"
#include "engine/plan/plan.h"

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dialscope::import {

/// One element with its text. 32 bytes: a large plan has millions.
struct Field {
  Field() = default;
  Field(FieldName itsName, std::string_view itsText, const SourceText* itsSource, std::uint32_t itsOffset)
      : text(itsText),
        source(itsSource),
        offset(itsOffset),
        name(itsName) {}

  std::string_view text;  ///< empty = null
  const SourceText* source = nullptr;
  std::uint32_t offset = 0;  ///< in `source`: where a message about it points
  FieldName name;

  SourcePosition where() const { return source->positionAt(offset); }
};
static_assert(sizeof(Field) <= 32);

/// Present fields in the order written; of two with one name the first counts. Few, so that looking one up walks them;
/// of what is asked for, half is absent, which mostly shows without a walk.
class Fields {
 public:
  const Field* find(FieldName name) const {
    if (!mayHold(name)) return nullptr;
    for (const Field& field : items_) {
      if (field.name == name) return &field;
    }
    return nullptr;
  }
  const Field* find(std::string_view name) const { return find(FieldName(name)); }
  std::string_view text(FieldName name) const {
    const Field* field = find(name);
    return field ? field->text : std::string_view();
  }
  std::string_view text(std::string_view name) const { return text(FieldName(name)); }

  std::vector<Field>::const_iterator begin() const { return items_.begin(); }
  std::vector<Field>::const_iterator end() const { return items_.end(); }
  std::size_t size() const { return items_.size(); }

  void reserve(std::size_t count) { items_.reserve(count); }
  /// Behind those that are there.
  void add(const Field& field) {
    note(field);
    items_.push_back(field);
  }
  /// Gives the field of this name the text and place of `field`, or adds it.
  void put(const Field& field);
  /// Takes away what is null but for the field `kept`.
  void dropNulls(FieldName kept) {
    if (std::exchange(hasNulls_, false))
      eraseIf([&](const Field& field) { return field.text.empty() && field.name != kept; });
  }
  /// Takes away all fields of which `isGone(field)`.
  template <class IsGone>
  void eraseIf(const IsGone& isGone) {
    if (std::erase_if(items_, isGone) != 0) items_.shrink_to_fit();
  }
  /// Makes of each field what `change(field)` returns.
  template <class Change>
  void transform(const Change& change) {
    for (Field& field : items_) {
      field = change(field);
      note(field);
    }
  }

 private:
  static constexpr std::size_t kBits = 256;

  static std::size_t bitOf(FieldName name) { return name.index() % kBits; }
  bool mayHold(FieldName name) const { return seen_[bitOf(name)]; }
  void note(const Field& field) {
    seen_.set(bitOf(field.name));
    hasNulls_ = hasNulls_ || field.text.empty();
  }

  std::vector<Field> items_;
  std::bitset<kBits> seen_;  // by name; those of fields that are gone may stay
  bool hasNulls_ = false;
};

/// An element that repeats, as `members/member` of a route list.
struct Member : Fields {
  FieldName group;  ///< as in ObjectShape
};

/// Where a record comes from: what wins when two say different things.
enum class Origin : std::uint8_t {
  RoutePlan,    ///< a row of a route plan report: pattern, partition, usage and no more
  List,         ///< an answer that leaves half out
  Columns,      ///< a row of chosen columns, not those that say where a pattern leads among them
  Get,          ///< a whole account: an answer to `get…`, a row of an export
  HandWritten,  ///< the same, by a person, who may say a thing twice
};

/// Whether an account of this origin says all of its object, so that what it leaves out is not there.
constexpr bool isWhole(Origin origin) { return origin == Origin::Get || origin == Origin::HandWritten; }

struct Record : Fields {
  const ObjectShape* shape = nullptr;
  Origin origin = Origin::HandWritten;
  std::string_view uuid;        ///< as written; empty for none
  std::vector<Member> members;  ///< in the order written, those of several groups mixed
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

/// Whether a reference names nothing: empty, `<None>` or `NULL`.
bool isNullName(std::string_view text);

/// The partition in the field `name`: the empty string for <None>, however it is written.
std::string_view partitionNameOf(const Fields& fields, FieldName name);
/// The partition of a pattern.
std::string_view partitionNameOf(const Record& record);

/// What tells the objects of a plan apart: for a pattern its kind, raw text and partition, else kind and name. Views
/// into the record's texts.
struct RecordKey {
  std::uint32_t kind = 0;
  std::string_view name;
  std::string_view scope;    ///< partition, or the node of a service parameter
  std::string_view service;  ///< of a service parameter

  friend bool operator==(const RecordKey&, const RecordKey&) = default;
};

struct RecordKeyHash {
  std::size_t operator()(const RecordKey& key) const {
    const std::hash<std::string_view> hash;
    return hash(key.name) * 31 + hash(key.scope) + key.kind;
  }
};

/// Null where the record does not name its object.
std::optional<RecordKey> keyOf(const Record& record);

/// The object that a row of a route plan report speaks of, with what the row says of it: the row itself, of a pattern
/// that no other object shows; nothing where its type is none that this build knows.
std::optional<Record> fromRoutePlan(const Record& row);

/// Something that no table knows: where it stood first, how often it came.
struct Stray {
  SourcePosition where;
  std::size_t count = 0;
};

/// What the table of contents of an export says.
struct Contents {
  const SourceText* source = nullptr;
  std::string_view release;  ///< as written: "master-14.0.1.10000-20.i386"
  std::vector<Field> files;  ///< their names, without ending
};

/// Records that are still read and merged.
using DraftRecords = std::vector<std::shared_ptr<Record>>;

/// All that was read, before any of it is understood.
struct RecordSet {
  std::string planName;
  std::deque<SourceText> sources;  ///< in the order of reading; never moved
  std::list<std::string> joined;   ///< texts that did not stand in one piece; never moved
  DraftRecords records;
  std::deque<SqlTable> tables;  ///< rows that are no records yet (read_sql.h)
  std::vector<Contents> exports;
  std::map<std::pair<const ObjectShape*, std::string>, Stray> strayElements;
  std::map<std::pair<Origin, std::string>, Stray> strayObjects;
  std::stop_token stop;  ///< once requested, nobody waits for the rest

  Record& add(Record record) { return *records.emplace_back(std::make_shared<Record>(std::move(record))); }
};

}  // namespace dialscope::import
