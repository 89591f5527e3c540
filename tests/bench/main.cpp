// dialscope-bench: Dialscope against its peers on one workload, in one process.
#include "tests/bench/plan_text.h"
#include "tests/bench/table.h"
#include "tests/bench/workload.h"

#include <algorithm>
#include <charconv>
#include <exception>
#include <fstream>
#include <iostream>
#include <optional>
#include <span>
#include <string_view>

namespace {

using namespace dialscope::bench;

constexpr std::string_view kUsage = R"(usage: dialscope-bench ACTION [OPTION...]
  --table               measure everything and print it
  --check               only compare the answers of all engines
  --suite               only measure a suite of 100 000 rows over the cluster
  --write-plan FILE     write the largest of the sizes as <dialPlan>
  --write-cluster FILE  write the cluster of 3 000 search spaces as <dialPlan>
options
  --json FILE           write the measures there as well
  --sizes N,N           numbers of patterns; otherwise 1000,10000,100000,1000000
  --strings N           dialed strings; otherwise 1000000
  --rounds N            of which the median is taken; otherwise 5
  --slow                Hyperscan at 100000 patterns too: a minute and more
)";

constexpr std::size_t kSuiteRows = 100'000;

struct Arguments {
  bool table = false;
  bool check = false;
  bool suite = false;
  std::string plan;
  std::string cluster;
  std::string json;
  Options options;
};

std::optional<std::size_t> numberOf(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number == 0) return std::nullopt;
  return number;
}

std::optional<std::vector<std::size_t>> numbersOf(std::string_view text) {
  std::vector<std::size_t> numbers;
  while (true) {
    const std::size_t comma = text.find(',');
    const auto number = numberOf(text.substr(0, comma));
    if (!number || *number < 100) return std::nullopt;
    numbers.push_back(*number);
    if (comma == std::string_view::npos) return numbers;
    text.remove_prefix(comma + 1);
  }
}

std::optional<Arguments> parse(std::span<char*> words) {
  Arguments arguments;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (word == "--table")
      arguments.table = true;
    else if (word == "--check")
      arguments.check = true;
    else if (word == "--suite")
      arguments.suite = true;
    else if (word == "--slow")
      arguments.options.slow = true;
    else {
      if (++i == words.size()) return std::nullopt;
      const std::string_view value = words[i];
      if (word == "--json")
        arguments.json = value;
      else if (word == "--write-plan")
        arguments.plan = value;
      else if (word == "--write-cluster")
        arguments.cluster = value;
      else if (const auto numbers = numbersOf(value); word == "--sizes" && numbers)
        arguments.options.sizes = *numbers;
      else if (const auto number = numberOf(value); word == "--strings" && number)
        arguments.options.strings = *number;
      else if (word == "--rounds" && number)
        arguments.options.rounds = *number;
      else
        return std::nullopt;
    }
  }
  const bool nothing = !arguments.table && !arguments.check && !arguments.suite && arguments.plan.empty() &&
                       arguments.cluster.empty();
  if (nothing) return std::nullopt;
  return arguments;
}

bool allAgree(const std::vector<SizeMeasure>& sizes) {
  return std::all_of(sizes.begin(), sizes.end(),
                     [](const SizeMeasure& size) { return size.disagreements.empty(); });
}

int run(const Arguments& arguments) {
  const Options& options = arguments.options;
  if (!arguments.plan.empty()) {
    std::ofstream(arguments.plan) << writeDialPlan(
        makeSearchList(*std::max_element(options.sizes.begin(), options.sizes.end())));
  }
  if (!arguments.cluster.empty()) std::ofstream(arguments.cluster) << writeDialPlan(makeCluster());
  bool agree = true;
  if (arguments.check) {
    for (const std::size_t size : options.sizes) {
      const std::vector<std::string> disagreements = checkSize(size, options);
      agree = agree && disagreements.empty();
      std::cout << size << " patterns, " << options.strings
                << " strings: " << (disagreements.empty() ? "all engines agree\n" : "the engines DISAGREE\n");
      for (const std::string& disagreement : disagreements) std::cout << "  " << disagreement << '\n';
    }
  }
  if (arguments.suite) {
    const SuiteMeasure suite = measureSuite(kSuiteRows);
    agree = agree && suite.failed == 0;
    std::cout << printSuite(suite);
  }
  if (arguments.table) {
    Results results;
    results.machine = machineName();
    results.options = options;
    for (const std::size_t size : options.sizes) {
      std::cerr << "dialscope-bench: " << size << " patterns\n";
      results.sizes.push_back(measureSize(size, options));
    }
    std::cerr << "dialscope-bench: cluster, difference and suite\n";
    results.cluster = measureCluster();
    results.difference.push_back(
        measureDifference(std::min<std::size_t>(100'000, options.sizes.back()), options.rounds));
    results.suite = measureSuite(kSuiteRows);
    std::cout << printTable(results);
    if (!arguments.json.empty()) std::ofstream(arguments.json) << printJson(results);
    agree = agree && allAgree(results.sizes);
  }
  return agree ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const auto arguments = parse(std::span(argv, static_cast<std::size_t>(argc)).subspan(1));
  if (!arguments) {
    std::cerr << kUsage;
    return 2;
  }
  try {
    return run(*arguments);
  } catch (const std::exception& error) {
    std::cerr << "dialscope-bench: " << error.what() << '\n';
    return 1;
  }
}
