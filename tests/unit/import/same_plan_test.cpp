// One plan told in every form comes out as one plan: object by object, field by field, and call by call.
#include "engine/import/compare.h"
#include "engine/routing/walk_call.h"
#include "engine/workspace/workspace.h"
#include "tests/support/files.h"
#include "tests/unit/import/loaded.h"

#include <gmock/gmock.h>

#include <array>

namespace dialscope::import {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

const std::string kByHand = test::inRepository("tests/data/pa.xml");

struct Form {
  std::string name;
  std::vector<std::string> paths;
};

// Descriptions may differ, and what AXL and BAT alone have of a route list.
bool matters(const FieldDifference& difference) {
  return difference.field != "description" && difference.field != "callManagerGroupName" &&
         difference.field != "runOnEveryNode";
}

std::vector<std::string> differences(const LoadedPlan& left, const LoadedPlan& right) {
  std::vector<std::string> lines;
  for (const FieldDifference& one : compareRecords(left.document.records, right.document.records)) {
    if (matters(one))
      lines.push_back(one.object + " " + one.key + " " + one.field + ": " + one.left + " / " + one.right);
  }
  return lines;
}

class SamePlan : public testing::TestWithParam<Form> {
 protected:
  static LoadedPlan load(const std::vector<std::string>& paths) {
    auto loaded = loadPlan(paths);
    EXPECT_TRUE(loaded.has_value());
    return loaded ? std::move(*loaded) : LoadedPlan();
  }
};

TEST_P(SamePlan, HasTheSameObjectsFieldByField) {
  const LoadedPlan byHand = load({kByHand});
  const LoadedPlan other = load(GetParam().paths);
  EXPECT_THAT(byHand.plan.entries, SizeIs(67));
  EXPECT_THAT(other.plan.entries, SizeIs(67));
  EXPECT_THAT(differences(byHand, other), IsEmpty());
}

TEST_P(SamePlan, IsTheSamePlanToDialOn) {
  const LoadedPlan byHand = load({kByHand});
  const LoadedPlan other = load(GetParam().paths);
  ASSERT_EQ(other.plan.searchSpaces.size(), byHand.plan.searchSpaces.size());
  for (const plan::CallingSearchSpace& expected : byHand.plan.searchSpaces) {
    const auto id = other.plan.findSearchSpace(expected.name);
    ASSERT_TRUE(id) << expected.name;
    std::vector<std::string> left;
    std::vector<std::string> right;
    for (const auto partition : expected.partitions)
      left.push_back(at(byHand.plan.partitions, partition).name);
    for (const auto partition : at(other.plan.searchSpaces, *id).partitions)
      right.push_back(at(other.plan.partitions, partition).name);
    EXPECT_EQ(left, right) << expected.name;
  }
  ASSERT_EQ(other.plan.routeLists.size(), byHand.plan.routeLists.size());
  for (const plan::RouteList& expected : byHand.plan.routeLists) {
    const auto found = std::find_if(other.plan.routeLists.begin(), other.plan.routeLists.end(),
                                    [&](const plan::RouteList& one) { return one.name == expected.name; });
    ASSERT_NE(found, other.plan.routeLists.end()) << expected.name;
    EXPECT_EQ(groupsOf(other.plan, *found), groupsOf(byHand.plan, expected)) << expected.name;
  }
}

/// What became of a call, in words that name no id.
std::string outcomeOf(const workspace::Workspace& workspace, const std::string& searchSpace,
                      const std::string& digits) {
  workspace::CallRequest request;
  request.searchSpaces = {searchSpace};
  request.digits = digits;
  const auto call = workspace.resolve(request);
  if (!call) return report::renderDiagnostic(call.error());
  const auto trace = routing::walkCall(workspace.compiled(), *call);
  std::string text = std::to_string(static_cast<int>(trace.fate));
  for (const auto& hop : trace.hops) {
    if (!hop.entry) continue;
    const plan::Entry& entry = at(workspace.plan().entries, *hop.entry);
    text += " " + entry.pattern.text + "@" + at(workspace.plan().partitions, entry.partition).name;
  }
  return text;
}

TEST_P(SamePlan, TakesTheSameCallsTheSameWay) {
  const auto byHand = workspace::Workspace::open({kByHand});
  const auto other = workspace::Workspace::open(GetParam().paths);
  ASSERT_TRUE(byHand);
  ASSERT_TRUE(other);
  constexpr std::array<std::array<const char*, 2>, 8> kCalls{{{"SJCInternational", "914085554001"},
                                                              {"SJCInternational", "4001"},
                                                              {"SJCInternational", "90114961007739764#"},
                                                              {"RTPInternal", "911"},
                                                              {"RTPInternal", "912125551212"},
                                                              {"FRAInternational", "000331234567#"},
                                                              {"RCDNational", "81405001"},
                                                              {"RCDInternational", "7"}}};
  for (const auto& [searchSpace, digits] : kCalls)
    EXPECT_EQ(outcomeOf(*byHand, searchSpace, digits), outcomeOf(*other, searchSpace, digits)) << digits;
}

INSTANTIATE_TEST_SUITE_P(Forms, SamePlan,
                         testing::Values(Form{"Axl",
                                              {test::inRepository("dialplans/preferred-architecture")}},
                                         Form{"RunSql", {test::inRepository("tests/data/sql")}},
                                         Form{"BatTar", {test::inRepository("tests/data/pa_bat.tar")}},
                                         Form{"BatFolder", {test::inRepository("tests/data/bat")}}),
                         [](const auto& tested) { return tested.param.name; });

TEST(SamePlan, AnAnswerToAQueryIsTheTableThatRunSqlPrints) {
  const auto answer = loadPlan({test::inRepository("tests/data/axl/executeSQLQuery.xml")});
  const auto text = loadPlan({test::inRepository("tests/data/sql/run_sql_numplan.txt")});
  ASSERT_TRUE(answer);
  ASSERT_TRUE(text);
  EXPECT_EQ(answer->plan.entries.size(), 67U);
  EXPECT_THAT(compareRecords(answer->document.records, text->document.records), IsEmpty());
}

// Loaded together they are still one plan: nothing is there twice, and nothing contradicts itself.
TEST(SamePlan, FormsLoadedTogetherAreOnePlan) {
  const auto alone = loadPlan({kByHand});
  const auto both = loadPlan(
      {test::inRepository("tests/data/sql"), test::inRepository("dialplans/preferred-architecture")});
  ASSERT_TRUE(alone);
  ASSERT_TRUE(both);
  EXPECT_THAT(differences(*alone, *both), IsEmpty());
  EXPECT_THAT(codesOf(both->diagnostics), testing::Not(testing::Contains(DiagnosticCode::ConflictingValue)));
}

}  // namespace
}  // namespace dialscope::import
