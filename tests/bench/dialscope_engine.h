// Dialscope as it dials: the only file of the benchmark, with its .cpp, that knows routing.
//
//   const Dialscope dialscope(list);             // compiles
//   dialscope.oneByOne()->bestMatches(strings, best);
//
// One by one is what `dial` does: a SearchWalk for each string, and after each key the question whether a longer match
// is possible. Batched is what `batch` does: matchAll. Neither peer is asked that question.
#pragma once

#include "engine/routing/compiled_plan.h"
#include "tests/bench/contest.h"

#include <cstddef>
#include <memory>
#include <span>

namespace dialscope::bench {

class Dialscope {
 public:
  explicit Dialscope(const SearchList& list);

  std::unique_ptr<Engine> oneByOne() const;
  std::unique_ptr<Engine> batched() const;
  /// The batch in two halves, each on a thread of its own.
  std::unique_ptr<Engine> batchedOnTwoThreads() const;

  routing::CompilationSize size() const { return compiled_.size(); }
  const routing::CompiledPlan& compiled() const { return compiled_; }
  const SearchList& list() const { return list_; }

 private:
  const SearchList& list_;
  routing::CompiledPlan compiled_;
};

/// The limit: the loads from the table and nothing else. Symbols are columns already, strings stand in the order of
/// their lengths, `lanes` of them are walked in step, and what they come to is added up.
class BareWalk {
 public:
  BareWalk(const Dialscope& dialscope, std::span<const DigitString> strings);

  /// 8 or 16 lanes.
  std::uint64_t run(std::size_t lanes) const;

 private:
  template <std::size_t Lanes>
  std::uint64_t runIn() const;

  automata::Automaton automaton_;
  std::vector<std::uint8_t> columns_;  // of all strings
  std::vector<std::uint32_t> begins_;  // of each string, and the end
};

/// Reads the text and does nothing with it.
std::uint64_t readText(std::span<const DigitString> strings);

}  // namespace dialscope::bench
