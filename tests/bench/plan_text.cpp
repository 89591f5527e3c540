#include "tests/bench/plan_text.h"

#include <cassert>
#include <string_view>
#include <variant>

namespace dialscope::bench {
namespace {

std::string element(std::string_view name, std::string_view value) {
  std::string text = "<";
  text.append(name).append(">").append(value).append("</").append(name).append(">");
  return text;
}

std::string_view objectName(plan::EntryKind kind) {
  switch (kind) {
  case plan::EntryKind::Route: return "routePattern";
  case plan::EntryKind::Translation: return "transPattern";
  case plan::EntryKind::DirectoryNumber: return "line";
  case plan::EntryKind::CallPark: return "callPark";
  default: break;
  }
  assert(false && "no kind that the generator makes");
  return {};
}

std::string fields(const plan::Plan& plan, const plan::Entry& entry) {
  std::string text = element("pattern", entry.pattern.text) +
                     element("routePartitionName", at(plan.partitions, entry.partition).name);
  if (!entry.called->mask.empty()) text += element("calledPartyTransformationMask", entry.called->mask);
  if (entry.blocked) text += element("blockEnable", "true");
  if (const auto* route = std::get_if<plan::RoutePattern>(&entry.detail)) {
    if (const auto* gateway = std::get_if<plan::DeviceId>(&route->destination)) {
      text += element("destination", element("gatewayName", at(plan.devices, *gateway).name));
    }
  }
  if (const auto* translation = std::get_if<plan::TranslationPattern>(&entry.detail)) {
    if (translation->useOriginatorSearchSpace) text += element("useOriginatorCss", "true");
  }
  return text;
}

}  // namespace

std::string writeDialPlan(const plan::Plan& plan) {
  std::string text = "<dialPlan name=\"" + plan.name + "\">\n";
  for (const plan::Partition& partition : plan.partitions) {
    if (!partition.name.empty()) text += element("routePartition", element("name", partition.name)) + '\n';
  }
  for (const plan::CallingSearchSpace& searchSpace : plan.searchSpaces) {
    std::string clause;
    for (const plan::PartitionId partition : searchSpace.partitions) {
      if (!clause.empty()) clause += ':';
      clause += at(plan.partitions, partition).name;
    }
    text += element("css", element("name", searchSpace.name) + element("clause", clause)) + '\n';
  }
  for (const plan::Device& device : plan.devices)
    text += element("sipTrunk", element("name", device.name)) + '\n';
  for (const plan::Entry& entry : plan.entries)
    text += element(objectName(entry.kind), fields(plan, entry)) + '\n';
  return text + "</dialPlan>\n";
}

}  // namespace dialscope::bench
