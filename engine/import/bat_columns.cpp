#include "engine/import/bat_columns.h"

#include "engine/base/ascii.h"
#include "engine/import/bat_columns_text.h"
#include "engine/import/csv.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <unordered_map>
#include <utility>

namespace dialscope::import {
namespace {

constexpr std::string_view kOfLine = "line:";

struct KindWord {
  std::string_view word;
  BatKind kind;
};
constexpr std::array<KindWord, 9> kKinds{{{"", BatKind::Text},
                                          {"flag", BatKind::Flag},
                                          {"name", BatKind::Name},
                                          {"name-from-0", BatKind::NameFromZero},
                                          {"button", BatKind::Button},
                                          {"destination", BatKind::Destination},
                                          {"block", BatKind::Block},
                                          {"pilot", BatKind::Pilot},
                                          {"trunk", BatKind::Trunk}}};

BatKind kindOf(std::string_view word) {
  const auto* found =
      std::find_if(kKinds.begin(), kKinds.end(), [&](const KindWord& row) { return row.word == word; });
  assert(found != kKinds.end());
  return found->kind;
}

std::vector<BatFile> readTable() {
  const std::string_view text = batColumnsCsv();
  std::vector<BatFile> files;
  CsvCutter cutter(',');
  cutter.skipLine(text);  // the names of its columns
  while (cutter.position() < text.size() && cutter.cut(text) == CsvStop::Record) {
    std::array<std::string_view, 6> row;
    assert(cutter.cells().size() == row.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
      const CsvCell& cell = cutter.cells()[i];
      row[i] = text.substr(cell.begin, cell.end - cell.begin);
    }
    auto [name, object, column, element, kind, blank] = row;
    if (files.empty() || files.back().name != name) files.push_back({name, findShape(object), {}, {}});
    if (kind == "fixed") {
      files.back().fixed.push_back({element, blank});
      continue;
    }
    const bool ofLine = element.starts_with(kOfLine);
    if (ofLine) element.remove_prefix(kOfLine.size());
    files.back().columns.push_back({column, element, kindOf(kind), blank, ofLine});
  }
  return files;
}

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Without outer blanks, inner ones single, upper case.
std::string normalized(std::string_view name) {
  std::string text;
  for (const char c : name) {
    if (!isBlank(c)) {
      text += upperCase(c);
    } else if (!text.empty() && text.back() != ' ') {
      text += ' ';
    }
  }
  if (text.ends_with(' ')) text.pop_back();
  return text;
}

// The words of `text` that are numbers, last first.
std::vector<std::string_view> numbersIn(std::string_view text) {
  std::vector<std::string_view> numbers;
  std::size_t end = text.size();
  while (end > 0) {
    std::size_t begin = end;
    while (begin > 0 && !isBlank(text[begin - 1])) --begin;
    const std::string_view word = text.substr(begin, end - begin);
    if (!word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos)
      numbers.push_back(word);
    end = begin == 0 ? 0 : begin - 1;
  }
  return numbers;
}

constexpr std::size_t kMaxNumbers = 3;  // no column has more

struct Place {
  std::size_t file;
  std::size_t column;
};

// Where a name stands in the table, by its normalized spelling.
const std::vector<Place>& placesOf(const std::string& name) {
  static const auto index = [] {
    std::unordered_map<std::string, std::vector<Place>> places;
    const std::vector<BatFile>& files = batFiles();
    for (std::size_t file = 0; file < files.size(); ++file) {
      for (std::size_t column = 0; column < files[file].columns.size(); ++column)
        places[normalized(files[file].columns[column].header)].push_back({file, column});
    }
    return places;
  }();
  static const std::vector<Place> none;
  const auto found = index.find(name);
  return found == index.end() ? none : found->second;
}

// A name of the header in all its readings: as it stands, and with one of its numbers open.
struct Reading {
  const std::vector<Place>* places;
  std::string_view number;
};

std::vector<Reading> readingsOf(std::string_view name, const std::string& plain) {
  std::vector<Reading> readings{{&placesOf(plain), {}}};
  const std::vector<std::string_view> written = numbersIn(name);
  const std::vector<std::string_view> numbers = numbersIn(plain);
  for (std::size_t i = 0; i < std::min(numbers.size(), kMaxNumbers); ++i) {
    std::string open = plain;
    open.replace(static_cast<std::size_t>(numbers[i].data() - plain.data()), numbers[i].size(), "#");
    readings.push_back({&placesOf(open), written[i]});
  }
  return readings;
}

struct Fit {
  std::vector<BatHeaderCell> cells;
  std::size_t known = 0;
  std::size_t telling = 0;  // more than a name and a description
  std::size_t grouped = 0;  // of a group
  bool hasName = false;     // of the members of the group
  bool hasKey = false;
};

bool saysLittle(std::string_view column) { return column == "NAME" || column == "DESCRIPTION"; }

// The columns of `names` that `file` has. A name that comes twice is the next column of that name.
Fit fitOf(const std::vector<std::string_view>& names, const std::vector<std::vector<Reading>>& readings,
          const std::vector<std::size_t>& occurrences, std::size_t fileIndex) {
  const BatFile& file = batFiles()[fileIndex];
  Fit fit;
  fit.cells.resize(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (const Reading& reading : readings[i]) {
      std::size_t skip = occurrences[i];
      const auto found = std::find_if(
          reading.places->begin(), reading.places->end(),
          [&](const Place& place) { return place.file == fileIndex && (skip == 0 || skip-- == 0); });
      if (found == reading.places->end()) continue;
      const BatColumn& column = file.columns[found->column];
      fit.cells[i] = {&column, reading.number};
      fit.known += 1;
      fit.telling += saysLittle(column.header) ? 0 : 1;
      fit.grouped += column.repeats() ? 1 : 0;
      fit.hasName = fit.hasName || column.isName();
      fit.hasKey = fit.hasKey || (!column.ofLine && column.element == file.shape->key());
      break;
    }
  }
  // Without what names its members a group is none.
  if (!fit.hasName) fit.known -= fit.grouped;
  return fit;
}

}  // namespace

const std::vector<BatFile>& batFiles() {
  static const std::vector<BatFile> files = readTable();
  return files;
}

FieldRole roleOfElement(const ObjectShape& shape, std::string_view element) {
  const FieldRole role = shape.roleOf(element);
  if (role.role != Role::Unknown) return role;
  for (std::size_t slash = element.rfind('/'); slash != std::string_view::npos;
       slash = element.rfind('/', slash - 1)) {
    if (shape.roleOf(element.substr(0, slash)).role == Role::Silent) return {Role::Silent, {}};
    if (slash == 0) break;
  }
  return role;
}

FieldName groupOf(const ObjectShape& shape, std::string_view element) {
  for (std::size_t slash = element.find('/'); slash != std::string_view::npos;
       slash = element.find('/', slash + 1)) {
    const FieldRole role = shape.roleOf(element.substr(0, slash));
    if (role.role == Role::Group) return role.name;
  }
  return {};
}

std::optional<BatHeader> recogniseBat(const std::vector<std::string_view>& names, std::string_view fileName) {
  if (names.size() > kMaxBatColumns) return std::nullopt;
  const std::vector<BatFile>& files = batFiles();
  std::vector<std::vector<Reading>> readings;
  std::vector<std::size_t> occurrences;
  std::unordered_map<std::string, std::size_t> seen;
  std::vector<bool> candidate(files.size());
  for (const std::string_view name : names) {
    const std::string plain = normalized(name);
    readings.push_back(readingsOf(name, plain));
    occurrences.push_back(seen[plain]++);
    for (const Reading& reading : readings.back()) {
      for (const Place& place : *reading.places) candidate[place.file] = true;
    }
  }
  const auto filled = static_cast<std::size_t>(std::count_if(
      names.begin(), names.end(), [](std::string_view name) { return !normalized(name).empty(); }));
  std::optional<BatHeader> best;
  std::size_t bestKnown = 0;
  bool bestWhole = false;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (!candidate[i]) continue;
    Fit fit = fitOf(names, readings, occurrences, i);
    const bool byName = fit.telling == 0;
    if (!fit.hasKey || 2 * fit.known < filled || fit.known < 2 || (byName && fileName != files[i].name))
      continue;
    const bool whole = fit.known == names.size() && fit.known == files[i].columns.size();
    if (best && (fit.known < bestKnown || (fit.known == bestKnown && (bestWhole || !whole)))) {
      const bool equal = fit.known == bestKnown && !bestWhole && files[i].shape != best->file->shape;
      if (equal && !best->rival) best->rival = &files[i];
      continue;
    }
    best = BatHeader{&files[i], std::move(fit.cells), nullptr};
    bestKnown = fit.known;
    bestWhole = whole;
  }
  return best;
}

}  // namespace dialscope::import
