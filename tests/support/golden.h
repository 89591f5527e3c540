// Text that is the product, kept in a file. DIALSCOPE_UPDATE=1 writes what is there today in place of what was
// expected; read the difference before it is committed.
#pragma once

#include "tests/support/files.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace dialscope::test {

/// Expects that the file at `path`, relative to the repository's root, holds `text`.
inline void expectGolden(const std::string& path, const std::string& text) {
  if (std::getenv("DIALSCOPE_UPDATE") != nullptr) {
    std::filesystem::create_directories(std::filesystem::path(inRepository(path)).parent_path());
    std::ofstream(inRepository(path), std::ios::binary) << text;
  }
  ASSERT_TRUE(std::filesystem::exists(inRepository(path)))
      << path << " is missing; DIALSCOPE_UPDATE=1 writes it";
  EXPECT_EQ(readFile(path), text) << path;
}

}  // namespace dialscope::test
