// BAT's CSV files: the same plan as by hand, releases that differ, and files as people leave them.
#include "engine/import/bat_columns.h"
#include "engine/import/compare.h"
#include "engine/import/write_tar.h"
#include "tests/support/files.h"
#include "tests/unit/import/loaded.h"

#include <gmock/gmock.h>

namespace dialscope::import {
namespace {

using test::inRepository;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

LoadedPlan loadCsv(const std::string& text, const std::string& name = "x.csv") {
  auto loaded = loadPlanText(name, text);
  EXPECT_TRUE(loaded) << rendered({loaded ? Diagnostic{} : loaded.error()})[0];
  return loaded ? std::move(*loaded) : LoadedPlan();
}

std::string errorOf(const std::string& text) {
  const auto loaded = loadPlanText("x.csv", text);
  return loaded ? "read" : report::renderDiagnostic(loaded.error());
}

const Record* recordOf(const LoadedPlan& loaded, std::string_view shape, std::string_view key) {
  for (const auto& record : loaded.document.records) {
    if (record->shape->name() == shape && record->text(record->shape->key()) == key) return record.get();
  }
  ADD_FAILURE() << "no " << shape << ' ' << key;
  static const Record none;
  return &none;
}

// "name=text" of each field, a member's behind its number.
std::vector<std::string> fieldsOf(const Record& record) {
  std::vector<std::string> list;
  for (const Field& field : record) list.push_back(std::string(field.name).append("=").append(field.text));
  for (std::size_t i = 0; i < record.members.size(); ++i) {
    for (const Field& field : record.members[i])
      list.push_back(std::to_string(i + 1) + "/" + std::string(field.name).append("=").append(field.text));
  }
  return list;
}

std::vector<std::string> differencesOf(const std::string& left, const std::string& right) {
  const auto a = loadPlan({inRepository(left)});
  const auto b = loadPlan({inRepository(right)});
  if (!a || !b) return {"cannot be read"};
  std::vector<std::string> list;
  for (const FieldDifference& one : compareRecords(a->document.records, b->document.records))
    list.push_back(one.object + " " + one.key + " " + one.field + ": " + one.left + " / " + one.right);
  return list;
}

// tests/data/pa_bat.tar, bat/ and pa.xml tell the same synthetic plan.
TEST(Bat, IsTheSamePlanAsByHand) {
  EXPECT_THAT(differencesOf("tests/data/pa_bat.tar", "tests/data/bat"), IsEmpty());
  // The plan by hand leaves these out.
  EXPECT_THAT(differencesOf("tests/data/pa.xml", "tests/data/bat"),
              testing::Each(testing::AnyOf(HasSubstr("callManagerGroupName:  / Default"),
                                           HasSubstr("runOnEveryNode:  / true"))));
}

TEST(Bat, IsReadWithoutAWord) {
  const auto loaded = loadPlan({inRepository("tests/data/pa_bat.tar")});
  ASSERT_TRUE(loaded);
  EXPECT_THAT(rendered(loaded->diagnostics), IsEmpty());
  EXPECT_THAT(loaded->releases, ElementsAre("master-14.0.1.10000-20.i386"));
  EXPECT_EQ(loaded->filesRead.size(), 9U);
  EXPECT_THAT(loaded->filesSkipped, IsEmpty());
}

// Large files are read in parts side by side. A part that begins within quotes must not show.
TEST(Bat, LinesWithinQuotesOfALargeFile) {
  constexpr std::size_t kRows = 100'000;
  for (std::size_t shift = 0; shift < 4; ++shift) {
    std::string text = "TRANSLATION PATTERN,ROUTE PARTITION,DESCRIPTION\n";
    for (std::size_t i = 0; i < kRows; ++i) {
      text += std::to_string(1'000'000 + i) + ",P,\"From\n1234567,P,\"\"here\"\"\"\n";
      if (i == 0) text.insert(text.size() - 2, 10 * shift, 'x');
    }
    const LoadedPlan loaded = loadCsv(text);
    ASSERT_EQ(loaded.document.records.size(), kRows);
    for (std::size_t i = 1; i < kRows; ++i) {
      const Record& record = *loaded.document.records[i];
      ASSERT_EQ(record.text("pattern"), std::to_string(1'000'000 + i));
      ASSERT_EQ(record.text("description"), "From\n1234567,P,\"here\"");
      ASSERT_EQ(record.where().line, 2 * i + 2);
    }
  }
}

TEST(Bat, RowsOfALargeFileThatAreRefused) {
  constexpr std::size_t kRows = 200'000;
  std::string text = "TRANSLATION PATTERN,ROUTE PARTITION,DESCRIPTION\n";
  for (std::size_t i = 0; i < kRows; ++i) {
    text += std::to_string(1'000'000 + i);
    text += i % 5'000 == 0 ? ",P\n" : ",P,Somewhere\n";
  }
  const LoadedPlan loaded = loadCsv(text);
  EXPECT_EQ(loaded.document.records.size(), kRows - 40);
  const std::vector<std::string> messages = rendered(loaded.diagnostics);
  EXPECT_THAT(messages, Contains(HasSubstr("x.csv:95002:1: error")));
  EXPECT_THAT(messages, testing::Not(Contains(HasSubstr("x.csv:100002:1"))));
  EXPECT_THAT(messages, Contains(HasSubstr("more rows cannot be read and are left out (rows: 20)")));
}

// What a column names must be an element that the vocabulary knows.
TEST(BatColumns, NameElementsOfTheVocabulary) {
  for (const BatFile& file : batFiles()) {
    ASSERT_TRUE(file.shape) << file.name;
    for (const BatColumn& column : file.columns) {
      if (column.element.empty() || column.kind == BatKind::Destination || column.kind == BatKind::Pilot)
        continue;
      const ObjectShape& shape = column.ofLine ? *findShape("line") : *file.shape;
      EXPECT_NE(roleOfElement(shape, column.element).role, Role::Unknown)
          << file.name << ": " << column.header;
    }
  }
}

TEST(BatColumns, EachFileIsRecognisedByItsOwnHeader) {
  for (const BatFile& file : batFiles()) {
    std::vector<std::string> names;
    for (const BatColumn& column : file.columns) {
      names.emplace_back(column.header);
      if (const auto open = names.back().find('#'); open != std::string::npos)
        names.back().replace(open, 1, "1");
    }
    const auto header = recogniseBat({names.begin(), names.end()}, file.name);
    ASSERT_TRUE(header) << file.name;
    EXPECT_EQ(header->file->shape, file.shape) << file.name << " taken for " << header->file->name;
    EXPECT_FALSE(header->rival) << file.name;
  }
}

std::string fileFor(const std::vector<std::string_view>& names) {
  const auto header = recogniseBat(names, "x");
  if (!header) return "none";
  return std::string(header->file->name) + (header->rival ? " or " + std::string(header->rival->name) : "");
}

TEST(BatColumns, RecognisesWhatIsLeftOfAHeader) {
  EXPECT_EQ(fileFor({"NAME", "ROUTE PARTITION 1"}), "css");
  EXPECT_EQ(fileFor({" name ", "route   partition 12"}), "css");
  EXPECT_EQ(fileFor({"Directory Number", "Route Partition", "Calling Search Space"}), "directorynumber");
  EXPECT_EQ(fileFor({"Directory Number", "Route Partition"}), "directorynumber or mobilevoiceaccess");
  EXPECT_EQ(fileFor({"PATTERN", "ROUTE PARTITION", "PREFIX DIGITS_OUTGOING CALLS"}),
            "callingpartytranspattern");
  EXPECT_EQ(fileFor({"PATTERN", "ROUTE PARTITION", "PREFIX DIGITS"}), "calledpartytranspattern");
  EXPECT_EQ(fileFor({"DEVICE NAME", "DESCRIPTION", "CSS", "LINE CSS 1"}), "phone or ctiroutepoint");
  // Others have these two as well.
  EXPECT_EQ(fileFor({"NAME", "DESCRIPTION"}), "none");
  EXPECT_EQ(fileFor({"name", "plan", "css", "dial", "fate"}), "none");
  EXPECT_EQ(fileFor({"ROUTE PARTITION", "DESCRIPTION"}), "none");
  EXPECT_EQ(fileFor({""}), "none");
}

// 11.5 and 12.5 have fewer columns, in another order.
TEST(Bat, ReleasesMayDiffer) {
  const std::string old =
      "ROUTE PATTERN,DESCRIPTION,ROUTE PARTITION,NUMBERING PLAN,ROUTE FILTER,MLPP PRECEDENCE,ROUTE "
      "OPTION,URGENT PRIORITY,"
      "DISCARD DIGITS,PREFIX_DIGITS_CALLED_PARTY,GATEWAY/ROUTE LIST\n"
      "9.911,,Emergency,NULL,NULL,Default,f,t,PreDot,1,GW\n";
  const std::string recent =
      "GATEWAY/ROUTE LIST,ROUTE PATTERN,ROUTE PARTITION,ROUTE OPTION,URGENT PRIORITY,DISCARD DIGITS,"
      "PREFIX_DIGITS_CALLED_PARTY,IS AN EMERGENCY SERVICES NUMBER\n"
      "GW,9.911,Emergency,f,t,PreDot,1,f\n";
  EXPECT_THAT(compareRecords(loadCsv(old).document.records, loadCsv(recent).document.records), IsEmpty());

  const std::string twelve =
      "TRANSLATION PATTERN,ROUTE PARTITION,IS AN EMERGENCY SERVICES NUMBER,"
      "DO NOT WAIT FOR INTERDIGIT TIMEOUT ON SUBSEQUENT HOPS\n1XXX,A,f,t\n";
  const LoadedPlan loaded = loadCsv(twelve);
  const Record* record = recordOf(loaded, "transPattern", "1XXX");
  EXPECT_EQ(record->text("dontWaitForIDTOnSubsequentHops"), "true");
  EXPECT_EQ(record->text("isEmergencyServiceNumber"), "false");
}

TEST(Bat, BlockedIsTheFlagT) {
  const LoadedPlan loaded = loadCsv(
      "ROUTE PATTERN,ROUTE PARTITION,ROUTE OPTION,TYPE OF RELEASE CAUSE VALUE\n"
      "1,A,t,Call Rejected\n2,A,f,Call Rejected\n");
  ASSERT_EQ(loaded.plan.entries.size(), 2U);
  EXPECT_TRUE(loaded.plan.entries[0].blocked);
  EXPECT_EQ(loaded.plan.entries[0].cause, plan::ReleaseCause::CallRejected);
  EXPECT_FALSE(loaded.plan.entries[1].blocked);
}

// Nobody is sure which of the two columns of a hunt pilot holds the flag.
TEST(Bat, AHuntPilotIsBlockedByEitherColumn) {
  const LoadedPlan loaded = loadCsv(
      "HUNT PILOT,ROUTE PARTITION,ROUTETHIS PATTERN,BLOCKTHIS PATTERN\n"
      "1,A,t,Call Rejected\n2,A,Call Rejected,t\n3,A,f,No Error\n4,A,f,t\n");
  ASSERT_EQ(loaded.plan.entries.size(), 4U);
  for (const std::size_t i : {0U, 1U, 3U}) EXPECT_TRUE(loaded.plan.entries[i].blocked) << i;
  EXPECT_EQ(loaded.plan.entries[1].cause, plan::ReleaseCause::CallRejected);
  EXPECT_FALSE(loaded.plan.entries[2].blocked);
}

TEST(Bat, ADestinationIsARouteListWhereOneHasItsName) {
  const std::string patterns = "ROUTE PATTERN,ROUTE PARTITION,GATEWAY/ROUTE LIST\n1,A,RL\n2,A,GW\n3,A,NULL\n";
  const std::string lists = "NAME,ENABLE THIS ROUTE LIST,SELECTION ORDER 1,ROUTE GROUP 1\nRL,t,1,RG\n";
  const LoadedPlan loaded =
      loadCsv(tarOf({{"routepattern.csv", patterns}, {"routelist.csv", lists}}), "x.tar");
  EXPECT_EQ(recordOf(loaded, "routePattern", "1")->text("destination/routeListName"), "RL");
  EXPECT_EQ(recordOf(loaded, "routePattern", "2")->text("destination/gatewayName"), "GW");
  EXPECT_THAT(fieldsOf(*recordOf(loaded, "routePattern", "3")),
              ElementsAre("pattern=3", "routePartitionName=A"));
}

TEST(Bat, AGroupEndsAtItsFirstBlankName) {
  const LoadedPlan loaded = loadCsv(
      "NAME,DESCRIPTION,ROUTE PARTITION 1,ROUTE PARTITION 2,ROUTE PARTITION 3\n"
      "One,,A,,\nThree,,C,B,A\nNone,,,,\nHole,,A,,C\n");
  EXPECT_THAT(fieldsOf(*recordOf(loaded, "css", "One")),
              ElementsAre("name=One", "1/index=1", "1/routePartitionName=A"));
  EXPECT_THAT(fieldsOf(*recordOf(loaded, "css", "Three")),
              ElementsAre("name=Three", "1/index=1", "1/routePartitionName=C", "2/index=2",
                          "2/routePartitionName=B", "3/index=3", "3/routePartitionName=A"));
  EXPECT_THAT(recordOf(loaded, "css", "None")->members, IsEmpty());
  EXPECT_EQ(recordOf(loaded, "css", "Hole")->members.size(), 1U);
  EXPECT_THAT(
      rendered(loaded.diagnostics),
      Contains("x.csv:5:10: warning: \"ROUTE PARTITION 2\" is blank and ends the list, yet \"ROUTE PARTITION "
               "3\" is filled; what stands behind the blank is ignored [bat-group-gap]"));
}

// Local route groups are counted from 0 or from 1, and columns may come in any order.
TEST(Bat, GroupsAreSortedByTheirNumbers) {
  for (const char* columns :
       {"Local Route Group 0,Route Group 0,Local Route Group 1,Route Group 1\nP,A,a,B,b",
        "Local Route Group 2,Route Group 2,Local Route Group 1,Route Group 1\nP,B,b,A,a"}) {
    const LoadedPlan loaded = loadCsv(std::string("DEVICE POOL NAME,") + columns);
    EXPECT_THAT(fieldsOf(*recordOf(loaded, "devicePool", "P")),
                ElementsAre("name=P", "1/name=A", "1/value=a", "2/name=B", "2/value=b"));
  }
}

// Two columns of one name: the second is another setting.
TEST(Bat, ANameThatComesTwiceIsKnownByItsPosition) {
  const LoadedPlan loaded = loadCsv(
      "DEVICE POOL NAME,CALLING PARTY TRANSFORMATION CSS,CALLED PARTY TRANSFORMATION CSS,"
      "CALLING PARTY TRANSFORMATION CSS\nP,First,Called,Second\n");
  EXPECT_THAT(
      fieldsOf(*recordOf(loaded, "devicePool", "P")),
      testing::IsSupersetOf({"cgpnTransformationCssName=First", "callingPartyTransformationCSS=Second"}));
}

TEST(Bat, APhoneBringsItsLines) {
  const LoadedPlan loaded = loadCsv(
      "Device Name,Device Pool,CSS,Directory Number 1,Route Partition 1,Line CSS 1,External Phone Number "
      "Mask 1,"
      "Forward All Destination 1,Directory Number 2,Route Partition 2,Line CSS 2,External Phone Number Mask "
      "2,"
      "Forward All Destination 2,Directory Number 3,Route Partition 3,Line CSS 3,External Phone Number Mask "
      "3,"
      "Forward All Destination 3\n"
      "SEP001,P,Device,1001,A,Line,5551XXX,2000,,,,,,1003,A,,,\n");
  ASSERT_EQ(loaded.plan.devices.size(), 1U);
  const plan::Device& phone = loaded.plan.devices[0];
  ASSERT_EQ(phone.lines.size(), 2U);
  EXPECT_EQ(phone.lines[0].index, 1U);
  EXPECT_EQ(phone.lines[0].externalPhoneNumberMask, "5551XXX");
  EXPECT_EQ(phone.lines[1].index, 3U);
  const Record* line = recordOf(loaded, "line", "1001");
  EXPECT_THAT(fieldsOf(*line),
              ElementsAre("pattern=1001", "routePartitionName=A", "shareLineAppearanceCssName=Line",
                          "callForwardAll/destination=2000"));
}

TEST(Bat, APhonesLineIsThatOfDirectoryNumbers) {
  const std::string phones =
      "Device Name,Device Pool,Directory Number 1,Route Partition 1,Line CSS 1\nSEP001,P,1001,A,Line\n";
  const std::string lines =
      "Directory Number,Route Partition,Calling Search Space,Urgent Priority\n1001,A,Line,t\n";
  const LoadedPlan loaded = loadCsv(tarOf({{"phone.csv", phones}, {"directorynumber.csv", lines}}), "x.tar");
  EXPECT_EQ(loaded.plan.entries.size(), 1U);
  EXPECT_TRUE(loaded.plan.entries[0].urgent);
  for (const Diagnostic& one : loaded.diagnostics) EXPECT_NE(one.code, DiagnosticCode::ConflictingValue);
}

TEST(Bat, ATrunkIsOfTheTypeItSays) {
  const LoadedPlan loaded = loadCsv(
      "TRUNK TYPE,DEVICE NAME,DEVICE POOL,CALLING SEARCH SPACE,PREFIX DN(SIPDEVICE),PREFIX DN\n"
      "SIP Trunk,S,P,C,1,\nInter-Cluster Trunk (Gatekeeper Controlled),H,P,C,,2\n");
  EXPECT_EQ(recordOf(loaded, "sipTrunk", "S")->text("prefixDn"), "1");
  EXPECT_EQ(recordOf(loaded, "h323Trunk", "H")->text("prefixDn"), "2");
}

TEST(Bat, AVoiceMailPilotIsNumberAndSearchSpace) {
  const LoadedPlan loaded = loadCsv(
      "NAME,DESCRIPTION,VOICE MAIL PILOT,VOICE MAIL BOX MASK,IS "
      "DEFAULT\nA,,8000/In/Out,XXXX,t\nB,,null/null,,f\n");
  EXPECT_THAT(fieldsOf(*recordOf(loaded, "voiceMailProfile", "A")),
              ElementsAre("name=A", "voiceMailPilot/dirn=8000", "voiceMailPilot/cssName=In/Out",
                          "voiceMailboxMask=XXXX", "isDefault=true"));
  EXPECT_THAT(fieldsOf(*recordOf(loaded, "voiceMailProfile", "B")), ElementsAre("name=B", "isDefault=false"));
}

TEST(Bat, KindsWithOneTableSayWhatTheyAre) {
  const LoadedPlan loaded =
      loadCsv("INTERCOM DIRECTORY NUMBER,ROUTE PARTITION,CALLING SEARCH SPACE\n12,A,\n");
  ASSERT_EQ(loaded.plan.entries.size(), 1U);
  EXPECT_EQ(loaded.plan.entries[0].kind, plan::EntryKind::Intercom);
}

TEST(Bat, AServiceParameterIsRead) {
  const LoadedPlan loaded = loadCsv(
      "SERVER,PARAM NAME,PARAM VALUE,PARAM TYPE,SERVICE TYPE\nnode,TimerT302_msec,9000,long,Cisco "
      "CallManager\n");
  EXPECT_EQ(loaded.plan.serviceParameters.interdigitTimeout.count(), 9000);
}

// Hand-edited: a mark, CRLF, semicolons, blanks in front, quotes over two lines.
TEST(Bat, FilesAsPeopleLeaveThem) {
  const LoadedPlan loaded = loadCsv(
      "\xEF\xBB\xBFROUTE PATTERN; route  partition ;DESCRIPTION\r\n"
      " 9.911 ;  Emergency;\"two\r\nlines; one \"\"cell\"\"\"\r\n\r\n1;A;x");
  ASSERT_EQ(loaded.plan.entries.size(), 2U);
  EXPECT_EQ(loaded.plan.entries[0].pattern.text, "9.911");
  EXPECT_EQ(loaded.plan.entries[0].where.line, 2U);
  EXPECT_EQ(loaded.plan.entries[0].where.column, 2U);
  EXPECT_EQ(*loaded.plan.entries[0].description, "two\r\nlines; one \"cell\"");
  EXPECT_EQ(loaded.plan.entries[1].where.line, 5U);
}

TEST(Bat, AnEmptyPatternIsOneOfATranslationPattern) {
  const LoadedPlan loaded =
      loadCsv("TRANSLATION PATTERN,ROUTE PARTITION,CALLING SEARCH SPACE\n,PLAR,Lobby\n");
  ASSERT_EQ(loaded.plan.entries.size(), 1U);
  EXPECT_EQ(loaded.plan.entries[0].pattern.text, "");
}

TEST(Bat, MessagesNameFileLineAndColumn) {
  const LoadedPlan loaded =
      loadCsv(tarOf({{"sub/css.csv", "NAME,DESCRIPTION,ROUTE PARTITION 1\nA,,X\nB,,Y\n"},
                     {"routepattern.csv", "ROUTE PATTERN,ROUTE PARTITION\n9x,X\n"}}),
              "some/x.tar");
  EXPECT_THAT(
      rendered(loaded.diagnostics),
      testing::IsSupersetOf(
          {HasSubstr("some/x.tar/sub/css.csv:3:4: warning: partition \"Y\" is never defined"),
           HasSubstr("some/x.tar/routepattern.csv:2:2: error: letters in a pattern are upper case")}));
}

TEST(Bat, ColumnsThatNobodyKnowsAreTold) {
  const LoadedPlan loaded = loadCsv("NAME,COLOUR,ROUTE PARTITION 1\nA,red,X\nB,blue,X\n");
  EXPECT_THAT(
      rendered(loaded.diagnostics),
      Contains("x.csv:1:6: note: column \"COLOUR\" of css.csv is not known, it is ignored (columns: 1) "
               "[bat-column-unknown]"));
}

TEST(Bat, RaggedRowsAreLeftOutAndTold) {
  const LoadedPlan loaded = loadCsv("ROUTE PATTERN,ROUTE PARTITION,DESCRIPTION\n1,A,\n2,A\n3,A,,\n4,A,\n");
  EXPECT_EQ(loaded.plan.entries.size(), 2U);
  EXPECT_THAT(rendered(loaded.diagnostics),
              testing::IsSupersetOf(
                  {"x.csv:3:1: error: the row has 2 cells, the header 3 columns; the row is left out "
                   "[csv-ragged-row]",
                   "x.csv:4:1: error: the row has 4 cells, the header 3 columns; the row is left out "
                   "[csv-ragged-row]"}));
}

TEST(Bat, OfManyWrongRowsTheRestIsCounted) {
  std::string text = "ROUTE PATTERN,ROUTE PARTITION\n";
  for (int i = 0; i < 1'000; ++i) text += "1\"2,3,4\n";
  const LoadedPlan loaded = loadCsv(text + "5,A\n");
  EXPECT_EQ(loaded.plan.entries.size(), 1U);
  EXPECT_THAT(
      rendered(loaded.diagnostics),
      Contains("x.csv: error: more rows cannot be read and are left out (rows: 980) [csv-more-rows]"));
  EXPECT_LT(loaded.diagnostics.size(), 30U);
}

TEST(Bat, QuotesThatAreWrongAreToldAndTheRestIsRead) {
  const LoadedPlan loaded = loadCsv("ROUTE PATTERN,ROUTE PARTITION\n\"1\"x,A\n2,A\n3,\"A\n4,A\n");
  ASSERT_EQ(loaded.plan.entries.size(), 2U);  // 2 and, behind the line with the open quote, 4
  EXPECT_THAT(codesOf(loaded.diagnostics),
              testing::IsSupersetOf({DiagnosticCode::CsvQuoteStray, DiagnosticCode::CsvQuoteUnclosed}));
}

TEST(Bat, HostileTextsAreRefusedOrRead) {
  EXPECT_THAT(errorOf(std::string("ROUTE PATTERN,ROUTE PARTITION\n1,A\0\n", 34)), HasSubstr("byte 0x00"));
  EXPECT_THAT(errorOf("\"NAME,ROUTE PARTITION 1\nA,B\n"), HasSubstr("text of no known form"));
  EXPECT_THAT(errorOf("Pattern;Where;Note\n1;A;\n"),
              HasSubstr("a table that is no file of a BAT export (columns: 3): Pattern, Where, Note"));
  std::string wide = "NAME";
  std::string row = "\nA";
  for (int i = 1; i <= 40'000; ++i) {
    wide += ",ROUTE PARTITION " + std::to_string(i);
    row += i < 3 ? ",X" : ",";
  }
  EXPECT_EQ(recordOf(loadCsv(wide + row), "css", "A")->members.size(), 2U);
  EXPECT_THAT(errorOf(std::string(1'000'000, ',')),
              HasSubstr("a table that has more than the 50000 columns that are read (columns: 1000001)"));
  EXPECT_THAT(errorOf(std::string(3'000'000, ',')),
              HasSubstr("a table that has more than the 50000 columns"));
}

TEST(Bat, HeaderTxtTellsWhatIsMissing) {
  const std::string contents = "Time : x\nIP Address : y\nCCM : 12.5.1\nFile : css\nFile : partition\n";
  const LoadedPlan loaded = loadCsv(tarOf({{"header.txt", contents},
                                           {"css.csv", "NAME,DESCRIPTION,ROUTE PARTITION 1\nA,,X\n"},
                                           {"gateway.csv", ""},
                                           {"upload.lua", "-- a script"}}),
                                    "x.tar");
  EXPECT_THAT(loaded.releases, ElementsAre("12.5.1"));
  EXPECT_THAT(rendered(loaded.diagnostics),
              testing::IsSupersetOf(
                  {"x.tar/header.txt:5:8: warning: the export names \"partition\", which is not there; "
                   "what it holds is missing [bat-file-missing]",
                   "x.tar: note: 2 of its files are no dial plan: gateway.csv, upload.lua "
                   "[skipped-files]"}));
}

TEST(Bat, AColumnThatIsMisspelt) {
  const LoadedPlan loaded =
      loadCsv("ROUTE PATTERN,ROUTE PARTITION,URGENT PRORITY\n9!,,t\n", "routepattern.csv");
  EXPECT_THAT(rendered(loaded.diagnostics),
              Contains(HasSubstr("column \"URGENT PRORITY\" of routepattern.csv is not known, it is ignored "
                                 "(columns: 1); did you mean \"URGENT PRIORITY\"?")));
}

}  // namespace
}  // namespace dialscope::import
