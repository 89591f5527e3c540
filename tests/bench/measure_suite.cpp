// A suite over the cluster. Its expectations are what a first run came to, written into it as `--update` does.
#include "engine/routing/walk_call.h"
#include "engine/workspace/suite.h"
#include "tests/bench/measure.h"
#include "tests/bench/plan_text.h"
#include "tests/bench/workload.h"

#include <fmt/format.h>
#include <oneapi/tbb/parallel_for.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <utility>

namespace dialscope::bench {

SuiteMeasure measureSuite(std::size_t rows) {
  const plan::Plan cluster = makeCluster();
  const auto folder = std::filesystem::temp_directory_path() / fmt::format("dialscope-bench-{}", ::getpid());
  std::filesystem::create_directory(folder);
  const std::string planFile = folder / "cluster.xml";
  std::ofstream(planFile) << writeDialPlan(cluster);

  const std::vector<DigitString> strings = makeDialedStrings(cluster, rows);
  std::string text = "name,css,dial,mode,fate,pattern,partition,called,unused,max_wait_ms\n";
  for (std::size_t i = 0; i < rows; ++i) {
    const std::string& css = cluster.searchSpaces[i % cluster.searchSpaces.size()].name;
    text +=
        fmt::format("row {},{},'{},{},?,?,?,?,?,?\n", i, css, strings[i].text(), i % 3 == 0 ? "bloc" : "");
  }
  Diagnostics aboutPlans;
  const auto asked = workspace::openSuiteText("bench", text);
  const auto answers = workspace::runSuites({*asked}, {.plans = {planFile}, .pin = true}, aboutPlans);
  text = workspace::withChanges(*asked, answers.front());

  SuiteMeasure measure{rows, cluster.entries.size(), cluster.searchSpaces.size()};
  std::optional<workspace::Suite> suite;
  measure.read = timed([&] { suite = std::move(*workspace::openSuiteText("bench", text)); });
  measure.run = timed([&] {
    measure.failed = report::failed(workspace::runSuites({*suite}, {.plans = {planFile}}, aboutPlans));
  });

  std::optional<workspace::Workspace> opened;
  measure.plan = timed([&] { opened = std::move(*workspace::Workspace::open({planFile})); });
  std::vector<routing::Call> calls;
  for (std::size_t i = 0; i < rows; ++i) {
    workspace::CallRequest request{
        .searchSpaces = {cluster.searchSpaces[i % cluster.searchSpaces.size()].name},
        .digits = strings[i].text(),
        .mode = i % 3 == 0 ? "bloc" : ""};
    calls.push_back(std::move(*opened->resolve(request)));
  }
  measure.walks = timed([&] {
    oneapi::tbb::parallel_for(std::size_t{0}, rows,
                              [&](std::size_t i) { routing::walkCall(opened->compiled(), calls[i]); });
  });
  std::filesystem::remove_all(folder);
  return measure;
}

}  // namespace dialscope::bench
