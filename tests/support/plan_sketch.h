// A plan in a few lines of text, for tests of what stands below engine/import.
//
//   const PlanSketch plan(R"(
//     route       7XXX          urgent to=PBX
//     line        70012
//     translation 5XXX@Sites    mask=6XXX css=Next no-wait
//     css         Next          Sites:Internal
//   )");
//   plan.dial("70012").fate;
//
// A line is a word that says what it is, a pattern with its partition (`@Partition`, `P` where left out; `@` alone is
// <None>; `""` is the empty pattern), and settings: urgent, tame (not urgent), blocked, emergency, outside, fac, cmc,
// originator, no-wait, by-calling, external-mask, css=, to=, mask=, prefix=, discard=, calling-mask=, calling-prefix=.
#pragma once

#include "engine/plan/plan.h"
#include "engine/routing/compiled_plan.h"
#include "engine/routing/explain_call.h"
#include "engine/routing/walk_call.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::test {

/// How a call is made in a test; everything has the default of `dial`.
struct Dialing {
  std::string partitions = "P";  ///< "A:B:C"
  routing::DialMode mode = routing::DialMode::DigitByDigit;
  std::vector<std::string> assume = {};  ///< "urgent=any"
  std::string calling = {};
  std::string externalMask = {};
  std::chrono::milliseconds gap{500};
};

inline const Dialing kBloc{.mode = routing::DialMode::Bloc};

class PlanSketch {
 public:
  /// Throws std::invalid_argument at a word it does not know and at a pattern that cannot be read.
  explicit PlanSketch(std::string_view text);

  const plan::Plan& plan() const { return *plan_; }
  plan::Plan& plan() { return *plan_; }  ///< for what a sketch has no word for; before the first call only
  const routing::CompiledPlan& compiled() const;

  /// The first entry that is written as `pattern`, in whatever partition.
  plan::EntryId entry(std::string_view pattern) const;
  std::vector<plan::PartitionId> partitions(std::string_view list) const;

  routing::Call call(std::string_view digits, const Dialing& dialing = {}) const;
  /// The call, explained.
  routing::Trace dial(std::string_view digits, const Dialing& dialing = {}) const;

  /// "PATTERN" of an entry; "-" for none.
  std::string text(std::optional<plan::EntryId> entry) const;

 private:
  void addLine(std::string_view line);
  plan::PartitionId partition(std::string_view name);
  plan::SearchSpaceId searchSpace(std::string_view name);

  std::unique_ptr<plan::Plan> plan_;
  mutable std::unique_ptr<routing::CompiledPlan> compiled_;
};

/// A pattern, read; throws std::invalid_argument where it is wrong.
pattern::Pattern patternOf(std::string_view text);

/// The pieces of `text` between `separator`s; none of the empty text.
std::vector<std::string> split(std::string_view text, char separator);

}  // namespace dialscope::test
