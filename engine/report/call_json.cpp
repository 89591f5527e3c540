#include "engine/report/call.h"
#include "engine/report/message.h"
#include "engine/report/phrases.h"
#include "engine/report/unmodelled_json.h"

#include <nlohmann/json.hpp>

namespace dialscope::report {
namespace {

using nlohmann::ordered_json;
using routing::Candidate;
using routing::Hop;
using routing::Trace;

ordered_json partitionNames(const plan::Plan& plan, const std::vector<plan::PartitionId>& partitions) {
  ordered_json names = ordered_json::array();
  for (const auto partition : partitions) names.push_back(at(plan.partitions, partition).name);
  return names;
}

// kind, pattern and partition of the entry that was hit; empty strings where there is none.
void putEntry(const plan::Plan& plan, const std::optional<plan::EntryId>& id, ordered_json& object) {
  if (!id) {
    for (const char* key : {"kind", "pattern", "partition"}) object[key] = "";
    return;
  }
  const plan::Entry& entry = at(plan.entries, *id);
  object["kind"] = plan::kindName(entry.kind);
  object["pattern"] = entry.pattern.text;
  object["partition"] = at(plan.partitions, entry.partition).name;
}

ordered_json toJson(const plan::Plan& plan, const Hop& hop, const Candidate& candidate) {
  const plan::Entry& entry = at(plan.entries, candidate.entry);
  ordered_json object = {
      {"pattern", entry.pattern.text},      {"partition", at(plan.partitions, entry.partition).name},
      {"kind", plan::kindName(entry.kind)}, {"urgent", entry.urgent},
      {"matches", candidate.matches},       {"longer", candidate.longer}};
  object["count"] = candidate.count ? ordered_json(candidate.count->str()) : ordered_json(nullptr);
  object["verdict"] = routing::name(candidate.verdict);
  object["died_at"] = candidate.diedAt ? ordered_json(*candidate.diedAt) : ordered_json(nullptr);
  object["rule"] = candidate.rule;
  object["why"] = verdictPhrase(plan, hop, candidate);
  return object;
}

using routing::Detail;

ordered_json toJson(const plan::Plan& plan, const Hop& hop, Detail detail) {
  ordered_json object = {{"digits", hop.digits.text()}, {"partitions", partitionNames(plan, hop.partitions)}};
  putEntry(plan, hop.entry, object);
  object["reason"] = routing::name(hop.reason);
  object["wait_ms"] = hop.waited.count();
  object["called"] = hop.called.text();
  object["calling"] = hop.calling.text();
  object["by_calling_party"] = hop.byCallingParty;
  object["steps"] = ordered_json::array();
  for (const routing::RewriteStep& step : hop.steps) {
    object["steps"].push_back({{"party", step.party == routing::Party::Called ? "called" : "calling"},
                               {"step", routing::name(step.operation)},
                               {"with", step.with},
                               {"number", step.number.text()}});
  }
  if (detail == Detail::Answer) return object;
  object["candidates"] = ordered_json::array();
  for (const Candidate& candidate : hop.candidates)
    object["candidates"].push_back(toJson(plan, hop, candidate));
  return object;
}

ordered_json toJson(const plan::Plan& plan, const routing::TimelineEntry& entry) {
  return {{"ms", entry.at.count()},
          {"key", entry.key ? std::string(1, charOf(*entry.key)) : std::string()},
          {"digits", entry.digits.text()},
          {"possible", entry.possible},
          {"best", entry.best ? at(plan.entries, *entry.best).pattern.text : std::string()},
          {"state", routing::name(entry.state)},
          {"tone", routing::name(entry.tone)},
          {"rule", entry.rule},
          {"hop", entry.hop}};
}

ordered_json toJson(const routing::Target& target) {
  return {{"route_list", target.routeList}, {"route_group", target.routeGroup},
          {"device", target.device},        {"hunt_list", target.huntList},
          {"called", target.called.text()}, {"calling", target.calling.text()}};
}

ordered_json toJson(const plan::Plan& plan, const Trace& trace, Detail detail = Detail::Everything) {
  const Hop& last = trace.last();
  ordered_json object = {{"schema", "dialscope/call/1"},
                         {"digits", trace.call.dialed.text},
                         {"mode", routing::modeName(trace.call.mode)},
                         {"partitions", partitionNames(plan, trace.call.origin.partitions)},
                         {"fate", routing::name(trace.fate)}};
  putEntry(plan, last.entry, object);
  object["consumed"] = trace.consumed;
  object["unused"] = trace.unused;
  object["called"] = last.called.text();
  object["calling"] = last.calling.text();
  object["reason"] = routing::name(last.reason);
  object["wait_ms"] = trace.waited.count();
  object["decided_at_ms"] = trace.decidedAt.count();
  object["emergency"] = trace.emergency;
  const bool blocked = last.entry && at(plan.entries, *last.entry).blocked;
  object["release_cause"] = blocked ? plan::causeName(at(plan.entries, *last.entry).cause) : "";
  object["requires"] = trace.requiredCodes;
  object["target"] = toJson(trace.target);
  object["hops"] = ordered_json::array();
  for (const Hop& hop : trace.hops) object["hops"].push_back(toJson(plan, hop, detail));
  if (detail == Detail::Everything) {
    object["timeline"] = ordered_json::array();
    for (const auto& entry : trace.timeline) object["timeline"].push_back(toJson(plan, entry));
  }
  object["assumed"] = trace.assumed;
  object["unmodelled"] = unmodelledJson(trace.unmodelled);
  return object;
}

constexpr int kOneLine = -1;
constexpr int kIndented = 2;

// A name from a stream need not be UTF-8; what is written is.
std::string printed(const ordered_json& object, int indent) {
  return object.dump(indent, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace

std::string callJson(const plan::Plan& plan, const Trace& trace,
                     const std::optional<routing::WhyNot>& whyNot) {
  ordered_json object = toJson(plan, trace);
  if (whyNot) {
    ordered_json answer = toJson(plan, trace.hops[whyNot->hop], whyNot->candidate);
    answer["hop"] = whyNot->hop;
    answer["sentence"] = whyNotSentence(plan, trace, *whyNot);
    object["why_not"] = std::move(answer);
  }
  return printed(object, kIndented);
}

std::string callLine(const plan::Plan& plan, const Trace& trace, Detail detail, std::string_view name) {
  ordered_json object = ordered_json::object();
  if (!name.empty()) object["name"] = name;
  object.update(toJson(plan, trace, detail));
  return printed(object, kOneLine);
}

std::string errorLine(const Diagnostic& problem, std::size_t line, std::string_view name) {
  ordered_json object = {{"schema", "dialscope/error/1"}, {"line", line}};
  if (!name.empty()) object["name"] = name;
  object["error"] = messageText(problem);
  object["code"] = slugOf(problem.code);
  if (!problem.suggestion.empty()) object["suggestion"] = problem.suggestion;
  return printed(object, kOneLine);
}

std::string replayJson(const plan::Plan& plan, const Replay& replay) {
  const Parting parting = partingOf(plan, replay);
  ordered_json object = ordered_json::object();
  object["schema"] = "dialscope/replay/1";
  object["parted"] = parting.key.has_value();
  object["parting_key"] = parting.key ? ordered_json(*parting.key) : ordered_json(nullptr);
  object["sentence"] = parting.sentence;
  object["lanes"] = ordered_json::array({toJson(plan, replay.keyed), toJson(plan, replay.bloc)});
  return printed(object, kIndented);
}

}  // namespace dialscope::report
