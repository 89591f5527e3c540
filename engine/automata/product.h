// Two automata walked side by side: every string gets one tag made of the two that it has.
//
// The idea. Where a walk stands in both is a pair of rows, and a pair goes on as its two rows go on. The
// pairs that walks from the two starts meet, each made once and found again by name, are the rows of the
// product. Intersection, union and differences are not four algorithms but four ways of making one tag of
// two.
//
//   std::optional<Automaton> both = product(a, b, inBoth());
//   std::optional<Automaton> mine = product(a, b, {[](TagId x, TagId y) { return x == 7 ? y : kNoTag; }});
//
// Law: for every string s, tag of s in the product = combination.tag(tag of s in a, tag of s in b).
// Costs a look at each symbol of each pair. Pairs can be as many as the rows of a times those of b; in dial
// plans they are about as many as the rows of both together, and maxRows is there for the others.
#pragma once

#include "engine/automata/automaton.h"

#include <cstddef>
#include <functional>
#include <optional>

namespace dialscope::automata {

struct Combination {
  /// The tag of a string that has these two. Two kNoTag have to give kNoTag.
  std::function<TagId(TagId first, TagId second)> tag;
  /// From these two rows no string gets a tag, as far as that is known without a look. It spares walks and
  /// changes nothing else; may be left out.
  std::function<bool(RowId first, RowId second)> hopeless = {};
};

/// Strings of both languages, with the tag of the first.
Combination inBoth();
/// Strings of any, with the tag of the first where they have one.
Combination inEither();
/// Strings of the first language that are not in the second.
Combination inFirstOnly();
/// Strings of one language that are not in the other.
Combination inOneOnly();

inline constexpr std::size_t kMaxProductRows = 4'000'000;

/// The rows of the result are its own; it is trimmed (trim.h) but not minimal. Nothing when it takes more
/// than `maxRows` pairs.
std::optional<Automaton> product(const Automaton& first, const Automaton& second,
                                 const Combination& combination, std::size_t maxRows = kMaxProductRows);

}  // namespace dialscope::automata
