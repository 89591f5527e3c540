// RE2::Set, anchored at both ends, with room for its whole automaton: it builds that while it matches, so the first
// round over the strings is not counted. Set::Match gives the members in no order; the answer needs none.
#include "tests/bench/contest.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <stdexcept>

namespace dialscope::bench {
namespace {

class Re2 final : public Engine {
 public:
  explicit Re2(const SearchList& list) : list_(list), set_(options(), RE2::ANCHOR_BOTH) {
    std::string error;
    for (PatternIndex i = 0; i < list.size(); ++i) {
      if (set_.Add(list.regularExpression(i), &error) != static_cast<int>(i))
        throw std::runtime_error("RE2: " + error);
    }
    if (!set_.Compile()) throw std::runtime_error("RE2: out of memory");
  }

  std::string_view name() const override { return "RE2::Set"; }

  void bestMatches(std::span<const DigitString> strings, std::span<PatternIndex> best) override {
    for (std::size_t i = 0; i < strings.size(); ++i) {
      match(strings[i]);
      best[i] = list_.best(matches(), strings[i].size());
    }
  }

  void allMatches(const DigitString& string, std::vector<PatternIndex>& all) override {
    match(string);
    all.assign(matches().begin(), matches().end());
    std::sort(all.begin(), all.end());
  }

 private:
  static RE2::Options options() {
    RE2::Options options;
    options.set_encoding(RE2::Options::EncodingLatin1);
    options.set_max_mem(std::int64_t{4} << 30U);
    options.set_log_errors(false);
    return options;
  }

  void match(const DigitString& string) {
    RE2::Set::ErrorInfo error;
    if (!set_.Match(string.text(), &members_, &error) && error.kind != RE2::Set::kNoError) {
      throw std::runtime_error("RE2: cannot match");
    }
  }

  // int and PatternIndex differ in nothing but the sign.
  std::span<const PatternIndex> matches() const {
    return {reinterpret_cast<const PatternIndex*>(members_.data()), members_.size()};
  }

  const SearchList& list_;
  RE2::Set set_;
  std::vector<int> members_;
};

}  // namespace

std::unique_ptr<Engine> makeRe2(const SearchList& list) { return std::make_unique<Re2>(list); }

}  // namespace dialscope::bench
