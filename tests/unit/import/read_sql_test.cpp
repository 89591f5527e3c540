// Tables of the database to objects: columns by their aliases, rows joined by their ids.
#include "engine/import/sql_columns.h"
#include "engine/import/sql_statement.h"
#include "tests/unit/import/loaded.h"

#include <gmock/gmock.h>

#include <sstream>

namespace dialscope::import {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Prints a table as `run sql` does; cells of a row are parted by `|`.
std::string printed(const std::vector<std::string>& rows, const std::string& statement = {}) {
  std::vector<std::vector<std::string>> cells;
  std::vector<std::size_t> widths;
  for (const std::string& row : rows) {
    auto& line = cells.emplace_back();
    std::istringstream parts(row + "|");
    for (std::string cell; std::getline(parts, cell, '|');) {
      line.push_back(cell);
      widths.resize(std::max(widths.size(), line.size()));
      widths[line.size() - 1] = std::max(widths[line.size() - 1], cell.size());
    }
  }
  std::string text = statement.empty() ? "" : "admin:run sql " + statement + "\n";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    std::string line;
    std::string ruler;
    for (std::size_t c = 0; c < cells[i].size(); ++c) {
      line += (c == 0 ? "" : " ") + cells[i][c] + std::string(widths[c] - cells[i][c].size(), ' ');
      ruler += (c == 0 ? "" : " ") + std::string(widths[c], '=');
    }
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    if (i == 0) text += ruler + "\n";
  }
  return text + "\n";
}

LoadedPlan loadTables(const std::string& text) {
  auto loaded = loadPlanText("out.txt", text);
  EXPECT_TRUE(loaded.has_value());
  return loaded ? std::move(*loaded) : LoadedPlan();
}

const Record& recordOf(const LoadedPlan& loaded, std::string_view object, std::string_view key) {
  for (const auto& record : loaded.document.records) {
    if (record->shape->name() == object && record->text(record->shape->key()) == key) return *record;
  }
  ADD_FAILURE() << "no " << object << " " << key;
  static const Record none;
  return none;
}

std::vector<std::string> membersOf(const Record& record, std::string_view field) {
  std::vector<std::string> texts;
  for (const Member& member : record.members) texts.emplace_back(member.text(field));
  return texts;
}

const std::string kPartitions = printed({"pkid|name|fktimeschedule|tkpartitionusage",
                                         "aaaaaaaa-0000-0000-0000-000000000001|Internal|NULL|99",
                                         "aaaaaaaa-0000-0000-0000-000000000002|PSTN|NULL|99"});
const std::string kSearchSpaces =
    printed({"pkid|name|clause", "bbbbbbbb-0000-0000-0000-000000000001|Phones|Internal:PSTN"});
const std::string kDevices = printed({"pkid|name|tkmodel|tkclass|fkcallingsearchspace|fkdevicepool",
                                      "dddddddd-0000-0000-0000-000000000001|SEP001|1|1|"
                                      "bbbbbbbb-0000-0000-0000-000000000001|NULL",
                                      "dddddddd-0000-0000-0000-000000000002|Trunk|131|18|NULL|NULL",
                                      "dddddddd-0000-0000-0000-000000000003|RL|90|5|NULL|NULL",
                                      "dddddddd-0000-0000-0000-000000000004|HL|90|5|NULL|NULL"});
const std::string kNumbers = printed(
    {"pkid|fkroutepartition|dnorpattern|tkpatternusage|fkdigitdiscardinstruction|blockenable|"
     "tkreleasecausevalue|"
     "patternurgency|fkcallingsearchspace_translation|fkcallingsearchspace_sharedlineappear|"
     "tknetworklocation",
     "cccccccc-0000-0000-0000-000000000001|aaaaaaaa-0000-0000-0000-000000000001|1001|2|NULL|f|0|t|NULL|"
     "bbbbbbbb-0000-0000-0000-000000000001|0",
     "cccccccc-0000-0000-0000-000000000002|aaaaaaaa-0000-0000-0000-000000000002|9.1|5|"
     "714eaffa-55c2-11d3-b52d-0008c7c6a4c6|t|21|f|NULL|NULL|1",
     "cccccccc-0000-0000-0000-000000000003|aaaaaaaa-0000-0000-0000-000000000002|8.!#|5|"
     "714eaffa-65c2-11d3-b52d-0008c7c6a4c6|f|0|f|NULL|NULL|1",
     "cccccccc-0000-0000-0000-000000000004|aaaaaaaa-0000-0000-0000-000000000001||3|NULL|f|0|t|"
     "bbbbbbbb-0000-0000-0000-000000000001|NULL|1",
     "cccccccc-0000-0000-0000-000000000005|aaaaaaaa-0000-0000-0000-000000000001|2000|7|NULL|f|0|f|NULL|NULL|"
     "1",
     "cccccccc-0000-0000-0000-000000000006|NULL|\\+1|24|NULL|f|0|f|NULL|NULL|1"});

TEST(ReadSql, JoinsBareDumpsByTheirIds) {
  const LoadedPlan loaded = loadTables(kNumbers + kDevices + kPartitions + kSearchSpaces);
  const Record& line = recordOf(loaded, "line", "1001");
  EXPECT_EQ(line.text("routePartitionName"), "Internal");
  EXPECT_EQ(line.text("shareLineAppearanceCssName"), "Phones");
  EXPECT_EQ(line.text("patternUrgency"), "true");
  const Record& blocked = recordOf(loaded, "routePattern", "9.1");
  EXPECT_EQ(blocked.text("digitDiscardInstructionName"), "PreDot");
  EXPECT_EQ(blocked.text("blockEnable"), "true");
  EXPECT_EQ(blocked.text("releaseClause"), "Call Rejected");
  EXPECT_EQ(blocked.text("networkLocation"), "OffNet");
  EXPECT_EQ(recordOf(loaded, "routePattern", "8.!#").text("digitDiscardInstructionName"),
            "PreDot Trailing-#");
  EXPECT_EQ(recordOf(loaded, "transPattern", "").text("callingSearchSpaceName"), "Phones");
  EXPECT_EQ(recordOf(loaded, "phone", "SEP001").text("callingSearchSpaceName"), "Phones");
  EXPECT_EQ(recordOf(loaded, "sipTrunk", "Trunk").text("name"), "Trunk");
  ASSERT_EQ(loaded.plan.leftOut.size(), 1U);
  EXPECT_EQ(loaded.plan.leftOut[0].pattern.text, "\\+1");
}

TEST(ReadSql, JoinsLinesDestinationsAndForwards) {
  const std::string maps =
      printed({"fkdevice|fknumplan|numplanindex|label|e164mask",
               "dddddddd-0000-0000-0000-000000000001|cccccccc-0000-0000-0000-000000000001|1|"
               "Anna|+1408555XXXX",
               "dddddddd-0000-0000-0000-000000000002|cccccccc-0000-0000-0000-000000000002|0||NULL",
               "dddddddd-0000-0000-0000-000000000003|cccccccc-0000-0000-0000-000000000003|0||NULL",
               "dddddddd-0000-0000-0000-000000000004|cccccccc-0000-0000-0000-000000000005|0||"
               "NULL"}) +
      printed({"fknumplan|cfadestination|cfavoicemailenabled|fkcallingsearchspace_cfa",
               "cccccccc-0000-0000-0000-000000000001|2000|f|"
               "bbbbbbbb-0000-0000-0000-000000000001",
               "cccccccc-0000-0000-0000-000000000002||f|NULL"});
  const LoadedPlan loaded = loadTables(maps + kNumbers + kDevices + kPartitions + kSearchSpaces);
  const Record& phone = recordOf(loaded, "phone", "SEP001");
  ASSERT_EQ(phone.members.size(), 1U);
  EXPECT_EQ(phone.members[0].text("dirn/pattern"), "1001");
  EXPECT_EQ(phone.members[0].text("dirn/routePartitionName"), "Internal");
  EXPECT_EQ(phone.members[0].text("e164Mask"), "+1408555XXXX");
  EXPECT_EQ(recordOf(loaded, "routePattern", "9.1").text("destination/gatewayName"), "Trunk");
  EXPECT_EQ(recordOf(loaded, "routePattern", "8.!#").text("destination/routeListName"), "RL");
  EXPECT_EQ(recordOf(loaded, "huntPilot", "2000").text("huntListName"), "HL");
  EXPECT_EQ(recordOf(loaded, "line", "1001").text("callForwardAll/destination"), "2000");
  EXPECT_EQ(recordOf(loaded, "line", "1001").text("callForwardAll/callingSearchSpaceName"), "Phones");
  ASSERT_EQ(loaded.plan.devices.size(), 2U);
  ASSERT_EQ(loaded.plan.devices[0].lines.size(), 1U);
}

TEST(ReadSql, GathersMembersInOrder) {
  const std::string tables =
      printed({"pkid|name|tkdistributealgorithm|islocalroutegroup",
               "eeeeeeee-0000-0000-0000-000000000001|RG|1|f",
               "00000000-1111-0000-0000-000000000000|Standard Local Route Group|1|t"}) +
      printed({"fkdevice|fkroutegroup|fklinegroup|selectionorder|prefixdigitsout",
               "dddddddd-0000-0000-0000-000000000003|eeeeeeee-0000-0000-0000-000000000001|NULL|2|9",
               "dddddddd-0000-0000-0000-000000000003|00000000-1111-0000-0000-000000000000|NULL|1|",
               "dddddddd-0000-0000-0000-000000000004|NULL|eeeeeeee-0000-0000-0000-000000000002|1|"}) +
      printed({"fkroutegroup|fkdevice|deviceselectionorder",
               "eeeeeeee-0000-0000-0000-000000000001|dddddddd-0000-0000-0000-000000000002|1"}) +
      printed({"pkid|name|rnareversiontimeout", "eeeeeeee-0000-0000-0000-000000000002|LG|10"}) +
      printed({"fklinegroup|fknumplan|lineselectionorder",
               "eeeeeeee-0000-0000-0000-000000000002|cccccccc-0000-0000-0000-000000000001|1"}) +
      printed(
          {"pkid|name|fkregion|fkcallmanagergroup", "ffffffff-0000-0000-0000-000000000001|Site|NULL|NULL"}) +
      printed({"fkdevicepool|fkroutegroup_local|fkroutegroup",
               "ffffffff-0000-0000-0000-000000000001|00000000-1111-0000-0000-000000000000|"
               "eeeeeeee-0000-0000-0000-000000000001"}) +
      printed({"fkcallingsearchspace|fkroutepartition|sortorder",
               "bbbbbbbb-0000-0000-0000-000000000001|aaaaaaaa-0000-0000-0000-000000000002|2",
               "bbbbbbbb-0000-0000-0000-000000000001|aaaaaaaa-0000-0000-0000-000000000001|1"});
  const LoadedPlan loaded = loadTables(tables + kNumbers + kDevices + kPartitions + kSearchSpaces);
  const plan::RouteList& list = loaded.plan.routeLists.at(0);
  ASSERT_THAT(groupsOf(loaded.plan, list), ElementsAre("Standard Local Route Group", "RG"));
  ASSERT_TRUE(list.members[1].called);
  EXPECT_EQ(list.members[1].called->prefix, "9");
  EXPECT_THAT(membersOf(recordOf(loaded, "huntList", "HL"), "lineGroupName"), ElementsAre("LG"));
  EXPECT_THAT(membersOf(recordOf(loaded, "lineGroup", "LG"), "directoryNumber/pattern"), ElementsAre("1001"));
  EXPECT_THAT(membersOf(recordOf(loaded, "routeGroup", "RG"), "deviceName"), ElementsAre("Trunk"));
  EXPECT_THAT(membersOf(recordOf(loaded, "devicePool", "Site"), "value"), ElementsAre("RG"));
  EXPECT_EQ(recordOf(loaded, "routeGroup", "RG").text("distributionAlgorithm"), "Circular");
  recordOf(loaded, "localRouteGroup", "Standard Local Route Group");
  const plan::CallingSearchSpace& phones = loaded.plan.searchSpaces.at(0);
  ASSERT_EQ(phones.partitions.size(), 2U);
  EXPECT_EQ(at(loaded.plan.partitions, phones.partitions[0]).name, "Internal");
  EXPECT_THAT(codesOf(loaded.diagnostics), testing::Not(Contains(DiagnosticCode::JoinFindsNothing)));
}

TEST(ReadSql, JoinsWithWhatAxlAnswersBesideIt) {
  const LoadedPlan loaded = loadTables(kNumbers);
  EXPECT_THAT(rendered(loaded.diagnostics),
              Contains(HasSubstr(
                  "fkroutepartition of numplan points to rows that no table of this load has (times: 5); "
                  "load that table too [join-finds-nothing]")));
  // Its id keeps a partition apart from <None>.
  EXPECT_EQ(recordOf(loaded, "line", "1001").text("routePartitionName"),
            "aaaaaaaa-0000-0000-0000-000000000001");
}

TEST(ReadSql, KnowsTheAliasesOfJoinedQueries) {
  const LoadedPlan loaded = loadTables(
      printed({"dnorpattern|partition|discard_digits|mask|prefix|UseCallingPartysExternalMask|tkpatternusage",
               "9.!|PSTN|PreDot|X|0|On|5"}) +
      printed({"routepattern|partition|route_list|order|route_group", "0.!|PSTN|RL|2|B", "0.!|PSTN|RL|1|A",
               "00.!|PSTN|RL|1|A"}) +
      printed({"CSS_Name|description|Route_Partition|sortorder", "Phones|d|B|1", "Phones|d|A|0"}) +
      printed({"device|dnorpattern|partition|numplanindex|e164mask", "SEP001|1001|Internal|1|1408555XXXX"}) +
      printed({"paramname|paramvalue|tkservice", "TimerT302_msec|9000|0"}));
  const Record& pattern = recordOf(loaded, "routePattern", "9.!");
  EXPECT_EQ(pattern.text("digitDiscardInstructionName"), "PreDot");
  EXPECT_EQ(pattern.text("calledPartyTransformationMask"), "X");
  EXPECT_EQ(pattern.text("prefixDigitsOut"), "0");
  EXPECT_EQ(pattern.text("useCallingPartyPhoneMask"), "On");
  EXPECT_EQ(recordOf(loaded, "routePattern", "0.!").text("destination/routeListName"), "RL");
  EXPECT_THAT(membersOf(recordOf(loaded, "routeList", "RL"), "routeGroupName"), ElementsAre("B", "A"));
  EXPECT_THAT(membersOf(recordOf(loaded, "css", "Phones"), "routePartitionName"), ElementsAre("B", "A"));
  EXPECT_THAT(membersOf(recordOf(loaded, "phone", "SEP001"), "dirn/pattern"), ElementsAre("1001"));
  EXPECT_EQ(loaded.plan.serviceParameters.interdigitTimeout.count(), 9000);
}

TEST(ReadSql, AsksTheStatementWhereColumnsDoNotTell) {
  const LoadedPlan loaded = loadTables(
      printed({"name|description", "Internal|ours"},
              "select name, description from routepartition order by name") +
      printed(
          {"dnorpattern|name|name", "2001|Internal|Phones"},
          "select n.dnorpattern, rp.name, css.name from numplan n left join routepartition as rp on "
          "rp.pkid=n.fkroutepartition left join callingsearchspace css on 1=1 where n.tkpatternusage='3'"));
  EXPECT_TRUE(at(loaded.plan.partitions, *loaded.plan.findPartition("Internal")).defined);
  const Record& translation = recordOf(loaded, "transPattern", "2001");
  EXPECT_EQ(translation.text("routePartitionName"), "Internal");
  EXPECT_EQ(translation.text("callingSearchSpaceName"), "Phones");
}

TEST(ReadSql, TellsWhatItDoesNotUnderstand) {
  const LoadedPlan loaded =
      loadTables(printed({"dnorpattern|name|name|prefixdigitsot", "9!|A|B|1"}) +
                 printed({"colour|size", "red|1"}) + printed({"dnorpattern|tkpatternusage", "1|77", "2|5"}));
  std::vector<std::string> messages = rendered(loaded.diagnostics);
  std::erase_if(messages,
                [](const std::string& one) { return one.find("[table-says-less]") != std::string::npos; });
  std::erase_if(messages,
                [](const std::string& one) { return one.find("[no-destination]") != std::string::npos; });
  EXPECT_THAT(
      messages,
      ElementsAre(
          HasSubstr("nothing says what these patterns are (rows: 1), they are taken for route patterns"),
          HasSubstr("two columns of numplan are called \"name\", both are ignored"),
          HasSubstr("two columns of numplan are called \"name\", both are ignored"),
          HasSubstr("note: column \"prefixdigitsot\" of numplan is not known, it is ignored; did you mean "
                    "\"prefixdigitsout\"? [table-column-unknown]"),
          HasSubstr("what this table is about cannot be told by its columns, it is ignored: colour, size"),
          HasSubstr("numplan 1: \"77\" is no type of pattern, it is left out")));
  EXPECT_EQ(loaded.plan.entries.size(), 2U);
}

TEST(ReadSql, SearchSpacesThatReachAPatternAreNotItsOwn) {
  const LoadedPlan loaded =
      loadTables(printed({"css|sortorder|partition|dnorpattern|tkpatternusage", "Phones|1|Internal|2001|3"}));
  EXPECT_EQ(recordOf(loaded, "transPattern", "2001").text("callingSearchSpaceName"), "");
  EXPECT_THAT(codesOf(loaded.diagnostics), Contains(DiagnosticCode::TableColumnUnknown));
}

TEST(ReadSql, CountsWhatATextDoesNotSay) {
  const auto loaded = loadPlan({DIALSCOPE_SOURCE_DIR "/tests/data/sql_shapes/run_sql_narrow.txt"});
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->plan.entries.size(), 50U);
  EXPECT_THAT(
      rendered(loaded->diagnostics),
      Contains(testing::EndsWith("numplan does not say here: outside dial tone, use of the external phone "
                                 "number mask, calling party mask, calling party prefix, do not wait, "
                                 "destination (rows: 50) [table-says-less]")));
  const auto plar = loaded->plan.findEntries("");
  ASSERT_EQ(plar.size(), 1U);
  EXPECT_EQ(at(loaded->plan.entries, plar[0]).called->mask, "4500");
}

TEST(ReadSql, ReadsTimesOfPeriodsAndTheirSchedules) {
  const std::string rest =
      printed({"pkid|name|tktimeschedulecategory", "11111111-0000-0000-0000-000000000001|OnHours|0"}) +
      printed({"fktimeschedule|fktimeperiod",
               "11111111-0000-0000-0000-000000000001|22222222-0000-0000-0000-000000000001",
               "11111111-0000-0000-0000-000000000001|22222222-0000-0000-0000-000000000002"}) +
      printed({"name|fktimeschedule|tktimezone", "Office|11111111-0000-0000-0000-000000000001|55"});
  const LoadedPlan loaded = loadTables(
      rest + printed({"pkid|name|tktimeofday_start|tktimeofday_end|tkdayofweek_start|tkdayofweek_end|"
                      "tkmonthofyear|dayofmonth|tkmonthofyear_end|dayofmonth_end",
                      "22222222-0000-0000-0000-000000000001|Week|33|73|1|5|0|0|0|0",
                      "22222222-0000-0000-0000-000000000002|NewYear|0|0|7|7|1|1|1|2"}));
  const Record& week = recordOf(loaded, "timePeriod", "Week");
  EXPECT_EQ(week.text("startTime"), "08:00");
  EXPECT_EQ(week.text("endTime"), "18:00");
  EXPECT_EQ(week.text("startDay"), "Mon");
  EXPECT_EQ(week.text("endDay"), "Fri");
  const Record& newYear = recordOf(loaded, "timePeriod", "NewYear");
  EXPECT_EQ(newYear.text("startTime"), "No Office Hours");
  EXPECT_EQ(newYear.text("startDay"), "None");
  EXPECT_EQ(newYear.text("monthOfYear"), "Jan");
  EXPECT_EQ(newYear.text("dayOfMonthEnd"), "2");
  ASSERT_EQ(loaded.plan.timePeriods.size(), 2U);
  EXPECT_EQ(loaded.plan.timePeriods[0].end, std::chrono::hours(18));
  EXPECT_THAT(membersOf(recordOf(loaded, "timeSchedule", "OnHours"), "timePeriodName"),
              ElementsAre("Week", "NewYear"));
  EXPECT_EQ(recordOf(loaded, "routePartition", "Office").text("timeScheduleIdName"), "OnHours");
  EXPECT_THAT(
      rendered(loaded.diagnostics),
      Contains(HasSubstr("timeperiod says tkdayofweek_start in numbers whose words are written down nowhere "
                         "(rows: 2), they are taken in the order that AXL has; select the name from "
                         "typedayofweek [numbers-unconfirmed]")));
  const LoadedPlan words =
      loadTables(printed({"name|starttime|endtime|startday|endday", "Week|08:00|18:00|Mon|Fri"}) +
                 printed({"timeschedule|timeperiod", "OnHours|Week"}));
  EXPECT_EQ(words.plan.timePeriods.at(0).start, std::chrono::hours(8));
  EXPECT_THAT(rendered(words.diagnostics), testing::Not(Contains(HasSubstr("AXL's order"))));
  EXPECT_THAT(rendered(words.diagnostics),
              Contains(HasSubstr("timeperiod does not say here: first month, first day of the month, last "
                                 "month, last day of the month (rows: 1)")));
}

TEST(ReadSql, ReadsHuntAlgorithms) {
  const LoadedPlan loaded = loadTables(
      printed({"name|tkdistributealgorithm|tkhuntalgorithm_rna|tkhuntalgorithm_busy|tkhuntalgorithm_down",
               "LG|0|1|2|3"}));
  const Record& group = recordOf(loaded, "lineGroup", "LG");
  EXPECT_EQ(group.text("distributionAlgorithm"), "Top Down");
  EXPECT_EQ(group.text("huntAlgorithmNoAnswer"), "Try next member, but do not go to next group");
  EXPECT_EQ(group.text("huntAlgorithmBusy"), "Skip remaining members, and go directly to next group");
  EXPECT_EQ(group.text("huntAlgorithmNotAvailable"), "Stop hunting");
}

TEST(ReadSql, RowsOfMembersSayThingsOfTheirGroup) {
  const LoadedPlan loaded =
      loadTables(printed({"linegroup|algorithm|order|dn|partition", "LG|Top Down|2|1002|Internal",
                          "LG|Top Down|1|1001|Internal"}) +
                 printed({"name|deviceselectionorder|device|distribution_algorithm", "RG|1|Trunk|Top Down"}) +
                 printed({"device|devicepool|devicecss|dnorpattern|partition|numplanindex",
                          "SEP1|Site|Phones|1001|Internal|1"}));
  const Record& lines = recordOf(loaded, "lineGroup", "LG");
  EXPECT_EQ(lines.text("distributionAlgorithm"), "Top Down");
  EXPECT_THAT(membersOf(lines, "directoryNumber/pattern"), ElementsAre("1002", "1001"));
  EXPECT_EQ(recordOf(loaded, "routeGroup", "RG").text("distributionAlgorithm"), "Top Down");
  EXPECT_EQ(recordOf(loaded, "phone", "SEP1").text("callingSearchSpaceName"), "Phones");
  EXPECT_EQ(recordOf(loaded, "phone", "SEP1").text("devicePoolName"), "Site");
}

TEST(ReadSql, TheStatementsTableGoesBeforeItsColumns) {
  const LoadedPlan loaded = loadTables(
      printed({"name|tkdistributealgorithm", "LG|0"}, "select name, tkdistributealgorithm from linegroup"));
  EXPECT_EQ(recordOf(loaded, "lineGroup", "LG").text("distributionAlgorithm"), "Top Down");
}

TEST(ReadSql, ReadsTermsOfRouteFilters) {
  const std::string plans = printed({"pkid|name", "55555555-0000-0000-0000-000000000001|NANP"});
  const std::string tags =
      printed({"pkid|fkdialplan|tag|suppressfromroutefilter",
               "66666666-0000-0000-0000-000000000001|55555555-0000-0000-0000-000000000001|"
               "AREA-CODE|f",
               "66666666-0000-0000-0000-000000000002|55555555-0000-0000-0000-000000000001|"
               "OFFICE-CODE|f"});
  const std::string filters = printed({"pkid|name|fkdialplan|resettoggle",
                                       "44444444-0000-0000-0000-000000000001|Local|"
                                       "55555555-0000-0000-0000-000000000001|f"});
  const LoadedPlan loaded = loadTables(
      plans + tags + filters +
      printed({"fkroutefilter|fkdialplantag|tkoperator|digits|precedence",
               "44444444-0000-0000-0000-000000000001|66666666-0000-0000-0000-000000000001|3|212|1",
               "44444444-0000-0000-0000-000000000001|66666666-0000-0000-0000-000000000002|1|NULL|1"}) +
      printed({"dnorpattern|tkpatternusage|fkroutefilter", "9.@|5|44444444-0000-0000-0000-000000000001"}));
  const Record& filter = recordOf(loaded, "routeFilter", "Local");
  EXPECT_EQ(filter.text("dialPlanName"), "NANP");
  EXPECT_THAT(membersOf(filter, "dialPlanTagName"), ElementsAre("AREA-CODE", "OFFICE-CODE"));
  EXPECT_THAT(membersOf(filter, "operator"), ElementsAre("==", "EXISTS"));
  EXPECT_THAT(membersOf(filter, "digits"), ElementsAre("212", ""));
  EXPECT_EQ(recordOf(loaded, "routePattern", "9.@").text("routeFilterName"), "Local");
  ASSERT_EQ(loaded.plan.routeFilters.size(), 1U);
}

TEST(ReadSql, AlternateNumbersAreTheirLines) {
  const std::string patterns = printed(
      {"pkid|fkroutepartition|dnorpattern|tkpatternusage|patternurgency",
       "cccccccc-0000-0000-0000-000000000001|aaaaaaaa-0000-0000-0000-000000000001|1001|2|f",
       "cccccccc-0000-0000-0000-000000000002|aaaaaaaa-0000-0000-0000-000000000002|\\+14085551001|27|t"});
  const LoadedPlan alone = loadTables(patterns + kPartitions);
  ASSERT_EQ(alone.plan.entries.size(), 2U);
  EXPECT_EQ(at(alone.plan.entries, alone.plan.findEntries("\\+14085551001").at(0)).kind,
            plan::EntryKind::AlternateNumber);
  EXPECT_THAT(
      rendered(alone.diagnostics),
      Contains(HasSubstr("numplan does not say whose the alternate numbers are (rows: 1); select from "
                         "alternatenumber too")));
  const LoadedPlan joined = loadTables(
      patterns + kPartitions +
      printed({"fknumplan|dnormask|tkglobalnumber", "cccccccc-0000-0000-0000-000000000001|81001|100",
               "cccccccc-0000-0000-0000-000000000001|+1408555XXXX|200"}));
  const Record& line = recordOf(joined, "line", "1001");
  EXPECT_EQ(line.text("enterpriseAltNum/numMask"), "81001");
  EXPECT_EQ(line.text("enterpriseAltNum/addLocalRoutePartition"), "");
  EXPECT_EQ(line.text("e164AltNum/numMask"), "+1408555XXXX");
  EXPECT_EQ(line.text("e164AltNum/addLocalRoutePartition"), "true");
  EXPECT_EQ(line.text("e164AltNum/routePartition"), "PSTN");
  EXPECT_EQ(line.text("e164AltNum/isUrgent"), "true");
  const auto entries = joined.plan.findEntries("\\+14085551001");
  ASSERT_EQ(entries.size(), 1U);
  const plan::Entry& entry = at(joined.plan.entries, entries[0]);
  ASSERT_TRUE(std::holds_alternative<plan::AlternateNumber>(entry.detail));
  EXPECT_TRUE(entry.urgent);
}

TEST(ReadSql, NumbersLearnedByIlsLeaveNothingUnsaid) {
  const LoadedPlan loaded = loadTables(printed({"pattern|tkpatternusage", "\\+49!|26", "alice|22"}));
  EXPECT_EQ(loaded.plan.leftOut.size(), 1U);
  EXPECT_THAT(codesOf(loaded.diagnostics), ElementsAre(DiagnosticCode::ObjectNotRead)) << "of the URI";
}

TEST(ReadSql, CountsWhatStandsInOtherTables) {
  const LoadedPlan loaded =
      loadTables(printed({"dnorpattern|partition|tkpatternusage|destination", "2000||7|HL", "2001||7|HL"}));
  EXPECT_THAT(rendered(loaded.diagnostics),
              Contains(HasSubstr("numplan does not say here: forwards and queues of hunt pilots (rows: 2)")));
}

TEST(ReadSql, AListMayBeOutOfUse) {
  const LoadedPlan loaded =
      loadTables(printed({"pkid|name|tkclass|routelistenabled", "dddddddd-0000-0000-0000-000000000003|RL|5|f",
                          "dddddddd-0000-0000-0000-000000000004|RL2|5|t"}) +
                 printed({"fkdevice|routegroup|selectionorder", "dddddddd-0000-0000-0000-000000000003|RG|1",
                          "dddddddd-0000-0000-0000-000000000004|RG|1"}));
  EXPECT_EQ(recordOf(loaded, "routeList", "RL").text("routeListEnabled"), "false");
  EXPECT_EQ(recordOf(loaded, "routeList", "RL2").text("routeListEnabled"), "true");
}

TEST(ReadSql, UnevenRowsOfAnAnswerAreTold) {
  const auto loaded =
      loadPlanText("x",
                   "<Envelope><Body><executeSQLQueryResponse><return>"
                   "<row><dnorpattern>1</dnorpattern><tkpatternusage>2</tkpatternusage></row>"
                   "<row><tkpatternusage>2</tkpatternusage><dnorpattern>2</dnorpattern><b/></row>"
                   "</return></executeSQLQueryResponse></Body></Envelope>");
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->plan.entries.size(), 2U);
  EXPECT_THAT(codesOf(loaded->diagnostics), Contains(DiagnosticCode::RowUneven));
}

// A path that no object of the shape knows would be dropped without a word.
TEST(SqlColumns, PointToFieldsOfTheVocabulary) {
  for (const TableShape& table : tableShapes()) {
    for (const SqlColumn& column : table.columns) {
      if (column.value == SqlValue::Control || column.path == "owner") continue;
      const bool known = std::any_of(shapes().begin(), shapes().end(), [&](const ObjectShape& shape) {
        const bool fits = table.object.empty() || table.rows == SqlRows::ListMembers ||
                          table.rows == SqlRows::RouteGroups || shape.name() == table.object;
        return fits && shape.roleOf(column.path).role == Role::Field;
      });
      EXPECT_TRUE(known) << table.table << " " << column.path;
    }
  }
}

TEST(SqlStatement, NamesTablesColumnsAndUsage) {
  const auto one = readStatement("select * from numplan where tkpatternusage = 5", 3);
  EXPECT_EQ(one.table, "numplan");
  EXPECT_EQ(one.usage, 5U);
  EXPECT_THAT(one.columns, ElementsAre("", "", ""));
  const auto joined = readStatement(
      "SELECT skip 0 first 10 rp.name, count(a, b), d.name as x FROM numplan AS n, device "
      "d inner join routepartition rp on rp.pkid = n.fkroutepartition",
      3);
  EXPECT_EQ(joined.table, "");
  EXPECT_THAT(joined.columns, ElementsAre("routepartition.name", "", ""));
  EXPECT_EQ(readStatement("select a from t where tkpatternusage=5 or tkpatternusage=3", 1).usage,
            std::nullopt);
  EXPECT_THAT(readStatement("", 1).columns, IsEmpty());
  EXPECT_THAT(readStatement("select from", 1).columns, ElementsAre(""));
}

// A row is lost with a message or not at all; but an outer join has rows that never were patterns.
TEST(ReadSql, RowsWhoseUsageIsNone) {
  const LoadedPlan loaded = loadTables(printed(
      {"dnorpattern|partition|tkpatternusage", "7XXX|I|5", "8XXX|I|NULL", "9XXX|I|99", "NULL|NULL|NULL"}));
  EXPECT_EQ(loaded.plan.entries.size(), 1U);
  std::vector<std::string> told;
  for (const Diagnostic& one : loaded.diagnostics) {
    if (one.code == DiagnosticCode::UnknownUsage) told.push_back(report::renderDiagnostic(one));
  }
  EXPECT_THAT(told,
              ElementsAre("out.txt:4:23: error: numplan 8XXX: \"\" is no type of pattern, it is left out "
                          "[unknown-usage]",
                          "out.txt:5:23: error: numplan 9XXX: \"99\" is no type of pattern, it is left out "
                          "[unknown-usage]"));
}

TEST(ReadSql, MembersOfASearchSpaceWithoutTheirOrder) {
  const LoadedPlan loaded = loadTables(printed({"css|partition", "Phones|J", "Phones|I"}));
  ASSERT_EQ(loaded.plan.searchSpaces.size(), 1U);
  std::vector<std::string> names;
  for (const plan::PartitionId id : loaded.plan.searchSpaces[0].partitions)
    names.push_back(at(loaded.plan.partitions, id).name);
  EXPECT_THAT(names, ElementsAre("J", "I"));
  EXPECT_THAT(rendered(loaded.diagnostics), Contains(HasSubstr("taken as printed (select sortorder too)")));
}

}  // namespace
}  // namespace dialscope::import
