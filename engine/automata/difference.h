// The exact difference of two automata: every string that they label differently, as an automaton itself.
//
// The idea. Two plans that are read as labelled languages differ in a set of strings, no more and no less; a
// product keeps those. What counts as different is the caller's: other sets of patterns, another winner,
// matched or not. In automata of one compiler a row is the same row in both, so where two walks meet on it
// nothing can differ any more and the walk ends: two plans of 100 000 patterns with a few edits are compared
// along the edits only.
//
//   auto d = difference(a, b, [](TagId x, TagId y) { return x != y; }, Tables::OfOneCompiler);
//   isEmpty(*d);  shortestWitness(*d);          // equal; else the shortest string by which one can tell
//
// Law: empty exactly when no string's two tags differ. Costs the product of what differs.
#pragma once

#include "engine/automata/automaton.h"
#include "engine/automata/product.h"

#include <functional>
#include <optional>

namespace dialscope::automata {

/// Whether these two tags of one string are a difference. Never true for two kNoTag.
using Differ = std::function<bool(TagId first, TagId second)>;

enum class Tables {
  Unrelated,
  OfOneCompiler,  ///< a row id means the same in both, and so does a tag: a tag never differs from itself
};

/// Every string whose tags differ, with tag 1. Nothing when it takes more than `maxRows` pairs of rows.
std::optional<Automaton> difference(const Automaton& first, const Automaton& second, const Differ& differ,
                                    Tables tables = Tables::Unrelated, std::size_t maxRows = kMaxProductRows);

}  // namespace dialscope::automata
