// A pure filter: calls in, one a line; answers out, one a line, in the same order.
//
// Three stages pass blocks of lines along: reading and writing in order, dialing in between on all cores. A fixed
// number of blocks is under way at once, so memory does not depend on how long the input is.
#include "cli/commands/commands.h"
#include "cli/commands/open_plan.h"
#include "cli/messages.h"
#include "engine/base/suggest.h"
#include "engine/import/csv.h"
#include "engine/report/call.h"
#include "engine/workspace/request_columns.h"

#include <fmt/format.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace dialscope::cli {
namespace {

using import::LineReader;
using workspace::CallRequest;
using workspace::ColumnUse;
using workspace::Workspace;

constexpr std::size_t kLinesPerBlock = 128;
constexpr std::size_t kBytesPerBlock = std::size_t{1} << 20U;

/// One call to make, or what was wrong with its line.
struct Job {
  std::size_t line = 0;
  std::size_t bytes = 0;  ///< what it weighs
  std::string name;
  Result<CallRequest> request;
};

struct Block {
  std::vector<Job> jobs;
  std::string answers;
  std::size_t refused = 0;
};

/// Turns the input into jobs: dialed strings as they stand, or rows of CSV where the first line names a column `dial`.
class JobReader {
 public:
  JobReader(std::istream& input, const CallRequest& defaults) : lines_(input), defaults_(defaults) {}

  /// Reads the first line. The error: a header with a column that nobody knows, or one that is there twice.
  std::optional<Diagnostic> begin() {
    hasLine_ = lines_.next(line_);
    if (!hasLine_) return std::nullopt;
    if (lines_.wasTooLong()) return std::nullopt;
    const char separator = import::separatorOf(line_);
    const auto header = headerIn(line_, separator);
    if (!header) return std::nullopt;
    std::vector<std::string> columns;
    for (const std::string& cell : header->cells) columns.emplace_back(import::headerName(cell));
    if (std::find(columns.begin(), columns.end(), "dial") == columns.end()) return std::nullopt;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const ColumnUse use = workspace::columnUse(columns[i]);
      namesOrigins_ = namesOrigins_ || use == ColumnUse::Origin;
      const auto before = columns.begin() + static_cast<std::ptrdiff_t>(i);
      if (use == ColumnUse::Unknown) return unknownColumn(columns[i], header->columns[i]);
      if (std::find(columns.begin(), before, columns[i]) != before) {
        return Diagnostic{DiagnosticCode::DuplicateColumn, inHeader(header->columns[i]), {columns[i]}, {}};
      }
    }
    columns_ = std::move(columns);
    separator_ = separator;
    hasLine_ = lines_.next(line_);
    return std::nullopt;
  }

  /// The input has a column for who dials.
  bool namesOrigins() const { return namesOrigins_; }

  std::optional<Job> next() {
    if (!hasLine_) return std::nullopt;
    Job job{lines_.number(), line_.size(), {}, defaults_};
    if (!columns_.empty()) {
      readRow(job);
    } else if (lines_.wasTooLong()) {
      job.request = tl::unexpected(tooLong());
    } else {
      job.request->digits = line_;
    }
    hasLine_ = lines_.next(line_);
    return job;
  }

 private:
  // The first line as cells, none where it is no CSV. A header is one line, so that an open quote in a dialed string
  // does not take the rest of the input along.
  static std::optional<import::CsvRecord> headerIn(const std::string& line, char separator) {
    std::istringstream nothing;
    LineReader noMore(nothing);
    auto header = import::readCsvRecord(line, noMore, separator);
    if (!header) return std::nullopt;
    return std::move(*header);
  }

  static SourcePosition inHeader(std::size_t column) { return {fileNamed("<stdin>"), 1, column}; }

  static Diagnostic unknownColumn(const std::string& name, std::size_t column) {
    return {
        DiagnosticCode::UnknownColumn, inHeader(column), {name}, closestName(name, workspace::columnNames())};
  }

  static Diagnostic tooLong() {
    return {DiagnosticCode::LineTooLong, {}, {std::to_string(LineReader::kMaxLine)}, {}};
  }

  void readRow(Job& job) {
    const auto record = import::readCsvRecord(line_, lines_, separator_);
    if (!record) {
      job.request = tl::unexpected(record.error());
      return;
    }
    const std::size_t cells = std::min(record->cells.size(), columns_.size());
    for (std::size_t i = 0; i < cells; ++i) {
      job.bytes += record->cells[i].size();
      if (columns_[i] == "name") job.name = workspace::cellText(record->cells[i]);
    }
    if (record->cells.size() > columns_.size()) {
      job.request =
          tl::unexpected(Diagnostic{DiagnosticCode::CsvTooManyCells,
                                    {},
                                    {std::to_string(record->cells.size()), std::to_string(columns_.size())},
                                    {}});
      return;
    }
    if (auto problem = workspace::setRow(*job.request, columns_, record->cells)) {
      job.request = tl::unexpected(std::move(*problem));
    }
  }

  LineReader lines_;
  const CallRequest& defaults_;
  std::string line_;
  bool hasLine_ = false;
  std::vector<std::string> columns_;  // none: lines are dialed strings
  char separator_ = ',';
  bool namesOrigins_ = false;
};

std::shared_ptr<Block> readBlock(JobReader& reader) {
  auto block = std::make_shared<Block>();
  std::size_t bytes = 0;
  while (block->jobs.size() < kLinesPerBlock && bytes < kBytesPerBlock) {
    auto job = reader.next();
    if (!job) break;
    bytes += job->bytes;
    block->jobs.push_back(std::move(*job));
  }
  return block;
}

void dialBlock(const Workspace& workspace, routing::Detail detail, Block& block) {
  for (const Job& job : block.jobs) {
    const auto trace =
        job.request ? workspace.dial(*job.request, detail) : tl::unexpected(job.request.error());
    block.answers += trace ? report::callLine(workspace.plan(), *trace, detail, job.name)
                           : report::errorLine(trace.error(), job.line, job.name);
    block.refused += trace ? 0 : 1;
  }
}

/// Writes the answers, counts, and tells a watching person how far it has come.
class AnswerWriter {
 public:
  /// Nothing more can be written: there is no use in reading on.
  bool failed() const { return problem_ != 0; }

  void write(const Block& block) {
    if (failed()) return;
    const bool whole =
        std::fwrite(block.answers.data(), 1, block.answers.size(), stdout) == block.answers.size();
    if (!whole) problem_ = errno;
    lines_ += block.jobs.size();
    refused_ += block.refused;
    if (watched_ && lines_ / kProgressEvery != shown_) {
      shown_ = lines_ / kProgressEvery;
      std::fputs(fmt::format("\r{} calls", lines_).c_str(), stderr);
    }
  }

  Outcome finish() {
    if (watched_ && shown_ > 0) std::fputs("\r\x1b[K", stderr);
    if (!failed() && std::fflush(stdout) != 0) problem_ = errno;
    if (failed()) {
      const std::string text = std::string("the answers cannot be written: ") + std::strerror(problem_);
      return {ExitStatus::Internal, {}, messageLine(report::Severity::Error, text, "output")};
    }
    if (refused_ == 0) return {};
    const Diagnostic some{
        DiagnosticCode::LinesRefused, {}, {std::to_string(refused_), std::to_string(lines_)}, {}};
    return {ExitStatus::Done, {}, messageLine(some)};
  }

 private:
  static constexpr std::size_t kProgressEvery = 10'000;

  bool watched_ = isatty(STDERR_FILENO) == 1;
  std::atomic<int> problem_ = 0;  // errno of the first write that failed
  std::size_t lines_ = 0;
  std::size_t refused_ = 0;
  std::size_t shown_ = 0;
};

}  // namespace

Outcome run(const BatchArguments& arguments, const report::Style&) {
  namespace tbb = oneapi::tbb;
  const auto workspace = openPlan(arguments.plans);
  if (!workspace) return workspace.error();
  // What is wrong with the options is wrong with every line: said once, before the first.
  if (const auto call = workspace->resolve(arguments.request); !call)
    return refused(*workspace, call.error());
  const std::string messages =
      planMessages(workspace->loaded().diagnostics) + timeoutMessage(arguments.request);
  std::fputs(messages.c_str(), stderr);

  std::ios::sync_with_stdio(false);
  JobReader reader(std::cin, arguments.request);
  if (const auto problem = reader.begin()) return {ExitStatus::Unreadable, {}, messageLine(*problem)};
  if (!reader.namesOrigins()) std::fputs(originMessage(workspace->plan(), arguments.request).c_str(), stderr);
  const auto detail = arguments.full ? routing::Detail::Everything : routing::Detail::Answer;
  AnswerWriter writer;
  using BlockPtr = std::shared_ptr<Block>;
  const auto read = [&](tbb::flow_control& control) -> BlockPtr {
    auto block = readBlock(reader);
    if (block->jobs.empty() || writer.failed()) control.stop();
    return block;
  };
  const auto dial = [&](BlockPtr block) {
    dialBlock(*workspace, detail, *block);
    return block;
  };
  const auto write = [&](const BlockPtr& block) { writer.write(*block); };
  const auto underWay = static_cast<std::size_t>(4 * tbb::info::default_concurrency());
  tbb::parallel_pipeline(underWay,
                         tbb::make_filter<void, BlockPtr>(tbb::filter_mode::serial_in_order, read) &
                             tbb::make_filter<BlockPtr, BlockPtr>(tbb::filter_mode::parallel, dial) &
                             tbb::make_filter<BlockPtr, void>(tbb::filter_mode::serial_in_order, write));
  return writer.finish();
}

}  // namespace dialscope::cli
