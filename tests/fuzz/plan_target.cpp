// Plans in any form: the text is recognised by what stands in it, so that this one target reaches every reader. A plan
// that comes of it answers a call, and every message can be worded.
#include "engine/report/message.h"
#include "engine/workspace/workspace.h"
#include "tests/fuzz/target.h"

using namespace dialscope;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // Hostile plans are walked side by side: the budget is another test's.
  const automata::Budget small{.rowsPerExpression = 1'000, .rowsPerList = 1'000, .rowsInAll = 10'000};
  const auto opened = workspace::Workspace::openText("fuzz", fuzz::textOf(data, size), small);
  if (!opened) {
    fuzz::require(!report::messageText(opened.error()).empty(),
                  "a text that is refused is refused for a reason");
    return 0;
  }
  for (const Diagnostic& diagnostic : opened->loaded().diagnostics) report::messageText(diagnostic);
  workspace::CallRequest request{.digits = "911"};
  if (!opened->plan().searchSpaces.empty()) request.searchSpaces = {opened->plan().searchSpaces[0].name};
  const auto trace = opened->dial(request);
  fuzz::require(!trace || !trace->hops.empty(), "a call has a hop");
  return 0;
}
