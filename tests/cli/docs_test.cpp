// What the documents show is what the program prints: every command in a ```console block is run, and where its
// output is shown, the page is printed anew and compared.
#include "tests/cli/command_line.h"
#include "tests/support/files.h"
#include "tests/support/golden.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <sstream>

namespace dialscope::test {
namespace {

// A folder with all that the repository has, where a page's commands may write.
class Shell {
 public:
  Shell() {
    for (const auto& file : std::filesystem::directory_iterator(inRepository("")))
      std::filesystem::create_symlink(file.path(), folder_ / file.path().filename().string());
  }

  Finished run(const std::string& command) const {
    const std::string programs = std::filesystem::path(DIALSCOPE_CLI).parent_path();
    // Braces: the messages of every program of a pipe are part of what is seen.
    return runProcess(
        {"sh", "-c",
         "cd " + folder_.path().string() + "\nPATH=" + programs + ":$PATH\n{ " + command + "\n} 2>&1"});
  }

 private:
  TemporaryFolder folder_;
};

// A page as it should be: each command of a console block, followed by what it prints today.
class Page {
 public:
  explicit Page(const std::string& text) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) take(line);
  }

  const std::string& text() const { return text_; }

 private:
  void take(const std::string& line) {
    const bool fence = line.starts_with("```");
    if (command_.empty() || line.starts_with("$ ") || fence) {
      finish();
      if (fence) inBlock_ = line == "```console";
      if (inBlock_ && line.starts_with("$ ")) command_ = line.substr(2);
      text_ += line + "\n";
    } else if (command_.ends_with('\\')) {
      command_ += "\n" + line;
      text_ += line + "\n";
    } else {
      outputShown_ = true;  // replaced by today's
    }
  }

  void finish() {
    if (!command_.empty()) {
      const Finished run = shell_.run(command_);
      if (outputShown_) {
        text_ += run.out;
      } else {
        EXPECT_EQ(run.status, 0) << command_ << "\n" << run.out;
      }
    }
    command_.clear();
    outputShown_ = false;
  }

  Shell shell_;
  std::string text_;
  std::string command_;
  bool inBlock_ = false;
  bool outputShown_ = false;
};

std::vector<std::string> pages() {
  std::vector<std::string> paths{"README.md", "dialplans/README.md"};
  for (const auto& file : std::filesystem::recursive_directory_iterator(inRepository("docs"))) {
    if (file.path().extension() == ".md")
      paths.push_back("docs/" + file.path().lexically_relative(inRepository("docs")).string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

TEST(Docs, EveryShownOutputIsReal) {
  for (const std::string& path : pages()) {
    if (std::filesystem::exists(inRepository(path))) expectGolden(path, Page(readFile(path)).text());
  }
}

TEST(Docs, EveryCallToTryWorks) {
  const std::string page = readFile("dialplans/README.md");
  const std::regex command("`(dialscope (dial|replay|test|inspect|rules) [^`]+)`");
  const Shell shell;
  int commands = 0;
  for (std::sregex_iterator match(page.begin(), page.end(), command), end; match != end;
       ++match, ++commands) {
    const Finished run = shell.run((*match)[1]);
    EXPECT_EQ(run.status, 0) << (*match)[1] << "\n" << run.out;
  }
  EXPECT_GT(commands, 10);
}

TEST(Docs, TheRulesPageIsPrintedByTheProgram) {
  expectGolden("docs/semantics.md", dialscope({"rules", "--format", "markdown"}).out);
}

TEST(Docs, EveryOptionHasItsPlaceOnThePageOfItsCommand) {
  for (const std::string command : {"dial", "replay", "batch", "test", "inspect", "convert", "rules"}) {
    const std::string help = dialscope({command, "--help"}).out;
    const std::string page = readFile("docs/commands/" + command + ".md");
    const std::regex option("\n  (--[a-z0-9-]+)");
    for (std::sregex_iterator match(help.begin(), help.end(), option), end; match != end; ++match) {
      EXPECT_THAT(page, ::testing::HasSubstr("`" + (*match)[1].str())) << command;
    }
  }
}

}  // namespace
}  // namespace dialscope::test
