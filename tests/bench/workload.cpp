#include "tests/bench/workload.h"

#include "engine/pattern/pattern.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace dialscope::bench {
namespace {

using plan::EntryKind;
using plan::PartitionId;

std::string digits(std::size_t number, std::size_t width) {
  std::string text = std::to_string(number);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

pattern::Pattern patternOf(const std::string& text) {
  Diagnostics problems;
  auto pattern = pattern::parsePattern(text, {}, problems);
  assert(pattern && "the generator writes legal patterns");
  return std::move(*pattern);
}

// A plan being written: names become ids, and no partition takes the same pattern twice.
class Draft {
 public:
  explicit Draft(std::string name) { plan_.name = std::move(name); }

  PartitionId partition(std::string name) {
    plan_.partitions.emplace_back().name = std::move(name);
    texts_.resize(plan_.partitions.size());
    return {static_cast<std::uint32_t>(plan_.partitions.size() - 1)};
  }

  void searchSpace(std::string name, std::vector<PartitionId> partitions) {
    plan::CallingSearchSpace& searchSpace = plan_.searchSpaces.emplace_back();
    searchSpace.name = std::move(name);
    searchSpace.partitions = std::move(partitions);
  }

  /// The new entry; null when the partition has it already.
  plan::Entry* add(EntryKind kind, PartitionId partition, const std::string& text) {
    if (!texts_[partition.value].insert(text).second) return nullptr;
    at(plan_.partitions, partition).entries.push_back({static_cast<std::uint32_t>(plan_.entries.size())});
    plan::Entry& entry = plan_.entries.emplace_back();
    entry.kind = kind;
    entry.pattern = patternOf(text);
    entry.partition = partition;
    return &entry;
  }

  bool route(PartitionId partition, const std::string& text) {
    plan::Entry* entry = add(EntryKind::Route, partition, text);
    if (entry != nullptr) entry->detail = plan::RoutePattern{.destination = gateway_};
    return entry != nullptr;
  }

  bool block(PartitionId partition, const std::string& text) {
    if (!route(partition, text)) return false;
    plan_.entries.back().blocked = true;
    return true;
  }

  bool line(PartitionId partition, const std::string& text) {
    plan::Entry* entry = add(EntryKind::DirectoryNumber, partition, text);
    if (entry != nullptr) entry->detail = plan::DirectoryNumber{};
    return entry != nullptr;
  }

  /// To `mask`, searched by whoever called.
  bool translate(PartitionId partition, const std::string& text, const std::string& mask) {
    plan::Entry* entry = add(EntryKind::Translation, partition, text);
    if (entry == nullptr) return false;
    entry->urgent = true;
    entry->called.edit().mask = mask;
    entry->detail = plan::TranslationPattern{.searchSpace = {}, .useOriginatorSearchSpace = true};
    return true;
  }

  bool park(PartitionId partition, const std::string& text) {
    return add(EntryKind::CallPark, partition, text) != nullptr;
  }

  void addGateway() {
    plan::Device& gateway = plan_.devices.emplace_back();
    gateway.kind = plan::DeviceKind::Trunk;
    gateway.name = "Gateway";
    gateway_ = plan::DeviceId{static_cast<std::uint32_t>(plan_.devices.size() - 1)};
  }

  std::size_t size() const { return plan_.entries.size(); }
  plan::Plan finish() && { return std::move(plan_); }

 private:
  plan::Plan plan_;
  std::vector<std::unordered_set<std::string>> texts_{1};
  plan::DeviceId gateway_;
};

constexpr std::array<std::string_view, 24> kCountries{"20", "27", "30", "31", "32", "33", "34", "36",
                                                      "39", "41", "43", "44", "45", "46", "47", "48",
                                                      "49", "52", "54", "55", "61", "65", "81", "91"};

// An American area code or exchange: [2-9]XX, never X11.
std::string threeDigits(Random& random) {
  const std::size_t number = random.between(200, 999);
  return std::to_string(number % 100 == 11 ? number + 1 : number);
}

// What stands in every plan, partition by partition.
struct PublicNetwork {
  PartitionId emergency, blocked, local, national, international;
};

void addPublicNetwork(Draft& draft, const PublicNetwork& network) {
  for (const char* text : {"911", "9.911"}) draft.route(network.emergency, text);
  for (const char* text : {"9.1900XXXXXXX", "9.1976XXXXXXX", "9.900XXXX", "9.976XXXX", "\\+1900XXXXXXX",
                           "\\+1976XXXXXXX", "9.1242XXXXXXX", "9.1809XXXXXXX", "9.1876XXXXXXX"}) {
    draft.block(network.blocked, text);
  }
  for (const char* text : {"9.[2-9]XXXXXX", "9.[2-8]11"}) draft.route(network.local, text);
  for (const char* text :
       {"9.1[2-9]XX[2-9]XXXXXX", "9.1800XXXXXXX", "9.1888XXXXXXX", "\\+1[2-9]XX[2-9]XXXXXX"}) {
    draft.route(network.national, text);
  }
  for (const char* text : {"9.011!", "9.011!#", "\\+!"}) draft.route(network.international, text);
}

// One site's numbers: the beginning of its directory numbers and of their E.164 twins, and how many digits follow.
struct Site {
  std::string code;      // three digits
  std::string internal;  // what its directory numbers begin with
  std::string external;  // "\+1408555"
  std::size_t digits;    // of an extension
};

// The leading digit tells how long a number is, as in a plan that somebody thought about: 2 and 3 begin four digits, 4
// and 5 five, 6 six, 7 seven, 8 all eight.
Site makeSite(std::size_t index, Random& random) {
  Site site;
  site.code = digits(200 + index, 3);
  const std::size_t turn = index / 5;
  site.digits = 3;
  if (index % 5 == 0 && turn < 2) {
    site.internal = digits(2 + turn, 1);
  } else if (index % 5 == 1 && turn < 20) {
    site.internal = digits(40 + turn, 2);
  } else if (index % 5 == 2 && turn < 100) {
    site.internal = digits(600 + turn, 3);
  } else if (index % 5 == 3) {
    site.internal = "7" + site.code;
  } else {
    site.internal = "8" + site.code;
    site.digits = 4;
  }
  const bool abroad = random.percent(15);
  const std::string country = abroad ? std::string(kCountries[random.below(kCountries.size())]) : "1";
  site.external = "\\+" + country + threeDigits(random) + threeDigits(random) + (site.digits == 3 ? "2" : "");
  return site;
}

// Directory numbers in blocks of up to a hundred with gaps, three of five with their E.164 twin, up to `count`.
void addNumbers(Draft& draft, const Site& site, PartitionId internal, PartitionId external, std::size_t count,
                Random& random) {
  const std::size_t most = site.digits == 3 ? 1'000 : 10'000;
  const std::size_t end = draft.size() + count;
  // A site that is full goes on abroad under its E.164 numbers.
  for (std::size_t block = random.below(most / 100), tried = 0; draft.size() < end && tried < most / 100;
       ++tried) {
    for (std::size_t i = 0; i < 100 && draft.size() < end; ++i) {
      if (random.percent(10)) continue;
      const std::string extension = digits(block * 100 + i, site.digits);
      draft.line(internal, site.internal + extension);
      if (draft.size() < end && random.percent(60)) draft.line(external, site.external + extension);
    }
    block = (block + 1) % (most / 100);
  }
}

void shuffle(std::vector<plan::EntryId>& entries, Random& random) {
  for (std::size_t i = entries.size(); i > 1; --i) std::swap(entries[i - 1], entries[random.below(i)]);
}

// One of the strings that the pattern matches.
std::string dial(const pattern::Pattern& pattern, Random& random) {
  std::string text;
  for (const pattern::Element& element : pattern.elements) {
    std::string symbols;
    const SymbolSet set = symbolsOf(element, pattern::Negation::Keypad);
    for (const char c : kDialAlphabet) {
      if (set.contains(*symbolOf(c))) symbols += c;
    }
    // Fifteen symbols are the longest international number.
    const std::size_t times = element.repeat == pattern::Repeat::Once
                                  ? 1
                                  : std::min(random.between(7, 11), 16 - pattern.elements.size());
    for (std::size_t i = 0; i < times; ++i) text += symbols[random.below(symbols.size())];
  }
  return text;
}

// What goes wrong at a telephone.
std::string misdial(std::string text, Random& random) {
  switch (random.below(5)) {
  case 0: return text.substr(0, random.between(1, text.size()));
  case 1: return text + digits(random.below(10), 1);
  case 2: text[random.below(text.size())] = '*'; return text;
  case 3: return "0" + text;
  default: return "1" + digits(random.below(1'000'000'000), random.between(4, 10));
  }
}

// Stands for millions of numbers: what most outside calls match.
bool isBroad(const pattern::Pattern& pattern) {
  std::size_t free = 0;
  for (const pattern::Element& element : pattern.elements) {
    free += element.repeat != pattern::Repeat::Once ? 7 : element.symbols.size() > 1 ? 1 : 0;
  }
  return free >= 6;
}

}  // namespace

std::size_t Random::skewed(std::size_t count) {
  const std::size_t low = std::size_t{1} << below(static_cast<std::size_t>(std::bit_width(count)));
  const std::size_t high = std::min(2 * low - 1, count);
  return between(low, high) - 1;
}

plan::Plan makeSearchList(std::size_t patterns) {
  Random random(patterns);
  Draft draft("search-list-" + std::to_string(patterns));
  draft.addGateway();
  const PublicNetwork network{draft.partition("Emergency"), draft.partition("Blocked"),
                              draft.partition("Local"), draft.partition("National"),
                              draft.partition("International")};
  const PartitionId internal = draft.partition("Directory-Numbers");
  const PartitionId external = draft.partition("E164-Numbers");
  const PartitionId siteCodes = draft.partition("Site-Codes");
  const PartitionId features = draft.partition("Features");
  const PartitionId tollBypass = draft.partition("Toll-Bypass");
  draft.searchSpace(kEveryone, {network.emergency, network.blocked, features, internal, external, siteCodes,
                                tollBypass, network.local, network.national, network.international});
  addPublicNetwork(draft, network);

  // A fifth of all patterns have wildcards: first what each site has, then routes by area code and exchange.
  const std::size_t wild = patterns / 5;
  std::vector<Site> sites;
  for (std::size_t i = 0; i < std::min<std::size_t>(patterns / 250 + 2, 700); ++i)
    sites.push_back(makeSite(i, random));
  for (const Site& site : sites) {
    const std::string beginning = "8" + site.code;
    draft.translate(siteCodes, beginning + ".XXXX", site.external + (site.digits == 3 ? "XXX" : "XXXX"));
    draft.park(features, "*" + site.code + "XX");
    if (draft.size() >= wild) break;
    draft.route(siteCodes, beginning + "[2-4]XXX");
    draft.route(siteCodes, site.external + (site.digits == 3 ? "[0-4]XX" : "[0-4]XXX"));
  }
  while (draft.size() < wild) {
    const Site& site = sites[random.below(sites.size())];
    const std::string country(kCountries[random.below(kCountries.size())]);
    switch (random.below(10)) {
    case 0: draft.route(tollBypass, "9.011" + country + digits(random.below(100), 2) + "!"); break;
    case 1: draft.route(tollBypass, "\\+" + country + digits(random.below(100), 2) + "!"); break;
    case 2: draft.route(siteCodes, "8" + site.code + digits(random.below(100), 2) + "[0-4]X"); break;
    case 3: draft.route(tollBypass, "\\+1" + threeDigits(random) + threeDigits(random) + "[2-5]XXX"); break;
    case 4:
    case 5:
    case 6: draft.route(tollBypass, "\\+1" + threeDigits(random) + threeDigits(random) + "XXXX"); break;
    default: draft.route(tollBypass, "9.1" + threeDigits(random) + threeDigits(random) + "XXXX"); break;
    }
  }

  for (std::size_t i = 0; i < sites.size(); ++i) {
    addNumbers(draft, sites[i], internal, external, (patterns - draft.size()) / (sites.size() - i), random);
  }
  // Where the sites are full, there are others.
  while (draft.size() < patterns) {
    const std::string beginning = "\\+1" + threeDigits(random) + threeDigits(random);
    const std::size_t block = random.below(100);
    for (std::size_t i = 0; i < 90 && draft.size() < patterns; ++i) {
      draft.line(external, beginning + digits(block * 100 + i, 4));
    }
  }
  return std::move(draft).finish();
}

std::vector<DigitString> makeDialedStrings(const plan::Plan& plan, std::size_t count) {
  Random random(plan.entries.size() + count);
  std::vector<plan::EntryId> broad;
  std::vector<plan::EntryId> narrow;
  for (std::uint32_t i = 0; i < plan.entries.size(); ++i) {
    (isBroad(plan.entries[i].pattern) ? broad : narrow).push_back(plan::EntryId{i});
  }
  shuffle(narrow, random);
  std::vector<DigitString> strings;
  strings.reserve(count);
  while (strings.size() < count) {
    const bool outside = !broad.empty() && (narrow.empty() || random.percent(45));
    const plan::EntryId popular =
        outside ? broad[random.below(broad.size())] : narrow[random.skewed(narrow.size())];
    std::string text = dial(at(plan.entries, popular).pattern, random);
    if (random.percent(24)) text = misdial(std::move(text), random);
    if (!text.empty()) strings.emplace_back(std::move(text));
  }
  return strings;
}

plan::Plan makeCluster(const ClusterShape& shape) {
  Random random(shape.patterns);
  Draft draft("cluster-" + std::to_string(shape.sites) + "-sites");
  draft.addGateway();
  const PublicNetwork network{draft.partition("Emergency"), draft.partition("Blocked"),
                              draft.partition("Local"), draft.partition("National"),
                              draft.partition("International")};
  const PartitionId internal = draft.partition("Directory-Numbers");
  const PartitionId siteCodes = draft.partition("Site-Codes");
  const PartitionId executives = draft.partition("Executives");
  addPublicNetwork(draft, network);

  std::vector<Site> sites;
  for (std::size_t i = 0; i < shape.sites; ++i) {
    const Site& site = sites.emplace_back(makeSite(i, random));
    const std::string prefix = "Site-" + digits(i + 1, 3);
    const PartitionId own = draft.partition(prefix + "-Dialing");
    const PartitionId ownLocal = draft.partition(prefix + "-Local");
    const std::vector<PartitionId> inside{own, internal, siteCodes, network.emergency};
    const auto searchSpace = [&](const char* name, std::initializer_list<PartitionId> more) {
      std::vector<PartitionId> partitions = inside;
      partitions.insert(partitions.end(), more);
      draft.searchSpace(prefix + name, std::move(partitions));
    };
    searchSpace("-Lobby", {});
    searchSpace("-Internal", {executives});
    searchSpace("-Local", {network.blocked, ownLocal, network.local});
    searchSpace("-National", {network.blocked, ownLocal, network.local, network.national});
    searchSpace("-International",
                {network.blocked, ownLocal, network.local, network.national, network.international});
    searchSpace("-Executive", {executives, ownLocal, network.local, network.national, network.international});

    const std::string extensions = site.digits == 3 ? "XXX" : "XXXX";
    draft.translate(siteCodes, "8" + site.code + ".XXXX", site.external + extensions);
    draft.translate(own, "[1-7]XXX", site.external + extensions);
    draft.translate(own, "0", "8" + site.code + "0000");
    draft.park(own, "*8" + digits(i % 10, 1) + "X");
    // Ten-digit local calls go without the 1: each site knows its own area.
    draft.route(ownLocal, "9." + threeDigits(random) + "[2-9]XXXXXX");
    draft.route(ownLocal, "9.[2-9]XXXXXX");
    draft.block(ownLocal, "9.976XXXX");
    for (int lobby = 0; lobby < 3; ++lobby) draft.line(own, digits(random.between(1'000, 7'999), 4));
  }
  for (int i = 0; i < 20; ++i) draft.line(executives, sites[random.below(sites.size())].external + "0001");
  for (std::size_t i = 0; i < sites.size(); ++i) {
    addNumbers(draft, sites[i], internal, internal, (shape.patterns - draft.size()) / (sites.size() - i),
               random);
  }
  return std::move(draft).finish();
}

plan::Plan edited(const plan::Plan& plan, std::size_t edits) {
  Random random(edits);
  std::vector<plan::EntryId> chosen;
  for (std::uint32_t i = 0; i < plan.entries.size(); ++i) chosen.push_back({i});
  shuffle(chosen, random);
  chosen.resize(std::min(edits, chosen.size()));
  std::sort(chosen.begin(), chosen.end());

  plan::Plan result = plan;
  result.entries.clear();
  for (plan::Partition& partition : result.partitions) partition.entries.clear();
  auto next = chosen.begin();
  for (std::uint32_t i = 0; i < plan.entries.size(); ++i) {
    plan::Entry entry = plan.entries[i];
    if (next != chosen.end() && next->value == i) {
      ++next;
      switch (random.below(3)) {
      case 0: continue;
      case 1: entry.blocked = !entry.blocked; break;
      default: entry.pattern = patternOf(entry.pattern.text + digits(random.below(10), 1)); break;
      }
    }
    at(result.partitions, entry.partition)
        .entries.push_back({static_cast<std::uint32_t>(result.entries.size())});
    result.entries.push_back(std::move(entry));
  }
  return result;
}

}  // namespace dialscope::bench
