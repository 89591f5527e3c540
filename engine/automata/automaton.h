// A deterministic automaton over the dial symbols: one load a symbol answers both questions of a walk.
//
// The idea. What a symbol leads to is written on the *edge*, not on the state behind it: an Edge is eight bytes, the
// tag of what the string read so far matches, and the row from which longer strings go on. Tag 0 = it matches nothing,
// row 0 = nothing longer is possible; so "matches here" and "could still match" are two compares of one word.
// Rows, not states, are what the table is made of: thousands of strings that end in different tags but cannot go on,
// or go on alike, share one row, and the leaves of a plan, which are most of it, need none at all.
//
//   Edge at = automaton.start();
//   for (Symbol s : string) at = automaton.step(at.row, s);
//   at.tag != 0;      // the string is in the language, labelled so
//   at.row != 0;      // a longer one is
//
// What was not taken: tags on states costs a state for every tag and a second load a symbol; sparse rows are smaller
// and need a search. Rows are dense over the symbols that some pattern uses.
//
// An Automaton is a value and immutable: a share in a table plus where to start in it.
#pragma once

#include "engine/base/digits.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace dialscope::automata {

using RowId = std::uint32_t;
using TagId = std::uint32_t;

/// Nothing longer is in the language.
inline constexpr RowId kDeadRow = 0;
/// The string is not in the language.
inline constexpr TagId kNoTag = 0;

struct Edge {
  RowId row = kDeadRow;
  TagId tag = kNoTag;

  friend bool operator==(const Edge&, const Edge&) = default;
};

/// Which symbols have a column in a table, and which one.
class Columns {
 public:
  explicit Columns(SymbolSet used);

  /// Columns in a row; column 0 is that of all symbols without one of their own and leads nowhere.
  std::size_t size() const { return size_; }
  std::size_t of(Symbol symbol) const { return ofCharacter(charOf(symbol)); }
  /// The same for a symbol as it is written; column 0 for a character that is none.
  std::size_t ofCharacter(char c) const { return column_[static_cast<unsigned char>(c)]; }
  SymbolSet used() const { return used_; }

 private:
  std::array<std::uint8_t, 256> column_{};  // by character
  std::size_t size_ = 1;
  SymbolSet used_;
};

class Automaton {
 public:
  /// `edges` holds `rowCount` rows of `columns.size()` edges; row 0 and column 0 lead nowhere.
  Automaton(std::shared_ptr<const Edge[]> edges, Columns columns, std::size_t rowCount, Edge start)
      : edges_(std::move(edges)),
        columns_(columns),
        rowCount_(rowCount),
        start_(start) {}

  /// Where a walk stands before the first symbol.
  Edge start() const { return start_; }
  /// Another language of the same table.
  Automaton startingAt(Edge start) const { return {edges_, columns_, rowCount_, start}; }
  Edge step(RowId row, Symbol symbol) const { return step(row, charOf(symbol)); }
  /// By the symbol as it is written; a character that is no symbol leads nowhere.
  Edge step(RowId row, char c) const { return edges_[row * columns_.size() + columns_.ofCharacter(c)]; }

  const Columns& columns() const { return columns_; }
  /// Rows of the table, dead row and rows of others that share it included: ids are below this.
  std::size_t rowCount() const { return rowCount_; }
  /// The table itself, for walking many strings at once.
  const Edge* edges() const { return edges_.get(); }

 private:
  std::shared_ptr<const Edge[]> edges_;
  Columns columns_;
  std::size_t rowCount_;
  Edge start_;
};

}  // namespace dialscope::automata
