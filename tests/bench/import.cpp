// dialscope-importbench: how long a large BAT export takes to become a plan, against the least that anybody has to do
// with it: unpack the archive and find the cells.
//
// What a page of memory costs that is touched for the first time is the machine's affair (a virtual one may take ten
// microseconds, forty times as long as another) and not this program's. So both are measured in a process that keeps
// what it was given; and once more as the first thing that a process does.
#include "engine/import/load_plan.h"
#include "tests/bench/bat_text.h"
#include "tests/bench/rounds.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <malloc.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace {

using namespace dialscope;

constexpr std::size_t kRounds = 5;

// Cells and their bytes, so that nothing can be left out.
struct Sum {
  std::size_t cells = 0;
  std::size_t bytes = 0;
};

void addCells(std::string_view text, Sum& sum) {
  bool quoted = false;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == ',' || c == '\n')) {
      ++sum.cells;
      sum.bytes += i - begin;
      begin = i + 1;
    }
  }
}

Sum barePass(const std::string& path) {
  const std::unique_ptr<archive, decltype(&archive_read_free)> reader(archive_read_new(), archive_read_free);
  archive_read_support_format_tar(reader.get());
  archive_read_open_filename(reader.get(), path.c_str(), 1U << 16U);
  Sum sum;
  std::string text;
  for (archive_entry* entry = nullptr; archive_read_next_header(reader.get(), &entry) == ARCHIVE_OK;) {
    text.resize(static_cast<std::size_t>(archive_entry_size(entry)));
    archive_read_data(reader.get(), text.data(), text.size());
    addCells(text, sum);
  }
  return sum;
}

// In a process of its own, whose memory is not ours.
bool apart(const std::function<void()>& work) {
  const pid_t child = fork();
  if (child == 0) {
    work();
    _exit(0);
  }
  int status = 0;
  return child > 0 && waitpid(child, &status, 0) == child && status == 0;
}

bool keepMemory() {
  return mallopt(M_MMAP_MAX, 0) == 1 && mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max()) == 1;
}

void printTime(std::string_view what, bench::Seconds time) {
  std::cout << fmt::format("{:<30} {:.3f} s\n", what, time.count()) << std::flush;
}

double megabytes(double bytes) { return bytes / (1U << 20U); }

double peakMegabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

}  // namespace

int main() {
  const std::string path =
      (std::filesystem::temp_directory_path() / fmt::format("dialscope-{}.tar", getpid())).string();
  const bool written = apart([&] { std::ofstream(path, std::ios::binary) << bench::makeBatTar({}); });
  if (!written) return EXIT_FAILURE;
  apart([&] { printTime("bare pass, first of a process", bench::timed([&] { barePass(path); })); });
  apart(
      [&] { printTime("load, first of a process", bench::timed([&] { (void)import::loadPlan({path}); })); });
  if (!keepMemory()) return EXIT_FAILURE;
  Sum sum;
  std::size_t entries = 0;
  std::size_t messages = 0;
  bench::Rounds rounds(kRounds);
  rounds.add("bare", [&] { sum = barePass(path); });
  std::optional<import::LoadedPlan> plan;
  rounds.add(
      "load",
      [&] {
        auto loaded = import::loadPlan({path});
        if (loaded) plan = std::move(*loaded);
      },
      [&] {
        entries = plan ? plan->plan.entries.size() : 0;
        messages = plan ? plan->diagnostics.size() : 0;
        plan.reset();
      });
  rounds.run();
  printTime("bare pass", rounds.median("bare"));
  printTime("load", rounds.median("load"));
  std::cout << fmt::format(
      "{:.1f} times as long, {:.0f} MB at most\n{:.0f} MB, {} cells, {} patterns, {} messages\n",
      rounds.median("load") / rounds.median("bare"), peakMegabytes(),
      megabytes(static_cast<double>(std::filesystem::file_size(path))), sum.cells, entries, messages);
  std::filesystem::remove(path);
  return EXIT_SUCCESS;
}
