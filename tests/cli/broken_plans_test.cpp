// The plans of dialplans/broken, each with a mistake of its own: what `inspect` says about them is kept word by word.
#include "tests/cli/command_line.h"
#include "tests/support/files.h"
#include "tests/support/golden.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace dialscope::test {
namespace {

std::vector<std::string> brokenPlans() {
  std::vector<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(inRepository("dialplans/broken"))) {
    names.push_back(file.path().stem());
  }
  std::sort(names.begin(), names.end());
  return names;
}

class BrokenPlan : public ::testing::TestWithParam<std::string> {};

TEST_P(BrokenPlan, IsToldAsItWas) {
  const std::string plan = "dialplans/broken/" + GetParam() + ".xml";
  const Finished run = dialscope({"inspect", plan});
  expectGolden("tests/golden/broken/" + GetParam() + ".txt", "$ dialscope inspect " + plan + "\n" + run.out +
                                                                 run.err + "[exit status " +
                                                                 std::to_string(run.status) + "]\n");
}

INSTANTIATE_TEST_SUITE_P(Plans, BrokenPlan, ::testing::ValuesIn(brokenPlans()), [](const auto& test) {
  std::string name = test.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace dialscope::test
