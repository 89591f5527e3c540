// The one door for front ends: a plan that has been loaded, and calls on it asked for by name.
//
//   Result<Workspace> opened = Workspace::open({"site.xml"});
//   CallRequest request{.searchSpaces = {"Phones"}, .digits = "70012"};
//   Result<Trace> trace = opened->dial(request);
#pragma once

#include "engine/base/result.h"
#include "engine/import/edit.h"
#include "engine/import/load_plan.h"
#include "engine/routing/explain_call.h"
#include "engine/routing/race.h"
#include "engine/workspace/resolve_call.h"

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace dialscope::workspace {

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
  /// where it came furthest. Errors: those of findPattern.
  Result<routing::WhyNot> whyNot(const routing::Trace& trace, std::string_view text) const;

 private:
  Workspace(import::LoadedPlan loaded, automata::Budget budget);

  automata::Budget budget_;
  // On the heap: the compiled plan keeps a reference to the loaded one while this object moves.
  std::unique_ptr<const import::LoadedPlan> loaded_;
  std::unique_ptr<const routing::CompiledPlan> compiled_;
};

}  // namespace dialscope::workspace
