// A listing is a list of flat rows, each a JSON object with the same keys. JSON prints the rows as they are, text sets
// them under their keys.
#include "engine/report/listing.h"

#include "engine/report/phrases.h"
#include "engine/report/table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

namespace dialscope::report {
namespace {

using nlohmann::ordered_json;
using plan::Plan;

using Rows = std::vector<ordered_json>;

std::string searchSpaceName(const Plan& plan, const std::optional<plan::SearchSpaceId>& id) {
  return id ? at(plan.searchSpaces, *id).name : std::string();
}

Rows searchSpaceRows(const Plan& plan) {
  Rows rows;
  for (const plan::CallingSearchSpace& one : plan.searchSpaces) {
    ordered_json partitions = ordered_json::array();
    for (const auto id : one.partitions) partitions.push_back(at(plan.partitions, id).name);
    rows.push_back({{"name", one.name}, {"partitions", std::move(partitions)}});
  }
  return rows;
}

Rows partitionRows(const Plan& plan) {
  Rows rows;
  for (const plan::Partition& one : plan.partitions) {
    const std::string schedule = one.timeSchedule ? at(plan.timeSchedules, *one.timeSchedule).name : "";
    rows.push_back({{"name", one.name}, {"patterns", one.entries.size()}, {"time_schedule", schedule}});
  }
  return rows;
}

// A row for each line button; a phone without lines has one too.
Rows phoneRows(const Plan& plan) {
  Rows rows;
  for (const plan::Device& one : plan.devices) {
    if (one.kind != plan::DeviceKind::Phone) continue;
    const ordered_json phone = {{"name", one.name}, {"css", searchSpaceName(plan, one.searchSpace)}};
    ordered_json none = phone;
    none.update({{"button", nullptr}, {"line", ""}, {"line_css", ""}, {"external_mask", ""}});
    if (one.lines.empty()) rows.push_back(none);
    for (const plan::LineAppearance& line : one.lines) {
      const plan::Entry& entry = at(plan.entries, line.line);
      const auto* number = std::get_if<plan::DirectoryNumber>(&entry.detail);
      ordered_json row = phone;
      row["button"] = line.index;
      row["line"] = entry.pattern.text + "@" + partitionName(plan, entry.partition);
      row["line_css"] = number == nullptr ? "" : searchSpaceName(plan, number->searchSpace);
      row["external_mask"] = line.externalPhoneNumberMask;
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

struct DestinationName {
  const Plan& plan;
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(plan::Unsaid) const { return {}; }
  std::string operator()(plan::DeviceId id) const { return at(plan.devices, id).name; }
  std::string operator()(plan::RouteListId id) const { return at(plan.routeLists, id).name; }
};

// Where an entry of each kind leads: {destination, calling search space of the next hop}.
struct Leads {
  const Plan& plan;
  using Pair = std::pair<std::string, std::string>;

  Pair operator()(std::monostate) const { return {}; }
  Pair operator()(const plan::RoutePattern& route) const {
    return {std::visit(DestinationName{plan}, route.destination), {}};
  }
  Pair operator()(const plan::TranslationPattern& translation) const {
    if (translation.useOriginatorSearchSpace) return {{}, "(the originator's)"};
    return {{}, searchSpaceName(plan, translation.searchSpace)};
  }
  Pair operator()(const plan::DirectoryNumber&) const { return {}; }
  Pair operator()(const plan::HuntPilot& pilot) const {
    return {pilot.huntList ? at(plan.huntLists, *pilot.huntList).name : std::string(), {}};
  }
  Pair operator()(const plan::AlternateNumber& number) const {
    return {at(plan.entries, number.line).pattern.text, {}};
  }
};

Rows patternRows(const Plan& plan) {
  Rows rows;
  for (const plan::Entry& one : plan.entries) {
    auto [destination, nextSearchSpace] = std::visit(Leads{plan}, one.detail);
    rows.push_back({{"pattern", one.pattern.text},
                    {"partition", at(plan.partitions, one.partition).name},
                    {"kind", plan::kindName(one.kind)},
                    {"urgent", one.urgent},
                    {"blocked", one.blocked},
                    {"destination", std::move(destination)},
                    {"next_css", std::move(nextSearchSpace)}});
  }
  return rows;
}

Rows deviceRows(const Plan& plan) {
  Rows rows;
  for (const plan::Device& one : plan.devices) {
    rows.push_back(
        {{"name", one.name},
         {"kind", plan::kindName(one.kind)},
         {"css", searchSpaceName(plan, one.searchSpace)},
         {"device_pool", one.devicePool ? at(plan.devicePools, *one.devicePool).name : std::string()},
         {"lines", one.lines.size()}});
  }
  return rows;
}

struct Form {
  Listing listing;
  std::string_view name;
  Rows (*rows)(const Plan&);
};

constexpr Form kForms[] = {
    {Listing::SearchSpaces, "css", searchSpaceRows}, {Listing::Partitions, "partitions", partitionRows},
    {Listing::Phones, "phones", phoneRows},          {Listing::Patterns, "patterns", patternRows},
    {Listing::Devices, "devices", deviceRows},
};

const Form& formOf(Listing listing) {
  return *std::find_if(std::begin(kForms), std::end(kForms),
                       [&](const Form& form) { return form.listing == listing; });
}

// A name of nothing is what CUCM calls <None>; a key that does not apply stays empty.
std::string cellText(const std::string& key, const ordered_json& value) {
  if (value.is_boolean()) return value.get<bool>() ? "yes" : "";
  if (value.is_null()) return "";
  if (value.is_number()) return std::to_string(value.get<std::size_t>());
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    if (!text.empty()) return text;
    if (key == "partition" || key == "name") return std::string(plan::kNoneName);
    return key == "pattern" ? "(empty)" : "";
  }
  std::string list;
  for (const auto& item : value) list += (list.empty() ? "" : ", ") + item.get<std::string>();
  return list;
}

}  // namespace

std::string_view name(Listing listing) { return formOf(listing).name; }

std::string listText(const Plan& plan, Listing listing, const Style& style) {
  const Rows rows = formOf(listing).rows(plan);
  Table table;
  if (rows.empty()) return "the plan has none\n";
  std::vector<Cell> heads;
  for (const auto& [key, value] : rows.front().items()) {
    std::string head = key;
    std::replace(head.begin(), head.end(), '_', ' ');
    heads.push_back({std::move(head), Ink::Faint});
  }
  table.add(std::move(heads));
  for (const ordered_json& row : rows) {
    std::vector<Cell> cells;
    for (const auto& [key, value] : row.items()) cells.push_back({cellText(key, value)});
    table.add(std::move(cells));
  }
  return table.print(style, "");
}

std::string listJson(const Plan& plan, Listing listing) {
  const ordered_json document = {
      {"schema", "dialscope/list/1"}, {"list", name(listing)}, {"rows", formOf(listing).rows(plan)}};
  return document.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace dialscope::report
