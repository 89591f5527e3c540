// What running a command comes to: two texts and an exit status. Commands are functions from arguments to an outcome;
// main.cpp alone writes to streams and ends the process.
#pragma once

#include <string>

namespace dialscope::cli {

/// The exit statuses that scripts may rely on. A call's fate is an answer, and no status.
enum class ExitStatus {
  Done = 0,
  Findings = 1,  ///< there is something to look at: an expectation that does not hold, a value that was lost,
                 ///< what `inspect --strict` names
  Usage = 2,     ///< the command line is wrong, or names what the plan does not have
  Unreadable = 3,   ///< no plan could be read, or no suite; for `inspect`, not all of the input
  NothingToDo = 4,  ///< the suites have no rows
  Internal = 70,    ///< the program is wrong, or the answer could not be written
};

struct Outcome {
  ExitStatus status = ExitStatus::Done;
  std::string answer;    ///< for standard output
  std::string messages;  ///< for standard error: whole lines
};

}  // namespace dialscope::cli
