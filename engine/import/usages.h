// What a pattern is used for: the database's word, the number it stands for, and what it is in AXL and in a plan.
//
//   findUsage("Translation")->element;        // "transPattern"
//   findUsage("Translation Pattern")->word;   // "Translation": what the route plan report's page calls it
//   usageNumbered(3)->word;                   // "Translation": tkpatternusage
#pragma once

#include "engine/plan/plan.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace dialscope::import {

struct Usage {
  std::string_view word;  ///< of XPatternUsage
  /// The object of AXL; `routePlan` for patterns that other clusters have taught this one, which no other object shows;
  /// empty for what plays no part here.
  std::string_view element;
  std::string_view pageWords;           ///< what the route plan report calls it besides, parted by `|`
  std::optional<plan::EntryKind> kind;  ///< where it is another than that of the element's other patterns
};

/// By the database's word or the page's; blanks, hyphens and capitals differ between releases and do not matter. Null
/// for a word that is none.
const Usage* findUsage(std::string_view word);

/// Null for a number that no usage has.
const Usage* usageNumbered(std::size_t number);

}  // namespace dialscope::import
