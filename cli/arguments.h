// The command line, read: one plain struct for each command. CLI11 stays inside of arguments.cpp.
//
//   const Command command = parseArguments({"dial", "plan.xml", "--digits", "911"});
//   std::get<DialArguments>(command).request.digits;      // "911"
//
// Only the form is checked here: which options there are, that numbers are numbers. What the values mean is resolved
// against the plan, in engine/workspace.
#pragma once

#include "engine/report/listing.h"
#include "engine/workspace/workspace.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace dialscope::cli {

enum class Format { Pretty, Json, Markdown, Junit, Tap };

struct DialArguments {
  std::vector<std::string> plans;
  workspace::CallRequest request;
  std::optional<std::string> whyNot;  ///< PATTERN[@PARTITION]
  Format format = Format::Pretty;
};

struct ReplayArguments {
  std::vector<std::string> plans;
  workspace::CallRequest request;  ///< its mode is empty
  Format format = Format::Pretty;
};

struct InspectArguments {
  std::vector<std::string> plans;
  std::optional<report::Listing> list;  ///< none = the report
  Format format = Format::Pretty;
  bool strict = false;  ///< findings are a failure
};

struct BatchArguments {
  std::vector<std::string> plans;
  workspace::CallRequest request;  ///< what holds for every line that does not say otherwise
  bool full = false;               ///< timelines and candidates too
};

/// What a plan is written as.
enum class PlanForm { Xml, Bat };

struct ConvertArguments {
  std::vector<std::string> plans;
  std::string output;  ///< a file, for BAT also a folder; `-` = standard output
  PlanForm form = PlanForm::Xml;
  bool anonymize = false;
};

struct TestArguments {
  std::vector<std::string> suites;
  std::vector<std::string> plans;  ///< for rows that name none
  bool update = false;             ///< pins today's answers
  Format format = Format::Pretty;
};

struct RulesArguments {
  std::optional<std::string> id;  ///< none = all rules
  Format format = Format::Pretty;
};

/// `--help` or `--version`: a text that is the answer.
struct HelpText {
  std::string text;
};

/// A command line that cannot be carried out.
struct UsageProblem {
  std::string text;
  std::string suggestion;  ///< "did you mean …", empty for none
};

using Command = std::variant<DialArguments, ReplayArguments, BatchArguments, TestArguments, InspectArguments,
                             ConvertArguments, RulesArguments, HelpText, UsageProblem>;

/// Reads the arguments behind the program's name.
Command parseArguments(const std::vector<std::string>& arguments);

}  // namespace dialscope::cli
