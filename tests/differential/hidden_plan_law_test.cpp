// The law of hidden plans: with its digits exchanged, every call comes to what it came to before, with names and digits
// exchanged; whatever matched or overlapped still does.
#include "engine/import/anonymize.h"
#include "engine/import/write_xml.h"
#include "engine/workspace/workspace.h"
#include "tests/support/files.h"
#include "tests/support/random.h"

#include <gtest/gtest.h>

#include <map>

namespace dialscope {
namespace {

using routing::Trace;
using test::Random;
using workspace::Workspace;

constexpr import::DigitPermutation kPermutation{{'7', '3', '9', '0', '2', '8', '1', '5', '6', '4'}};

std::string exchanged(std::string_view text) {
  std::string other(text);
  for (char& c : other) {
    if (c >= '0' && c <= '9') c = kPermutation.of[static_cast<std::size_t>(c - '0')];
  }
  return other;
}

/// What a call came to. Names go through `names`, digits through `digits`.
template <class Names, class Digits>
std::string answer(const Workspace& workspace, const Trace& trace, Names names, Digits digits) {
  std::string text(name(trace.fate));
  for (const routing::Hop& hop : trace.hops) {
    text += "|";
    if (hop.entry) {
      const plan::Entry& entry = at(workspace.plan().entries, *hop.entry);
      text += names(at(workspace.plan().partitions, entry.partition).name) + " " +
              std::string(plan::kindName(entry.kind)) + " " + std::string(name(hop.reason));
    }
    text += " " + digits(hop.called.text());
  }
  const routing::Target& target = trace.target;
  return text + "|" + names(target.device) + " " + names(target.routeList) + " " +
         digits(target.called.text()) + " " + digits(target.calling.text()) + "|" + digits(trace.unused) +
         "|" + std::to_string(trace.waited.count());
}

// A string that the pattern matches, often with a digit more or less.
std::string dialedFor(const pattern::Pattern& pattern, Random& random) {
  std::string digits;
  for (const pattern::Element& element : pattern.elements) {
    std::string choices;
    for (const char c : std::string_view("0123456789*#+")) {
      if (element.symbols.contains(*symbolOf(c))) choices += c;
    }
    if (!choices.empty()) digits += random.of(choices);
  }
  if (random.oneIn(4)) digits += random.joined(std::string("0123456789#"), 1, 4);
  if (random.oneIn(5) && !digits.empty()) digits.pop_back();
  return digits;
}

TEST(HiddenPlanLaw, EveryCallComesToTheSame) {
  Random random(11);
  std::size_t routed = 0;
  for (const char* path :
       {"dialplans/preferred-architecture", "dialplans/e164.xml", "dialplans/seven-hundred.xml"}) {
    const auto before = Workspace::open({test::inRepository(path)});
    ASSERT_TRUE(before) << path;
    const auto hidden = import::anonymized(before->loaded().document, kPermutation);
    ASSERT_TRUE(hidden);
    const auto after = Workspace::openText("hidden", import::writeXml(hidden->document));
    ASSERT_TRUE(after);
    std::map<std::string, std::string, std::less<>> made{{"", ""}, {"Directory URI", "Directory URI"}};
    const import::Records& records = before->loaded().document.records;
    ASSERT_EQ(hidden->document.records.size(), records.size());
    for (std::size_t i = 0; i < records.size(); ++i)
      made.emplace(records[i]->text("name"), hidden->document.records[i]->text("name"));
    // What is only mentioned has no record to learn its name from; what it is called is no matter here.
    const auto nameOf = [&](std::string_view text) {
      const auto found = made.find(text);
      return found == made.end() ? std::string("?") : found->second;
    };
    const auto shownName = [&](std::string_view text) {
      const bool known =
          std::any_of(made.begin(), made.end(), [&](const auto& one) { return one.second == text; });
      return known ? std::string(text) : std::string("?");
    };
    for (int i = 0; i < 600; ++i) {
      workspace::CallRequest request;
      request.searchSpaces = {random.of(before->plan().searchSpaces).name};
      request.digits = dialedFor(random.of(before->plan().entries).pattern, random);
      request.calling = "+14085554001";
      request.mode = random.oneIn(3) ? "bloc" : "";
      const auto first = before->dial(request, routing::Detail::Answer);
      const std::string what = std::string(path) + " " + request.searchSpaces[0] + " " + request.digits;
      ASSERT_TRUE(first) << what;
      workspace::CallRequest same = request;
      same.searchSpaces = {made.at(request.searchSpaces[0])};
      same.digits = exchanged(request.digits);
      same.calling = exchanged(*request.calling);
      const auto second = after->dial(same, routing::Detail::Answer);
      ASSERT_TRUE(second) << what;
      if (first->fate == routing::Fate::Routed) ++routed;
      const auto asItIs = [](std::string_view text) { return std::string(text); };
      EXPECT_EQ(answer(*before, *first, nameOf, [](std::string_view text) { return exchanged(text); }),
                answer(*after, *second, shownName, asItIs))
          << what;
    }
  }
  EXPECT_GT(routed, 500U);
}

}  // namespace
}  // namespace dialscope
