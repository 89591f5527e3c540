#include "engine/import/names.h"

#include "engine/base/suggest.h"

#include <algorithm>

namespace dialscope::import {
bool NameTable::define(std::string_view name, std::uint32_t id) {
  return known_.emplace(name, Known{id, {}}).second;
}

std::optional<std::uint32_t> NameTable::find(std::string_view name) const {
  const auto found = known_.find(name);
  if (found == known_.end()) return std::nullopt;
  return found->second.id;
}

std::optional<std::uint32_t> NameTable::findDefined(std::string_view name) const {
  const auto found = known_.find(name);
  if (found == known_.end() || found->second.undefined) return std::nullopt;
  return found->second.id;
}

std::uint32_t NameTable::resolve(const Field& field, const Record& user, const Create& create) {
  auto found = known_.find(field.text);
  if (found == known_.end()) {
    const bool builtIn = std::find(builtIn_.begin(), builtIn_.end(), field.text) != builtIn_.end();
    Known known{create(field.text, builtIn), {}};
    if (!builtIn) {
      known.undefined = undefined_.size();
      undefined_.push_back({field.text, field.where(), user.title()});
    }
    found = known_.emplace(field.text, known).first;
  }
  if (found->second.undefined) ++undefined_[*found->second.undefined].uses;
  return found->second.id;
}

void NameTable::reportUndefined(Diagnostics& diagnostics) const {
  if (undefined_.empty()) return;
  std::vector<std::string> names(builtIn_.begin(), builtIn_.end());
  for (const auto& [name, known] : known_) {
    if (!known.undefined) names.emplace_back(name);
  }
  std::sort(names.begin(), names.end());
  std::size_t suggestions = 0;
  for (const Undefined& one : undefined_) {
    diagnostics.push_back({unknown_,
                           one.where,
                           {std::string(one.name), one.user, std::to_string(one.uses)},
                           suggestions++ < kMaxSuggestions ? closestName(one.name, names) : std::string()});
  }
}

}  // namespace dialscope::import
