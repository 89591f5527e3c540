#include "tests/bench/dialscope_engine.h"

#include "engine/routing/search_walk.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>
#include <thread>

namespace dialscope::bench {
namespace {

constexpr auto kNegation = pattern::Negation::Keypad;

class RoutingEngine : public Engine {
 public:
  explicit RoutingEngine(const Dialscope& dialscope)
      : list_(dialscope.compiled().searchList(dialscope.list().partitions(), kNegation)) {}

  void allMatches(const DigitString& string, std::vector<PatternIndex>& all) override {
    routing::SearchWalk walk(list_);
    walk.stepThrough(string);
    all.clear();
    for (const routing::Contender& contender : walk.matches()) all.push_back(contender.entry.value);
    std::sort(all.begin(), all.end());
  }

 protected:
  const routing::SearchList list_;
};

class OneByOne final : public RoutingEngine {
 public:
  using RoutingEngine::RoutingEngine;
  std::string_view name() const override { return "Dialscope, one by one"; }

  void bestMatches(std::span<const DigitString> strings, std::span<PatternIndex> best) override {
    std::size_t waits = 0;
    for (std::size_t i = 0; i < strings.size(); ++i) {
      routing::SearchWalk walk(list_);
      for (std::size_t key = 0; key < strings[i].size(); ++key) {
        walk.step(strings[i].text()[key]);
        waits += walk.longerPossible() ? 1 : 0;
      }
      const auto match = walk.best();
      best[i] = match ? match->entry.value : kNoPattern;
    }
    waits_ = waits;
  }

 private:
  volatile std::size_t waits_ = 0;  // so that nobody leaves the question out
};

class Batched final : public RoutingEngine {
 public:
  Batched(const Dialscope& dialscope, std::size_t threads) : RoutingEngine(dialscope), threads_(threads) {}
  std::string_view name() const override {
    return threads_ == 1 ? "Dialscope, batched" : "Dialscope, batched, two threads";
  }

  void bestMatches(std::span<const DigitString> strings, std::span<PatternIndex> best) override {
    std::vector<std::thread> others;
    const std::size_t share = strings.size() / threads_;
    for (std::size_t i = 1; i < threads_; ++i) {
      others.emplace_back([=, this] { match(strings.subspan(i * share), best.subspan(i * share)); });
    }
    match(strings.first(threads_ == 1 ? strings.size() : share), best);
    for (std::thread& other : others) other.join();
  }

 private:
  void match(std::span<const DigitString> strings, std::span<PatternIndex> best) const {
    // In pieces that fit a cache, as `batch` reads them.
    constexpr std::size_t kPiece = 4'096;
    for (std::size_t begin = 0; begin < strings.size(); begin += kPiece) {
      const auto piece = strings.subspan(begin, std::min(kPiece, strings.size() - begin));
      const auto answers = routing::matchAll(list_, piece);
      for (std::size_t i = 0; i < piece.size(); ++i) {
        best[begin + i] = answers[i].best ? answers[i].best->value : kNoPattern;
      }
    }
  }

  std::size_t threads_;
};

}  // namespace

Dialscope::Dialscope(const SearchList& list) : list_(list), compiled_(list.plan()) {
  compiled_.searchList(list.partitions(), kNegation);
}

std::unique_ptr<Engine> Dialscope::oneByOne() const { return std::make_unique<OneByOne>(*this); }
std::unique_ptr<Engine> Dialscope::batched() const { return std::make_unique<Batched>(*this, 1); }
std::unique_ptr<Engine> Dialscope::batchedOnTwoThreads() const { return std::make_unique<Batched>(*this, 2); }

BareWalk::BareWalk(const Dialscope& dialscope, std::span<const DigitString> strings)
    : automaton_(dialscope.compiled().searchList(dialscope.list().partitions(), kNegation).automaton()) {
  std::vector<std::uint32_t> order(strings.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return strings[a].size() < strings[b].size(); });
  for (const std::uint32_t index : order) {
    begins_.push_back(static_cast<std::uint32_t>(columns_.size()));
    for (const char c : strings[index].text()) {
      columns_.push_back(static_cast<std::uint8_t>(automaton_.columns().of(*symbolOf(c))));
    }
  }
  begins_.push_back(static_cast<std::uint32_t>(columns_.size()));
}

template <std::size_t Lanes>
std::uint64_t BareWalk::runIn() const {
  const automata::Edge* edges = automaton_.edges();
  const std::size_t width = automaton_.columns().size();
  std::uint64_t sum = 0;
  std::size_t next = 0;
  // The few strings with which a length begins or ends are walked to the shortest of their lanes.
  for (; next + Lanes < begins_.size(); next += Lanes) {
    std::array<automata::Edge, Lanes> at;
    at.fill(automaton_.start());
    const std::uint32_t length = begins_[next + 1] - begins_[next];
    for (std::uint32_t i = 0; i < length; ++i) {
      for (std::size_t lane = 0; lane < Lanes; ++lane) {
        at[lane] = edges[at[lane].row * width + columns_[begins_[next + lane] + i]];
      }
    }
    for (const automata::Edge& edge : at) sum += edge.tag;
  }
  return sum;
}

std::uint64_t BareWalk::run(std::size_t lanes) const { return lanes == 8 ? runIn<8>() : runIn<16>(); }

std::uint64_t readText(std::span<const DigitString> strings) {
  std::uint64_t sum = 0;
  for (const DigitString& string : strings) {
    const std::string& text = string.text();
    std::uint64_t head = 0;
    std::uint64_t tail = 0;
    // std::string holds fifteen characters and a zero in place, longer ones elsewhere: sixteen can always be read.
    std::memcpy(&head, text.data(), sizeof head);
    std::memcpy(&tail, text.data() + sizeof head, sizeof tail);
    sum += head ^ tail ^ text.size();
  }
  return sum;
}

}  // namespace dialscope::bench
