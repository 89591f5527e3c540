// From files to a plan: the one door of this layer.
//
//   Result<LoadedPlan> loaded = loadPlan({"dialplans/site.xml", "axl-export/"});
//   loaded->plan.findSearchSpace("Phones");
//
// A file is recognised by what stands in it, never by its name. Three steps, each in a file of its own: a reader turns
// a document into records (record.h), records of one object are merged into one (merge.h), and the plan is built from
// what is left (build_plan.h). Whatever is wrong in a text is collected and reading goes on; there is no result only
// where nothing at all could be read.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/base/result.h"
#include "engine/import/document.h"
#include "engine/plan/plan.h"

#include <cstddef>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::import {

/// The largest file that is read, in bytes. A larger one is refused before any of it is read.
inline constexpr std::size_t kMaxFileSize = std::size_t{256} << 20U;

struct ObjectCount {
  std::string object;  ///< AXL's word: "routePattern"
  std::size_t count = 0;
};

struct LoadedPlan {
  Document document;
  plan::Plan plan;                        ///< made of the document
  std::vector<std::size_t> entryRecords;  ///< for each entry, which of the document's records it comes from
  Diagnostics diagnostics;  ///< in the order of reading: file (texts of one name are one), line, column
  std::vector<ObjectCount> objects;       ///< after merging; kinds that do not occur are not listed
  std::vector<std::string> filesRead;     ///< names as the user gave them
  std::vector<std::string> filesSkipped;  ///< files of a folder or an archive that are no plan
  std::vector<std::string> releases;      ///< of CUCM, as the exports among the files name them
};

/// Reads files and folders and merges them into one plan. A folder is read recursively, sorted by name, links not
/// followed; what is no plan in it is skipped. An archive is read as a folder is. A file reached twice is read once.
/// With nothing to read the error is the first thing that went wrong, and `alsoWrong`, where given, takes the rest.
/// Asked to stop it soon fails, with an error that means nothing.
Result<LoadedPlan> loadPlan(const std::vector<std::string>& paths, Diagnostics* alsoWrong = nullptr,
                            std::stop_token stop = {});

/// The same for one text; messages call it `name`.
Result<LoadedPlan> loadPlanText(std::string_view name, std::string_view text,
                                Diagnostics* alsoWrong = nullptr);

/// Makes anew what follows from `loaded.document`: the plan, the counts, the messages.
void rebuild(LoadedPlan& loaded);

}  // namespace dialscope::import
