// A plan made ready for walking: the language of every entry, and for every search list that is walked one automaton,
// made when it is first asked for and sharing its rows with the others. Partitions that always stand together are
// compiled together, once, and a list is the union of such parts.
//
//   const CompiledPlan compiled(plan);
//   const SearchList list = compiled.searchList(partitions, Negation::Keypad);
//   list.automaton();        // null: over the budget, walk side by side
//
// Any number of threads may ask and walk at once. The three readings of `[^…]` (DA-05) are compiled apart, the two
// that are not the default only when somebody asks.
#pragma once

#include "engine/automata/compiler.h"
#include "engine/automata/narrowest.h"
#include "engine/plan/plan.h"

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace dialscope::routing {

/// Everything that the walks through one reading of a plan share, as of one moment. Expressions are numbered as the
/// entries that they are of.
struct CompiledTable {
  automata::Automaton rows;  ///< without a start of its own
  automata::Tags tags;
  automata::Narrowest narrowest;
};

class CompiledPlan;

/// One search list, ready to be walked: partitions in order, `<None>` behind them (DA-20), and what to walk. A share;
/// outlives later compilations, not the plan.
class SearchList {
 public:
  SearchList(const CompiledPlan& compiled, std::vector<plan::PartitionId> partitions,
             pattern::Negation negation, std::shared_ptr<const CompiledTable> table, automata::Edge start)
      : compiled_(&compiled),
        partitions_(std::move(partitions)),
        negation_(negation),
        table_(std::move(table)),
        start_(start) {}

  const CompiledPlan& compiled() const { return *compiled_; }
  const std::vector<plan::PartitionId>& partitions() const { return partitions_; }
  pattern::Negation negation() const { return negation_; }
  /// What to walk; null for a list that is over the budget and is walked side by side.
  const CompiledTable* table() const { return table_.get(); }
  automata::Edge start() const { return start_; }
  /// With a table only.
  automata::Automaton automaton() const { return table_->rows.startingAt(start_); }

 private:
  const CompiledPlan* compiled_;
  std::vector<plan::PartitionId> partitions_;
  pattern::Negation negation_;
  std::shared_ptr<const CompiledTable> table_;
  automata::Edge start_;
};

/// What compiling has come to, for `inspect` and the benchmarks.
struct CompilationSize {
  std::size_t searchLists = 0;
  std::size_t overBudget = 0;
  std::size_t rows = 0;
  std::size_t tableBytes = 0;
  std::size_t indexBytes = 0;
};

/// What becomes of a plan when all of its search spaces are asked for.
struct Compilation {
  CompilationSize size;
  std::vector<plan::SearchSpaceId> overBudget;  ///< walked side by side; in the plan's order
};

class CompiledPlan {
 public:
  /// Keeps a reference: `plan` must outlive this.
  explicit CompiledPlan(const plan::Plan& plan, automata::Budget budget = {});
  ~CompiledPlan();
  CompiledPlan(const CompiledPlan&) = delete;
  CompiledPlan& operator=(const CompiledPlan&) = delete;

  const plan::Plan& plan() const { return plan_; }
  const automata::Expression& expression(plan::EntryId entry, pattern::Negation negation) const;
  /// Of the plan's left-out entry with this number: what stands beside an `@`.
  const automata::Expression& leftOut(std::size_t entry, pattern::Negation negation) const;
  /// The entries whose strings nobody may be able to count, in the plan's order (automata::isCountable).
  const std::vector<plan::EntryId>& ambiguous() const { return ambiguous_; }
  /// The list of these partitions, compiled now if nobody has asked for it before.
  SearchList searchList(std::vector<plan::PartitionId> partitions, pattern::Negation negation) const;

  /// Some entry has a `[^…]`, so that the reading of DA-05 matters at all.
  bool hasComplements() const { return hasComplements_; }
  /// The first phone, in the plan's order, that has this line; nothing for other entries and for lines of no phone.
  std::optional<plan::DeviceId> phoneOf(plan::EntryId line) const;
  /// Of the default reading.
  CompilationSize size() const;
  /// Compiles the list of every calling search space, in the plan's order, in the default reading.
  Compilation compileAll() const;

 private:
  class Reading;
  Reading& reading(pattern::Negation negation) const;

  const plan::Plan& plan_;
  automata::Budget budget_;
  bool hasComplements_ = false;
  std::vector<plan::EntryId> ambiguous_;
  std::unordered_map<plan::EntryId, plan::DeviceId> phones_;
  std::unique_ptr<std::array<Reading, 3>> readings_;  // by Negation
};

}  // namespace dialscope::routing
