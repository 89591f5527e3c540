// The one door for front ends: a plan that has been loaded, and calls on it asked for by name.
//
//   Result<Workspace> opened = Workspace::open({"site.xml"});
//   CallRequest request{.searchSpaces = {"Phones"}, .digits = "70012"};
//   Result<Trace> trace = opened->dial(request);
//
// A request is text as a person writes it: the options of `dial`, the columns of a suite. Here it is resolved against
// the plan; whatever in it names nothing comes back as one diagnostic with a suggestion.
#pragma once

#include "engine/base/result.h"
#include "engine/import/edit.h"
#include "engine/import/load_plan.h"
#include "engine/routing/explain_call.h"

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
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

class Workspace {
 public:
  /// Loads and compiles. `alsoWrong` takes what else went wrong when nothing could be read. No answer depends on the
  /// budget, only memory and speed do. Asked to stop it soon fails, with an error that means nothing.
  static Result<Workspace> open(const std::vector<std::string>& paths, Diagnostics* alsoWrong = nullptr,
                                automata::Budget budget = {}, std::stop_token stop = {});
  static Result<Workspace> openText(std::string_view name, std::string_view text,
                                    automata::Budget budget = {});

  /// The plan that `document` comes to, which was edited from this one's (import/edit.h), compiled anew.
  Workspace with(import::Document document) const;

  const import::LoadedPlan& loaded() const { return *loaded_; }
  const plan::Plan& plan() const { return loaded_->plan; }
  const routing::CompiledPlan& compiled() const { return *compiled_; }

  /// The request with every name resolved.
  Result<routing::Call> resolve(const CallRequest& request) const;
  /// The call, explained.
  Result<routing::Trace> dial(const CallRequest& request,
                              routing::Detail detail = routing::Detail::Everything) const;

  /// The entries that `PATTERN[@PARTITION]` means. The error: there is none, or no such partition.
  Result<std::vector<plan::EntryId>> findPattern(std::string_view text) const;

  /// How the pattern `PATTERN[@PARTITION]` fared in a call on this plan. One that stands in several partitions is looked at
  /// where the caller searches, if it stands there at all. Errors: those of findPattern.
  Result<routing::WhyNot> whyNot(const routing::Trace& trace, std::string_view text) const;

 private:
  Workspace(import::LoadedPlan loaded, automata::Budget budget);

  automata::Budget budget_;
  // On the heap: the compiled plan keeps a reference to the loaded one while this object moves.
  std::unique_ptr<const import::LoadedPlan> loaded_;
  std::unique_ptr<const routing::CompiledPlan> compiled_;
};

}  // namespace dialscope::workspace
