#include "engine/automata/product.h"

#include "engine/automata/fingerprint_index.h"
#include "engine/automata/row_builder.h"
#include "engine/automata/trim.h"

#include <cassert>
#include <utility>
#include <vector>

namespace dialscope::automata {
namespace {

using RowPair = std::pair<RowId, RowId>;

// The pairs met so far, in the order in which they were met: the number of a pair is its row in the product.
class RowPairs {
 public:
  explicit RowPairs(RowBuilder& rows) : rows_(rows) {
    index_.numberOf({});
    pairs_.emplace_back(kDeadRow, kDeadRow);
  }

  std::size_t size() const { return pairs_.size(); }
  RowPair operator[](RowId row) const { return pairs_[row]; }

  RowId rowOf(RowPair pair) {
    if (pair == RowPair{kDeadRow, kDeadRow}) return kDeadRow;
    Fingerprint name;
    name.mix(std::uint64_t{pair.first} << 32U | pair.second);
    const auto [row, fresh] = index_.numberOf(name);
    if (fresh) {
      rows_.addRow();
      pairs_.push_back(pair);
    }
    return row;
  }

 private:
  RowBuilder& rows_;
  FingerprintIndex index_;
  std::vector<RowPair> pairs_;
};

}  // namespace

std::optional<Automaton> product(const Automaton& first, const Automaton& second,
                                 const Combination& combination, std::size_t maxRows) {
  assert(combination.tag(kNoTag, kNoTag) == kNoTag && "what is in neither has no tag");
  SymbolSet used = first.columns().used();
  used.insert(second.columns().used());
  RowBuilder rows(used);
  RowPairs pairs(rows);
  const auto combined = [&](Edge a, Edge b) {
    const bool hopeless = combination.hopeless && combination.hopeless(a.row, b.row);
    return Edge{hopeless ? kDeadRow : pairs.rowOf({a.row, b.row}), combination.tag(a.tag, b.tag)};
  };
  const Edge start = combined(first.start(), second.start());
  for (RowId row = 1; row < pairs.size(); ++row) {
    if (pairs.size() > maxRows) return std::nullopt;
    const RowPair at = pairs[row];
    for (std::size_t s = 0; s < kSymbolCount; ++s) {
      const auto symbol = Symbol(s);
      rows.set(row, symbol, combined(first.step(at.first, symbol), second.step(at.second, symbol)));
    }
  }
  return trim(rows.build(start));
}

Combination inBoth() {
  return {[](TagId a, TagId b) { return b != kNoTag ? a : kNoTag; },
          [](RowId a, RowId b) { return a == kDeadRow || b == kDeadRow; }};
}

Combination inEither() {
  return {[](TagId a, TagId b) { return a != kNoTag ? a : b; }};
}

Combination inFirstOnly() {
  return {[](TagId a, TagId b) { return b == kNoTag ? a : kNoTag; },
          [](RowId a, RowId) { return a == kDeadRow; }};
}

Combination inOneOnly() {
  return {[](TagId a, TagId b) { return a == kNoTag || b == kNoTag ? a + b : kNoTag; }};
}

}  // namespace dialscope::automata
