// A program run to its end, as a shell would run it, with what it wrote and how it ended.
//
//   const Finished run = runProcess({DIALSCOPE_CLI, "--version"});
//   run.status;   // 0
#pragma once

#include <string>
#include <vector>

namespace dialscope::test {

struct Finished {
  int status = 0;   ///< exit status; 128 and the signal where one ended it
  std::string out;  ///< standard output; of a terminal both streams
  std::string err;  ///< standard error
};

enum class Output { Captured, Terminal, FullDisk };

struct Surroundings {
  std::vector<std::string> variables = {};  ///< "NAME=value", beside PATH and LC_ALL=C, and no others
  Output output = Output::Captured;
};

/// Runs `command` in the repository's root with nothing on standard input. Throws std::runtime_error when it cannot
/// be started.
Finished runProcess(const std::vector<std::string>& command, const Surroundings& surroundings = {});

}  // namespace dialscope::test
