#include "engine/routing/compiled_plan.h"

#include "engine/routing/call.h"
#include "engine/routing/search_order.h"

#include <algorithm>
#include <map>
#include <mutex>

namespace dialscope::routing {
namespace {

using automata::ExpressionId;
using pattern::Negation;
using plan::EntryId;
using plan::PartitionId;

bool hasComplement(const pattern::Pattern& pattern) {
  return std::any_of(pattern.elements.begin(), pattern.elements.end(),
                     [](const auto& element) { return element.kind == pattern::ElementKind::ComplementSet; });
}

SymbolSet symbolsIn(const pattern::Pattern& pattern, Negation negation) {
  SymbolSet used;
  for (const auto& element : pattern.elements) used.insert(pattern::symbolsOf(element, negation));
  return used;
}

}  // namespace

// The plan under one reading of `[^…]`. An entry whose pattern changes gets a new expression, and the old one's rows
// stay what they were: a row's name never comes to mean something else. Only a symbol that no pattern had before, for
// which rows have no column, makes all of them anew.
class CompiledPlan::Reading {
 public:
  void prepare(const plan::Plan& plan, Negation negation, automata::Budget budget) {
    std::call_once(prepared_, [&] {
      expressions_.reserve(plan.entries.size());
      entries_ = std::make_shared<std::vector<EntryId>>();
      for (std::uint32_t i = 0; i < plan.entries.size(); ++i) add(plan, {i}, negation);
      for (const plan::Entry& entry : plan.entries) used_.insert(symbolsIn(entry.pattern, negation));
      begin(budget);
      isPrepared_ = true;
    });
  }

  const automata::Expression& expression(EntryId entry) const { return expressions_[at(current_, entry)]; }

  SearchList searchList(const CompiledPlan& compiled, std::vector<PartitionId> partitions,
                        Negation negation) {
    const std::lock_guard lock(mutex_);
    auto known = starts_.find(partitions);
    if (known == starts_.end())
      known = starts_.emplace(partitions, compile(compiled.plan(), partitions)).first;
    const bool withinBudget = known->second.has_value();
    return {compiled, std::move(partitions), negation, withinBudget ? table_ : nullptr,
            known->second.value_or(automata::Edge{})};
  }

  void patternChanged(const plan::Plan& plan, EntryId entry, Negation negation, automata::Budget budget) {
    if (!isPrepared_) return;
    entries_ = std::make_shared<std::vector<EntryId>>(*entries_);
    add(plan, entry, negation);
    SymbolSet used = used_;
    used.insert(symbolsIn(at(plan.entries, entry).pattern, negation));
    if (!(used == used_)) {
      used_ = used;
      begin(budget);
      return;
    }
    const PartitionId partition = at(plan.entries, entry).partition;
    std::erase_if(starts_, [&](const auto& list) {
      return partition == plan::kNonePartition ||
             std::find(list.first.begin(), list.first.end(), partition) != list.first.end();
    });
  }

  CompilationSize size() {
    const std::lock_guard lock(mutex_);
    CompilationSize size;
    size.searchLists = starts_.size();
    size.overBudget = static_cast<std::size_t>(
        std::count_if(starts_.begin(), starts_.end(), [](const auto& list) { return !list.second; }));
    size.rows = compiler_->rowCount();
    size.tableBytes = compiler_->tableBytes() + narrowest_->bytes();
    size.indexBytes = compiler_->indexBytes();
    return size;
  }

 private:
  // Without a row yet.
  void begin(automata::Budget budget) {
    starts_.clear();
    compiler_.emplace(expressions_, used_, budget);
    narrowest_.emplace(expressions_);
  }

  void add(const plan::Plan& plan, EntryId entry, Negation negation) {
    if (entry.value >= current_.size()) current_.resize(plan.entries.size());
    at(current_, entry) = static_cast<ExpressionId>(expressions_.size());
    expressions_.push_back(automata::compile(at(plan.entries, entry).pattern, negation));
    entries_->push_back(entry);
  }

  // Where to start; nothing for a list that is over the budget.
  std::optional<automata::Edge> compile(const plan::Plan& plan, const std::vector<PartitionId>& partitions) {
    std::vector<ExpressionId> list;
    forEachSearched(plan, partitions, [&](EntryId entry) { list.push_back(at(current_, entry)); });
    std::sort(list.begin(), list.end());
    const auto automaton = compiler_->compile(list);
    if (!automaton) return std::nullopt;
    const automata::Tags tags = compiler_->tags();
    narrowest_->extend(tags, compiler_->tagCount());
    table_ =
        std::make_shared<const CompiledTable>(CompiledTable{*automaton, tags, narrowest_->share(), entries_});
    return automaton->start();
  }

  std::once_flag prepared_;
  bool isPrepared_ = false;
  std::vector<automata::Expression> expressions_;
  std::vector<ExpressionId> current_;  // by EntryId
  std::shared_ptr<std::vector<EntryId>> entries_;
  SymbolSet used_;
  std::optional<automata::Compiler> compiler_;
  std::optional<automata::NarrowestFinder> narrowest_;

  std::mutex mutex_;  // guards what follows, and compiling
  std::map<std::vector<PartitionId>, std::optional<automata::Edge>> starts_;  // none: over the budget
  std::shared_ptr<const CompiledTable> table_;
};

CompiledPlan::CompiledPlan(const plan::Plan& plan, automata::Budget budget)
    : plan_(plan),
      budget_(budget),
      readings_(std::make_unique<std::array<Reading, 3>>()) {
  hasComplements_ = std::any_of(plan.entries.begin(), plan.entries.end(),
                                [](const plan::Entry& entry) { return hasComplement(entry.pattern); });
  for (std::uint32_t i = 0; i < plan.devices.size(); ++i) {
    for (const plan::LineAppearance& appearance : plan.devices[i].lines) {
      phones_.try_emplace(appearance.line, plan::DeviceId{i});
    }
  }
  reading(Negation::Keypad);
}

CompiledPlan::~CompiledPlan() = default;

CompiledPlan::Reading& CompiledPlan::reading(Negation negation) const {
  if (!hasComplements_) negation = Negation::Keypad;
  Reading& reading = (*readings_)[static_cast<std::size_t>(negation)];
  reading.prepare(plan_, negation, budget_);
  return reading;
}

const automata::Expression& CompiledPlan::expression(EntryId entry, Negation negation) const {
  return reading(negation).expression(entry);
}

SearchList CompiledPlan::searchList(std::vector<PartitionId> partitions, Negation negation) const {
  return reading(negation).searchList(*this, std::move(partitions), negation);
}

void CompiledPlan::patternChanged(EntryId entry) {
  hasComplements_ = hasComplements_ || hasComplement(at(plan_.entries, entry).pattern);
  for (const Negation negation : {Negation::Keypad, Negation::Digits, Negation::All}) {
    (*readings_)[static_cast<std::size_t>(negation)].patternChanged(plan_, entry, negation, budget_);
  }
}

std::optional<plan::DeviceId> CompiledPlan::phoneOf(EntryId line) const {
  const auto found = phones_.find(line);
  if (found == phones_.end()) return std::nullopt;
  return found->second;
}

CompilationSize CompiledPlan::size() const { return reading(Negation::Keypad).size(); }

Compilation CompiledPlan::compileAll() const {
  Compilation compilation;
  for (std::uint32_t i = 0; i < plan_.searchSpaces.size(); ++i) {
    const SearchList list = searchList(searchListOf(plan_, {plan::SearchSpaceId{i}}), Negation::Keypad);
    if (list.table() == nullptr) compilation.overBudget.push_back({i});
  }
  compilation.size = size();
  return compilation;
}

}  // namespace dialscope::routing
