// Writes the merged plan, and takes nobody's word for it: what was written is read again and compared.
#include "cli/commands/commands.h"
#include "cli/commands/open_plan.h"
#include "cli/messages.h"
#include "engine/import/anonymize.h"
#include "engine/import/compare.h"
#include "engine/import/read_bat.h"
#include "engine/import/write_bat.h"
#include "engine/import/write_file.h"
#include "engine/import/write_tar.h"
#include "engine/import/write_xml.h"
#include "engine/report/inspect.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace dialscope::cli {
namespace {

namespace fs = std::filesystem;
using import::Document;
using import::FieldDifference;
using import::NamedText;

constexpr std::string_view kStandardOutput = "-";

bool isFolder(const std::string& path) {
  std::error_code missing;
  return path.ends_with('/') || fs::is_directory(path, missing);
}

/// The files to write, by their paths; of one file that is all there is.
std::vector<NamedText> filesOf(const Document& document, const ConvertArguments& arguments) {
  if (arguments.form == PlanForm::Xml) return {{arguments.output, import::writeXml(document)}};
  std::vector<NamedText> files = import::writeBat(document.records);
  if (!isFolder(arguments.output)) return {{arguments.output, import::tarOf(files)}};
  for (NamedText& file : files) file.name = (fs::path(arguments.output) / file.name).string();
  return files;
}

/// The one that was read, or that a plan was read from.
std::optional<std::string> readBefore(const std::vector<NamedText>& files, const ConvertArguments& arguments,
                                      const import::LoadedPlan& loaded) {
  std::vector<std::string> read = loaded.filesRead;
  read.insert(read.end(), arguments.plans.begin(), arguments.plans.end());
  for (const NamedText& file : files) {
    const bool isOne = std::any_of(read.begin(), read.end(), [&](const std::string& one) {
      std::error_code missing;
      return fs::equivalent(one, file.name, missing);
    });
    if (isOne) return file.name;
  }
  return std::nullopt;
}

/// `members/member[3]/index` is `members/member/index`.
std::string withoutNumbers(std::string_view field) {
  std::string name;
  bool inBrackets = false;
  for (const char c : field) {
    inBrackets = inBrackets || c == '[';
    if (!inBrackets) name += c;
    if (c == ']') inBrackets = false;
  }
  return name;
}

/// What reading the texts again does not bring back: a line for each element of each sort of object.
std::string lossesOf(const Document& document, const std::string& name, std::string_view text) {
  const auto again = import::loadPlanText(name, text);
  if (!again) return messageLine(again.error());
  struct Loss {
    FieldDifference first;
    std::size_t count = 0;
  };
  std::map<std::pair<std::string, std::string>, Loss> losses;
  for (const auto& one : import::compareRecords(document.records, again->document.records)) {
    Loss& loss = losses[{one.object, withoutNumbers(one.field)}];
    if (loss.count++ == 0) loss.first = one;
  }
  std::string lines;
  for (const auto& [what, loss] : losses) {
    const auto& [object, field] = what;
    const FieldDifference& one = loss.first;
    const std::string times = std::to_string(loss.count);
    lines += messageLine(field.empty()
                             ? Diagnostic{DiagnosticCode::ObjectNotWritten, {}, {object, one.key, times}, {}}
                             : Diagnostic{DiagnosticCode::NotWritten,
                                          {},
                                          {object + ' ' + field, one.right, one.left, one.key, times},
                                          {}});
  }
  return lines;
}

/// A plan of 50 MB in BAT's form, where most cells are empty, has 300 MB as XML.
std::string tooLarge(const std::vector<NamedText>& files) {
  std::string lines;
  for (const NamedText& file : files) {
    if (file.text.size() > import::kMaxFileSize)
      lines +=
          messageLine(Diagnostic{DiagnosticCode::FileTooLarge,
                                 {fileNamed(file.name)},
                                 {std::to_string(file.text.size()), std::to_string(import::kMaxFileSize)},
                                 {}});
  }
  return lines;
}

/// The files of a folder as one text; a single file as it is.
std::string asOneText(const std::vector<NamedText>& files) {
  if (files.size() == 1) return files.front().text;
  std::vector<NamedText> flat = files;
  for (NamedText& file : flat) file.name = fs::path(file.name).filename().string();
  return import::tarOf(flat);
}

/// What earlier exports have left in the folder, and a reader of the folder would take for a part of this one.
std::string leftBehind(const std::vector<NamedText>& files, const std::string& folder) {
  std::vector<std::string> others;
  std::error_code unreadable;
  for (const auto& file : fs::directory_iterator(folder, unreadable)) {
    const std::string path = file.path().string();
    const auto isIt = [&](const NamedText& one) {
      return fs::path(one.name).filename() == file.path().filename();
    };
    if (import::isBatFileName(path) && std::none_of(files.begin(), files.end(), isIt)) others.push_back(path);
  }
  std::sort(others.begin(), others.end());
  std::string lines;
  for (const std::string& path : others)
    lines += messageLine(Diagnostic{DiagnosticCode::FileLeftBehind, {fileNamed(path)}, {}, {}});
  return lines;
}

std::optional<std::string> write(const std::vector<NamedText>& files, const ConvertArguments& arguments) {
  if (isFolder(arguments.output)) {
    std::error_code error;
    fs::create_directories(arguments.output, error);
    if (error) {
      const SourcePosition folder{fileNamed(arguments.output), 0, 0};
      return messageLine(Diagnostic{DiagnosticCode::FileUnwritable, folder, {error.message()}, {}});
    }
  }
  for (const NamedText& file : files) {
    if (const auto problem = import::writeFile(file.name, file.text)) return messageLine(*problem);
  }
  return std::nullopt;
}

}  // namespace

Outcome run(const ConvertArguments& arguments, const report::Style&) {
  const auto workspace = openPlan(arguments.plans);
  if (!workspace) return workspace.error();
  const import::LoadedPlan& loaded = workspace->loaded();
  Outcome outcome{ExitStatus::Done, {}, planMessages(loaded.diagnostics)};
  Document document = loaded.document;
  if (arguments.anonymize) {
    auto hidden = import::anonymized(document, import::secretPermutation());
    if (!hidden) return refused(hidden.error());
    outcome.messages += planMessages(hidden->messages);
    document = std::move(hidden->document);
  }
  std::vector<NamedText> files = filesOf(document, arguments);
  if (const auto name = readBefore(files, arguments, loaded)) {
    return refused({DiagnosticCode::WouldOverwrite, {}, {*name}, {}});
  }
  const std::string losses = lossesOf(document, arguments.output, asOneText(files)) + tooLarge(files);
  outcome.messages += losses;
  if (!losses.empty()) outcome.status = ExitStatus::Findings;
  if (report::hasUnread(loaded.diagnostics)) outcome.status = ExitStatus::Unreadable;
  if (arguments.output == kStandardOutput) {
    outcome.answer = asOneText(files);
  } else if (const auto problem = write(files, arguments)) {
    return {ExitStatus::Internal, {}, outcome.messages + *problem};
  } else if (arguments.form == PlanForm::Bat && isFolder(arguments.output)) {
    const std::string others = leftBehind(files, arguments.output);
    outcome.messages += others;
    if (!others.empty() && outcome.status == ExitStatus::Done) outcome.status = ExitStatus::Findings;
  }
  return outcome;
}

}  // namespace dialscope::cli
