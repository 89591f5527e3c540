// Writes the merged plan, and takes nobody's word for it: what was written is read again and compared.
#include "cli/commands/commands.h"
#include "cli/commands/open_plan.h"
#include "cli/messages.h"
#include "engine/import/anonymize.h"
#include "engine/import/compare.h"
#include "engine/import/write_xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <system_error>

namespace dialscope::cli {
namespace {

using report::Severity;

constexpr std::string_view kStandardOutput = "-";
constexpr std::size_t kMostDifferences = 20;

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

bool isAmong(const std::vector<std::string>& files, const std::string& path) {
  return std::any_of(files.begin(), files.end(), [&](const std::string& file) {
    std::error_code missing;
    return std::filesystem::equivalent(file, path, missing);
  });
}

/// Writes the file; what went wrong, if anything did.
std::optional<std::string> writeFile(const std::string& path, const std::string& text) {
  std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "wb"));
  if (!file) return std::strerror(errno);
  const bool whole = std::fwrite(text.data(), 1, text.size(), file.get()) == text.size();
  if (!whole || std::fflush(file.get()) != 0) return std::strerror(errno);
  return std::nullopt;
}

std::string shown(const import::FieldDifference& one) {
  if (one.field.empty()) return fmt::format("{} {} does not come back", one.object, one.key);
  return fmt::format("{} {}: {} is \"{}\", and comes back as \"{}\"", one.object, one.key, one.field,
                     one.left, one.right);
}

/// What reading the text again does not bring back, as messages; none when it is the same plan.
std::string lossesOf(const import::Document& document, const std::string& name, const std::string& text) {
  const auto again = import::loadPlanText(name, text);
  if (!again) return messageLine(again.error());
  const auto differences = import::compareRecords(document.records, again->document.records);
  std::string lines;
  for (std::size_t i = 0; i < std::min(differences.size(), kMostDifferences); ++i)
    lines += messageLine(Severity::Warning, shown(differences[i]), "not-written");
  if (differences.size() > kMostDifferences) {
    lines += messageLine(Severity::Warning,
                         fmt::format("and {} more differences", differences.size() - kMostDifferences),
                         "not-written");
  }
  return lines;
}

}  // namespace

Outcome run(const ConvertArguments& arguments, const report::Style&) {
  const auto workspace = openPlan(arguments.plans);
  if (!workspace) return workspace.error();
  const import::LoadedPlan& loaded = workspace->loaded();
  if (isAmong(loaded.filesRead, arguments.output)) {
    return {ExitStatus::Usage,
            {},
            messageLine(Severity::Error,
                        fmt::format("-o {} is one of the files that were read; it is not written over",
                                    arguments.output),
                        "usage")};
  }
  Outcome outcome{ExitStatus::Done, {}, planMessages(loaded.diagnostics)};
  import::Document document = loaded.document;
  if (arguments.anonymize) {
    auto hidden = import::anonymized(document, import::secretPermutation());
    if (!hidden) return refused(hidden.error());
    outcome.messages += planMessages(hidden->messages);
    document = std::move(hidden->document);
  }
  std::string text = import::writeXml(document);
  const std::string losses = lossesOf(document, arguments.output, text);
  outcome.messages += losses;
  if (!losses.empty()) outcome.status = ExitStatus::Findings;
  if (arguments.output == kStandardOutput) {
    outcome.answer = std::move(text);
  } else if (const auto problem = writeFile(arguments.output, text)) {
    return {ExitStatus::Internal,
            {},
            outcome.messages +
                messageLine(Severity::Error,
                            fmt::format("{} cannot be written: {}", arguments.output, *problem), "output")};
  }
  return outcome;
}

}  // namespace dialscope::cli
