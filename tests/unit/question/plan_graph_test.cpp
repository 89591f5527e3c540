// The graph of a plan as lines of text: who leads where, what an excerpt shows of it, and what it owns up to hiding.
#include "engine/question/plan_graph.h"

#include "engine/question/call_path.h"
#include "engine/question/excerpt.h"
#include "tests/support/plan_sketch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace dialscope {
namespace {

using plan::Plan;
using question::Excerpt;
using question::excerptAround;
using question::excerptOfCall;
using question::Limits;
using question::Node;
using question::NodeKind;
using question::PlanGraph;
using question::planGraph;
using question::Side;
using test::PlanSketch;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;
using testing::UnorderedElementsAre;

// "css Phones", "partition P", "7XXX"
std::string text(const Plan& plan, Node node) {
  switch (node.kind) {
  case NodeKind::Caller: return "caller";
  case NodeKind::Origin: return "from " + plan.devices[node.index].name;
  case NodeKind::SearchSpace: return "css " + plan.searchSpaces[node.index].name;
  case NodeKind::Partition:
    return node.index == 0 ? "partition <None>" : "partition " + plan.partitions[node.index].name;
  case NodeKind::Pattern: return plan.entries[node.index].pattern.text;
  case NodeKind::Originator: return "originator";
  case NodeKind::RouteList: return "list " + plan.routeLists[node.index].name;
  case NodeKind::RouteGroup: return "group " + plan.routeGroups[node.index].name;
  case NodeKind::HuntList: return "hunt list " + plan.huntLists[node.index].name;
  case NodeKind::LineGroup: return "line group " + plan.lineGroups[node.index].name;
  case NodeKind::Device: return "to " + plan.devices[node.index].name;
  }
  return {};
}

struct Drawn {
  const Plan& plan;
  PlanGraph graph;
  Excerpt excerpt;

  std::string nodeText(std::size_t i) const { return text(plan, excerpt.nodes[i].node); }
  std::vector<std::string> nodes() const {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < excerpt.nodes.size(); ++i) texts.push_back(nodeText(i));
    return texts;
  }
  /// "css A -> partition P", "css A -2-> partition Q"
  std::vector<std::string> edges(std::optional<std::size_t> hop = {}) const {
    std::vector<std::string> texts;
    for (const auto& edge : excerpt.edges) {
      if (hop && std::find(edge.hops.begin(), edge.hops.end(), *hop) == edge.hops.end()) continue;
      texts.push_back(nodeText(edge.from) +
                      (edge.order == 0 ? " -> " : " -" + std::to_string(edge.order) + "-> ") +
                      nodeText(edge.to));
    }
    return texts;
  }
  const Excerpt::Shown& shown(std::string_view what) const {
    for (std::size_t i = 0; i < excerpt.nodes.size(); ++i) {
      if (nodeText(i) == what) return excerpt.nodes[i];
    }
    ADD_FAILURE() << what << " is not shown";
    static const Excerpt::Shown kNone{};
    return kNone;
  }
};

Drawn around(const PlanSketch& sketch, Node focus, const Limits& limits = {}) {
  PlanGraph graph = planGraph(sketch.plan());
  Excerpt excerpt = excerptAround(graph, focus, limits);
  return {sketch.plan(), std::move(graph), std::move(excerpt)};
}

Drawn ofCall(const PlanSketch& sketch, const routing::Trace& trace, const Limits& limits = {}) {
  PlanGraph graph = planGraph(sketch.plan());
  Excerpt excerpt = excerptOfCall(graph, sketch.plan(), trace, limits);
  return {sketch.plan(), std::move(graph), std::move(excerpt)};
}

Node searchSpace(const PlanSketch& sketch, std::string_view name) {
  return {NodeKind::SearchSpace, sketch.plan().findSearchSpace(name).value().value};
}

const char* const kTwoTiers = R"(
  translation 911@First    css=Second
  line        1001@Inside
  route       9!@Outside   to=Gateway
  route       9900@Outside blocked to=Gateway
  css Phones First:Inside
  css Second Outside
)";

// A phone with line 1001, line CSS "Second" on it, device CSS "Phones".
void addPhone(PlanSketch& sketch, const std::string& name) {
  Plan& plan = sketch.plan();
  plan::Device phone;
  phone.name = name;
  phone.searchSpace = plan.findSearchSpace("Phones");
  phone.lines.push_back({sketch.entry("1001"), 1, {}});
  plan.devices.push_back(phone);
}

TEST(PlanGraph, WhoLeadsWhere) {
  PlanSketch sketch(kTwoTiers);
  addPhone(sketch, "SEP1");
  const Drawn drawn = around(sketch, searchSpace(sketch, "Phones"));
  EXPECT_THAT(drawn.edges(),
              UnorderedElementsAre("from SEP1 -> css Phones", "css Phones -1-> partition First",
                                   "css Phones -2-> partition Inside", "partition First -> 911",
                                   "partition Inside -> 1001", "911 -> css Second", "1001 -1-> to SEP1"));
  EXPECT_TRUE(drawn.shown("css Phones").focus);
  // The next lookup is not followed, and that is said.
  EXPECT_EQ(drawn.shown("css Second").hiddenAfter, 1U);
  EXPECT_FALSE(drawn.shown("css Second").openedAfter);
  EXPECT_TRUE(drawn.graph.cycles.empty()) << "a phone that can ring itself is no cycle of translations";
}

TEST(PlanGraph, AnEdgeLeadsToALaterNode) {
  PlanSketch sketch(kTwoTiers);
  addPhone(sketch, "SEP1");
  for (const auto& [name, count] : {std::pair{"Phones", 8U}, std::pair{"Second", 6U}}) {
    const Drawn drawn = around(sketch, searchSpace(sketch, name));
    EXPECT_EQ(drawn.excerpt.nodes.size(), count);
    for (const auto& edge : drawn.excerpt.edges) EXPECT_LT(edge.from, edge.to);
  }
}

TEST(PlanGraph, ABlockedPatternLeadsNowhere) {
  const PlanSketch sketch(kTwoTiers);
  const Drawn drawn = around(sketch, searchSpace(sketch, "Second"));
  EXPECT_THAT(drawn.edges(), UnorderedElementsAre("911 -> css Second", "css Second -1-> partition Outside",
                                                  "partition Outside -> 9!", "partition Outside -> 9900",
                                                  "9! -> to Gateway"));
}

TEST(PlanGraph, APatternShowsWhoCanReachIt) {
  const PlanSketch sketch(kTwoTiers);
  const Drawn drawn = around(sketch, {NodeKind::Pattern, sketch.entry("911").value});
  EXPECT_THAT(drawn.edges(), UnorderedElementsAre("css Phones -1-> partition First", "partition First -> 911",
                                                  "911 -> css Second", "css Second -1-> partition Outside",
                                                  "partition Outside -> 9!", "partition Outside -> 9900",
                                                  "9! -> to Gateway"));
}

template <class Thing>
Thing named(std::string name) {
  Thing thing;
  thing.name = std::move(name);
  return thing;
}

// A route list of a local group and a real one, which is what the local one stands for in two device pools.
PlanSketch withRouteList() {
  PlanSketch sketch(R"(
    route 8!
    route 9!
    css Phones P
  )");
  Plan& plan = sketch.plan();
  auto trunk = named<plan::Device>("Trunk");
  trunk.kind = plan::DeviceKind::Trunk;
  plan.devices.push_back(trunk);
  plan.routeGroups = {named<plan::RouteGroup>("Local"), named<plan::RouteGroup>("RG"),
                      named<plan::RouteGroup>("Spare")};
  plan.routeGroups[0].local = true;
  plan.routeGroups[1].members = {{plan::DeviceId{0}}};
  auto list = named<plan::RouteList>("RL");
  list.members = {{plan::RouteGroupId{0}}, {plan::RouteGroupId{2}}};
  plan.routeLists = {list};
  for (const char* name : {"Pool 1", "Pool 2"}) {
    auto pool = named<plan::DevicePool>(name);
    pool.localRouteGroups = {{plan::RouteGroupId{0}, plan::RouteGroupId{1}}};
    plan.devicePools.push_back(pool);
  }
  std::get<plan::RoutePattern>(plan.entries[1].detail).destination = plan::RouteListId{0};
  return sketch;
}

TEST(PlanGraph, ADeviceShowsThePatternsThatLeadToIt) {
  const PlanSketch sketch = withRouteList();
  const Drawn drawn = around(sketch, {NodeKind::Device, 0});
  EXPECT_THAT(drawn.edges(),
              UnorderedElementsAre("partition P -> 9!", "9! -> list RL", "list RL -1-> group Local",
                                   "group Local -> group RG", "group RG -1-> to Trunk"));
  EXPECT_EQ(drawn.shown("list RL").hiddenAfter, 1U);
}

TEST(PlanGraph, ACallThroughARouteList) {
  const PlanSketch sketch = withRouteList();
  const Drawn drawn = ofCall(sketch, sketch.dial("91"));
  EXPECT_THAT(drawn.edges(0),
              UnorderedElementsAre("caller -1-> partition P", "partition P -> 9!", "9! -> list RL"));
  EXPECT_THAT(drawn.edges(), Contains("list RL -2-> group Spare"));
  EXPECT_THAT(drawn.edges(), Contains("group RG -1-> to Trunk"));
}

TEST(PlanGraph, AHuntPilotLeadsToItsLines) {
  PlanSketch sketch(R"(
    hunt 7000
    line 1001
    css Phones P
  )");
  Plan& plan = sketch.plan();
  auto group = named<plan::LineGroup>("Desk");
  group.members = {sketch.entry("1001")};
  plan.lineGroups = {group};
  auto list = named<plan::HuntList>("Hunt");
  list.members = {plan::LineGroupId{0}};
  plan.huntLists = {list};
  plan.entries[0].detail = plan::HuntPilot{plan::HuntListId{0}};
  const Drawn drawn = around(sketch, {NodeKind::Pattern, 0});
  EXPECT_THAT(drawn.edges(),
              UnorderedElementsAre("css Phones -1-> partition P", "partition P -> 7000",
                                   "7000 -> hunt list Hunt", "hunt list Hunt -1-> line group Desk",
                                   "line group Desk -1-> 1001", "partition P -> 1001"));
}

// DA-20, DA-50: <None> is searched last by everybody, and by nobody else than a translation without a search space.
TEST(PlanGraph, NoneIsSearchedLast) {
  const PlanSketch sketch(R"(
    translation 5XXX
    route       6XXX@ to=PBX
    css Phones P
  )");
  const Drawn drawn = around(sketch, searchSpace(sketch, "Phones"));
  EXPECT_THAT(drawn.edges(), Contains("css Phones -2-> partition <None>"));
  EXPECT_THAT(drawn.edges(), Contains("5XXX -> partition <None>"));
}

TEST(PlanGraph, CyclesOfTranslations) {
  const PlanSketch sketch(R"(
    translation 6XXX@A css=B
    translation 7XXX@B css=A
    translation 8XXX@A css=C
    translation 9XXX@D css=D
    line        1001@C
    css A A
    css B B
    css C C
    css D D
  )");
  const PlanGraph graph = planGraph(sketch.plan());
  std::vector<std::vector<std::string>> cycles;
  for (const auto& cycle : graph.cycles) {
    cycles.emplace_back();
    for (const Node node : cycle) cycles.back().push_back(text(sketch.plan(), node));
  }
  EXPECT_THAT(cycles, ElementsAre(ElementsAre("css B", "css A", "partition A", "partition B", "6XXX", "7XXX"),
                                  ElementsAre("css D", "partition D", "9XXX")));
  const Drawn drawn = around(sketch, searchSpace(sketch, "A"), {.nodes = 90, .fan = 6, .widened = {}});
  EXPECT_TRUE(drawn.shown("css A").inCycle);
  EXPECT_TRUE(drawn.shown("6XXX").inCycle);
  EXPECT_FALSE(drawn.shown("8XXX").inCycle);
  EXPECT_FALSE(drawn.shown("css C").inCycle);
}

PlanSketch crowd(std::size_t lines) {
  std::string text = "css Phones P\nroute 9! to=Gateway\ntranslation 8! css=Phones\n";
  for (std::size_t i = 0; i < lines; ++i) text += "line " + std::to_string(100'000 + i) + "\n";
  return PlanSketch(text);
}

TEST(PlanGraph, WhatIsLeftOutIsCounted) {
  const PlanSketch sketch = crowd(500);
  const Drawn drawn = around(sketch, searchSpace(sketch, "Phones"));
  const auto& partition = drawn.shown("partition P");
  EXPECT_TRUE(partition.openedAfter);
  // 8! is shown already, as a translation that leads to the search space.
  EXPECT_EQ(partition.hiddenAfter, 502U - 1 - Limits{}.fan);
  EXPECT_THAT(drawn.nodes(), Contains("9!")) << "routes and translations come before numbers";
  EXPECT_THAT(drawn.nodes(), Contains("8!"));
  EXPECT_THAT(drawn.nodes(), Not(Contains("100499")));

  Limits wider;
  wider.widened = {{{{NodeKind::Partition, 1}, Side::After}, 40}};
  const Drawn more = around(sketch, searchSpace(sketch, "Phones"), wider);
  EXPECT_EQ(more.shown("partition P").hiddenAfter, 502U - 1 - 40);
  EXPECT_EQ(more.excerpt.nodes.size(), drawn.excerpt.nodes.size() + 40 - wider.fan);
}

TEST(PlanGraph, AnExcerptKeepsToItsLimit) {
  const PlanSketch sketch = crowd(500);
  Limits limits;
  limits.nodes = 12;
  limits.fan = 100;
  const Drawn drawn = around(sketch, searchSpace(sketch, "Phones"), limits);
  EXPECT_EQ(drawn.excerpt.nodes.size(), 12U);
  // All that lies in P, but for what is shown.
  std::size_t patterns = 0;
  for (const auto& shown : drawn.excerpt.nodes) patterns += shown.node.kind == NodeKind::Pattern ? 1 : 0;
  EXPECT_EQ(drawn.shown("partition P").hiddenAfter, 502 - patterns);
}

TEST(PlanGraph, ThePathOfACall) {
  const PlanSketch sketch(kTwoTiers);
  routing::Call call = sketch.call("911", {.partitions = "First:Inside"});
  call.origin.searchSpaces = {*sketch.plan().findSearchSpace("Phones")};
  const Drawn drawn = ofCall(sketch, routing::explainCall(sketch.compiled(), call));
  EXPECT_THAT(drawn.edges(0),
              UnorderedElementsAre("caller -1-> css Phones", "css Phones -1-> partition First",
                                   "partition First -> 911"));
  EXPECT_THAT(drawn.edges(1), UnorderedElementsAre("911 -> css Second", "css Second -1-> partition Outside",
                                                   "partition Outside -> 9!", "9! -> to Gateway"));
  EXPECT_EQ(drawn.shown("css Second").hops, std::vector<std::size_t>{1});
  EXPECT_TRUE(drawn.shown("partition Inside").hops.empty()) << "searched, and nothing found";
  EXPECT_THAT(drawn.nodes(), Contains("9900")) << "in the race, and out of it";
}

TEST(PlanGraph, ACallersOwnPartitions) {
  const PlanSketch sketch(kTwoTiers);
  const Drawn drawn = ofCall(sketch, sketch.dial("9123", {.partitions = "Inside:Outside"}));
  EXPECT_THAT(drawn.edges(0), UnorderedElementsAre("caller -2-> partition Outside", "partition Outside -> 9!",
                                                   "9! -> to Gateway"));
  EXPECT_THAT(drawn.edges(), Contains("caller -1-> partition Inside"));
}

TEST(PlanGraph, SearchedInVain) {
  const PlanSketch sketch(kTwoTiers);
  routing::Call call = sketch.call("5", {.partitions = "First:Inside"});
  call.origin.searchSpaces = {*sketch.plan().findSearchSpace("Phones")};
  const Drawn drawn = ofCall(sketch, routing::explainCall(sketch.compiled(), call));
  EXPECT_THAT(drawn.edges(0), ElementsAre("caller -1-> css Phones"));
  EXPECT_THAT(drawn.edges(), Contains("css Phones -1-> partition First"));
}

// DA-51: back to the caller's own list, which is a cycle for this caller.
TEST(PlanGraph, TheOriginatorIsTheCaller) {
  const PlanSketch sketch(R"(
    translation 6XXX originator mask=1XXX
    line        1001
    css Phones P
  )");
  routing::Call call = sketch.call("6001", {.partitions = "P"});
  call.origin.searchSpaces = {*sketch.plan().findSearchSpace("Phones")};
  const Drawn drawn = ofCall(sketch, routing::explainCall(sketch.compiled(), call));
  EXPECT_THAT(drawn.edges(1), UnorderedElementsAre("6XXX -> caller", "caller -1-> css Phones",
                                                   "css Phones -1-> partition P", "partition P -> 1001"));
  EXPECT_FALSE(drawn.shown("caller").inCycle) << "the usual way to write normalisation is no alarm";
  EXPECT_EQ(drawn.shown("6XXX").hiddenAfter, 0U);
  EXPECT_THAT(drawn.nodes(), Not(Contains("originator")));
  // Without a call nobody knows who the originator is.
  EXPECT_THAT(around(sketch, searchSpace(sketch, "Phones")).edges(), Contains("6XXX -> originator"));
}

TEST(PlanGraph, ACallThatGoesRoundThroughItsCaller) {
  const PlanSketch sketch(R"(
    translation 6XXX originator mask=6XXX
    css Phones P
  )");
  routing::Call call = sketch.call("6001", {.partitions = "P"});
  call.origin.searchSpaces = {*sketch.plan().findSearchSpace("Phones")};
  const Drawn drawn = ofCall(sketch, routing::explainCall(sketch.compiled(), call));
  EXPECT_TRUE(drawn.shown("caller").inCycle);
  EXPECT_TRUE(drawn.shown("6XXX").inCycle);
}

TEST(PlanGraph, ALoopIsDrawnOnce) {
  const PlanSketch sketch(R"(
    translation 6XXX mask=7XXX css=Phones
    translation 7XXX mask=6XXX css=Phones
    css Phones P
  )");
  routing::Call call = sketch.call("6001", {.partitions = "P"});
  call.origin.searchSpaces = {*sketch.plan().findSearchSpace("Phones")};
  const routing::Trace trace = routing::explainCall(sketch.compiled(), call);
  ASSERT_EQ(trace.fate, routing::Fate::Loop);
  const Drawn drawn = ofCall(sketch, trace);
  EXPECT_EQ(drawn.excerpt.nodes.size(), 5U);
  EXPECT_EQ(drawn.shown("partition P").hops.size(), trace.hops.size());
}

TEST(PlanGraph, ACallInACrowd) {
  const PlanSketch sketch = crowd(3'000);
  const Drawn drawn = ofCall(sketch, sketch.dial("100123"));
  EXPECT_THAT(drawn.nodes(), Contains("100123"));
  EXPECT_LE(drawn.excerpt.nodes.size(), 12U);
  const auto& partition = drawn.shown("partition P");
  EXPECT_TRUE(partition.openedAfter);
  EXPECT_GT(partition.hiddenAfter, 2'900U);
}

TEST(PlanGraph, Overview) {
  const PlanSketch sketch = crowd(30);
  const PlanGraph graph = planGraph(sketch.plan());
  const Excerpt excerpt = question::overview(graph, sketch.plan());
  const Drawn drawn{sketch.plan(), graph, excerpt};
  EXPECT_THAT(drawn.edges(),
              UnorderedElementsAre("css Phones -1-> partition P", "partition P -> 8!", "8! -> css Phones"));
  EXPECT_EQ(drawn.shown("partition P").hiddenAfter, 31U);

  PlanSketch many("css A P\ncss B P\ncss C P\ncss D P\nroute 9!");
  const Excerpt few =
      question::overview(planGraph(many.plan()), many.plan(), {.nodes = 6, .fan = 6, .widened = {}});
  EXPECT_EQ(few.hiddenSearchSpaces, 2U);
}

}  // namespace
}  // namespace dialscope
