// Runs a fuzz target without a fuzzer: over each seed as it stands, cut short at several places, and changed at random
// a fixed number of times. The changes come from a generator with a fixed seed: every run does the same.
//
//   plan_replay 500 tests/fuzz/seeds/plan dialplans/plar.xml
#include "tests/fuzz/target.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

std::string bytesOf(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> filesIn(const std::vector<std::string>& arguments) {
  std::vector<fs::path> files;
  for (const std::string& argument : arguments) {
    if (!fs::is_directory(argument)) {
      files.emplace_back(argument);
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(argument)) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

// A buffer of exactly the size, so that AddressSanitizer sees a read beyond its end.
void feed(const std::string& bytes) {
  const std::vector<std::uint8_t> exact(bytes.begin(), bytes.end());
  LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

// std::mt19937_64 is the same everywhere, the distributions of <random> are not.
class Changes {
 public:
  std::string changed(std::string bytes, const std::string& other) {
    for (std::size_t i = 1 + below(4); i > 0; --i) change(bytes, other);
    return bytes;
  }

 private:
  std::size_t below(std::size_t limit) {
    return limit == 0 ? 0 : static_cast<std::size_t>(generator_() % limit);
  }

  void change(std::string& bytes, const std::string& other) {
    static const std::string kOdd = "\0\"'<>&;,=\n\r\t /\\[]^.!@#*+X0\xFF\xC3\xEF"s;
    const std::size_t at = below(bytes.size() + 1);
    const std::size_t length = std::min(below(16), bytes.size() - at);
    switch (below(6)) {
    case 0: bytes.insert(at, 1, kOdd[below(kOdd.size())]); break;
    case 1:
      if (at < bytes.size()) bytes[at] = kOdd[below(kOdd.size())];
      break;
    case 2: bytes.erase(at, length); break;
    case 3: bytes.insert(at, bytes.substr(at, length)); break;
    case 4: {
      const std::size_t from = below(other.size());
      bytes.insert(at, other.substr(from, below(64)));
      break;
    }
    default:
      if (at < bytes.size()) bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
    }
  }

  std::mt19937_64 generator_{20'261'124};
};

int run(const std::vector<std::string>& arguments, std::size_t changes) {
  const std::vector<fs::path> files = filesIn(arguments);
  if (files.empty()) {
    std::fprintf(stderr, "replay: there are no seeds\n");
    return 1;
  }
  std::vector<std::string> seeds;
  for (const fs::path& file : files) seeds.push_back(bytesOf(file));
  feed("");
  for (const std::string& seed : seeds) {
    feed(seed);
    for (std::size_t part = 1; part < 8; ++part) feed(seed.substr(0, seed.size() * part / 8));
  }
  Changes random;
  for (std::size_t i = 0; i < changes; ++i) {
    feed(random.changed(seeds[i % seeds.size()], seeds[(i * 7 + 3) % seeds.size()]));
  }
  std::printf("%zu seeds, %zu changed inputs\n", seeds.size(), changes);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: %s CHANGES SEED...\n", argv[0]);
    return 2;
  }
  try {
    return run({argv + 2, argv + argc}, std::strtoul(argv[1], nullptr, 10));
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "replay: %s\n", problem.what());
    return 1;
  }
}
