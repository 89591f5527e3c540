// A call as a person asks for it, resolved against a plan: every name in it found, or one diagnostic that says which is
// none, with a suggestion.
//
//   CallRequest request{.from = "SEP00000000A001", .digits = "9011"};
//   Result<routing::Call> call = resolveCall(plan, request);
//
// A request is text: the options of `dial`, the columns of a suite.
#pragma once

#include "engine/base/result.h"
#include "engine/plan/plan.h"
#include "engine/routing/call.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::workspace {

/// A call in the words of the command line. At most one of `from`, `searchSpaces`, `partitions` says who searches
/// where; with none only `<None>` is searched (DA-20).
struct CallRequest {
  std::vector<std::string> searchSpaces = {};  ///< in order, line before device (DA-21)
  std::optional<std::string> partitions = {};  ///< "A:B:C"
  std::string from = {};                       ///< "SEP…", "SEP…/2", "1001", "1001@Internal"
  std::optional<std::string> calling = {};     ///< the caller's number, in place of the origin's
  std::optional<std::string> externalMask = {};
  std::string digits = {};  ///< see routing::parseDialString
  std::string mode = {};    ///< empty = digit-by-digit
  std::chrono::milliseconds gap{500};
  std::optional<std::chrono::milliseconds> interdigitTimeout = {};
  std::vector<std::string> assume = {};  ///< "urgent=any"

  friend bool operator==(const CallRequest&, const CallRequest&) = default;
};

/// What a front end may say about the request's origin.
bool hasOrigin(const CallRequest& request);

/// The call that `request` means. Errors: those under "A call that is asked for wrongly" of base/diagnostic.h.
Result<routing::Call> resolveCall(const plan::Plan& plan, const CallRequest& request);

/// The entries that `PATTERN[@PARTITION]` means. The error: there is none, or no such partition.
Result<std::vector<plan::EntryId>> findPattern(const plan::Plan& plan, std::string_view text);

}  // namespace dialscope::workspace
