// The merged records of a plan and the texts that they are views into: the plan as it was written, whole and exact. The
// plan that routes calls is made from it (build_plan.h); whatever is written, compared or edited is this.
//
// Records are shared, not copied: a document that differs from another in one record is that record and a list of
// pointers.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/import/record.h"

#include <cstddef>
#include <deque>
#include <list>
#include <memory>
#include <string>
#include <vector>

namespace dialscope::import {

/// In the order in which their objects came first.
using Records = std::vector<std::shared_ptr<const Record>>;

/// What the records of a plan view into.
struct Texts {
  std::deque<SourceText> sources;  ///< in the order of reading
  std::list<std::string> joined;
};

struct Document {
  std::string name;
  Records records;
  std::shared_ptr<const Texts> texts;
  Diagnostics diagnostics;  ///< of reading and merging; building the plan has its own
  bool edited = false;      ///< records may no longer differ in their keys, as merged ones do
};

}  // namespace dialscope::import
