// Which layer may include which, and what stays out of the engine (docs/architecture.md).
#include "tests/support/files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>

namespace dialscope {
namespace {

const std::map<std::string, std::set<std::string>> kMayInclude{
    {"base", {"base"}},
    {"pattern", {"base", "pattern"}},
    {"automata", {"base", "pattern", "automata"}},
    {"plan", {"base", "pattern", "plan"}},
    {"import", {"base", "pattern", "plan", "import"}},
    {"routing", {"base", "pattern", "automata", "plan", "routing"}},
    {"question", {"base", "pattern", "automata", "plan", "routing", "question"}},
    {"report", {"base", "pattern", "automata", "plan", "import", "routing", "question", "report"}},
    {"workspace",
     {"base", "pattern", "automata", "plan", "import", "routing", "question", "report", "workspace"}},
};

// The same for the folders of the window; of the engine it sees the workspace, the words and the values.
const std::map<std::string, std::set<std::string>> kWindowMayInclude{
    {"models", {"models"}},
    {"views", {"models", "views"}},
    {"app", {"models", "views", "app"}},
};

// Layer and text of every source of the engine, or of another folder that is made of layers.
std::map<std::string, std::pair<std::string, std::string>> sources(const std::string& folder = "engine") {
  namespace fs = std::filesystem;
  std::map<std::string, std::pair<std::string, std::string>> found;
  const fs::path root = test::inRepository("");
  for (const auto& file : fs::recursive_directory_iterator(root / folder)) {
    const auto extension = file.path().extension();
    if (extension != ".h" && extension != ".cpp") continue;
    const std::string path = fs::relative(file.path(), root).generic_string();
    const std::size_t start = path.find('/') + 1;
    found[path] = {path.substr(start, path.find('/', start) - start), test::readFile(path)};
  }
  return found;
}

std::vector<std::string> included(const std::string& text) {
  static const std::regex kInclude(R"re((?:^|\n)\s*#\s*include\s*[<"]([^>"]+)[>"])re");
  std::vector<std::string> headers;
  for (std::sregex_iterator i(text.begin(), text.end(), kInclude), end; i != end; ++i)
    headers.push_back((*i)[1]);
  return headers;
}

TEST(Layers, NoUpwardInclude) {
  std::set<std::string> layers;
  for (const auto& [path, source] : sources()) {
    const auto& [layer, text] = source;
    ASSERT_TRUE(kMayInclude.contains(layer)) << path << ": a layer that the table does not have";
    layers.insert(layer);
    for (const std::string& header : included(text)) {
      EXPECT_FALSE(header.starts_with("cli/") || header.starts_with("gui/") || header.starts_with("tests/"))
          << path << " includes " << header;
      if (!header.starts_with("engine/")) continue;
      const std::string other = header.substr(7, header.find('/', 7) - 7);
      EXPECT_TRUE(kMayInclude.at(layer).contains(other)) << path << " includes " << header;
    }
  }
  EXPECT_EQ(layers.size(), kMayInclude.size());
}

TEST(Layers, TheWindowLooksDownOnly) {
  for (const auto& [path, source] : sources("gui")) {
    const auto& [layer, text] = source;
    ASSERT_TRUE(kWindowMayInclude.contains(layer)) << path << ": a layer that the table does not have";
    for (const std::string& header : included(text)) {
      EXPECT_FALSE(header.starts_with("cli/") || header.starts_with("tests/"))
          << path << " includes " << header;
      // Analysis is asked for through the workspace, and files are read by it.
      EXPECT_FALSE(header.starts_with("engine/automata/")) << path << " includes " << header;
      if (!header.starts_with("gui/")) continue;
      const std::string other = header.substr(4, header.find('/', 4) - 4);
      EXPECT_TRUE(kWindowMayInclude.at(layer).contains(other)) << path << " includes " << header;
    }
  }
}

TEST(Layers, ForeignLibrariesKeepToTheirPlaces) {
  for (const auto& [path, source] : sources()) {
    const auto& [layer, text] = source;
    for (const std::string& header : included(text)) {
      EXPECT_FALSE(header.starts_with("CLI/")) << path << " includes " << header;
      EXPECT_FALSE(header.starts_with("Q") || header.starts_with("Qt")) << path << " includes " << header;
      EXPECT_TRUE(!header.starts_with("boost/graph/") || (layer == "question" && path.ends_with(".cpp")))
          << path;
      EXPECT_TRUE(header != "pugixml.hpp" || layer == "import" || layer == "report") << path;
    }
  }
}

// The engine returns values; whoever called prints them.
TEST(Layers, NothingPrints) {
  const std::set<std::string> streams{"iostream", "print", "syncstream", "fmt/ostream.h"};
  const std::vector<std::string> calls{"std::cout", "std::cerr", "std::clog", "fmt::print(", "std::printf(",
                                       " printf(",  "fprintf(",  "fputs(",    "std::puts(",  "std::putchar("};
  for (const auto& [path, source] : sources()) {
    for (const std::string& header : included(source.second)) {
      EXPECT_FALSE(streams.contains(header)) << path << " includes " << header;
    }
    for (const std::string& call : calls)
      EXPECT_EQ(source.second.find(call), std::string::npos) << path << " calls " << call;
  }
}

// A test that no target names is never run.
TEST(Sources, EveryTestIsBuilt) {
  namespace fs = std::filesystem;
  const fs::path root = test::inRepository("");
  for (const auto& file : fs::recursive_directory_iterator(root / "tests")) {
    if (!file.path().filename().string().ends_with("_test.cpp")) continue;
    fs::path target = file.path().parent_path();
    while (!fs::exists(target / "CMakeLists.txt")) target = target.parent_path();
    const std::string name = fs::relative(file.path(), target).generic_string();
    EXPECT_NE(test::readFile(target / "CMakeLists.txt").find(name), std::string::npos)
        << file.path() << " is in no CMakeLists.txt";
  }
}

// The reference matcher is worth something only as long as it knows nothing of what it checks.
TEST(Layers, TheReferenceMatcherIncludesNothingOfTheEngine) {
  for (const char* path :
       {"tests/differential/reference_matcher.h", "tests/differential/reference_matcher.cpp"}) {
    for (const std::string& header : included(test::readFile(path))) {
      EXPECT_TRUE(header.find('/') == std::string::npos) << path << " includes " << header;
    }
    const std::string text = test::readFile(path);
    EXPECT_LT(std::count(text.begin(), text.end(), '\n'), 100) << path << " is to stay plain";
  }
}

}  // namespace
}  // namespace dialscope
