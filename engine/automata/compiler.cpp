#include "engine/automata/compiler.h"

#include <algorithm>
#include <bit>
#include <functional>

namespace dialscope::automata {
namespace {

constexpr unsigned kPlaceBits = 6;  // an expression has at most 64 places

constexpr std::uint64_t kIsRow = std::uint64_t{1} << 63U;

std::uint64_t wordOf(ExpressionId id, std::size_t place) { return std::uint64_t{id} << kPlaceBits | place; }
std::uint64_t wordOf(RowId row) { return kIsRow | row; }
bool isRow(std::uint64_t word) { return (word & kIsRow) != 0; }
RowId rowIn(std::uint64_t word) { return static_cast<RowId>(word); }

// Mostly it is one: places come in order but for two of one expression, and a single part or tag is the rule in a union.
template <class T>
void makeSet(std::vector<T>& items) {
  if (std::adjacent_find(items.begin(), items.end(), std::greater_equal<>{}) == items.end()) return;
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

template <class Words>
Fingerprint fingerprintOf(const Words& words) {
  Fingerprint name;
  for (const auto word : words) name.mix(word);
  return name;
}

}  // namespace

Compiler::Compiler(const std::vector<Expression>& expressions, SymbolSet used, Budget budget)
    : expressions_(expressions),
      columns_(used),
      budget_(budget) {
  rows_.numberOf(fingerprintOf(std::vector<Word>{}));  // the dead row: nothing is ahead
  edges_.grow(columns_.size());
  tagBegins_.grow(2);  // kNoTag has no members
  nameSingles();
}

std::optional<Automaton> Compiler::compile(std::span<const ExpressionId> list) {
  Bucket root;
  for (const ExpressionId id : list) enter(id, expressions_[id].start(), root);
  return complete(root, list.size());
}

std::optional<Automaton> Compiler::unite(std::span<const Edge> parts, std::size_t expressions) {
  Bucket root;
  for (const Edge part : parts) enter(part, root);
  return complete(root, expressions);
}

// All rows that the root leads to, those that are not there yet among them.
std::optional<Automaton> Compiler::complete(Bucket& root, std::size_t expressions) {
  const std::size_t before = rows_.size();
  const std::size_t allowed =
      std::min(budget_.rowsInAll, before + budget_.rowsPerList + budget_.rowsPerExpression * expressions);
  const Edge start = edgeTo(root);
  std::vector<Word> set;
  while (!pending_.empty()) {
    if (rows_.size() > allowed) {
      pending_.clear();
      pendingWords_.clear();
      rows_.truncate(before);
      edges_.truncate(before * columns_.size());
      return std::nullopt;
    }
    const Pending next = pending_.back();
    pending_.pop_back();
    set.assign(pendingWords_.begin() + static_cast<std::ptrdiff_t>(next.begin), pendingWords_.end());
    pendingWords_.resize(next.begin);
    if (isRow(set.front())) {
      makeUnion(next.row, set);
    } else {
      makeRow(next.row, set);
    }
  }
  return Automaton(edges_.share(), columns_, rows_.size(), start);
}

// One pass over the set, each place into the buckets of the symbols that its element reads.
void Compiler::makeRow(RowId row, std::span<const Word> places) {
  for (const Word place : places) {
    const auto id = static_cast<ExpressionId>(place >> kPlaceBits);
    const std::size_t element = place & ((1U << kPlaceBits) - 1);
    const Expression& expression = expressions_[id];
    const Places next = expression.stepFrom(element);
    const SymbolSet symbols = expression.factors()[element].symbols;
    for (std::size_t s = 0; s < kSymbolCount; ++s) {
      if (symbols.contains(static_cast<Symbol>(s))) enter(id, next, buckets_[s]);
    }
  }
  for (std::size_t s = 0; s < kSymbolCount; ++s) {
    const Edge edge = edgeTo(buckets_[s]);
    // A symbol without a column has an empty bucket.
    if (!(edge == Edge{})) edges_[row * columns_.size() + columns_.of(static_cast<Symbol>(s))] = edge;
  }
}

// The same symbol in all of the parts.
void Compiler::makeUnion(RowId row, std::span<const Word> parts) {
  for (std::size_t column = 1; column < columns_.size(); ++column) {
    Bucket& bucket = buckets_.front();
    for (const Word part : parts) enter(edges_[rowIn(part) * columns_.size() + column], bucket);
    const Edge edge = edgeTo(bucket);
    edges_[row * columns_.size() + column] = edge;
  }
}

void Compiler::enter(ExpressionId id, Places places, Bucket& bucket) const {
  const std::size_t end = expressions_[id].endPlace();
  for (; places != 0; places &= places - 1) {
    const auto place = static_cast<std::size_t>(std::countr_zero(places));
    if (place != end) {
      bucket.ahead.push_back(wordOf(id, place));
    } else if (bucket.ended.empty() || bucket.ended.back() != id) {
      bucket.ended.push_back(id);
    }
  }
}

void Compiler::enter(Edge edge, Bucket& bucket) const {
  if (edge.row != kDeadRow) bucket.ahead.push_back(wordOf(edge.row));
  for (std::size_t i = tagBegins_[edge.tag]; i < tagBegins_[edge.tag + 1]; ++i)
    bucket.ended.push_back(tagMembers_[i]);
}

// Empties the bucket.
Edge Compiler::edgeTo(Bucket& bucket) {
  makeSet(bucket.ahead);
  makeSet(bucket.ended);
  const Edge edge{bucket.ahead.empty() ? kDeadRow : rowOf(bucket.ahead), tagOf(bucket.ended)};
  bucket.ahead.clear();
  bucket.ended.clear();
  return edge;
}

RowId Compiler::rowOf(const std::vector<Word>& set) {
  if (set.size() == 1 && isRow(set.front())) return rowIn(set.front());
  const auto [row, fresh] = rows_.numberOf(fingerprintOf(set));
  if (fresh) {
    edges_.grow(columns_.size());
    pending_.push_back({row, pendingWords_.size()});
    pendingWords_.insert(pendingWords_.end(), set.begin(), set.end());
  }
  return row;
}

TagId Compiler::tagOf(const std::vector<ExpressionId>& ended) {
  if (ended.empty()) return kNoTag;
  // Most strings are in one expression, which needs no fingerprint.
  if (ended.size() == 1) {
    nameSingles();
    return singleTags_[ended.front()];
  }
  const auto [number, fresh] = sets_.numberOf(fingerprintOf(ended));
  if (fresh) setTags_.push_back(addTag(ended));
  return setTags_[number];
}

// Each expression alone has its tag before anything is compiled, so that it is the same whatever is compiled first.
void Compiler::nameSingles() {
  while (singleTags_.size() < expressions_.size()) {
    singleTags_.push_back(addTag({static_cast<ExpressionId>(singleTags_.size())}));
  }
}

TagId Compiler::addTag(const std::vector<ExpressionId>& members) {
  const std::size_t begin = tagMembers_.grow(members.size());
  for (std::size_t i = 0; i < members.size(); ++i) tagMembers_[begin + i] = members[i];
  const std::size_t end = tagBegins_.grow(1);
  tagBegins_[end] = static_cast<std::uint32_t>(tagMembers_.size());
  return static_cast<TagId>(end - 1);
}

}  // namespace dialscope::automata
