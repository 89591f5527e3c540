#include "cli/command_table.h"

#include "engine/report/style.h"

#include <fmt/format.h>

#include <algorithm>

namespace dialscope::cli {
namespace {

constexpr std::size_t kHelpWidth = 80;
constexpr std::size_t kNameWidth = 24;

constexpr std::string_view kExitStatus =
    "Exit status: 0 done, whatever the call's fate; 1 an expectation does not hold, inspect --strict found "
    "something, or not all could be written; 2 the command line is wrong or names what the plan does not "
    "have; 3 no plan, or a suite that cannot be read; 4 a suite without rows; 70 internal error, or the "
    "answer could not be written.";

const OptionGroup kCaller{
    "Who dials (left out: somebody without a calling search space)",
    {
        {"--css", "NAME",
         "a calling search space; again for the next one: the line's first, then the device's", true},
        {"--partitions", "A:B:C", "the partitions to search, in order, in place of --css"},
        {"--from", "NAME",
         "a phone (SEP..., SEP.../2 for its second line), a CTI route point, or a line (DN or DN@PARTITION)"},
        {"--calling", "NUMBER", "the caller's number, where --from gives none or another is wanted"},
        {"--external-mask", "MASK", "the caller's external phone number mask"},
    }};

const OptionRow kDigits{
    "--digits", "STRING",
    "what is keyed: 0-9 * # + A-D; a comma = one second more before the next key; T = wait until the "
    "interdigit timer has run out; \"\" = go off-hook and no more. Needed"};
const OptionRow kMode{
    "--mode", "MODE",
    "digit-by-digit (where left out), bloc, or bloc-wait: sent at once, yet the timer applies"};
const OptionRow kGap{"--gap", "SECONDS", "time between two keys, 0 to 60; 0.5 where left out"};
const OptionRow kTimeout{
    "--t302", "MILLISECONDS",
    "the interdigit timer, in place of the plan's: 0 to 600000 (CUCM takes 3000 to 75000)"};
const OptionRow kAssume{
    "--assume", "KEY=VALUE",
    "another reading of a rule that is only assumed, as urgent=any; `dialscope rules` names them", true};
const OptionRow kFormat{"--format", "pretty|json", "for people (pretty, where left out) or for programs"};

std::vector<CommandRow> makeTable() {
  return {
      {"dial",
       "PLAN... --digits STRING [OPTION]...",
       "one call from start to end: where it goes, when, and why",
       "Dials a string on a plan and says where the call goes, when that is decided, and what every other "
       "pattern lacked. PLAN is a file or a folder, several are merged.",
       {kCaller,
        {"What is dialed", {kDigits, kMode, kGap, kTimeout}},
        {"The answer",
         {kAssume,
          {"--why-not", "PATTERN",
           "also say why this pattern was not taken; PATTERN@PARTITION where it stands in several"},
          kFormat}}},
       {"dial dialplans/seven-hundred.xml --css Phones --digits 70012",
        "dial dialplans/seven-hundred.xml --css Phones --digits 70012 --mode bloc",
        "dial dialplans/seven-hundred.xml --css Phones --digits 7001 --why-not 700XX",
        "dial dialplans/line-and-device.xml --from SEP00000000A001 --digits 2000"}},
      {"replay",
       "PLAN... --digits STRING [OPTION]...",
       "the same digits keyed one by one and sent en bloc, side by side",
       "Dials a string twice, keyed one by one and en bloc, and shows both side by side, key by key, and "
       "where they part. PLAN is a file or a folder, several are merged.",
       {kCaller, {"What is dialed", {kDigits, kGap, kTimeout}}, {"The answer", {kAssume, kFormat}}},
       {"replay dialplans/seven-hundred.xml --css Phones --digits 70012"}},
      {"batch",
       "PLAN... [OPTION]... < CALLS",
       "dialed strings in, one JSON line each out, on all cores",
       "Reads dialed strings from standard input, a line each, and writes one JSON object a line, in order. "
       "A first line that names a column `dial` makes it CSV: columns from, css, partitions, calling, "
       "external_mask, dial, mode, gap, t302, assume hold for their row, name is repeated in the answer. A "
       "line that cannot be dialed gets an error object and the rest goes on. PLAN is a file or a folder, "
       "several are merged.",
       {kCaller,
        {"What is dialed", {kMode, kGap, kTimeout}},
        {"The answer",
         {kAssume,
          {"--full", "", "timelines and candidates too"},
          {"--format", "json", "the only form there is"}}}},
       {"batch dialplans/e164.xml --css Phones < strings.txt"}},
      {"test",
       "SUITE... [OPTION]...",
       "calls with what must come of them: which do not hold, and why",
       "Makes every call of a suite, a CSV file with a row a call or its JSON form, and says which of them "
       "came to something else than the row expects. A row names its plan, relative to the suite, or is made "
       "on the one of --plan.",
       {{"What is tested",
         {{"--plan", "PLAN", "a file or a folder, for rows that name no plan; several are merged", true},
          {"--update", "", "write today's answers into the cells that expect something, in place"}}},
        {"The answer",
         {{"--format", "pretty|json|junit|tap",
           "for people (pretty, where left out), for programs, or for a build server"}}}},
       {"test dialplans/calls.csv", "test suites/lobby.csv --plan site.xml --format junit"}},
      {"inspect",
       "PLAN... [OPTION]...",
       "what was read from a plan, and what its source cannot say",
       "Says what was read from a plan: how many objects, which messages, which names lead nowhere, what the "
       "source cannot say. PLAN is a file or a folder, several are merged.",
       {{"The answer",
         {{"--list", "WHAT", "list css, partitions, phones, patterns or devices instead"},
          {"--strict", "", "end with status 1 where anything is wrong or suspicious; notes are neither"},
          kFormat}}},
       {"inspect dialplans/preferred-architecture", "inspect dialplans/e164.xml --list patterns",
        "inspect dialplans/broken/second-dot.xml --strict"}},
      {"convert",
       "PLAN... -o FILE [OPTION]...",
       "the merged plan as one file, in a stable order; names hidden, if asked",
       "Writes the merged plan as one hand-written <dialPlan> or as a BAT export, then reads it again and "
       "compares: what does not come back the same is listed, and the exit status is 1. PLAN is a file or a "
       "folder, several are merged.",
       {{"The answer",
         {{"-o", "FILE",
           "where to write; - is standard output. Needed. With bat a tar, or a folder: one that is there, or "
           "a name that ends in /. No file that was read is written over"},
          {"--to", "xml|bat", "a <dialPlan> (xml, where left out), or BAT's CSV files"},
          {"--anonymize", "",
           "made-up names, texts and URIs, and the digits exchanged by one secret permutation: every match "
           "and overlap stays. This hides names, not numbers"}}}},
       {"convert axl-export -o plan.xml", "convert plan.xml --to bat -o plan.tar",
        "convert dialplans/e164.xml --anonymize -o -"}},
      {"rules",
       "[ID] [OPTION]...",
       "the rules that answers quote, with their evidence",
       "Without ID a table of all rules; with ID (DA-33, DA33 or 33) the rule's text, what it stands on, and "
       "its other readings.",
       {{"The answer",
         {{"--format", "pretty|json|markdown",
           "for people (pretty, where left out), for programs, or as a page"}}}},
       {"rules", "rules DA-33", "rules 33 --format json"}},
  };
}

std::string examplesOf(const CommandRow& command) {
  std::string lines = command.examples.size() == 1 ? "\nExample:\n" : "\nExamples:\n";
  for (const auto example : command.examples) {
    // A long one goes on in a second line, as a shell would take it.
    std::string line = fmt::format("  dialscope {}", example);
    const auto cut = line.size() > kHelpWidth ? line.rfind(" --", kHelpWidth - 2) : std::string::npos;
    if (cut != std::string::npos) line = line.substr(0, cut) + " \\\n     " + line.substr(cut);
    lines += line + '\n';
  }
  return lines;
}

// The name in the left column; the text beside it, or below where the name is too long.
std::string twoColumns(const std::string& name, std::string_view text) {
  const std::string indent(kNameWidth, ' ');
  const std::string body = report::wrapped(text, kHelpWidth, indent);
  if (name.size() + 4 > kNameWidth) return "  " + name + "\n" + body + "\n";
  return report::padded("  " + name, kNameWidth) + body.substr(kNameWidth) + "\n";
}

}  // namespace

const std::vector<CommandRow>& commandTable() {
  static const std::vector<CommandRow> table = makeTable();
  return table;
}

const CommandRow* findCommand(std::string_view name) {
  const auto& table = commandTable();
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const CommandRow& row) { return row.name == name; });
  return found == table.end() ? nullptr : &*found;
}

const OptionRow* findOption(const CommandRow& command, std::string_view name) {
  for (const OptionGroup& group : command.groups) {
    for (const OptionRow& option : group.options) {
      if (option.name == name) return &option;
    }
  }
  return nullptr;
}

std::vector<std::string> optionNames(const CommandRow& command) {
  std::vector<std::string> names;
  for (const OptionGroup& group : command.groups) {
    for (const OptionRow& option : group.options) names.emplace_back(option.name);
  }
  names.emplace_back("--help");
  return names;
}

std::string helpText() {
  std::string text =
      "Dialscope says where a call goes on a Cisco Unified CM dial plan, and why.\n\n"
      "usage: dialscope COMMAND [ARGUMENT]...\n\nCommands:\n";
  for (const CommandRow& command : commandTable())
    text += twoColumns(std::string(command.name), command.summary);
  text += "\nOptions:\n";
  text += twoColumns("--help", "this text; behind a command: its options, with examples");
  text += twoColumns("--version", "the version");
  text += "\nExample:\n  dialscope replay dialplans/seven-hundred.xml --css Phones --digits 70012\n\n";
  return text + report::wrapped(kExitStatus, kHelpWidth, "") + "\n";
}

std::string helpText(const CommandRow& command) {
  std::string text = fmt::format("usage: dialscope {} {}\n\n", command.name, command.usage);
  text += report::wrapped(command.description, kHelpWidth, "") + "\n";
  for (const OptionGroup& group : command.groups) {
    text += fmt::format("\n{}:\n", group.title);
    for (const OptionRow& option : group.options) {
      text += twoColumns(fmt::format("{} {}", option.name, option.value), option.help);
    }
  }
  text += examplesOf(command);
  return text + "\n" + report::wrapped(kExitStatus, kHelpWidth, "") + "\n";
}

}  // namespace dialscope::cli
