// A file is replaced as a whole, wherever it really lies.
#include "engine/import/write_file.h"

#include "tests/support/files.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace dialscope::import {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

class WriteFile : public testing::Test {
 protected:
  std::string path(const std::string& name) const { return folder_ / name; }
  std::string textOf(const std::string& name) const { return test::readFile(path(name)); }
  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& entry : fs::directory_iterator(folder_.path())) all.push_back(entry.path().filename());
    std::sort(all.begin(), all.end());
    return all;
  }

  test::TemporaryFolder folder_;
};

TEST_F(WriteFile, ReplacesAndLeavesNothingBeside) {
  std::ofstream(path("a")) << "old and longer";
  fs::permissions(path("a"), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_FALSE(writeFile(path("a"), "new"));
  EXPECT_EQ(textOf("a"), "new");
  EXPECT_EQ(fs::status(path("a")).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_FALSE(writeFile(path("b"), "made"));
  EXPECT_EQ(textOf("b"), "made");
  EXPECT_THAT(names(), ElementsAre("a", "b"));
}

TEST_F(WriteFile, ALinkStaysOne) {
  fs::create_directory(folder_ / "real");
  std::ofstream(path("real/a")) << "old";
  fs::create_symlink("real/a", path("link"));
  EXPECT_FALSE(writeFile(path("link"), "new"));
  EXPECT_TRUE(fs::is_symlink(path("link")));
  EXPECT_EQ(textOf("real/a"), "new");
  EXPECT_THAT(names(), ElementsAre("link", "real"));
}

TEST_F(WriteFile, SaysWhyItCannot) {
  const auto problem = writeFile(path("no/such/folder"), "new");
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->code, DiagnosticCode::FileUnwritable);
  fs::create_directory(folder_ / "folder");
  EXPECT_TRUE(writeFile(path("folder"), "new"));
  EXPECT_THAT(names(), ElementsAre("folder"));
}

TEST_F(WriteFile, ADeviceIsWrittenToAndStays) {
  EXPECT_FALSE(writeFile("/dev/null", "new"));
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
  const auto full = writeFile("/dev/full", "new");
  ASSERT_TRUE(full);
  EXPECT_EQ(full->arguments[0], "No space left on device");
}

TEST_F(WriteFile, ANewFileHasTheRightsOfNewFiles) {
  const mode_t before = ::umask(077);
  EXPECT_FALSE(writeFile(path("a"), "secret"));
  ::umask(before);
  EXPECT_EQ(fs::status(path("a")).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(WriteFile, ALinkToNothingYetMakesIt) {
  fs::create_directory(folder_ / "real");
  fs::create_symlink("real/a", path("first"));
  fs::create_symlink("first", path("second"));
  EXPECT_FALSE(writeFile(path("second"), "new"));
  EXPECT_TRUE(fs::is_symlink(path("second")));
  EXPECT_TRUE(fs::is_symlink(path("first")));
  EXPECT_EQ(textOf("real/a"), "new");
  fs::create_symlink("round", path("round"));
  EXPECT_TRUE(writeFile(path("round"), "new"));
}

}  // namespace
}  // namespace dialscope::import
