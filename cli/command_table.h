// The commands and their options, in one table: what the parser takes, what `--help` shows, what a mistyped word is
// compared with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dialscope::cli {

struct OptionRow {
  std::string_view name;   ///< "--css"
  std::string_view value;  ///< "NAME"; empty = a flag
  std::string_view help;
  bool repeatable = false;
};

struct OptionGroup {
  std::string_view title;
  std::vector<OptionRow> options;
};

struct CommandRow {
  std::string_view name;
  std::string_view usage;    ///< what follows the name
  std::string_view summary;  ///< half a line
  std::string_view description;
  std::vector<OptionGroup> groups;
  std::vector<std::string_view> examples;  ///< without the program's name
};

const std::vector<CommandRow>& commandTable();

/// The row with this name; null when there is none.
const CommandRow* findCommand(std::string_view name);

/// The row of this option of `command`; null when there is none. `--help` has no row.
const OptionRow* findOption(const CommandRow& command, std::string_view name);

/// The options of `command`, `--help` among them.
std::vector<std::string> optionNames(const CommandRow& command);

/// `dialscope --help`, 80 columns at most.
std::string helpText();

/// `dialscope COMMAND --help`, 80 columns at most.
std::string helpText(const CommandRow& command);

}  // namespace dialscope::cli
