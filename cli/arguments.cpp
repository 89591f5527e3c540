// CLI11 only tells options from values and from the rest; the table of commands says which options there are. Every
// value comes back as it was typed: as a list, CLI11 2.1.2 would unpack `[24]` to `24`, and `--css A` would swallow the
// plan behind it. For the same reason the plans are what is left over, and no list either.
#include "cli/arguments.h"

#include "cli/command_table.h"
#include "engine/base/plain_number.h"
#include "engine/base/suggest.h"
#include "engine/workspace/request_columns.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <string_view>
#include <utility>

namespace dialscope::cli {
namespace {

/// What was typed behind a command, unread.
struct Typed {
  std::map<std::string_view, std::vector<std::string>> values;  // by option, in order
  std::vector<std::string> rest;                                // plans, a rule's id
  bool help = false;
};

[[noreturn]] void refuse(std::string text, std::string suggestion = {}) {
  throw UsageProblem{std::move(text), std::move(suggestion)};
}

// CLI11 takes `--digits=` for an option whose value comes next; two arguments say what is meant.
std::vector<std::string> withEmptyValuesApart(const std::vector<std::string>& arguments) {
  std::vector<std::string> apart;
  bool options = true;
  for (const std::string& argument : arguments) {
    options = options && argument != "--";
    const bool emptyValue =
        options && argument.starts_with("--") && argument.find('=') == argument.size() - 1;
    apart.push_back(emptyValue ? argument.substr(0, argument.size() - 1) : argument);
    if (emptyValue) apart.emplace_back();
  }
  return apart;
}

// CLI11 takes `--update=false` for `--update`.
void refuseValuesOfFlags(const CommandRow& command, const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    const std::string& argument = arguments[i];
    const std::string_view name = std::string_view(argument).substr(0, argument.find('='));
    const OptionRow* row = findOption(command, name);
    const bool takesValue = row != nullptr && !row->value.empty();
    if (name.size() == argument.size()) {
      if (takesValue) ++i;  // what follows is its value
    } else if (!takesValue && (row != nullptr || name == "--help" || name == "-h")) {
      refuse(fmt::format("{} takes no value", name));
    }
  }
}

// What CLI11 left over: before `--` whatever looks like an option is one that does not exist.
std::vector<std::string> checkedRest(const std::vector<std::string>& leftOver, const CommandRow& command) {
  std::vector<std::string> rest;
  bool options = true;
  for (const std::string& argument : leftOver) {
    if (options && argument == "--") {
      options = false;
    } else if (options && argument.size() > 1 && argument.front() == '-') {
      const std::string name = argument.substr(0, argument.find('='));
      refuse(fmt::format("{} has no option {}", command.name, name), closestName(name, optionNames(command)));
    } else {
      rest.push_back(argument);
    }
  }
  return rest;
}

void checkValues(const OptionRow& option, const std::vector<std::string>& values, const CommandRow& command) {
  if (values.size() > 1 && !option.repeatable) refuse(fmt::format("{} is given twice", option.name));
  const auto names = optionNames(command);
  for (const std::string& value : values) {
    const bool isOption = std::find(names.begin(), names.end(), value) != names.end();
    if (isOption) refuse(fmt::format("{} needs a value, {} is an option", option.name, value));
  }
}

Typed readTyped(const CommandRow& command, const std::vector<std::string>& arguments) {
  refuseValuesOfFlags(command, arguments);
  CLI::App app;
  app.set_help_flag("-h,--help");
  app.allow_extras();
  std::vector<std::pair<const OptionRow*, const CLI::Option*>> options;
  for (const OptionGroup& group : command.groups) {
    for (const OptionRow& row : group.options) {
      const std::string name(row.name);
      auto* option = row.value.empty() ? app.add_flag(name) : app.add_option(name, CLI::callback_t{}, "");
      options.emplace_back(&row, option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll));
    }
  }
  std::vector<std::string> reversed = withEmptyValuesApart(arguments);
  std::reverse(reversed.begin(), reversed.end());
  try {
    app.parse(reversed);
  } catch (const CLI::CallForHelp&) {
    return {.values = {}, .rest = {}, .help = true};
  } catch (const CLI::ArgumentMismatch&) {
    refuse(fmt::format("{} needs a value", arguments.back()));
  } catch (const CLI::ParseError& error) {
    refuse(error.what());
  }
  Typed typed;
  typed.rest = checkedRest(app.remaining(), command);
  for (const auto& [row, option] : options) {
    checkValues(*row, option->results(), command);
    if (!option->empty()) typed.values[row->name] = option->results();
  }
  return typed;
}

std::vector<std::string> valuesOf(const Typed& typed, std::string_view option) {
  const auto found = typed.values.find(option);
  return found == typed.values.end() ? std::vector<std::string>() : found->second;
}

std::optional<std::string> valueOf(const Typed& typed, std::string_view option) {
  const auto values = valuesOf(typed, option);
  return values.empty() ? std::nullopt : std::optional(values.front());
}

/// A value that says something: where nothing is meant the option is left out.
std::optional<std::string> filledValueOf(const Typed& typed, std::string_view option) {
  auto value = valueOf(typed, option);
  if (value && value->empty()) refuse(fmt::format("{} \"\" says nothing; leave the option out", option));
  return value;
}

/// The meaning of an option that takes one word of a few.
template <class Meaning>
std::optional<Meaning> choiceOf(const Typed& typed, std::string_view option,
                                const std::vector<std::pair<std::string, Meaning>>& choices) {
  const auto value = valueOf(typed, option);
  if (!value) return std::nullopt;
  std::vector<std::string> words;
  for (const auto& [word, meaning] : choices) {
    if (word == *value) return meaning;
    words.push_back(word);
  }
  refuse(fmt::format("{} \"{}\" is not known; expected {}", option, *value, fmt::join(words, ", ")),
         closestName(*value, words));
}

/// The number that an option is given, if it is.
template <class Number>
std::optional<Number> numberOf(const Typed& typed, std::string_view option, Number highest) {
  const auto value = valueOf(typed, option);
  if (!value) return std::nullopt;
  const auto number = plainNumber(*value, highest);
  if (!number) refuse(fmt::format("{} \"{}\" is no number from 0 to {}", option, *value, highest));
  return number;
}

Format formatOf(const Typed& typed, std::vector<std::pair<std::string, Format>> more = {}) {
  std::vector<std::pair<std::string, Format>> choices{{"pretty", Format::Pretty}, {"json", Format::Json}};
  choices.insert(choices.end(), more.begin(), more.end());
  return choiceOf(typed, "--format", choices).value_or(Format::Pretty);
}

std::vector<std::string> plansOf(const Typed& typed) {
  if (typed.rest.empty()) refuse("PLAN is missing: a file or a folder to read");
  return typed.rest;
}

// All that a call is asked for with but its digits.
workspace::CallRequest requestOf(const Typed& typed) {
  workspace::CallRequest request;
  request.searchSpaces = valuesOf(typed, "--css");
  request.partitions = valueOf(typed, "--partitions");
  request.from = filledValueOf(typed, "--from").value_or("");
  request.calling = valueOf(typed, "--calling");
  request.externalMask = valueOf(typed, "--external-mask");
  request.mode = filledValueOf(typed, "--mode").value_or("");
  request.assume = valuesOf(typed, "--assume");
  if (const auto seconds = numberOf(typed, "--gap", workspace::kMostGapSeconds)) {
    request.gap = workspace::gapOf(*seconds);
  }
  if (const auto timeout = numberOf(typed, "--t302", workspace::kMostTimeoutMilliseconds)) {
    request.interdigitTimeout = std::chrono::milliseconds(*timeout);
  }
  return request;
}

workspace::CallRequest requestWithDigits(const Typed& typed) {
  const auto digits = valueOf(typed, "--digits");
  if (!digits) refuse("--digits is missing; --digits \"\" goes off-hook and dials nothing");
  workspace::CallRequest request = requestOf(typed);
  request.digits = *digits;
  return request;
}

Command readDial(const Typed& typed) {
  return DialArguments{plansOf(typed), requestWithDigits(typed), valueOf(typed, "--why-not"),
                       formatOf(typed)};
}

Command readReplay(const Typed& typed) {
  return ReplayArguments{plansOf(typed), requestWithDigits(typed), formatOf(typed)};
}

Command readBatch(const Typed& typed) {
  choiceOf<Format>(typed, "--format", {{"json", Format::Json}});
  return BatchArguments{plansOf(typed), requestOf(typed), typed.values.contains("--full")};
}

Command readTest(const Typed& typed) {
  if (typed.rest.empty()) refuse("SUITE is missing: a file of expectations");
  const Format format = formatOf(typed, {{"junit", Format::Junit}, {"tap", Format::Tap}});
  const bool update = typed.values.contains("--update");
  if (update && (format == Format::Junit || format == Format::Tap)) {
    refuse("--update says what it has changed as pretty or json only");
  }
  return TestArguments{typed.rest, valuesOf(typed, "--plan"), update, format};
}

Command readInspect(const Typed& typed) {
  std::vector<std::pair<std::string, report::Listing>> listings;
  for (const auto listing : report::kListings) listings.emplace_back(report::name(listing), listing);
  return InspectArguments{plansOf(typed), choiceOf(typed, "--list", listings), formatOf(typed),
                          typed.values.contains("--strict")};
}

Command readConvert(const Typed& typed) {
  const auto output = valueOf(typed, "-o");
  if (!output || output->empty()) refuse("-o is missing: the file to write, or - for standard output");
  const auto form = choiceOf<PlanForm>(typed, "--to", {{"xml", PlanForm::Xml}, {"bat", PlanForm::Bat}});
  return ConvertArguments{plansOf(typed), *output, form.value_or(PlanForm::Xml),
                          typed.values.contains("--anonymize")};
}

Command readRules(const Typed& typed) {
  if (typed.rest.size() > 1) refuse(fmt::format("one rule at a time: {} is one too many", typed.rest[1]));
  const auto id = typed.rest.empty() ? std::nullopt : std::optional(typed.rest.front());
  const Format format = formatOf(typed, {{"markdown", Format::Markdown}});
  if (id && format == Format::Markdown) refuse("--format markdown is for all rules; leave out the ID");
  return RulesArguments{id, format};
}

struct Reader {
  std::string_view command;
  Command (*read)(const Typed&);
};

constexpr Reader kReaders[] = {{"dial", readDial},  {"replay", readReplay},   {"batch", readBatch},
                               {"test", readTest},  {"inspect", readInspect}, {"convert", readConvert},
                               {"rules", readRules}};

Command readCommand(const CommandRow& command, const std::vector<std::string>& arguments) {
  const Typed typed = readTyped(command, arguments);
  if (typed.help) return HelpText{helpText(command)};
  const auto* reader = std::find_if(std::begin(kReaders), std::end(kReaders),
                                    [&](const Reader& one) { return one.command == command.name; });
  return reader->read(typed);
}

Command readWithoutCommand(const std::string& first) {
  if (first == "--help" || first == "-h") return HelpText{helpText()};
  if (first == "--version") return HelpText{"dialscope " DIALSCOPE_VERSION "\n"};
  std::vector<std::string> words{"--help", "--version"};
  for (const CommandRow& command : commandTable()) words.emplace_back(command.name);
  const char* what = first.starts_with('-') ? "option" : "command";
  refuse(fmt::format("there is no {} \"{}\"", what, first), closestName(first, words));
}

}  // namespace

Command parseArguments(const std::vector<std::string>& arguments) {
  try {
    if (arguments.empty()) refuse("a command is missing; `dialscope --help` names them");
    const CommandRow* command = findCommand(arguments.front());
    if (command == nullptr) return readWithoutCommand(arguments.front());
    return readCommand(*command, {arguments.begin() + 1, arguments.end()});
  } catch (UsageProblem& problem) {
    return std::move(problem);
  }
}

}  // namespace dialscope::cli
