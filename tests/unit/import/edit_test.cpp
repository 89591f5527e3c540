#include "engine/import/edit.h"

#include "engine/import/compare.h"
#include "engine/import/write_xml.h"
#include "tests/unit/import/loaded.h"

#include <gmock/gmock.h>

namespace dialscope::import {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kPlan =
    "<routePartition><name>P</name></routePartition>"
    "<routePattern><pattern>9!</pattern><routePartitionName>P</routePartitionName>"
    "<patternUrgency>true</patternUrgency></routePattern>"
    "<routeList><name>L</name><members><member><routeGroupName>G</routeGroupName></member></members></"
    "routeList>"
    "<routeGroup><name>G</name></routeGroup>"
    "<serviceParameter><name>TimerT302_msec</name><value>4000</value></serviceParameter>";

struct EditedPlan {
  LoadedPlan plan;
  std::vector<Edit> undo;
};

EditedPlan edited(const LoadedPlan& loaded, const std::vector<Edit>& edits) {
  auto result = editDocument(loaded.document, edits);
  EXPECT_TRUE(result.has_value());
  if (!result) return EditedPlan();
  return {planOf(loaded, std::move(result->document)), std::move(result->undo)};
}

TEST(Edit, ChangesAFieldAndLeavesThePlanAlone) {
  const LoadedPlan before = loadObjects(kPlan);
  const LoadedPlan after = edited(before, {SetField{1, "patternUrgency", "false"}}).plan;
  EXPECT_TRUE(before.plan.entries.at(0).urgent);
  EXPECT_FALSE(after.plan.entries.at(0).urgent);
  EXPECT_EQ(after.plan.entries.at(0).where.column, before.plan.entries.at(0).where.column);
  EXPECT_EQ(
      edited(after, {SetField{4, "value", "5000"}}).plan.plan.serviceParameters.interdigitTimeout.count(),
      5000);
}

TEST(Edit, AddsAndTakesAwayFields) {
  const LoadedPlan before = loadObjects(kPlan);
  const LoadedPlan after =
      edited(before, {SetField{1, "blockEnable", "true"}, SetField{1, "patternUrgency", std::nullopt},
                      SetField{2, "prefixDigitsOut", "7", 0}})
          .plan;
  EXPECT_TRUE(after.plan.entries.at(0).blocked);
  EXPECT_FALSE(after.plan.entries.at(0).urgent);
  EXPECT_EQ(after.plan.routeLists.at(0).members.at(0).called->prefix, "7");
}

// The inverse of each edit, and of all in a row.
TEST(Edit, CanBeTakenBack) {
  const LoadedPlan before = loadObjects(kPlan);
  const auto pattern = parseObject("new", "<routePattern><pattern>8</pattern></routePattern>");
  ASSERT_TRUE(pattern);
  const std::vector<Edit> edits{SetField{1, "pattern", "9.!"}, SetField{1, "patternUrgency", ""},
                                InsertRecord{1, *pattern}, SetField{1, "pattern", "88"}, RemoveRecord{0}};
  const EditedPlan changed = edited(before, edits);
  EXPECT_EQ(changed.plan.plan.entries.at(0).pattern.text, "88");
  EXPECT_THAT(codesOf(changed.plan.diagnostics), ElementsAre(DiagnosticCode::UnknownPartition));
  const EditedPlan back = edited(changed.plan, changed.undo);
  EXPECT_EQ(back.plan.document.records, before.document.records);
  EXPECT_EQ(writeXml(back.plan.document), writeXml(before.document));
  EXPECT_EQ(rendered(back.plan.diagnostics), rendered(before.diagnostics));
  EXPECT_EQ(writeXml(edited(back.plan, back.undo).plan.document), writeXml(changed.plan.document));
}

TEST(Edit, KeepsPositionsOfMessages) {
  const LoadedPlan before = loadObjects(kPlan);
  EXPECT_THAT(rendered(edited(before, {SetField{1, "pattern", "9-"}}).plan.diagnostics),
              ElementsAre("plan.xml:1:82: error: a hyphen is legal only between brackets, as in [2-9] "
                          "[pattern-hyphen]"));
}

TEST(Edit, TellsDuplicatesThatItMakes) {
  const LoadedPlan before = loadObjects(std::string(kPlan) +
                                        "<routePattern><pattern>8</pattern>"
                                        "<routePartitionName>P</routePartitionName></routePattern>");
  const EditedPlan twice = edited(before, {SetField{5, "pattern", "9!"}});
  EXPECT_THAT(codesOf(twice.plan.diagnostics), ElementsAre(DiagnosticCode::DuplicatePattern));
  EXPECT_EQ(twice.plan.plan.entries.size(), 2U);
  EXPECT_THAT(codesOf(edited(twice.plan, twice.undo).plan.diagnostics), IsEmpty());
}

TEST(Edit, RefusesAFieldThatTheObjectHasNot) {
  const LoadedPlan before = loadObjects(kPlan);
  const auto wrong = editDocument(before.document, {SetField{1, "patternUrgencey", "true"}});
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().code, DiagnosticCode::NoSuchField);
  EXPECT_EQ(wrong.error().suggestion, "patternUrgency");
  EXPECT_FALSE(editDocument(before.document, {SetField{1, "routeListEnabled", "true"}}));
}

TEST(Edit, ReadsNewObjects) {
  EXPECT_EQ(parseObject("new", "<routePatern/>").error().code, DiagnosticCode::NoSuchObject);
  EXPECT_EQ(parseObject("new", "<line><patern>1</patern></line>").error().code, DiagnosticCode::NoSuchField);
  EXPECT_FALSE(parseObject("new", "<line>"));
  EXPECT_FALSE(parseObject("new", ""));
  const auto list = parseObject("new",
                                "<routeList><name>M</name><members><member><routeGroupName>G</routeGroupName>"
                                "</member></members></routeList>");
  ASSERT_TRUE(list);
  const LoadedPlan after = edited(loadObjects(kPlan), {InsertRecord{5, *list}}).plan;
  EXPECT_EQ(after.plan.routeLists.at(1).members.size(), 1U);
  EXPECT_EQ(writeXml(*after.document.records[5]),
            "<routeList><name>M</name><members><member><routeGroupName>G</routeGroupName></member></members>"
            "</routeList>\n");
}

// In an edited plan two records may have one name: what was said first holds.
TEST(Edit, ASearchSpaceOfTwoRecords) {
  const LoadedPlan before = loadObjects(
      "<routePartition><name>P</name></routePartition><css><name>X</name><clause>P</clause></css>"
      "<css><name>Y</name><clause>P</clause></css>");
  const auto again = parseObject(
      "new",
      "<css><name>X</name><members><member><routePartitionName>Q</routePartitionName></member></members></css>");
  ASSERT_TRUE(again);
  const LoadedPlan after = edited(before, {InsertRecord{3, *again}}).plan;
  EXPECT_EQ(after.plan.searchSpaces.at(0).partitions.size(), 1U);
}

}  // namespace
}  // namespace dialscope::import
