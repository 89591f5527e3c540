// A program run to its end, as a shell would run it, with what it wrote and how it ended.
//
//   const Finished run = runProcess({DIALSCOPE_CLI, "--version"});
//   run.status;   // 0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace dialscope::test {

struct Finished {
  int status = 0;   ///< exit status; 128 and the signal where one ended it
  std::string out;  ///< standard output; of a terminal both streams
  std::string err;  ///< standard error
  /// The most memory that it or a process of its own held, and no less than this process holds: the kernel counts from
  /// before it became another program.
  std::size_t peakKilobytes = 0;
};

enum class Output { Captured, Terminal, FullDisk };

struct Surroundings {
  std::vector<std::string> variables = {};  ///< "NAME=value", beside PATH and LC_ALL=C, and no others
  Output output = Output::Captured;
  std::string input = {};  ///< what it finds on standard input
};

/// Runs `command` in the repository's root. Throws std::runtime_error when it cannot
/// be started.
Finished runProcess(const std::vector<std::string>& command, const Surroundings& surroundings = {});

}  // namespace dialscope::test
