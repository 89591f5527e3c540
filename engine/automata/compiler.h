// From many expressions to one automaton, and from many lists of expressions to automata that share what is equal.
//
// The idea. A row stands for a set of places (expression.h), of whichever expressions are still in the race: what lies
// ahead of a walk depends on nothing else. So rows are named by their sets, found again by name, and made straight from
// the expressions; there is no automaton with choices in between and nothing to minimise afterwards that would pay.
// Two lists of expressions that have a set in common have its row in common, and all that follows from it: after a few
// symbols few expressions are left, and those mostly the same.
//
//   Compiler compiler(expressions, used, Budget{});
//   std::optional<Automaton> a = compiler.compile(listA);      // nothing: over the budget
//   std::optional<Automaton> b = compiler.compile(listB);
//   const std::array parts{a->start(), b->start()};
//   std::optional<Automaton> both = compiler.unite(parts, listA.size() + listB.size());
//   compiler.tags().member(edge.tag, 0);                       // the first of the expressions that match
//
// A set of thousands takes its time to name, and the sets at the beginning of a walk are as large as their lists. So
// lists that are made of the same parts are not compiled but united: the row of a union is named by the rows that it
// unites, few however large the parts are, and where only one part is left in the race it is that part's own row.
//
// Names are 128-bit fingerprints of the sets, not the sets themselves, which would weigh more than the table. Two sets
// of a table of 2^24 rows are confused with probability below 2^-80.
//
// A budget keeps hostile sets at bay (`!5` and eighteen X have half a million): a list that needs more rows than
// allowed leaves no row behind, and its owner walks the expressions side by side instead, slower and to the same answers.
//
// What was not taken. Rows made on demand while walking need a lock or a copy for each thread. One automaton a list
// with nothing shared is as fast and costs the cluster's 3 000 lists 3 000 times the table.
#pragma once

#include "engine/automata/automaton.h"
#include "engine/automata/expression.h"
#include "engine/automata/fingerprint_index.h"
#include "engine/automata/growing_table.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace dialscope::automata {

/// An index into the compiler's expressions.
using ExpressionId = std::uint32_t;

/// What the tags of a compiler's automata stand for: first each expression alone, then sets of several as they come up.
/// A share, as an Automaton is.
class Tags {
 public:
  Tags() = default;
  Tags(std::shared_ptr<const std::uint32_t[]> begins, std::shared_ptr<const ExpressionId[]> members)
      : begins_(std::move(begins)),
        members_(std::move(members)) {}

  /// How many expressions match; 0 for kNoTag.
  std::size_t size(TagId tag) const { return begins_[tag + 1] - begins_[tag]; }
  /// The expressions in ascending order: the `index`-th of them.
  ExpressionId member(TagId tag, std::size_t index) const { return members_[begins_[tag] + index]; }

 private:
  std::shared_ptr<const std::uint32_t[]> begins_;
  std::shared_ptr<const ExpressionId[]> members_;
};

/// How many rows may be made: by each list, and on top of its parts by each union, whose parts stay where it fails.
struct Budget {
  std::size_t rowsPerExpression = 4;  ///< times the expressions of a list, and
  std::size_t rowsPerList = 65'536;   ///< this many on top of it
  std::size_t rowsInAll = 4'000'000;  ///< in one compiler
};

/// For one thread at a time; what it gives away may be read by any number meanwhile.
class Compiler {
 public:
  /// Keeps a reference to `expressions`, which may grow behind it. `used`: the symbols that any of them uses.
  Compiler(const std::vector<Expression>& expressions, SymbolSet used, Budget budget);

  /// The automaton of the union of `list`, ascending, each string tagged with the expressions it is in. Nothing when
  /// it takes more rows than the budget has.
  std::optional<Automaton> compile(std::span<const ExpressionId> list);

  /// The same for the union of automata that this compiler has made, by their starts; `expressions` is how many they
  /// have together, for the budget.
  std::optional<Automaton> unite(std::span<const Edge> parts, std::size_t expressions);

  /// What the tags of all automata so far stand for.
  Tags tags() const { return {tagBegins_.share(), tagMembers_.share()}; }
  /// Tags so far, kNoTag included; those of a list that was over the budget among them.
  std::size_t tagCount() const { return tagBegins_.size() - 1; }

  std::size_t rowCount() const { return rows_.size(); }
  /// What table and tags weigh, and what finding equal rows again weighs on top.
  std::size_t tableBytes() const { return edges_.bytes() + tagBegins_.bytes() + tagMembers_.bytes(); }
  std::size_t indexBytes() const {
    return rows_.bytes() + sets_.bytes() + (setTags_.capacity() + singleTags_.capacity()) * sizeof(TagId);
  }

 private:
  // What rows are named by sets of: a place of an expression, which ascends with the expressions; or a row.
  using Word = std::uint64_t;

  // What one symbol leads to, while a row is made.
  struct Bucket {
    std::vector<Word> ahead;
    std::vector<ExpressionId> ended;
  };

  struct Pending {
    RowId row;
    std::size_t begin;  // of its set, on pendingWords_
  };

  void enter(ExpressionId id, Places places, Bucket& bucket) const;
  void enter(Edge edge, Bucket& bucket) const;
  std::optional<Automaton> complete(Bucket& root, std::size_t expressions);
  Edge edgeTo(Bucket& bucket);
  RowId rowOf(const std::vector<Word>& set);
  TagId tagOf(const std::vector<ExpressionId>& ended);
  TagId addTag(const std::vector<ExpressionId>& members);
  void nameSingles();
  void makeRow(RowId row, std::span<const Word> places);
  void makeUnion(RowId row, std::span<const Word> parts);

  const std::vector<Expression>& expressions_;
  Columns columns_;
  Budget budget_;
  GrowingTable<Edge> edges_;
  FingerprintIndex rows_;
  GrowingTable<std::uint32_t> tagBegins_;  // by tag, into tagMembers_; one more at the end
  GrowingTable<ExpressionId> tagMembers_;
  std::vector<TagId> singleTags_;  // by expression
  FingerprintIndex sets_;          // of two expressions and more
  std::vector<TagId> setTags_;     // by number in sets_
  std::vector<Pending> pending_;
  std::vector<Word> pendingWords_;
  std::array<Bucket, kSymbolCount> buckets_;
};

}  // namespace dialscope::automata
