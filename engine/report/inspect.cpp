#include "engine/report/inspect.h"

#include "engine/report/message.h"
#include "engine/report/phrases.h"
#include "engine/report/table.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace dialscope::report {
namespace {

using import::LoadedPlan;
using nlohmann::ordered_json;
using routing::Compilation;

struct TopicRow {
  Topic topic;
  const char* key;
  std::string_view title;
};

constexpr TopicRow kTopics[] = {
    {Topic::Unread, "unread", "What could not be read"},
    {Topic::Wrong, "messages", "Messages"},
    {Topic::Unresolved, "unresolved", "Names that lead nowhere"},
    {Topic::Suspicious, "suspicious", "Legal, and seldom meant"},
    {Topic::Unknown, "unknown", "Elements and columns that are not known"},
    {Topic::Unsaid, "unsaid", "What the source does not say"},
};

std::string_view leftOutKind(const plan::LeftOutEntry& entry) {
  return entry.learned ? "learned" : plan::kindName(entry.kind);
}

/// All messages of one code, in the order of reading.
struct Group {
  DiagnosticCode code;
  std::vector<const Diagnostic*> messages;
};

// Errors first, then warnings, then notes; among those of equal weight the code that came first.
std::vector<Group> groupsOf(const Diagnostics& diagnostics, Topic topic) {
  std::vector<Group> groups;
  for (const Diagnostic& one : diagnostics) {
    if (topicOf(one.code) != topic) continue;
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const Group& known) { return known.code == one.code; });
    if (group == groups.end()) group = groups.insert(groups.end(), {one.code, {}});
    group->messages.push_back(&one);
  }
  std::stable_sort(groups.begin(), groups.end(),
                   [](const Group& a, const Group& b) { return severityOf(a.code) < severityOf(b.code); });
  return groups;
}

// By the kinds' names, since both sorts of transformation patterns share one.
std::map<std::string_view, std::size_t> countsByKind(const plan::Plan& plan) {
  std::map<std::string_view, std::size_t> counts;
  for (const plan::Entry& entry : plan.entries) ++counts[plan::kindName(entry.kind)];
  return counts;
}

template <class Items>
std::size_t undefinedIn(const Items& items) {
  return static_cast<std::size_t>(
      std::count_if(items.begin(), items.end(), [](const auto& item) { return !item.defined; }));
}

std::string title(const Style& style, std::string_view text) {
  return "\n" + style.paint(Ink::Strong, text) + "\n";
}

// A list of counts; nothing for an empty one.
std::string section(const Style& style, std::string_view name, const Table& table) {
  return table.empty() ? std::string() : title(style, name) + table.print(style, "  ");
}

std::vector<Cell> numbered(std::string name, std::size_t count, std::size_t undefined = 0) {
  std::string never = undefined == 0 ? "" : fmt::format("{} of them never defined", undefined);
  return {{std::move(name)}, {std::to_string(count)}, {std::move(never), Ink::Warn}};
}

std::string firstOf(const std::vector<std::string>& names) {
  constexpr std::size_t kMostNames = 5;
  std::string list;
  for (std::size_t i = 0; i < std::min(names.size(), kMostNames); ++i)
    list += (i == 0 ? "" : ", ") + names[i];
  if (names.size() > kMostNames) list += fmt::format(" and {} more", names.size() - kMostNames);
  return list;
}

std::string filesText(const LoadedPlan& loaded, const Style& style) {
  Table table;
  table.add({{"read"}, {std::to_string(loaded.filesRead.size())}, {firstOf(loaded.filesRead)}});
  if (!loaded.filesSkipped.empty()) {
    table.add({{"skipped"}, {std::to_string(loaded.filesSkipped.size())}, {firstOf(loaded.filesSkipped)}});
  }
  if (!loaded.releases.empty()) {
    table.add({{"releases"}, {std::to_string(loaded.releases.size())}, {firstOf(loaded.releases)}});
  }
  return section(style, "Files", table);
}

std::string countsText(const LoadedPlan& loaded, const Style& style) {
  const plan::Plan& plan = loaded.plan;
  Table objects;
  for (const auto& [object, count] : loaded.objects) objects.add(numbered(object, count));
  Table all;
  all.add(numbered("partitions", plan.partitions.size() - 1, undefinedIn(plan.partitions)));
  all.add(numbered("calling search spaces", plan.searchSpaces.size(), undefinedIn(plan.searchSpaces)));
  all.add(numbered("devices", plan.devices.size(), undefinedIn(plan.devices)));
  all.add(numbered("route lists", plan.routeLists.size(), undefinedIn(plan.routeLists)));
  all.add(numbered("patterns", plan.entries.size()));
  for (const auto& [kind, count] : countsByKind(plan)) all.add(numbered(fmt::format("  {}", kind), count));
  return section(style, "Objects read", objects) + section(style, "The plan made of them", all);
}

std::vector<std::string> overBudget(const plan::Plan& plan, const Compilation& compilation) {
  std::vector<std::string> names;
  for (const auto id : compilation.overBudget) names.push_back(at(plan.searchSpaces, id).name);
  return names;
}

std::string automataText(const plan::Plan& plan, const Compilation& compilation, const Style& style) {
  const std::vector<std::string> over = overBudget(plan, compilation);
  Table table;
  table.add({{"search lists"}, {std::to_string(compilation.size.searchLists)}});
  table.add({{"rows"}, {std::to_string(compilation.size.rows)}});
  table.add({{"table bytes"}, {std::to_string(compilation.size.tableBytes)}});
  table.add({{"over the budget"},
             {over.empty() ? "none" : std::to_string(over.size())},
             {over.empty() ? "" : "walked side by side: " + firstOf(over)}});
  return section(style, "Automata", table);
}

std::string leftOutText(const plan::Plan& plan, const Style& style) {
  Table unexpanded;
  Table learned;
  for (const plan::LeftOutEntry& entry : plan.leftOut) {
    const std::string file = entry.where.file ? *entry.where.file : std::string();
    (entry.learned ? learned : unexpanded)
        .add({{entry.pattern.text},
              {partitionName(plan, entry.partition)},
              {std::string(leftOutKind(entry))},
              {fmt::format("{}:{}:{}", file, entry.where.line, entry.where.column), Ink::Faint}});
  }
  return section(style, "Patterns left out: this build does not expand @ (DA-15)", unexpanded) +
         section(style, "Learned patterns left out: this build does not match them (DA-87)", learned);
}

std::string groupText(const Group& group) {
  constexpr std::size_t kMostPlaces = 5;
  std::string lines;
  for (std::size_t i = 0; i < std::min(group.messages.size(), kMostPlaces); ++i) {
    lines += "  " + renderDiagnostic(*group.messages[i]) + "\n";
  }
  if (group.messages.size() <= kMostPlaces) return lines;
  return lines + fmt::format("  and {} more [{}]\n", group.messages.size() - kMostPlaces, slugOf(group.code));
}

std::string topicText(const LoadedPlan& loaded, const TopicRow& row, const Style& style) {
  std::string lines;
  for (const Group& group : groupsOf(loaded.diagnostics, row.topic)) lines += groupText(group);
  return lines.empty() ? lines : title(style, row.title) + lines;
}

ordered_json toJson(const SourcePosition& where) {
  return {{"file", where.file ? *where.file : std::string()}, {"line", where.line}, {"column", where.column}};
}

ordered_json toJson(const Group& group) {
  ordered_json object = {{"code", slugOf(group.code)},
                         {"severity", severityName(severityOf(group.code))},
                         {"count", group.messages.size()},
                         {"places", ordered_json::array()}};
  for (const Diagnostic* one : group.messages) {
    ordered_json place = toJson(one->where);
    place["text"] = messageText(*one);
    place["suggestion"] = one->suggestion;
    object["places"].push_back(std::move(place));
  }
  return object;
}

ordered_json leftOutJson(const plan::Plan& plan) {
  ordered_json list = ordered_json::array();
  for (const plan::LeftOutEntry& entry : plan.leftOut) {
    ordered_json object = {{"pattern", entry.pattern.text},
                           {"partition", at(plan.partitions, entry.partition).name},
                           {"kind", leftOutKind(entry)},
                           {"rule", entry.learned ? "DA-87" : "DA-15"}};
    object.update(toJson(entry.where));
    list.push_back(std::move(object));
  }
  return list;
}

}  // namespace

bool hasFindings(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& one) { return severityOf(one.code) != Severity::Note; });
}

bool hasUnread(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& one) { return topicOf(one.code) == Topic::Unread; });
}

std::string inspectText(const LoadedPlan& loaded, const Compilation& compilation, const Style& style) {
  std::string text = loaded.plan.name.empty() ? "A plan without a name" : "Plan " + loaded.plan.name;
  text = style.paint(Ink::Strong, text) + "\n";
  text += filesText(loaded, style) + countsText(loaded, style);
  text += automataText(loaded.plan, compilation, style) + leftOutText(loaded.plan, style);
  for (const TopicRow& row : kTopics) text += topicText(loaded, row, style);
  return text;
}

std::string inspectJson(const LoadedPlan& loaded, const Compilation& compilation) {
  const plan::Plan& plan = loaded.plan;
  ordered_json document = {{"schema", "dialscope/inspect/1"}, {"name", plan.name}};
  document["files_read"] = loaded.filesRead;
  document["files_skipped"] = loaded.filesSkipped;
  document["releases"] = loaded.releases;
  document["objects"] = ordered_json::object();
  for (const auto& [object, count] : loaded.objects) document["objects"][object] = count;
  document["partitions"] = plan.partitions.size() - 1;
  document["search_spaces"] = plan.searchSpaces.size();
  document["devices"] = plan.devices.size();
  document["route_lists"] = plan.routeLists.size();
  document["patterns"] = ordered_json::object();
  for (const auto& [kind, count] : countsByKind(plan)) document["patterns"][std::string(kind)] = count;
  document["automata"] = {{"search_lists", compilation.size.searchLists},
                          {"rows", compilation.size.rows},
                          {"table_bytes", compilation.size.tableBytes},
                          {"over_budget", overBudget(plan, compilation)}};
  document["left_out"] = leftOutJson(plan);
  for (const TopicRow& row : kTopics) {
    document[row.key] = ordered_json::array();
    for (const Group& group : groupsOf(loaded.diagnostics, row.topic))
      document[row.key].push_back(toJson(group));
  }
  return document.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace dialscope::report
