// The parts of a call by themselves, for whoever works on one of them: `dialscope-microbench --benchmark_filter=Key`.
#include "engine/pattern/pattern.h"
#include "engine/routing/search_walk.h"
#include "tests/bench/dialscope_engine.h"
#include "tests/bench/workload.h"

#include <benchmark/benchmark.h>

#include <map>

namespace dialscope::bench {
namespace {

constexpr auto kNegation = pattern::Negation::Keypad;
constexpr std::size_t kStrings = 100'000;

// Made once for each size, since plans of a million patterns take seconds to make.
struct Ground {
  explicit Ground(std::size_t patterns)
      : plan(makeSearchList(patterns)),
        list(plan, kEveryone),
        strings(makeDialedStrings(plan, kStrings)),
        dialscope(list) {}

  plan::Plan plan;
  SearchList list;
  std::vector<DigitString> strings;
  Dialscope dialscope;
};

const Ground& groundOf(const benchmark::State& state) {
  static std::map<std::size_t, Ground> grounds;
  return grounds
      .try_emplace(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(0)))
      .first->second;
}

void countEach(benchmark::State& state, std::size_t items) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(items));
}

void sizes(benchmark::internal::Benchmark* benchmark) {
  for (const int size : {1'000, 10'000, 100'000}) benchmark->Arg(size);
}

void ReadPatterns(benchmark::State& state) {
  const Ground& ground = groundOf(state);
  for (auto _ : state) {
    Diagnostics problems;
    for (const plan::Entry& entry : ground.plan.entries) {
      benchmark::DoNotOptimize(pattern::parsePattern(entry.pattern.text, {}, problems));
    }
  }
  countEach(state, ground.plan.entries.size());
}
BENCHMARK(ReadPatterns)->Arg(10'000);

void CompileExpressions(benchmark::State& state) {
  const Ground& ground = groundOf(state);
  for (auto _ : state) {
    for (const plan::Entry& entry : ground.plan.entries) {
      benchmark::DoNotOptimize(automata::compile(entry.pattern, kNegation));
    }
  }
  countEach(state, ground.plan.entries.size());
}
BENCHMARK(CompileExpressions)->Apply(sizes);

void CompileSearchList(benchmark::State& state) {
  const Ground& ground = groundOf(state);
  for (auto _ : state) benchmark::DoNotOptimize(Dialscope(ground.list).size());
  countEach(state, ground.plan.entries.size());
}
BENCHMARK(CompileSearchList)->Apply(sizes)->Unit(benchmark::kMillisecond);

// A walk with nothing dialed: what each call pays before its first key.
void LiftHandset(benchmark::State& state) {
  const Ground& ground = groundOf(state);
  for (auto _ : state) {
    const auto list = ground.dialscope.compiled().searchList(ground.list.partitions(), kNegation);
    const routing::SearchWalk walk(list);
    benchmark::DoNotOptimize(walk.longerPossible());
  }
}
BENCHMARK(LiftHandset)->Arg(1'000);

void Key(benchmark::State& state) {
  const Ground& ground = groundOf(state);
  const auto list = ground.dialscope.compiled().searchList(ground.list.partitions(), kNegation);
  std::size_t keys = 0;
  for (auto _ : state) {
    routing::SearchWalk walk(list);
    for (std::size_t i = 0; i < 1'000; ++i) {
      walk.step(static_cast<char>('0' + i % 10));
      benchmark::DoNotOptimize(walk.longerPossible());
    }
    keys += 1'000;
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(keys));
}
BENCHMARK(Key)->Arg(1'000);

void MatchAll(benchmark::State& state) {
  const Ground& ground = groundOf(state);
  const auto list = ground.dialscope.compiled().searchList(ground.list.partitions(), kNegation);
  for (auto _ : state) benchmark::DoNotOptimize(routing::matchAll(list, ground.strings));
  countEach(state, ground.strings.size());
}
BENCHMARK(MatchAll)->Apply(sizes)->Unit(benchmark::kMillisecond);

void CountStrings(benchmark::State& state) {
  const Ground& ground = groundOf(state);
  std::vector<automata::Expression> expressions;
  for (const plan::Entry& entry : ground.plan.entries) {
    expressions.push_back(automata::compile(entry.pattern, kNegation));
  }
  for (auto _ : state) {
    for (const automata::Expression& expression : expressions) {
      benchmark::DoNotOptimize(automata::countStrings(expression, 11));
    }
  }
  countEach(state, expressions.size());
}
BENCHMARK(CountStrings)->Arg(1'000);

}  // namespace
}  // namespace dialscope::bench
