#include "engine/automata/count_lengths.h"

#include "engine/automata/breadth_first.h"

#include <utility>

namespace dialscope::automata {
namespace {

// How many strings of the length at hand lead to each row; rows are numbers of a RowOrder.
class Crowd {
 public:
  explicit Crowd(std::size_t rows) : strings_(rows) {}

  const std::vector<RowId>& rows() const { return rows_; }
  const Count& at(RowId row) const { return strings_[row]; }

  void add(RowId row, const Count& strings) {
    if (strings_[row].is_zero()) rows_.push_back(row);
    strings_[row] += strings;
  }

  void clear() {
    for (const RowId row : rows_) strings_[row] = 0;
    rows_.clear();
  }

 private:
  std::vector<Count> strings_;
  std::vector<RowId> rows_;  // those with any
};

}  // namespace

std::vector<Count> countByLength(const Automaton& automaton, std::size_t longest, const TagSet& wanted) {
  const RowOrder order = breadthFirst(automaton);
  std::vector<Count> totals(longest + 1);
  Crowd now(order.rows.size());
  Crowd next(order.rows.size());
  const auto arrive = [&](std::size_t length, Edge edge, const Count& strings) {
    if (edge.tag != kNoTag && wanted(edge.tag)) totals[length] += strings;
    if (edge.row != kDeadRow) next.add(order.number[edge.row], strings);
  };

  arrive(0, automaton.start(), 1);
  for (std::size_t length = 1; length <= longest; ++length) {
    std::swap(now, next);
    next.clear();
    for (const RowId row : now.rows()) {
      // Neighbouring symbols mostly do the same: take them together.
      for (std::size_t s = 0, end = 0; s < kSymbolCount; s = end) {
        const Edge edge = automaton.step(order.rows[row], Symbol(s));
        while (end < kSymbolCount && automaton.step(order.rows[row], Symbol(end)) == edge) ++end;
        if (!(edge == Edge{})) arrive(length, edge, now.at(row) * (end - s));
      }
    }
  }
  return totals;
}

Count countStrings(const Automaton& automaton, std::size_t length, const TagSet& wanted) {
  return countByLength(automaton, length, wanted).back();
}

}  // namespace dialscope::automata
