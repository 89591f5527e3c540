// `inspect` and its statuses: findings are a failure with `--strict`, unread input always, and a call is not bothered.
#include "tests/cli/command_line.h"
#include "tests/support/files.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace dialscope::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string kSuspicious = "tests/conformance/plans/discard.xml";

TEST(InspectStrict, FailsOnFindingsOnly) {
  EXPECT_EQ(dialscope({"inspect", "--strict", "dialplans/preferred-architecture"}).status, 0);
  EXPECT_EQ(dialscope({"inspect", "--strict", "dialplans/broken/unknown-css.xml"}).status, 1);
  EXPECT_EQ(dialscope({"inspect", "--strict", "dialplans/broken/second-dot.xml"}).status, 1);
  EXPECT_EQ(dialscope({"inspect", "dialplans/broken/second-dot.xml"}).status, 0);
  EXPECT_EQ(dialscope({"inspect", "--strict", "no-such-file.xml"}).status, 3);
}

// The report is of what was read, and the status says that there was more.
TEST(Inspect, InputThatIsNotReadIsNoSuccess) {
  const Finished missing = dialscope({"inspect", "dialplans/bang.xml", "no-such-file.xml"});
  EXPECT_EQ(missing.status, 3);
  EXPECT_THAT(missing.out, HasSubstr("transPattern"));
  EXPECT_THAT(missing.out, HasSubstr("[file-not-found]"));

  const TemporaryFolder folder;
  const std::string cut = folder.write("cut.tar", readFile("tests/data/pa_bat.tar").substr(0, 20'000));
  const Finished damaged = dialscope({"inspect", cut});
  EXPECT_EQ(damaged.status, 3);
  EXPECT_THAT(damaged.out, HasSubstr("routePartition"));
  EXPECT_THAT(damaged.out, HasSubstr("[archive-damaged]"));
}

TEST(InspectStrict, CountsWhatIsSuspiciousAndNoNotes) {
  const Finished suspicious = dialscope({"inspect", "--strict", kSuspicious});
  EXPECT_EQ(suspicious.status, 1);
  EXPECT_THAT(suspicious.out, HasSubstr("[discard-without-dot]"));
  const Finished notes = dialscope({"inspect", "--strict", "tests/data/axl/list_empty.xml"});
  EXPECT_EQ(notes.status, 0);
}

TEST(InspectStrict, FailsInEveryForm) {
  const Finished inJson = dialscope({"inspect", "--strict", "--format", "json", kSuspicious});
  EXPECT_EQ(inJson.status, 1);
  const auto document = nlohmann::json::parse(inJson.out);
  ASSERT_FALSE(document["suspicious"].empty());
  EXPECT_EQ(document["suspicious"][0]["severity"], "suspicious");
  EXPECT_EQ(dialscope({"inspect", "--strict", "--list", "patterns", kSuspicious}).status, 1);
}

TEST(InspectStrict, CallsAreNotBothered) {
  const Finished run = dialscope({"dial", kSuspicious, "--css", "nodot", "--digits", "911"});
  EXPECT_THAT(run.err, Not(HasSubstr("suspicious")));
  EXPECT_THAT(run.err, Not(HasSubstr("[notes]")));
}

}  // namespace
}  // namespace dialscope::test
