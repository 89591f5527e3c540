#include "engine/report/message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

namespace dialscope::report {
namespace {

SourcePosition place(std::size_t line, std::size_t column) { return {fileNamed("plan.xml"), line, column}; }

TEST(Message, HasOneSlugInKebabCaseForEveryCode) {
  std::set<std::string_view> slugs;
  for (std::size_t i = 0; i < kDiagnosticCodeCount; ++i) {
    const std::string_view slug = slugOf(static_cast<DiagnosticCode>(i));
    EXPECT_THAT(std::string(slug), testing::MatchesRegex("[a-z0-9]+(-[a-z0-9]+)*"));
    EXPECT_TRUE(slugs.insert(slug).second) << slug;
  }
}

// Every placeholder takes an argument, and words stand around it.
TEST(Message, TakesItsArguments) {
  for (std::size_t i = 0; i < kDiagnosticCodeCount; ++i) {
    const Diagnostic diagnostic{static_cast<DiagnosticCode>(i), {}, {"A0", "A1", "A2", "A3", "A4"}, {}};
    const std::string text = messageText(diagnostic);
    EXPECT_GT(text.size(), 8U) << slugOf(diagnostic.code);
    EXPECT_EQ(text.find_first_of("{}"), std::string::npos) << text;
    EXPECT_FALSE(messageText({diagnostic.code, {}, {}, {}}).empty());
  }
}

TEST(Message, IsOneLineWithItsPlace) {
  const DiagnosticCode code = DiagnosticCode::PatternSetEmpty;
  const std::string text = "error: there is nothing between the brackets [pattern-set-empty]";
  EXPECT_EQ(renderDiagnostic({code, place(7, 21), {}, {}}), "plan.xml:7:21: " + text);
  EXPECT_EQ(renderDiagnostic({code, place(7, 0), {}, {}}), "plan.xml:7: " + text);
  EXPECT_EQ(renderDiagnostic({code, place(0, 0), {}, {}}), "plan.xml: " + text);
  EXPECT_EQ(renderDiagnostic({code, {}, {}, {}}), "dialscope: " + text);
}

TEST(Message, AsksWhetherSomethingElseWasMeant) {
  EXPECT_EQ(renderDiagnostic({DiagnosticCode::UnknownLine, place(1, 2), {"1001@P", "phone \"S\""}, "1002@P"}),
            "plan.xml:1:2: warning: phone \"S\" has line 1001@P, which is never defined; the phone goes "
            "without it; "
            "did you mean \"1002@P\"? [unknown-line]");
}

TEST(Message, IsSafeWhateverStandsInTheFile) {
  const std::string text = messageText({DiagnosticCode::PatternCharacter, {}, {"\x1B[2J\n{}"}, {}});
  EXPECT_EQ(text, "\"\\x1B[2J\\x0A{}\" cannot stand in a pattern");
  const std::string cut =
      messageText({DiagnosticCode::PatternCharacter, {}, {std::string(399, 'a') + "\xC3\xBC"}, {}});
  EXPECT_EQ(cut, "\"" + std::string(399, 'a') + "...\" cannot stand in a pattern");
}

}  // namespace
}  // namespace dialscope::report
