#include "engine/workspace/workspace.h"

#include <utility>

namespace dialscope::workspace {

Workspace::Workspace(import::LoadedPlan loaded, automata::Budget budget)
    : budget_(budget),
      loaded_(std::make_unique<const import::LoadedPlan>(std::move(loaded))),
      compiled_(std::make_unique<const routing::CompiledPlan>(loaded_->plan, budget)) {}

Result<Workspace> Workspace::open(const std::vector<std::string>& paths, Diagnostics* alsoWrong,
                                  automata::Budget budget, std::stop_token stop) {
  auto loaded = import::loadPlan(paths, alsoWrong, std::move(stop));
  if (!loaded) return tl::unexpected(std::move(loaded.error()));
  return Workspace(std::move(*loaded), budget);
}

Result<Workspace> Workspace::openText(std::string_view name, std::string_view text, automata::Budget budget) {
  auto loaded = import::loadPlanText(name, text);
  if (!loaded) return tl::unexpected(std::move(loaded.error()));
  return Workspace(std::move(*loaded), budget);
}

Workspace Workspace::with(import::Document document) const {
  return Workspace(import::planOf(*loaded_, std::move(document)), budget_);
}

Result<routing::Call> Workspace::resolve(const CallRequest& request) const {
  return resolveCall(plan(), request);
}

Result<routing::Trace> Workspace::dial(const CallRequest& request, routing::Detail detail) const {
  const auto call = resolve(request);
  if (!call) return tl::unexpected(call.error());
  return routing::explainCall(*compiled_, *call, detail);
}

Result<std::vector<plan::EntryId>> Workspace::findPattern(std::string_view text) const {
  return workspace::findPattern(plan(), text);
}

Result<routing::WhyNot> Workspace::whyNot(const routing::Trace& trace, std::string_view text) const {
  const auto entries = findPattern(text);
  if (!entries) return tl::unexpected(entries.error());
  return routing::whyNot(compiled(), trace, *entries);
}

}  // namespace dialscope::workspace
