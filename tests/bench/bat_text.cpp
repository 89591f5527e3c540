#include "tests/bench/bat_text.h"

#include "engine/import/bat_columns.h"
#include "engine/import/write_tar.h"
#include "tests/bench/workload.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace dialscope::bench {
namespace {

using import::BatFile;
using import::NamedText;
using Row = std::map<std::string, std::string, std::less<>>;

constexpr std::size_t kNumbersOfSite = 200;

const BatFile& fileNamed(std::string_view name) {
  for (const BatFile& file : import::batFiles()) {
    if (file.name == name) return file;
  }
  throw std::invalid_argument("no such file");
}

// Rows of one file, with the header of release 14.0.
class Table {
 public:
  explicit Table(std::string_view name, std::size_t members = 1) : file_(fileNamed(name)), members_(members) {
    forEachCell([&](const std::string& header, std::string_view) { cell(header); });
    text_.back() = '\n';
  }

  void add(const Row& row) {
    forEachCell([&](const std::string& header, std::string_view blank) {
      const auto found = row.find(header);
      cell(found == row.end() ? blank : found->second);
    });
    text_.back() = '\n';
  }

  NamedText take() { return {fmt::format("{}.csv", file_.name), std::move(text_)}; }

 private:
  template <class Use>
  void forEachCell(Use use) const {
    for (const import::BatColumn& column : file_.columns) {
      std::string header(column.header);
      const std::size_t open = header.find('#');
      if (open == std::string::npos) {
        use(header, column.blank);
        continue;
      }
      for (std::size_t member = 1; member <= members_; ++member) {
        std::string numbered = header;
        use(numbered.replace(open, 1, std::to_string(member)), std::string_view());
      }
    }
  }

  void cell(std::string_view text) { text_.append(text).append(","); }

  const BatFile& file_;
  std::size_t members_;
  std::string text_;
};

std::string siteName(std::size_t site) { return fmt::format("Site-{:04}", site); }

NamedText partitions(std::size_t sites) {
  Table table("partition");
  for (const char* name :
       {"DN", "Services", "PSTN-Local", "PSTN-National", "PSTN-International", "Emergency"})
    table.add({{"NAME", name}});
  for (std::size_t site = 0; site < sites; ++site) {
    table.add({{"NAME", siteName(site)}});
    table.add({{"NAME", siteName(site) + "-Out"}});
  }
  return table.take();
}

NamedText searchSpaces(std::size_t count, std::size_t sites, Random& random) {
  constexpr std::size_t kMost = 16;
  Table table("css", kMost);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t site = i % sites;
    std::vector<std::string> members{"DN", "Services", "Emergency", siteName(site), siteName(site) + "-Out"};
    const std::size_t size = random.between(8, kMost);
    while (members.size() < size) {
      std::string name = siteName(random.below(sites));
      if (std::find(members.begin(), members.end(), name) == members.end())
        members.push_back(std::move(name));
    }
    Row row{{"NAME", fmt::format("{}-{}", siteName(site), i / sites)}};
    for (std::size_t member = 0; member < members.size(); ++member)
      row[fmt::format("ROUTE PARTITION {}", member + 1)] = members[member];
    table.add(row);
  }
  return table.take();
}

NamedText directoryNumbers(const BatShape& shape, std::size_t sites, std::size_t spacesOfSite) {
  Table table("directorynumber");
  Row row;
  for (const char* forward : {"Busy", "No Answer", "No Coverage", "Unregistered"}) {
    for (const char* party : {"Internal", "External"}) {
      row[fmt::format("Forward {} {} Voice Mail", forward, party)] = "t";
      row[fmt::format("Forward {} {} Calling Search Space", forward, party)] = "Site-0000-0";
    }
  }
  row["Route Partition"] = "DN";
  row["Voice Mail Profile"] = "Default";
  row["Presence Group"] = "Standard Presence group";
  row["Calling Search Space Activation Policy"] = "Use System Default";
  row["No Answer Ring Duration (seconds)"] = "20";
  for (std::size_t i = 0; i < shape.directoryNumbers; ++i) {
    const std::size_t site = i / kNumbersOfSite % sites;
    row["Directory Number"] = fmt::format("\\+1408{:07}", i);
    row["Description"] = fmt::format("Desk {} of {}", i % kNumbersOfSite, siteName(site));
    row["Alerting Name"] = fmt::format("Person {}", i);
    row["ASCII Alerting Name"] = row["Alerting Name"];
    row["Calling Search Space"] = fmt::format("{}-{}", siteName(site), i % spacesOfSite);
    row["Urgent Priority"] = i % 2 == 0 ? "t" : "f";
    table.add(row);
  }
  return table.take();
}

NamedText translations(std::size_t count, std::size_t sites) {
  Table table("translationpattern");
  for (std::size_t i = 0; i < count; ++i) {
    table.add({{"TRANSLATION PATTERN", fmt::format("8{:05}XXX", i)},
               {"ROUTE PARTITION", siteName(i % sites)},
               {"DESCRIPTION", fmt::format("From {} to block {}", siteName(i % sites), i)},
               {"CALLED PARTY TRANSFORM MASK", fmt::format("+1408{:04}XXX", i % 10'000)},
               {"USE ORIGINATOR'S CALLING SEARCH SPACE", "t"},
               {"DO NOT WAIT FOR INTERDIGIT TIMEOUT ON SUBSEQUENT HOPS", "t"}});
  }
  return table.take();
}

NamedText routePatterns(std::size_t count, std::size_t sites) {
  Table table("routepattern");
  for (std::size_t i = 0; i < count; ++i) {
    table.add({{"ROUTE PATTERN", fmt::format("\\+1{:03}[2-9]XX{:02}XX", 200 + i % 700, i / 700 % 100)},
               {"ROUTE PARTITION", siteName(i % sites) + "-Out"},
               {"DISCARD DIGITS", i % 3 == 0 ? "PreDot" : "NULL"},
               {"PREFIX_DIGITS_CALLED_PARTY", "9"},
               {"GATEWAY/ROUTE LIST", fmt::format("RL-{}", i % 500)}});
  }
  return table.take();
}

NamedText routeLists() {
  Table table("routelist", 2);
  for (std::size_t i = 0; i < 500; ++i) {
    table.add({{"NAME", fmt::format("RL-{}", i)},
               {"SELECTION ORDER 1", "1"},
               {"ROUTE GROUP 1", "Standard Local Route Group"}});
  }
  return table.take();
}

}  // namespace

std::string makeBatTar(const BatShape& shape) {
  Random random(14);
  const std::size_t sites = std::max<std::size_t>(shape.directoryNumbers / kNumbersOfSite, 20);
  const std::size_t spacesOfSite = std::max<std::size_t>(shape.searchSpaces / sites, 1);
  return import::tarOf({partitions(sites), searchSpaces(shape.searchSpaces, sites, random),
                        directoryNumbers(shape, sites, spacesOfSite),
                        translations(shape.patterns * 2 / 3, sites),
                        routePatterns(shape.patterns - shape.patterns * 2 / 3, sites), routeLists()});
}

}  // namespace dialscope::bench
