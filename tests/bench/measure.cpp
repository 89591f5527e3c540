#include "tests/bench/measure.h"

#include "engine/automata/compiler.h"
#include "engine/automata/difference.h"
#include "engine/automata/witness.h"
#include "engine/routing/search_walk.h"
#include "tests/bench/agreement.h"
#include "tests/bench/contest.h"
#include "tests/bench/dialscope_engine.h"
#include "tests/bench/workload.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace dialscope::bench {
namespace {

using automata::ExpressionId;

constexpr double kMegabyte = 1 << 20U;

// All engines on one size of the workload.
struct LineUp {
  LineUp(std::size_t patterns, const Options& options, std::size_t dialscopeBuilds)
      : plan(makeSearchList(patterns)),
        list(plan, kEveryone),
        strings(makeDialedStrings(plan, options.strings)) {
    std::vector<Seconds> times;
    while (times.size() < dialscopeBuilds) {
      dialscope.reset();
      times.push_back(timed([&] { dialscope = std::make_unique<Dialscope>(list); }));
    }
    enter(dialscope->batched(), median(times));
    enter(dialscope->oneByOne(), std::nullopt);
    enter(dialscope->batchedOnTwoThreads(), std::nullopt);
    invite("RE2::Set", makeRe2, patterns <= 200'000);  // a million: Compile gives up
    invite("Hyperscan", makeHyperscan,
           patterns <= (options.slow ? 200'000U : 10'000U));  // … not within 150 s
    invite("trie as in Asterisk", makeTrie, true);
    invite("scan of all patterns", makeScan, patterns <= 200'000);
  }

  plan::Plan plan;
  SearchList list;
  std::vector<DigitString> strings;
  std::unique_ptr<const Dialscope> dialscope;
  std::vector<std::unique_ptr<Engine>> engines;  // Dialscope first
  std::vector<std::optional<Seconds>> builds;    // of each engine
  std::vector<std::string> left;                 // who is not here

 private:
  void enter(std::unique_ptr<Engine> engine, std::optional<Seconds> build) {
    engines.push_back(std::move(engine));
    builds.push_back(build);
  }

  void invite(const char* name, std::unique_ptr<Engine> (*make)(const SearchList&), bool wanted) {
    if (!wanted) {
      left.emplace_back(name);
      return;
    }
    std::unique_ptr<Engine> engine;
    const Seconds time = timed([&] { engine = make(list); });
    enter(std::move(engine), time);
  }
};

double nanosecondsEach(Seconds time, std::size_t strings) {
  return time.count() * 1e9 / static_cast<double>(strings);
}

// The patterns of two plans, each that stands in both once, and which of them are in which plan.
struct TwoLists {
  std::vector<automata::Expression> expressions;
  std::vector<ExpressionId> before;
  std::vector<ExpressionId> after;
};

TwoLists joined(const plan::Plan& before, const plan::Plan& after) {
  TwoLists lists;
  std::unordered_map<std::string, ExpressionId> known;
  const auto enter = [&](const plan::Plan& plan, std::vector<ExpressionId>& list) {
    for (const plan::Entry& entry : plan.entries) {
      const std::string key =
          entry.pattern.text + '@' + at(plan.partitions, entry.partition).name + (entry.blocked ? "!" : "");
      const auto [found, fresh] = known.try_emplace(key, static_cast<ExpressionId>(lists.expressions.size()));
      if (fresh) lists.expressions.push_back(automata::compile(entry.pattern, pattern::Negation::Keypad));
      list.push_back(found->second);
    }
    std::sort(list.begin(), list.end());
  };
  enter(before, lists.before);
  enter(after, lists.after);
  return lists;
}

}  // namespace

const Speed* SizeMeasure::speed(const std::string& engine) const {
  const auto found =
      std::find_if(speeds.begin(), speeds.end(), [&](const Speed& speed) { return speed.engine == engine; });
  return found == speeds.end() ? nullptr : &*found;
}

std::vector<std::string> checkSize(std::size_t patterns, const Options& options) {
  const LineUp lineUp(patterns, options, 1);
  return compareAnswers(lineUp.engines, lineUp.strings, lineUp.list).disagreements;
}

SizeMeasure measureSize(std::size_t patterns, const Options& options) {
  const LineUp lineUp(patterns, options, std::min<std::size_t>(options.rounds, 3));
  const std::vector<DigitString>& strings = lineUp.strings;
  const routing::CompilationSize size = lineUp.dialscope->size();
  SizeMeasure measure;
  measure.patterns = patterns;
  measure.left = lineUp.left;
  measure.rows = size.rows;
  measure.tableBytes = static_cast<double>(size.tableBytes) / static_cast<double>(patterns);
  measure.indexBytes = static_cast<double>(size.indexBytes) / static_cast<double>(patterns);

  const Agreement agreement = compareAnswers(lineUp.engines, strings, lineUp.list);
  const auto count = static_cast<double>(strings.size());
  measure.disagreements = agreement.disagreements;
  measure.matched = static_cast<double>(agreement.matched) / count;
  measure.several = static_cast<double>(agreement.several) / count;
  for (const DigitString& string : strings) measure.meanLength += static_cast<double>(string.size()) / count;

  Rounds rounds(options.rounds);
  std::vector<PatternIndex> best(strings.size());
  for (const auto& engine : lineUp.engines) {
    const std::size_t given = stringsFor(*engine, strings.size(), patterns);
    rounds.add(
        std::string(engine->name()),
        [&, given] { engine->bestMatches(std::span(strings).first(given), std::span(best).first(given)); },
        [&, given] {
          if (!std::equal(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(given),
                          agreement.best.begin())) {
            measure.disagreements.push_back(std::string(engine->name()) +
                                            " answers otherwise in another round");
          }
        });
  }
  const BareWalk bare(*lineUp.dialscope, strings);
  volatile std::uint64_t sum = 0;
  rounds.add("text", [&] { sum = readText(strings); });
  rounds.add("walk 8", [&] { sum = bare.run(8); });
  rounds.add("walk 16", [&] { sum = bare.run(16); });
  rounds.run();

  for (std::size_t i = 0; i < lineUp.engines.size(); ++i) {
    const std::string name(lineUp.engines[i]->name());
    const std::size_t given = stringsFor(*lineUp.engines[i], strings.size(), patterns);
    measure.speeds.push_back({name, nanosecondsEach(rounds.median(name), given), lineUp.builds[i], given});
  }
  measure.textNanoseconds = nanosecondsEach(rounds.median("text"), strings.size());
  measure.walkNanoseconds =
      nanosecondsEach(std::min(rounds.median("walk 8"), rounds.median("walk 16")), strings.size());
  return measure;
}

double growthExponent(const std::vector<SizeMeasure>& sizes) {
  double n = 0, x = 0, y = 0, xx = 0, xy = 0;
  for (const SizeMeasure& size : sizes) {
    const double patterns = std::log(static_cast<double>(size.patterns));
    const double time = std::log(size.speeds.front().build->count());
    n += 1;
    x += patterns;
    y += time;
    xx += patterns * patterns;
    xy += patterns * time;
  }
  return (n * xy - x * y) / (n * xx - x * x);
}

ClusterMeasure measureCluster() {
  const plan::Plan plan = makeCluster();
  ClusterMeasure measure;
  measure.patterns = plan.entries.size();
  measure.searchSpaces = plan.searchSpaces.size();
  const auto megabytes = [](const routing::CompilationSize& size) {
    return static_cast<double>(size.tableBytes + size.indexBytes) / kMegabyte;
  };
  const auto compile = [](const routing::CompiledPlan& compiled,
                          const plan::CallingSearchSpace& searchSpace) {
    compiled.searchList(searchSpace.partitions, pattern::Negation::Keypad);
  };

  std::optional<routing::CompiledPlan> compiled;
  measure.firstAnswer = timed([&] {
    compiled.emplace(plan);
    const DigitString number("9011442071838750");
    const auto list = compiled->searchList(plan.searchSpaces.front().partitions, pattern::Negation::Keypad);
    routing::matchAll(list, {&number, 1});
  });
  measure.firstMegabytes = megabytes(compiled->size());
  measure.allSearchSpaces = measure.firstAnswer + timed([&] {
                              for (const plan::CallingSearchSpace& searchSpace : plan.searchSpaces)
                                compile(*compiled, searchSpace);
                            });
  measure.megabytes = megabytes(compiled->size());
  measure.rows = compiled->size().rows;

  constexpr std::size_t kStep = 100;
  double sampled = 0;
  for (std::size_t i = 0; i < plan.searchSpaces.size(); i += kStep) {
    const routing::CompiledPlan alone(plan);
    compile(alone, plan.searchSpaces[i]);
    measure.megabytesApart += megabytes(alone.size());
    sampled += 1;
  }
  measure.megabytesApart *= static_cast<double>(plan.searchSpaces.size()) / sampled;
  return measure;
}

DifferenceMeasure measureDifference(std::size_t patterns, std::size_t rounds) {
  DifferenceMeasure measure;
  measure.patterns = patterns;
  measure.edits = patterns / 100;
  const plan::Plan before = makeSearchList(patterns);
  const plan::Plan after = edited(before, measure.edits);
  const TwoLists lists = joined(before, after);
  SymbolSet used;
  for (const plan::Entry& entry : after.entries) {
    for (const auto& element : entry.pattern.elements)
      used.insert(symbolsOf(element, pattern::Negation::Keypad));
  }

  automata::Compiler compiler(lists.expressions, used, {});
  std::optional<automata::Automaton> first;
  std::optional<automata::Automaton> second;
  measure.builds = timed([&] {
    first = compiler.compile(lists.before);
    second = compiler.compile(lists.after);
  });
  std::vector<Seconds> times;
  for (std::size_t i = 0; i < rounds; ++i) {
    times.push_back(timed([&] {
      const auto differing =
          automata::difference(*first, *second, std::not_equal_to<>{}, automata::Tables::OfOneCompiler);
      measure.differs = differing && !automata::isEmpty(*differing);
    }));
  }
  measure.difference = median(times);
  return measure;
}

}  // namespace dialscope::bench
