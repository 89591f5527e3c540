// The plan as a file: what is written, where it is not written, and that the hidden one dials alike.
#include "tests/cli/command_line.h"
#include "tests/support/files.h"

#include <unistd.h>

#include <filesystem>

namespace dialscope::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// A file name that nobody else has; the file goes with it.
class Scratch {
 public:
  explicit Scratch(const std::string& name)
      : path_((std::filesystem::temp_directory_path() / (std::to_string(::getpid()) + name)).string()) {
    std::filesystem::remove(path_);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { std::filesystem::remove(path_); }

  const std::string& path() const { return path_; }
  std::string text() const { return readFile(path_); }

 private:
  std::string path_;
};

TEST(Convert, WritesAPlanThatReadsTheSame) {
  const Scratch file("convert.xml");
  const Finished run = dialscope({"convert", "dialplans/preferred-architecture", "-o", file.path()});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err, "");
  const std::vector<std::string> call{"--css",        "SJCInternational", "--digits",
                                      "914085551234", "--format",         "json"};
  std::vector<std::string> before{"dial", "dialplans/preferred-architecture"};
  std::vector<std::string> after{"dial", file.path()};
  before.insert(before.end(), call.begin(), call.end());
  after.insert(after.end(), call.begin(), call.end());
  EXPECT_EQ(dialscope(before).out, dialscope(after).out);
  EXPECT_EQ(dialscope({"convert", file.path(), "-o", "-"}).out, file.text());
}

TEST(Convert, DoesNotWriteOverWhatItRead) {
  const Scratch file("input.xml");
  std::filesystem::copy_file(inRepository(kPlan), file.path());
  const std::string before = file.text();
  const Finished run = dialscope({"convert", file.path(), "-o", file.path()});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.err, HasSubstr("it is not written over"));
  EXPECT_EQ(file.text(), before);
}

TEST(Convert, SaysWhatItCannotWriteTo) {
  const Finished run = dialscope({"convert", kPlan, "-o", "/no/such/folder/plan.xml"});
  EXPECT_EQ(run.status, 70);
  EXPECT_THAT(run.err, HasSubstr("/no/such/folder/plan.xml cannot be written: No such file or directory"));
}

TEST(Convert, HidesNamesAndStillReadsBack) {
  const Finished run = dialscope({"convert", "dialplans/e164.xml", "--anonymize", "-o", "-"});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("<name>routePartition-1</name>"));
  EXPECT_THAT(run.out, Not(HasSubstr("Phones")));
}

TEST(Convert, HidesNoNumberingPlan) {
  const Finished run =
      dialscope({"convert", "dialplans/broken/pattern-with-at.xml", "--anonymize", "-o", "-"});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_THAT(run.err, HasSubstr("[cannot-hide-plan]"));
}

}  // namespace
}  // namespace dialscope::test
