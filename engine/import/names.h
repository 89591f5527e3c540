// Names of one kind of object, and the ids that they stand for.
//
//   NameTable partitions(DiagnosticCode::UnknownPartition, kBuiltInPartitions);
//   partitions.define("Internal", 1);
//   partitions.resolve(field, record, create);      // an id; an unknown name gets an object of its own
//   partitions.reportUndefined(diagnostics);        // once per name: where it is used first, and how often
//
// Keys are views: names must outlive the table.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/base/id.h"
#include "engine/import/record.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dialscope::import {

/// Partitions that nobody creates (DA-87).
inline constexpr std::array<std::string_view, 5> kBuiltInPartitions{
    "Directory URI", "Global Learned Enterprise Numbers", "Global Learned E.164 Numbers",
    "Global Learned Enterprise Patterns", "Global Learned E.164 Patterns"};

/// The local route group that every device pool has (DA-81).
inline constexpr std::string_view kStandardLocalRouteGroup = "Standard Local Route Group";

class NameTable {
 public:
  /// Makes the object for a name that has none; `defined` tells whether it is built in. Returns its id.
  using Create = std::function<std::uint32_t(std::string_view name, bool defined)>;

  NameTable(DiagnosticCode unknown, std::span<const std::string_view> builtIn)
      : unknown_(unknown),
        builtIn_(builtIn) {}

  /// False when the name is defined already: what was said first holds.
  bool define(std::string_view name, std::uint32_t id);
  std::optional<std::uint32_t> find(std::string_view name) const;
  /// Nothing for a name that is only used.
  std::optional<std::uint32_t> findDefined(std::string_view name) const;
  /// The id of the name in `field`, which `user` mentions.
  std::uint32_t resolve(const Field& field, const Record& user, const Create& create);
  void reportUndefined(Diagnostics& diagnostics) const;

 private:
  struct Undefined {
    std::string_view name;
    SourcePosition where;
    std::string user;
    std::size_t uses = 0;
  };
  struct Known {
    std::uint32_t id;
    std::optional<std::size_t> undefined;  // its index, when the name is only used
  };

  DiagnosticCode unknown_;
  std::span<const std::string_view> builtIn_;
  std::unordered_map<std::string_view, Known> known_;
  std::vector<Undefined> undefined_;
};

/// One kind of named object of the plan: its items, and which name stands for which.
template <class Item, class ItemId>
class NamedItems {
 public:
  /// What nothing defines is made after `fresh`.
  NamedItems(std::vector<Item>& items, DiagnosticCode unknown, std::span<const std::string_view> builtIn = {},
             Item fresh = {})
      : items_(items),
        fresh_(std::move(fresh)),
        names_(unknown, builtIn) {}

  /// A new item; null when the name is taken, as only an edited plan has it: what was said first holds.
  Item* define(const Field& name) {
    if (!names_.define(name.text, nextIndex())) return nullptr;
    return &add(name, name.text, true, {});
  }
  std::optional<ItemId> find(std::string_view name) const {
    const auto index = names_.find(name);
    if (!index) return std::nullopt;
    return ItemId{*index};
  }
  /// Nothing for a name that is only used.
  std::optional<ItemId> findDefined(std::string_view name) const {
    const auto index = names_.findDefined(name);
    if (!index) return std::nullopt;
    return ItemId{*index};
  }
  /// The item that `field` of `user` names.
  ItemId resolve(const Field& field, const Record& user) { return resolve(field, user, fresh_); }
  ItemId resolve(const Field& field, const Record& user, const Item& fresh) {
    return {names_.resolve(field, user, [&](std::string_view name, bool defined) {
      const std::uint32_t index = nextIndex();
      add(field, name, defined, fresh);
      return index;
    })};
  }
  Item& operator[](ItemId id) { return at(items_, id); }
  void reportUndefined(Diagnostics& diagnostics) const { names_.reportUndefined(diagnostics); }

 private:
  std::uint32_t nextIndex() const { return static_cast<std::uint32_t>(items_.size()); }

  Item& add(const Field& field, std::string_view name, bool defined, Item item) {
    item.name = std::string(name);
    item.defined = defined;
    item.where = field.where();
    return items_.emplace_back(std::move(item));
  }

  std::vector<Item>& items_;
  Item fresh_;
  NameTable names_;
};

}  // namespace dialscope::import
