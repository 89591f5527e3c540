#include "engine/import/read_route_plan_report.h"

#include "engine/import/csv_table.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <deque>
#include <map>
#include <optional>
#include <utility>

namespace dialscope::import {
namespace {

// Letters and digits, lower case: pages and releases differ in blanks, hyphens and capitals.
std::string bare(std::string_view text) {
  std::string word;
  for (const char c : text) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0)
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return word;
}

struct TypeWord {
  std::string_view word;    // bare
  std::string_view object;  // empty: a URI
  std::string_view usage;   // where the object alone does not say it
};

// The words of XPatternUsage, and those of the page where they differ.
constexpr std::array<TypeWord, 41> kTypes{{
    {"device", "line", ""},
    {"directorynumber", "line", ""},
    {"translation", "transPattern", ""},
    {"translationpattern", "transPattern", ""},
    {"route", "routePattern", ""},
    {"routepattern", "routePattern", ""},
    {"huntpilot", "huntPilot", ""},
    {"callpark", "callPark", ""},
    {"callparknumber", "callPark", ""},
    {"directedcallpark", "directedCallPark", ""},
    {"callpickupgroup", "callPickupGroup", ""},
    {"conference", "meetMe", ""},
    {"meetme", "meetMe", ""},
    {"meetmenumber", "meetMe", ""},
    {"conferencenow", "conferenceNow", ""},
    {"messagewaiting", "messageWaiting", ""},
    {"messagewaitingindicator", "messageWaiting", ""},
    {"voicemailport", "line", "Voice Mail Port"},
    {"domainrouting", "sipRoutePattern", "Domain Routing"},
    {"ipaddressrouting", "sipRoutePattern", "IPAddress Routing"},
    {"siproutepattern", "sipRoutePattern", "Domain Routing"},
    {"deviceintercom", "line", "Device Intercom"},
    {"intercomdirectorynumber", "line", "Device Intercom"},
    {"translationintercom", "transPattern", "Translation Intercom"},
    {"intercomtranslationpattern", "transPattern", "Translation Intercom"},
    {"translationcallingpartynumber", "callingPartyTransformationPattern", ""},
    {"callingpartytransformation", "callingPartyTransformationPattern", ""},
    {"callingpartytransformationpattern", "callingPartyTransformationPattern", ""},
    {"calledpartynumbertransformation", "calledPartyTransformationPattern", ""},
    {"calledpartytransformation", "calledPartyTransformationPattern", ""},
    {"calledpartytransformationpattern", "calledPartyTransformationPattern", ""},
    {"mobilityhandoff", "handoffMobility", ""},
    {"handoffmobility", "handoffMobility", ""},
    {"mobilityenterprisefeatureaccess", "enterpriseFeatureAccessConfiguration", ""},
    {"enterprisefeatureaccess", "enterpriseFeatureAccessConfiguration", ""},
    {"mobilityivr", "mobileVoiceAccess", ""},
    {"mobilevoiceaccess", "mobileVoiceAccess", ""},
    {"urirouting", "", ""},
    {"directoryuri", "", ""},
    {"ilslearneduri", "", ""},
    {"uri", "", ""},
}};

// `alice@example.com`; `9.@` is a pattern.
bool looksLikeUri(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at + 1 < text.size() &&
         std::isalnum(static_cast<unsigned char>(text[at + 1])) != 0 &&
         text.find('.', at) != std::string_view::npos;
}

bool isPatternColumn(std::string_view name) {
  const std::string word = bare(name);
  return word == "patternoruri" || word == "patterndirectorynumber";
}

std::optional<std::size_t> columnOf(const CsvTable& table, std::string_view word) {
  for (std::size_t i = 0; i < table.header().size(); ++i) {
    if (bare(table.header()[i].text) == word) return i;
  }
  return std::nullopt;
}

class ReportReader {
 public:
  ReportReader(SourceText& source, RecordSet& set, Diagnostics& diagnostics)
      : source_(source),
        set_(set),
        diagnostics_(diagnostics),
        table_(source, set.joined) {}

  void read() {
    const std::vector<CsvTable::Cell>& header = table_.header();
    pattern_ = static_cast<std::size_t>(
        std::find_if(header.begin(), header.end(),
                     [](const CsvTable::Cell& cell) { return isPatternColumn(cell.text); }) -
        header.begin());
    partition_ = columnOf(table_, "partition");
    type_ = columnOf(table_, "type");
    if (!partition_) reportMissing("Partition", "every pattern is taken to be in <None>");
    if (!type_) reportMissing("Type", "every pattern is taken for a route pattern");
    const std::size_t before = set_.records.size();
    while (table_.next(diagnostics_)) readRow();
    diagnostics_.push_back({DiagnosticCode::RoutePlanReportPoor,
                            source_.position(),
                            {std::to_string(set_.records.size() - before)},
                            {}});
    for (auto& [type, stray] : notRead_) {
      diagnostics_.push_back({DiagnosticCode::ReportRowsNotRead,
                              std::move(stray.where),
                              {type.empty() ? "without a type" : type, std::to_string(stray.count)},
                              {}});
    }
  }

 private:
  void readRow() {
    const CsvTable::Cell pattern = table_.cell(pattern_);
    const std::string_view type = type_ ? table_.cell(*type_).text : "Route Pattern";
    const auto* word = std::find_if(kTypes.begin(), kTypes.end(),
                                    [name = bare(type)](const TypeWord& row) { return row.word == name; });
    if (looksLikeUri(pattern.text) || (word != kTypes.end() && word->object.empty())) return leaveOut("URI");
    if (word == kTypes.end()) return leaveOut(std::string(type));
    Record record;
    record.shape = findShape(word->object);
    record.origin = Origin::Report;
    record.source = &source_;
    record.offset = table_.offset();
    record.items.push_back({record.shape->key(), pattern.text, &source_, pattern.offset});
    if (partition_) {
      const CsvTable::Cell partition = table_.cell(*partition_);
      if (!partition.text.empty())
        record.items.push_back({"routePartitionName", partition.text, &source_, partition.offset});
    }
    if (!word->usage.empty()) record.items.push_back({"usage", word->usage, &source_, record.offset});
    set_.records.push_back(std::move(record));
  }

  void leaveOut(const std::string& type) {
    Stray& stray = notRead_[type];
    if (stray.count++ == 0) stray.where = source_.positionAt(table_.offset());
  }

  void reportMissing(const std::string& column, const std::string& taken) {
    diagnostics_.push_back({DiagnosticCode::MissingColumn, source_.positionAt(0), {column, taken}, {}});
  }

  SourceText& source_;
  RecordSet& set_;
  Diagnostics& diagnostics_;
  CsvTable table_;
  std::size_t pattern_ = 0;
  std::optional<std::size_t> partition_;
  std::optional<std::size_t> type_;
  std::map<std::string, Stray> notRead_;
};

}  // namespace

bool looksLikeRoutePlanReport(const SourceText& source) {
  std::deque<std::string> joined;
  const CsvTable table(source, joined);
  return std::any_of(table.header().begin(), table.header().end(),
                     [](const CsvTable::Cell& cell) { return isPatternColumn(cell.text); });
}

bool readRoutePlanReport(SourceText& source, RecordSet& set, Diagnostics& diagnostics) {
  ReportReader(source, set, diagnostics).read();
  return true;
}

}  // namespace dialscope::import
