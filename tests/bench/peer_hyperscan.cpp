// Hyperscan in block mode: one database, one scratch, one scan a string. Each expression can end at one place only, so
// every match is reported once; HS_FLAG_SINGLEMATCH was tried and gains nothing.
#include "tests/bench/contest.h"

#include <hs/hs.h>

#include <algorithm>
#include <stdexcept>

namespace dialscope::bench {
namespace {

class Hyperscan final : public Engine {
 public:
  explicit Hyperscan(const SearchList& list) : list_(list) {
    std::vector<std::string> texts;
    std::vector<unsigned> ids;
    for (PatternIndex i = 0; i < list.size(); ++i) {
      texts.push_back(list.regularExpression(i));
      ids.push_back(i);
    }
    std::vector<const char*> expressions;
    for (const std::string& text : texts) expressions.push_back(text.c_str());
    const std::vector<unsigned> flags(list.size(), 0);
    hs_database_t* database = nullptr;
    hs_compile_error_t* error = nullptr;
    if (hs_compile_multi(expressions.data(), flags.data(), ids.data(), static_cast<unsigned>(ids.size()),
                         HS_MODE_BLOCK, nullptr, &database, &error) != HS_SUCCESS) {
      const std::string reason = error->message;
      hs_free_compile_error(error);
      throw std::runtime_error("Hyperscan: " + reason);
    }
    database_.reset(database);
    hs_scratch_t* scratch = nullptr;
    if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS) throw std::runtime_error("Hyperscan: no scratch");
    scratch_.reset(scratch);
  }

  std::string_view name() const override { return "Hyperscan"; }

  void bestMatches(std::span<const DigitString> strings, std::span<PatternIndex> best) override {
    for (std::size_t i = 0; i < strings.size(); ++i) {
      match(strings[i]);
      best[i] = list_.best(matches_, strings[i].size());
    }
  }

  void allMatches(const DigitString& string, std::vector<PatternIndex>& all) override {
    match(string);
    all = matches_;
    std::sort(all.begin(), all.end());
  }

 private:
  struct Free {
    void operator()(hs_database_t* database) const { hs_free_database(database); }
    void operator()(hs_scratch_t* scratch) const { hs_free_scratch(scratch); }
  };

  static int take(unsigned id, unsigned long long, unsigned long long, unsigned, void* context) {
    static_cast<std::vector<PatternIndex>*>(context)->push_back(id);
    return 0;
  }

  void match(const DigitString& string) {
    matches_.clear();
    const auto length = static_cast<unsigned>(string.size());
    if (hs_scan(database_.get(), string.text().data(), length, 0, scratch_.get(), take, &matches_) !=
        HS_SUCCESS) {
      throw std::runtime_error("Hyperscan: cannot scan");
    }
  }

  const SearchList& list_;
  std::unique_ptr<hs_database_t, Free> database_;
  std::unique_ptr<hs_scratch_t, Free> scratch_;
  std::vector<PatternIndex> matches_;
};

}  // namespace

std::unique_ptr<Engine> makeHyperscan(const SearchList& list) { return std::make_unique<Hyperscan>(list); }

}  // namespace dialscope::bench
