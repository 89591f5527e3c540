#include "tests/bench/table.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <thread>

namespace dialscope::bench {
namespace {

const std::string kBatched = "Dialscope, batched";
const std::string kOneByOne = "Dialscope, one by one";
const std::string kTwoThreads = "Dialscope, batched, two threads";

std::string shortSize(std::size_t patterns) {
  return patterns % 1'000'000 == 0 ? fmt::format("{}M", patterns / 1'000'000)
         : patterns % 1'000 == 0   ? fmt::format("{}k", patterns / 1'000)
                                   : fmt::format("{}", patterns);
}

std::string seconds(Seconds time) {
  return time.count() < 1 ? fmt::format("{:.3g} ms", time.count() * 1e3)
                          : fmt::format("{:.2f} s", time.count());
}

std::string speedOf(const SizeMeasure& size, const std::string& engine) {
  const Speed* speed = size.speed(engine);
  return speed == nullptr ? "-" : fmt::format("{:.0f}", speed->nanoseconds);
}

std::string buildOf(const SizeMeasure& size, const std::string& engine) {
  const Speed* speed = size.speed(engine);
  return speed == nullptr || !speed->build ? "-" : seconds(*speed->build);
}

// How many times faster Dialscope is.
std::string gain(const SizeMeasure& size, const std::string& dialscope, const std::string& peer) {
  const Speed* other = size.speed(peer);
  return other == nullptr ? "-"
                          : fmt::format("{:.1f}", other->nanoseconds / size.speed(dialscope)->nanoseconds);
}

double limitOf(const SizeMeasure& size) { return size.textNanoseconds + size.walkNanoseconds; }

}  // namespace

std::string machineName() {
  std::ifstream cpuinfo("/proc/cpuinfo");
  std::string line;
  std::string cpu = "unknown processor";
  while (std::getline(cpuinfo, line)) {
    if (!line.starts_with("model name")) continue;
    cpu = line.substr(line.find(':') + 2);
    break;
  }
  const std::string compiler =
#if defined(__clang__)
      "clang " __clang_version__;
#else
      "GCC " __VERSION__;
#endif
  return fmt::format("{}, {} cores, {}", cpu, std::thread::hardware_concurrency(), compiler);
}

std::string printTable(const Results& results) {
  std::string text = results.machine + "\n\n";
  auto out = std::back_inserter(text);
  fmt::format_to(out,
                 "Nanoseconds a string, one thread, median of {} alternating rounds over {} strings.\n\n",
                 results.options.rounds, results.options.strings);
  text +=
      "| N | batched | one by one | RE2::Set | Hyperscan | trie as in Asterisk | scan of all patterns | "
      "build: "
      "Dialscope / RE2 / Hyperscan |\n|---|---|---|---|---|---|---|---|\n";
  for (const SizeMeasure& size : results.sizes) {
    fmt::format_to(out, "| {} | {} | {} | {} | {} | {} | {} | {} / {} / {} |\n", shortSize(size.patterns),
                   speedOf(size, kBatched), speedOf(size, kOneByOne), speedOf(size, "RE2::Set"),
                   speedOf(size, "Hyperscan"), speedOf(size, "trie as in Asterisk"),
                   speedOf(size, "scan of all patterns"), buildOf(size, kBatched), buildOf(size, "RE2::Set"),
                   buildOf(size, "Hyperscan"));
  }
  text +=
      "\n| N | batched: RE2 / Hyperscan, times | one by one: RE2, times | text | table alone | full cost "
      "over both | "
      "two threads, times | rows a pattern | table, bytes a pattern | index |\n"
      "|---|---|---|---|---|---|---|---|---|---|\n";
  for (const SizeMeasure& size : results.sizes) {
    const double batched = size.speed(kBatched)->nanoseconds;
    fmt::format_to(
        out, "| {} | {} / {} | {} | {:.1f} | {:.1f} | {:.2f} | {:.2f} | {:.2f} | {:.0f} | {:.0f} |\n",
        shortSize(size.patterns), gain(size, kBatched, "RE2::Set"), gain(size, kBatched, "Hyperscan"),
        gain(size, kOneByOne, "RE2::Set"), size.textNanoseconds, size.walkNanoseconds,
        batched / limitOf(size), batched / size.speed(kTwoThreads)->nanoseconds,
        static_cast<double>(size.rows) / static_cast<double>(size.patterns), size.tableBytes,
        size.indexBytes);
  }
  text += '\n';
  for (const SizeMeasure& size : results.sizes) {
    fmt::format_to(out,
                   "{}: {:.1f} symbols a string, {:.1f} % match, {:.1f} % match several patterns; answers ",
                   shortSize(size.patterns), size.meanLength, 100 * size.matched, 100 * size.several);
    fmt::format_to(out, "{}.\n", size.disagreements.empty() ? "of all engines agree" : "DISAGREE");
    for (const std::string& disagreement : size.disagreements) fmt::format_to(out, "  {}\n", disagreement);
    if (!size.left.empty())
      fmt::format_to(out, "{}: not run: {}.\n", shortSize(size.patterns), fmt::join(size.left, ", "));
  }
  if (results.sizes.size() > 1)
    fmt::format_to(out, "Build time grows with N to the {:.2f}.\n", growthExponent(results.sizes));

  const ClusterMeasure& cluster = results.cluster;
  fmt::format_to(
      out,
      "Cluster of {} search spaces over {} patterns: first answer after {}, all compiled after {}; {:.1f} MB "
      "with one search space, {:.1f} MB with all ({} rows), {:.0f} MB if they shared nothing.\n",
      cluster.searchSpaces, cluster.patterns, seconds(cluster.firstAnswer), seconds(cluster.allSearchSpaces),
      cluster.firstMegabytes, cluster.megabytes, cluster.rows, cluster.megabytesApart);
  for (const DifferenceMeasure& difference : results.difference) {
    fmt::format_to(out,
                   "Difference of two plans of {} patterns, {} edits: {} beyond the two builds of {}{}.\n",
                   shortSize(difference.patterns), difference.edits, seconds(difference.difference),
                   seconds(difference.builds), difference.differs ? "" : "; NONE FOUND");
  }
  return text + printSuite(results.suite);
}

std::string printSuite(const SuiteMeasure& suite) {
  const auto rows = static_cast<double>(suite.rows);
  return fmt::format(
      "Suite of {} rows over {} patterns and {} search spaces: {} to read, {} to run with its plan, {:.0f} "
      "rows a "
      "second; {} of the run are the plan, {:.1f} times the bare walks ({}){}.\n",
      suite.rows, suite.patterns, suite.searchSpaces, seconds(suite.read), seconds(suite.run),
      rows / (suite.read + suite.run).count(), seconds(suite.plan),
      (suite.run - suite.plan).count() / suite.walks.count(), seconds(suite.walks),
      suite.failed == 0 ? "" : "; ROWS FAIL");
}

std::string printJson(const Results& results) {
  nlohmann::ordered_json json;
  json["machine"] = results.machine;
  json["strings"] = results.options.strings;
  json["rounds"] = results.options.rounds;
  for (const SizeMeasure& size : results.sizes) {
    nlohmann::ordered_json entry;
    entry["patterns"] = size.patterns;
    for (const Speed& speed : size.speeds) {
      nlohmann::ordered_json engine{
          {"name", speed.engine}, {"nanoseconds", speed.nanoseconds}, {"strings", speed.strings}};
      if (speed.build) engine["buildSeconds"] = speed.build->count();
      entry["engines"].push_back(std::move(engine));
    }
    entry["notRun"] = size.left;
    entry["textNanoseconds"] = size.textNanoseconds;
    entry["walkNanoseconds"] = size.walkNanoseconds;
    entry["meanLength"] = size.meanLength;
    entry["matched"] = size.matched;
    entry["matchedBySeveral"] = size.several;
    entry["rows"] = size.rows;
    entry["tableBytesPerPattern"] = size.tableBytes;
    entry["indexBytesPerPattern"] = size.indexBytes;
    entry["disagreements"] = size.disagreements;
    json["sizes"].push_back(std::move(entry));
  }
  if (results.sizes.size() > 1) json["buildExponent"] = growthExponent(results.sizes);
  const ClusterMeasure& cluster = results.cluster;
  json["cluster"] = {{"patterns", cluster.patterns},
                     {"searchSpaces", cluster.searchSpaces},
                     {"firstAnswerSeconds", cluster.firstAnswer.count()},
                     {"allSearchSpacesSeconds", cluster.allSearchSpaces.count()},
                     {"megabytesWithOne", cluster.firstMegabytes},
                     {"megabytesWithAll", cluster.megabytes},
                     {"megabytesIfApart", cluster.megabytesApart},
                     {"rows", cluster.rows}};
  const SuiteMeasure& suite = results.suite;
  json["suite"] = {{"rows", suite.rows},
                   {"readSeconds", suite.read.count()},
                   {"runSeconds", suite.run.count()},
                   {"planSeconds", suite.plan.count()},
                   {"walkSeconds", suite.walks.count()}};
  for (const DifferenceMeasure& difference : results.difference) {
    json["difference"] = {{"patterns", difference.patterns},
                          {"edits", difference.edits},
                          {"buildsSeconds", difference.builds.count()},
                          {"seconds", difference.difference.count()}};
  }
  return json.dump(2) + '\n';
}

}  // namespace dialscope::bench
