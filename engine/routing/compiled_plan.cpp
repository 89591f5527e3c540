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

// Partitions that stand in the same search spaces are one company: what has one of them has all. Numbers by PartitionId.
std::vector<std::size_t> companiesOf(const plan::Plan& plan) {
  std::vector<std::vector<std::uint32_t>> spaces(plan.partitions.size());
  for (std::uint32_t i = 0; i < plan.searchSpaces.size(); ++i) {
    for (const PartitionId partition : plan.searchSpaces[i].partitions) {
      if (at(spaces, partition).empty() || at(spaces, partition).back() != i)
        at(spaces, partition).push_back(i);
    }
  }
  std::map<std::vector<std::uint32_t>, std::size_t> numbers;
  std::vector<std::size_t> companies;
  for (const auto& list : spaces)
    companies.push_back(numbers.try_emplace(list, numbers.size()).first->second);
  return companies;
}

}  // namespace

// The plan under one reading of `[^…]`.
class CompiledPlan::Reading {
 public:
  void prepare(const plan::Plan& plan, Negation negation, automata::Budget budget) {
    std::call_once(prepared_, [&] {
      SymbolSet used;
      expressions_.reserve(plan.entries.size());
      for (const plan::Entry& entry : plan.entries) {
        expressions_.push_back(automata::compile(entry.pattern, negation));
        used.insert(symbolsIn(entry.pattern, negation));
      }
      for (const plan::LeftOutEntry& entry : plan.leftOut)
        leftOut_.push_back(automata::compile(entry.pattern, negation));
      companies_ = companiesOf(plan);
      compiler_.emplace(expressions_, used, budget);
      narrowest_.emplace(expressions_);
    });
  }

  const automata::Expression& expression(EntryId entry) const { return expressions_[entry.value]; }
  const automata::Expression& leftOut(std::size_t entry) const { return leftOut_[entry]; }

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
  using Start = std::optional<automata::Edge>;  // none: over the budget
  using Part = std::vector<PartitionId>;        // ascending

  Start compile(const plan::Plan& plan, const std::vector<PartitionId>& partitions) {
    std::vector<automata::Edge> starts;
    std::size_t expressions = 0;
    for (const Part& part : partsOf(partitions)) {
      const Start start = startOf(plan, part);
      if (!start) return std::nullopt;
      starts.push_back(*start);
      for (const PartitionId partition : part) expressions += at(plan.partitions, partition).entries.size();
    }
    const auto automaton = compiler_->unite(starts, expressions);
    if (!automaton) return std::nullopt;
    const automata::Tags tags = compiler_->tags();
    narrowest_->extend(tags, compiler_->tagCount());
    table_ = std::make_shared<const CompiledTable>(CompiledTable{*automaton, tags, narrowest_->share()});
    return automaton->start();
  }

  // Those of one company together: other lists have them as well.
  std::vector<Part> partsOf(const std::vector<PartitionId>& partitions) const {
    std::map<std::size_t, Part> byCompany;
    forEachPartition(partitions, [&](PartitionId id) { byCompany[at(companies_, id)].push_back(id); });
    std::vector<Part> parts;
    for (auto& [company, part] : byCompany) {
      std::sort(part.begin(), part.end());
      parts.push_back(std::move(part));
    }
    return parts;
  }

  Start startOf(const plan::Plan& plan, const Part& part) {
    const auto [known, isNew] = parts_.try_emplace(part);
    if (!isNew) return known->second;
    std::vector<ExpressionId> list;
    for (const PartitionId partition : part) {
      for (const EntryId entry : at(plan.partitions, partition).entries) list.push_back(entry.value);
    }
    std::sort(list.begin(), list.end());
    if (const auto automaton = compiler_->compile(list)) known->second = automaton->start();
    return known->second;
  }

  std::once_flag prepared_;
  std::vector<automata::Expression> expressions_;  // by EntryId
  std::vector<automata::Expression> leftOut_;
  std::vector<std::size_t> companies_;  // by PartitionId
  std::optional<automata::Compiler> compiler_;
  std::optional<automata::NarrowestFinder> narrowest_;

  std::mutex mutex_;  // guards what follows, and compiling
  std::map<Part, Start> parts_;
  std::map<std::vector<PartitionId>, Start> starts_;
  std::shared_ptr<const CompiledTable> table_;
};

CompiledPlan::CompiledPlan(const plan::Plan& plan, automata::Budget budget)
    : plan_(plan),
      budget_(budget),
      readings_(std::make_unique<std::array<Reading, 3>>()) {
  const auto isComplement = [](const auto& entry) { return hasComplement(entry.pattern); };
  hasComplements_ = std::any_of(plan.entries.begin(), plan.entries.end(), isComplement) ||
                    std::any_of(plan.leftOut.begin(), plan.leftOut.end(), isComplement);
  for (std::uint32_t i = 0; i < plan.devices.size(); ++i) {
    for (const plan::LineAppearance& appearance : plan.devices[i].lines) {
      phones_.try_emplace(appearance.line, plan::DeviceId{i});
    }
  }
  const Reading& first = reading(Negation::Keypad);
  for (std::uint32_t i = 0; i < plan.entries.size(); ++i) {
    if (!isCountable(first.expression(EntryId{i}))) ambiguous_.push_back(EntryId{i});
  }
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

const automata::Expression& CompiledPlan::leftOut(std::size_t entry, Negation negation) const {
  return reading(negation).leftOut(entry);
}

SearchList CompiledPlan::searchList(std::vector<PartitionId> partitions, Negation negation) const {
  return reading(negation).searchList(*this, std::move(partitions), negation);
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
