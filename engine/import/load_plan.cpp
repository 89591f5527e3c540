#include "engine/import/load_plan.h"

#include "engine/base/suggest.h"
#include "engine/base/utf8.h"
#include "engine/import/bat_columns.h"
#include "engine/import/build_plan.h"
#include "engine/import/csv_table.h"
#include "engine/import/destinations.h"
#include "engine/import/find_files.h"
#include "engine/import/merge.h"
#include "engine/import/read_bat.h"
#include "engine/import/read_route_plan_report.h"
#include "engine/import/read_run_sql.h"
#include "engine/import/read_sql.h"
#include "engine/import/read_tar.h"
#include "engine/import/read_xml.h"
#include "engine/import/record.h"

#include <fmt/format.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace dialscope::import {
namespace {

constexpr std::size_t kMaxNamesInMessage = 5;
constexpr std::size_t kMaxNameInMessage = 40;

/// A form in which plans are written.
struct Form {
  bool (*looksLike)(const SourceText& source);
  /// Returns whether the text was a plan, be it an empty one.
  bool (*read)(SourceText& source, RecordSet& set, Diagnostics& diagnostics);
};

// A text is read as the first of these that it looks like.
constexpr std::array<Form, 5> kForms{{
    {looksLikeXml, readXml},
    {looksLikeRoutePlanReport, readRoutePlanReport},
    {looksLikeBat, readBat},
    {looksLikeBatContents, readBatContents},
    {looksLikeRunSql, readRunSql},
}};

// Of valid UTF-8, no character cut in two.
std::string_view shortened(std::string_view name) {
  std::size_t end = std::min(name.size(), kMaxNameInMessage);
  while (end < name.size() && continuesCharacter(name[end])) --end;
  return name.substr(0, end);
}

// A header and a row as long, or more columns than anybody has.
std::optional<std::string> tableIn(const SourceText& source) {
  std::list<std::string> joined;
  Diagnostics ignored;
  CsvTable table(source, joined);
  const std::size_t columns = table.header().size();
  const bool tooWide = columns > kMaxBatColumns;
  if (columns == 1 || checkEncoding(source) || (!tooWide && !table.next(ignored))) return std::nullopt;
  std::string names;
  for (std::size_t i = 0; i < std::min(columns, kMaxNamesInMessage); ++i) {
    if (i != 0) names += ", ";
    names += shortened(table.header()[i].text);
  }
  if (columns > kMaxNamesInMessage) names += " ...";
  const std::string reason = tooWide
                                 ? fmt::format("has more than the {} columns that are read", kMaxBatColumns)
                                 : std::string("is no file of a BAT export");
  return fmt::format("a table that {} (columns: {}): {}", reason, columns, names);
}

std::string foundIn(const SourceText& source) {
  const std::string& text = source.text();
  if (text.empty()) return "an empty file";
  const bool binary = std::any_of(
      text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(text.size(), 512)),
      [](char c) { return static_cast<unsigned char>(c) < 9; });
  return binary ? "binary data" : tableIn(source).value_or("text of no known form");
}

std::vector<ObjectCount> countsOf(const Records& records) {
  std::vector<ObjectCount> counts;
  for (const ObjectShape& shape : shapes()) counts.push_back({std::string(shape.name()), 0});
  for (const auto& record : records)
    ++counts[static_cast<std::size_t>(record->shape - shapes().data())].count;
  std::erase_if(counts, [](const ObjectCount& one) { return one.count == 0; });
  std::sort(counts.begin(), counts.end(),
            [](const ObjectCount& a, const ObjectCount& b) { return a.object < b.object; });
  return counts;
}

// Texts in the order of reading, then line and column; what concerns no text of ours stays in front.
void sortByPlace(const Texts& texts, Diagnostics& diagnostics) {
  std::unordered_map<const std::string*, std::size_t> order;
  for (const SourceText& source : texts.sources) order.emplace(source.file(), order.size() + 1);
  const auto place = [&](const Diagnostic& one) {
    const auto found = order.find(one.where.file);
    return std::tuple(found == order.end() ? 0 : found->second, one.where.line, one.where.column);
  };
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); });
}

// One load, from reading to the messages about what was read.
class Loading {
 public:
  explicit Loading(std::stop_token stop = {}) { records_.stop = std::move(stop); }

  void read(const FoundFile& file) {
    if (stopped()) return;
    if (isTarFile(file.path)) {
      files_.insert(file.path);
      return readMembers({fileNamed(file.path)}, [&] { return readTarFile(file.path, {}, diagnostics_); });
    }
    auto text = readSourceText(file.path, kMaxFileSize);
    if (text) return read(std::move(*text), file.folder);
    diagnostics_.push_back(std::move(text.error()));
  }

  void read(SourceText text, const std::string& folder) {
    if (stopped()) return;
    const std::string name = *text.file();
    files_.insert(name);
    if (looksLikeTar(text.text()))
      return readMembers(text.position(), [&] { return readTar(text, {}, diagnostics_); });
    const auto* form =
        std::find_if(kForms.begin(), kForms.end(), [&](const Form& one) { return one.looksLike(text); });
    if (form == kForms.end()) return skip(text, folder);
    if (auto problem = checkEncoding(text)) {
      diagnostics_.push_back(std::move(*problem));
      return;
    }
    SourceText& source = records_.sources.emplace_back(std::move(text));
    Diagnostics problems;
    const bool isPlan = form->read(source, records_, problems);
    const bool foreign = problems.size() == 1 && problems.front().code == DiagnosticCode::NotAPlan;
    if (isPlan) {
      loaded_.filesRead.push_back(name);
    } else if (foreign && !folder.empty()) {
      records_.sources.pop_back();
      return skipped(name, folder);
    }
    std::move(problems.begin(), problems.end(), std::back_inserter(diagnostics_));
  }

  Diagnostics& diagnostics() { return diagnostics_; }

  Result<LoadedPlan> finish(Diagnostics* alsoWrong) {
    reportSkipped();
    if (loaded_.filesRead.empty() || stopped()) return fail(alsoWrong);
    reportMissingFiles();
    readSqlTables(records_, diagnostics_);
    mergeRecords(records_.records, diagnostics_);
    settleDestinations(records_);
    if (stopped()) return fail(alsoWrong);
    reportStrays();
    reportLists();
    Document& document = loaded_.document;
    document.name = std::move(records_.planName);
    document.records = finished(std::move(records_.records));
    document.texts =
        std::make_shared<const Texts>(Texts{std::move(records_.sources), std::move(records_.joined)});
    document.diagnostics = std::move(diagnostics_);
    rebuild(loaded_);
    return std::move(loaded_);
  }

 private:
  bool stopped() const { return records_.stop.stop_requested(); }

  // An archive is a folder in one file.
  template <class Unpack>
  void readMembers(SourcePosition archive, const Unpack& unpack) {
    const std::size_t before = diagnostics_.size();
    std::vector<SourceText> members = unpack();
    for (SourceText& member : members) read(std::move(member), *archive.file);
    if (members.empty() && diagnostics_.size() == before)
      diagnostics_.push_back({DiagnosticCode::NotAPlan, archive, {"an archive without files"}, {}});
  }

  // The table of contents of an export names each file without its ending.
  void reportMissingFiles() {
    for (const Contents& contents : records_.exports) {
      const std::string& name = *contents.source->file();
      const std::string folder = name.substr(0, name.rfind('/') + 1);
      for (const Field& file : contents.files) {
        const std::string path = folder + std::string(file.text);
        const auto next = files_.lower_bound(path + ".");
        const bool there = files_.contains(path) || (next != files_.end() && next->starts_with(path + "."));
        if (!there)
          diagnostics_.push_back(
              {DiagnosticCode::BatFileMissing, file.where(), {std::string(file.text)}, {}});
      }
      loaded_.releases.emplace_back(contents.release);
    }
  }

  void skip(const SourceText& text, const std::string& folder) {
    auto problem = checkEncoding(text);
    const bool wide = problem && problem->code == DiagnosticCode::WrongEncoding;
    // In a folder much may lie that is no plan, but not under the name of an export's file.
    const bool alien = !folder.empty() && !isBatFileName(*text.file());
    if (wide && (!alien || text.text().substr(0, 4).find('<') != std::string::npos)) {
      diagnostics_.push_back(std::move(*problem));
    } else if (alien) {
      skipped(*text.file(), folder);
    } else {
      diagnostics_.push_back({DiagnosticCode::NotAPlan, text.position(), {foundIn(text)}, {}});
    }
  }

  void skipped(const std::string& name, const std::string& folder) {
    loaded_.filesSkipped.push_back(name);
    skippedByFolder_[folder].push_back(name.substr(std::min(name.size(), folder.size())));
  }

  void reportSkipped() {
    for (const auto& [folder, names] : skippedByFolder_) {
      std::string list;
      for (std::size_t i = 0; i < std::min(names.size(), kMaxNamesInMessage); ++i) {
        if (i != 0) list += ", ";
        list += names[i].substr(std::min(names[i].find_first_not_of('/'), names[i].size()));
      }
      if (names.size() > kMaxNamesInMessage) list += " ...";
      SourcePosition where;
      where.file = fileNamed(folder);
      diagnostics_.push_back({DiagnosticCode::SkippedFiles, where, {std::to_string(names.size()), list}, {}});
    }
  }

  // The first error says most: what comes after it is often its consequence.
  Result<LoadedPlan> fail(Diagnostics* alsoWrong) {
    if (diagnostics_.empty() || diagnostics_.front().code == DiagnosticCode::SkippedFiles) {
      diagnostics_.insert(diagnostics_.begin(), {DiagnosticCode::NoPlan, {}, {}, {}});
    }
    Diagnostic first = std::move(diagnostics_.front());
    diagnostics_.erase(diagnostics_.begin());
    if (alsoWrong) *alsoWrong = std::move(diagnostics_);
    return tl::unexpected(std::move(first));
  }

  static Records finished(DraftRecords records) {
    oneapi::tbb::parallel_for(std::size_t{0}, records.size(), [&](std::size_t i) { dropNulls(*records[i]); });
    return {std::make_move_iterator(records.begin()), std::make_move_iterator(records.end())};
  }

  // Null means what absence means, and an empty pattern is no null.
  static void dropNulls(Record& record) {
    record.dropNulls(record.shape->key());
    for (Member& member : record.members) member.dropNulls(FieldName());
    record.members.shrink_to_fit();
  }

  void reportStrays() {
    std::size_t suggestions = 0;
    for (const auto& [key, stray] : records_.strayElements) {
      const auto& [shape, path] = key;
      diagnostics_.push_back({DiagnosticCode::UnknownElement,
                              stray.where,
                              {path, std::string(shape->name()), std::to_string(stray.count)},
                              suggestions++ < kMaxSuggestions ? shape->suggestionFor(path) : std::string()});
    }
    for (const auto& [key, stray] : records_.strayObjects) {
      const auto& [origin, name] = key;
      const bool byHand = origin == Origin::HandWritten;
      diagnostics_.push_back(
          {byHand ? DiagnosticCode::UnknownObject : DiagnosticCode::ObjectNotRead,
           stray.where,
           {name, std::to_string(stray.count)},
           byHand && suggestions++ < kMaxSuggestions ? closestShapeName(name) : std::string()});
    }
  }

  void reportLists() {
    struct Poor {
      const Record* first = nullptr;
      std::size_t count = 0;
    };
    std::map<const ObjectShape*, Poor> poor;
    for (const auto& record : records_.records) {
      // Of a learned pattern nothing else says more.
      if (record->shape->object() == Object::RoutePlan) continue;
      const bool report = record->origin == Origin::RoutePlan;
      const ObjectShape* shape = report ? findShape("routePlan") : record->shape;
      if ((!report && record->origin != Origin::List) || shape->missingInList().empty()) continue;
      // The clause of a search space says as much as its members.
      if (shape->object() == Object::Css && record->find("clause")) continue;
      Poor& found = poor[shape];
      if (found.count++ == 0) found.first = record.get();
    }
    for (const auto& [shape, found] : poor) {
      std::string operation = fmt::format("list{}", shape->name());
      operation[4] = static_cast<char>(operation[4] - 'a' + 'A');
      if (shape->object() == Object::RoutePlan) operation = "a Route Plan Report";
      diagnostics_.push_back({DiagnosticCode::ListWithoutDetail,
                              found.first->where(),
                              {operation, std::string(shape->missingInList()), std::to_string(found.count)},
                              {}});
    }
  }

  RecordSet records_;
  LoadedPlan loaded_;
  Diagnostics diagnostics_;
  std::map<std::string, std::vector<std::string>> skippedByFolder_;
  std::set<std::string> files_;  // all that were opened
};

}  // namespace

void rebuild(LoadedPlan& loaded) {
  loaded.objects = countsOf(loaded.document.records);
  loaded.diagnostics = loaded.document.diagnostics;
  if (loaded.document.edited) reportDuplicates(loaded.document.records, loaded.diagnostics);
  BuiltPlan built = buildPlan(loaded.document, loaded.diagnostics);
  loaded.plan = std::move(built.plan);
  loaded.entryRecords = std::move(built.entryRecords);
  sortByPlace(*loaded.document.texts, loaded.diagnostics);
}

Result<LoadedPlan> loadPlan(const std::vector<std::string>& paths, Diagnostics* alsoWrong,
                            std::stop_token stop) {
  Loading loading(std::move(stop));
  for (const FoundFile& file : findFiles(paths, loading.diagnostics())) loading.read(file);
  return loading.finish(alsoWrong);
}

Result<LoadedPlan> loadPlanText(std::string_view name, std::string_view text, Diagnostics* alsoWrong) {
  Loading loading;
  loading.read(SourceText(name, std::string(text)), {});
  return loading.finish(alsoWrong);
}

}  // namespace dialscope::import
