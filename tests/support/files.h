// Files of the repository, whatever the working directory.
#pragma once

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace dialscope::test {

/// `path`, relative to the repository's root, made absolute.
inline std::string inRepository(const std::string& path) {
  return path.starts_with('/') ? path : std::string(DIALSCOPE_SOURCE_DIR) + "/" + path;
}

/// All of a file's text. Throws std::runtime_error when it cannot be opened.
inline std::string readFile(const std::string& path) {
  std::ifstream file(inRepository(path), std::ios::binary);
  if (!file) throw std::runtime_error("cannot open " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace dialscope::test
