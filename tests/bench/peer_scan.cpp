// Every pattern tried on every string, each walked by its set of places until it dies: what a loop over compiled
// patterns does in any language.
#include "tests/bench/contest.h"

namespace dialscope::bench {
namespace {

class Scan final : public Engine {
 public:
  explicit Scan(const SearchList& list) : list_(list) {
    for (PatternIndex i = 0; i < list.size(); ++i) {
      expressions_.push_back(automata::compile(list.pattern(i), pattern::Negation::Keypad));
    }
  }

  std::string_view name() const override { return "scan of all patterns"; }

  void bestMatches(std::span<const DigitString> strings, std::span<PatternIndex> best) override {
    for (std::size_t i = 0; i < strings.size(); ++i) {
      allMatches(strings[i], matches_);
      best[i] = list_.best(matches_, strings[i].size());
    }
  }

  void allMatches(const DigitString& string, std::vector<PatternIndex>& all) override {
    all.clear();
    for (PatternIndex i = 0; i < expressions_.size(); ++i) {
      if (expressions_[i].matches(walk(expressions_[i], string))) all.push_back(i);
    }
  }

 private:
  const SearchList& list_;
  std::vector<automata::Expression> expressions_;
  std::vector<PatternIndex> matches_;
};

}  // namespace

std::unique_ptr<Engine> makeScan(const SearchList& list) { return std::make_unique<Scan>(list); }

}  // namespace dialscope::bench
