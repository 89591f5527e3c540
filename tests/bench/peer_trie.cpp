// A trie of patterns as in Asterisk's pbx.c: a node for each element, told apart by the set of symbols it takes, linked
// by `next` to what may follow and by `alternative` to what may stand in its place. Asterisk stops at the most specific
// match; the best match here needs all, so the walk tries every alternative. Nodes lie in one array.
#include "tests/bench/contest.h"

#include <algorithm>

namespace dialscope::bench {
namespace {

class Trie final : public Engine {
 public:
  explicit Trie(const SearchList& list) : list_(list), nodes_(1) {
    for (PatternIndex i = 0; i < list.size(); ++i) add(i);
  }

  std::string_view name() const override { return "trie as in Asterisk"; }

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
  struct Node {
    SymbolSet symbols;
    bool repeats = false;
    std::uint32_t next = 0;  // 0 = none: the root follows nothing
    std::uint32_t alternative = 0;
    std::uint32_t ends = 0;  // the first pattern that ends here, and one
  };

  void add(PatternIndex index) {
    std::uint32_t node = 0;
    for (const pattern::Element& element : list_.pattern(index).elements) {
      const SymbolSet symbols = symbolsOf(element, pattern::Negation::Keypad);
      const bool repeats = element.repeat != pattern::Repeat::Once;
      std::uint32_t child = nodes_[node].next;
      while (child != 0 && !(nodes_[child].symbols == symbols && nodes_[child].repeats == repeats)) {
        child = nodes_[child].alternative;
      }
      if (child == 0) {
        child = static_cast<std::uint32_t>(nodes_.size());
        nodes_.push_back({symbols, repeats, 0, nodes_[node].next, 0});
        nodes_[node].next = child;
      }
      node = child;
    }
    // Patterns that end at one place are chained.
    alsoEnds_.push_back(nodes_[node].ends);
    nodes_[node].ends = index + 1;
  }

  void match(const DigitString& string) {
    matches_.clear();
    visit(nodes_.front().next, string.text());
  }

  void visit(std::uint32_t first, std::string_view rest) {
    if (rest.empty()) return;
    const Symbol symbol = *symbolOf(rest.front());
    for (std::uint32_t i = first; i != 0; i = nodes_[i].alternative) {
      if (nodes_[i].symbols.contains(symbol)) accept(nodes_[i], rest.substr(1));
    }
  }

  void accept(const Node& node, std::string_view rest) {
    while (true) {
      if (rest.empty()) {
        for (std::uint32_t end = node.ends; end != 0; end = alsoEnds_[end - 1]) matches_.push_back(end - 1);
        return;
      }
      if (node.next != 0) visit(node.next, rest);
      if (!node.repeats || !node.symbols.contains(*symbolOf(rest.front()))) return;
      rest.remove_prefix(1);
    }
  }

  const SearchList& list_;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> alsoEnds_;
  std::vector<PatternIndex> matches_;
};

}  // namespace

std::unique_ptr<Engine> makeTrie(const SearchList& list) { return std::make_unique<Trie>(list); }

}  // namespace dialscope::bench
