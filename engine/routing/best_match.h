// The best match (DA-22 … DA-24): one pure function, its tie-breaks in one table.
//
//   1. DA-22  fewest strings of the dialed length
//   2. DA-23  the partition that stands earlier in the search list; <None> is last
//   3. DA-24  the pattern written first: nobody has published this one
//
// The winner is no property of where a walk stands: the count depends on the length, so `15!` beats `1[3-5]XX` at four
// digits and loses to it at five. Kind, urgency and blocking play no part (DA-20, DA-25, DA-26).
#pragma once

#include "engine/base/count.h"
#include "engine/plan/plan.h"
#include "engine/routing/trace.h"

#include <compare>
#include <cstddef>
#include <optional>
#include <vector>

namespace dialscope::routing {

/// A pattern that matches the whole string, and what decides between it and others.
struct Contender {
  plan::EntryId entry;
  std::size_t rank = 0;        ///< the place of its partition in the search list
  std::optional<Count> count;  ///< strings of the dialed length; none = could not be counted: the largest
};

/// How two contenders stand to each other, and the rule that says so.
struct Precedence {
  std::strong_ordering order;  ///< less = the first is selected
  RuleId rule;
};

Precedence precedence(const Contender& first, const Contender& second);

struct Selection {
  std::size_t index = 0;  ///< into the contenders
  RuleId rule;            ///< what told it from the runner-up; DA-22 without one
};

/// The contender that is selected; nothing when there is none.
std::optional<Selection> bestMatch(const std::vector<Contender>& contenders);

}  // namespace dialscope::routing
