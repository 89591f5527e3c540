// Calls asked for by name: how names are resolved, and what is said of a name that is none.
#include "engine/workspace/workspace.h"

#include "tests/support/files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dialscope::workspace {
namespace {

using enum DiagnosticCode;
using routing::Fate;
using routing::Trace;
using testing::ElementsAre;

constexpr std::string_view kPlan = R"(<dialPlan name="site">
  <routePartition><name>Internal</name></routePartition>
  <routePartition><name>PSTN</name></routePartition>
  <routePartition><name>At@Home</name></routePartition>
  <css><name>Line</name><clause>Internal</clause></css>
  <css><name>Device</name><clause>PSTN:Internal</clause></css>
  <routePattern><pattern>9.XXX</pattern><routePartitionName>PSTN</routePartitionName><destination><gatewayName>GW</gatewayName></destination></routePattern>
  <routePattern><pattern>5000</pattern><routePartitionName>At@Home</routePartitionName></routePattern>
  <routePattern><pattern>7000</pattern></routePattern>
  <line><pattern>1001</pattern><routePartitionName>Internal</routePartitionName><shareLineAppearanceCssName>Line</shareLineAppearanceCssName></line>
  <line><pattern>1002</pattern><routePartitionName>Internal</routePartitionName></line>
  <line><pattern>1003</pattern><routePartitionName>Internal</routePartitionName></line>
  <line><pattern>1003</pattern><routePartitionName>PSTN</routePartitionName></line>
  <line><pattern>\+14085551004</pattern><routePartitionName>Internal</routePartitionName></line>
  <sipTrunk><name>GW</name></sipTrunk>
  <phone><name>SEP000000000001</name><callingSearchSpaceName>Device</callingSearchSpaceName><lines>
    <line><index>1</index><dirn><pattern>1001</pattern><routePartitionName>Internal</routePartitionName></dirn><e164Mask>972813XXXX</e164Mask></line>
    <line><index>3</index><dirn><pattern>1002</pattern><routePartitionName>Internal</routePartitionName></dirn></line>
  </lines></phone>
  <phone><name>SEP000000000002</name><callingSearchSpaceName>Device</callingSearchSpaceName></phone>
  <serviceParameter><name>TimerT302_msec</name><value>4000</value></serviceParameter>
</dialPlan>)";

const Workspace& workspace() {
  static const Result<Workspace> opened = Workspace::openText("site.xml", kPlan);
  return opened.value();
}

std::vector<std::string> searched(const CallRequest& request) {
  std::vector<std::string> names;
  const auto call = workspace().resolve(request);
  if (!call) return {"refused"};
  for (const auto partition : call->origin.partitions)
    names.push_back(at(workspace().plan().partitions, partition).name);
  return names;
}

TEST(Workspace, ReadsThePlan) {
  EXPECT_EQ(workspace().plan().name, "site");
  for (const Diagnostic& diagnostic : workspace().loaded().diagnostics) {
    EXPECT_EQ(diagnostic.code, DiagnosticCode::NoDestination);
  }
}

TEST(Workspace, WhoSearchesWhere) {
  EXPECT_THAT(searched({.searchSpaces = {"Line"}}), ElementsAre("Internal"));
  EXPECT_THAT(searched({.searchSpaces = {"Line", "Device"}}), ElementsAre("Internal", "PSTN"));
  EXPECT_THAT(searched({.partitions = "PSTN:Internal:PSTN"}), ElementsAre("PSTN", "Internal"));
  EXPECT_THAT(searched({.partitions = ""}), ElementsAre());
  EXPECT_THAT(searched({.partitions = "<None>:PSTN"}), ElementsAre("PSTN"));
  EXPECT_THAT(searched({}), ElementsAre());
  EXPECT_THAT(searched({.from = "SEP000000000001"}), ElementsAre("Internal", "PSTN"));  // DA-21
  EXPECT_THAT(searched({.from = "SEP000000000001/3"}), ElementsAre("PSTN", "Internal"));
  EXPECT_THAT(searched({.from = "SEP000000000002"}), ElementsAre("PSTN", "Internal"));  // no line at all
  EXPECT_THAT(searched({.from = "1001"}), ElementsAre("Internal"));
  EXPECT_THAT(searched({.from = "1002"}), ElementsAre());
  EXPECT_THAT(searched({.from = "1003@PSTN"}), ElementsAre());
}

TEST(Workspace, WhoCalls) {
  const auto calling = [](const CallRequest& request) {
    const auto call = workspace().resolve(request);
    return call->origin.calling.text() + " " + call->origin.externalPhoneNumberMask;
  };
  EXPECT_EQ(calling({.from = "SEP000000000001"}), "1001 972813XXXX");
  EXPECT_EQ(calling({.from = "SEP000000000001/3"}), "1002 ");
  EXPECT_EQ(calling({.from = "+14085551004"}), "+14085551004 ");
  EXPECT_EQ(calling({.from = "\\+14085551004"}), "+14085551004 ");
  EXPECT_EQ(calling({.searchSpaces = {"Line"}, .calling = "4001", .externalMask = "555XXXX"}),
            "4001 555XXXX");
}

TEST(Workspace, TimersAndModes) {
  const CallRequest request{.searchSpaces = {"Device"}, .digits = "91"};
  const auto byPlan = workspace().dial(request);
  ASSERT_TRUE(byPlan);
  EXPECT_EQ(byPlan->fate, Fate::Incomplete);
  EXPECT_EQ(byPlan->waited.count(), 4000);
  CallRequest quick = request;
  quick.interdigitTimeout = std::chrono::milliseconds(3000);
  EXPECT_EQ(workspace().dial(quick)->waited.count(), 3000);
  CallRequest bloc = request;
  bloc.mode = "bloc";
  EXPECT_EQ(workspace().dial(bloc)->fate, Fate::NoMatch);
  CallRequest slow{.searchSpaces = {"Device"}, .digits = "9123", .gap = std::chrono::milliseconds(1000)};
  EXPECT_EQ(workspace().dial(slow)->decidedAt.count(), 3000);
}

// Every mistake: its code, what it names, and the closest name that is one.
TEST(Workspace, Refusals) {
  struct Row {
    CallRequest request;
    DiagnosticCode code;
    std::vector<std::string> arguments;
    std::string suggestion = {};
  };
  const std::vector<Row> rows{
      {{.searchSpaces = {"Line", "Devices"}}, NoSuchSearchSpace, {"Devices"}, "Device"},
      {{.searchSpaces = {"Nowhere"}}, NoSuchSearchSpace, {"Nowhere"}},
      {{.partitions = "Internal:PSTM"}, NoSuchPartition, {"PSTM"}, "PSTN"},
      {{.from = "SEP000000000009"}, NoSuchOrigin, {"SEP000000000009"}, "SEP000000000001"},
      {{.from = "SEP000000000001/2"}, NoSuchLineButton, {"SEP000000000001", "2", "1, 3"}},
      {{.from = "SEP000000000002/2"}, NoSuchLineButton, {"SEP000000000002", "2", "none"}},
      {{.from = "1001@Internl"}, NoSuchPartition, {"Internl"}, "Internal"},
      {{.from = "1003"}, OriginAmbiguous, {"1003", "Internal, PSTN"}},
      {{.from = "9.XXX"}, OriginNotALine, {"9.XXX", "route"}},
      {{.from = "GW"}, OriginNotALine, {"GW", "trunk"}},
      {{.searchSpaces = {"Line"}, .from = "1001"}, OriginTwice, {"--from", "--css"}},
      {{.partitions = "PSTN", .from = "1001"}, OriginTwice, {"--partitions", "--from"}},
      {{.searchSpaces = {"Line"}, .partitions = "PSTN"}, OriginTwice, {"--partitions", "--css"}},
      {{.mode = "block"}, NoSuchMode, {"block"}, "bloc"},
      {{.calling = "40X1"}, NumberCharacter, {"the calling number", "40X1", "X", "0-9 * # + A-D"}},
      {{.externalMask = "55Y"}, NumberCharacter, {"the external mask", "55Y", "Y", "0-9 * # + A-D X"}},
      {{.digits = "12a"}, DialStringCharacter, {"a", "12a"}, "A"},
      {{.digits = std::string(501, '1')}, DialStringTooLong, {"501", "500"}},
      {{.assume = {"urgent"}}, SwitchMalformed, {"urgent"}},
      {{.assume = {"urgent=any", "pound=digit", "urgent=best"}}, SwitchTwice, {"urgent", "any", "best"}},
      {{.assume = {"urgnt=any"}}, NoSuchSwitch, {"urgnt"}, "urgent"},
      {{.assume = {"urgent=ani"}}, NoSuchReading, {"urgent", "ani", "best, any"}, "any"},
      {{.assume = {"negation=0-9*"}}, NoSuchReading, {"negation", "0-9*", "0-9*#, 0-9, all"}, "0-9*#"},
      {{.assume = {"called-transform-input=before"}}, SwitchNotYet, {"called-transform-input"}},
  };
  for (const Row& row : rows) {
    const auto answer = workspace().dial(row.request);
    ASSERT_FALSE(answer) << row.arguments.front();
    SCOPED_TRACE(row.arguments.front());
    EXPECT_EQ(static_cast<int>(answer.error().code), static_cast<int>(row.code));
    EXPECT_EQ(answer.error().arguments, row.arguments);
    EXPECT_EQ(answer.error().suggestion, row.suggestion);
  }
}

// What nothing defines is nobody's search space, and is suggested to nobody.
TEST(Workspace, SearchSpacesThatAreOnlyNamed) {
  const auto opened = Workspace::openText("p.xml", R"(<dialPlan>
      <css><name>Guest</name></css>
      <phone><name>SEP000000000001</name><callingSearchSpaceName>Ghost</callingSearchSpaceName></phone>
    </dialPlan>)");
  ASSERT_TRUE(opened);
  const auto named = opened->resolve({.searchSpaces = {"Ghost"}});
  ASSERT_FALSE(named);
  EXPECT_EQ(named.error().code, SearchSpaceNotDefined);
  EXPECT_EQ(named.error().arguments, std::vector<std::string>{"Ghost"});
  EXPECT_EQ(opened->resolve({.searchSpaces = {"Ghst"}}).error().suggestion, "");
  EXPECT_EQ(opened->resolve({.searchSpaces = {"Gust"}}).error().suggestion, "Guest");
  EXPECT_TRUE(opened->resolve({.from = "SEP000000000001"})) << "a phone may name it";
}

// A line with wildcards gives a search space, and no number.
TEST(Workspace, ALineOfManyNumbers) {
  const auto opened = Workspace::openText("p.xml", R"(<dialPlan>
      <line><pattern>1XXX</pattern></line>
      <phone><name>SEP000000000001</name><lines>
        <line><index>1</index><dirn><pattern>1XXX</pattern></dirn></line></lines></phone>
    </dialPlan>)");
  ASSERT_TRUE(opened);
  for (const char* from : {"1XXX", "SEP000000000001"}) {
    const auto call = opened->resolve({.from = from});
    ASSERT_FALSE(call);
    EXPECT_EQ(call.error().code, OriginWithoutNumber);
    EXPECT_EQ(call.error().arguments, std::vector<std::string>{"1XXX"});
    EXPECT_EQ(opened->resolve({.from = from, .calling = "1234"})->origin.calling.text(), "1234");
  }
}

// `/` and `@` part a name only where they are not its own.
TEST(Workspace, GatewaysAreNamedWithSlashes) {
  const auto opened = Workspace::openText("p.xml", R"(<dialPlan>
      <routePartition><name>A/B</name></routePartition>
      <line><pattern>1001</pattern><routePartitionName>A/B</routePartitionName></line>
      <h323Gateway><name>S0/SU0/DS1-0@GW1</name></h323Gateway>
    </dialPlan>)");
  ASSERT_TRUE(opened);
  const auto gateway = opened->resolve({.from = "S0/SU0/DS1-0@GW1"});
  ASSERT_FALSE(gateway);
  EXPECT_EQ(gateway.error().code, OriginNotALine);
  EXPECT_EQ(gateway.error().arguments, (std::vector<std::string>{"S0/SU0/DS1-0@GW1", "gateway"}));
  EXPECT_EQ(opened->resolve({.from = "1001@A/B"})->origin.calling.text(), "1001");
}

TEST(Workspace, SwitchesThatAreSetArePinned) {
  const auto call = workspace().resolve({.assume = {"urgent=best", "negation=all"}});
  ASSERT_TRUE(call);
  EXPECT_EQ(call->assume.negation, pattern::Negation::All);
  EXPECT_EQ(call->assume.urgent, routing::UrgentReading::Best);
  std::vector<std::string_view> pinned;
  for (const auto& one : routing::switches()) {
    if (call->pinned.contains(one.id)) pinned.push_back(one.key);
  }
  EXPECT_THAT(pinned, ElementsAre("negation", "urgent"));
}

TEST(Workspace, FindPattern) {
  const auto found = [](std::string_view text) {
    std::vector<std::string> names;
    const auto entries = workspace().findPattern(text);
    if (!entries) return std::vector<std::string>{"none; " + entries.error().suggestion};
    for (const auto id : *entries) {
      const auto& entry = at(workspace().plan().entries, id);
      names.push_back(entry.pattern.text + "@" + at(workspace().plan().partitions, entry.partition).name);
    }
    return names;
  };
  EXPECT_THAT(found("9.XXX"), ElementsAre("9.XXX@PSTN"));
  EXPECT_THAT(found("9.XXX@PSTN"), ElementsAre("9.XXX@PSTN"));
  EXPECT_THAT(found("1003"), ElementsAre("1003@Internal", "1003@PSTN"));
  EXPECT_THAT(found("1003@PSTN"), ElementsAre("1003@PSTN"));
  EXPECT_THAT(found("5000@At@Home"), ElementsAre("5000@At@Home"));
  EXPECT_THAT(found("7000@<None>"), ElementsAre("7000@"));
  EXPECT_THAT(found("+14085551004"), ElementsAre("\\+14085551004@Internal"));
  EXPECT_THAT(found("9.XX"), ElementsAre("none; 9.XXX"));
  EXPECT_THAT(found("1001@PSTX"), ElementsAre("none; PSTN"));
}

// A pattern that stands in several partitions: the one that came furthest is meant, whichever was written first.
TEST(Workspace, WhyNotOfAPatternInSeveralPartitions) {
  const auto opened = Workspace::openText("p.xml", R"(<dialPlan>
      <routePattern><pattern>9XX</pattern><routePartitionName>Elsewhere</routePartitionName></routePattern>
      <routePattern><pattern>9XX</pattern><routePartitionName>A</routePartitionName></routePattern>
      <routePattern><pattern>9XX</pattern><routePartitionName>B</routePartitionName></routePattern>
    </dialPlan>)");
  ASSERT_TRUE(opened);
  const auto why = [&](const char* partitions) {
    const auto trace = opened->dial({.partitions = partitions, .digits = "912"});
    const auto answer = opened->whyNot(*trace, "9XX");
    const plan::Plan& plan = opened->plan();
    const plan::Entry& entry = at(plan.entries, answer->candidate.entry);
    return std::string(name(answer->candidate.verdict)) + " " + at(plan.partitions, entry.partition).name;
  };
  EXPECT_EQ(why("B:A"), "selected B");
  EXPECT_EQ(why("A:B"), "selected A");
  EXPECT_EQ(why(""), "not-in-search-list Elsewhere");
}

TEST(Workspace, UnreadableInput) {
  EXPECT_EQ(Workspace::open({"no/such/file.xml"}).error().code, FileNotFound);
  EXPECT_FALSE(Workspace::openText("empty.xml", ""));
}

// A plan once opened may move; what was compiled from it stays valid.
TEST(Workspace, Moves) {
  auto opened = Workspace::openText("site.xml", kPlan);
  ASSERT_TRUE(opened);
  const Workspace moved = std::move(*opened);
  EXPECT_EQ(moved.dial({.partitions = "PSTN", .digits = "9123"})->fate, Fate::Routed);
}

// What a window does with a switch: the same digits on a plan that differs in one field, and back again.
TEST(Workspace, IsEditedAndTakenBack) {
  const auto urgent =
      Workspace::openText("p.xml",
                          "<dialPlan><routePattern><pattern>7XXX</pattern><patternUrgency>true"
                          "</patternUrgency></routePattern><line><pattern>70012</pattern></line>"
                          "</dialPlan>");
  ASSERT_TRUE(urgent);
  const CallRequest request{.digits = "70012"};
  EXPECT_EQ(urgent->dial(request)->unused.size(), 1U);
  using import::editDocument;
  const std::vector<import::Edit> notUrgent{import::SetField{0, "patternUrgency", "false"}};
  const auto edited = editDocument(urgent->loaded().document, notUrgent);
  ASSERT_TRUE(edited);
  const Workspace tame = urgent->with(edited->document);
  EXPECT_EQ(tame.dial(request)->unused.size(), 0U);
  const auto back = editDocument(tame.loaded().document, edited->undo);
  ASSERT_TRUE(back);
  EXPECT_EQ(tame.with(back->document).dial(request)->unused.size(), 1U);
}

}  // namespace
}  // namespace dialscope::workspace
