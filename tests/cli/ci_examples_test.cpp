// The jobs that docs/ci.md offers: what they run of Dialscope is run here, on a plan and a suite laid out as they expect.
// What builds it there has its place in `./dev demo` and is left out.
#include "tests/cli/command_line.h"
#include "tests/support/files.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

namespace dialscope::test {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::SizeIs;

// The lines of `run:` and `script:` that call Dialscope.
std::vector<std::string> commandsOf(const std::string& example) {
  std::vector<std::string> commands;
  std::istringstream lines(readFile("docs/examples/ci/" + example));
  for (std::string line; std::getline(lines, line);) {
    const auto at = line.find("dialscope test ");
    const std::string before = line.substr(0, std::min(at, line.size()));
    if (before.ends_with("run: ") || before.ends_with("    - ")) commands.push_back(line.substr(at));
  }
  return commands;
}

class CiExample : public ::testing::TestWithParam<const char*> {};

TEST_P(CiExample, GatesAChange) {
  const auto commands = commandsOf(GetParam());
  ASSERT_THAT(commands, SizeIs(1));
  const TemporaryFolder folder;
  folder.write("plan/site.xml", readFile(kPlan));
  const auto run = [&](const std::string& pattern) {
    folder.write("suites/lobby.csv", "name,css,dial,pattern\nkeyed,Phones,70012," + pattern + "\n");
    const std::string binaries = fs::path(DIALSCOPE_CLI).parent_path();
    return runProcess(
        {"sh", "-e", "-c",
         "cd " + folder.path().string() + "\nPATH=" + binaries + ":$PATH\n" + commands.front()});
  };

  const Finished good = run("7XXX");
  EXPECT_EQ(good.status, 0) << good.out << good.err;
  EXPECT_EQ(good.out, "");
  EXPECT_TRUE(fs::file_size(folder / "suites.xml") > 0);

  const Finished bad = run("700XX");
  EXPECT_EQ(bad.status, 1);
  EXPECT_THAT(bad.out, HasSubstr("FAIL  keyed  suites/lobby.csv:2"));
  EXPECT_THAT(readFile(folder / "suites.xml"), HasSubstr("failures=\"1\""));
}

INSTANTIATE_TEST_SUITE_P(Examples, CiExample, ::testing::Values("github.yml", "gitlab.yml"),
                         [](const auto& test) { return fs::path(test.param).stem().string(); });

}  // namespace
}  // namespace dialscope::test
