// The commands, one file each. What is to be written, and the status, are returned; `batch` alone, a stream from end
// to end, reads and writes by itself.
#pragma once

#include "cli/arguments.h"
#include "cli/messages.h"
#include "cli/outcome.h"
#include "engine/report/style.h"

namespace dialscope::cli {

/// One call, start to end.
Outcome run(const DialArguments& arguments, const report::Style& style);

/// The same digits keyed one by one and sent en bloc.
Outcome run(const ReplayArguments& arguments, const report::Style& style);

/// Calls from standard input, answers to standard output, a line each.
Outcome run(const BatchArguments& arguments, const report::Style& style);

/// Calls with their expectations.
Outcome run(const TestArguments& arguments, const report::Style& style);

/// What was read from a plan.
Outcome run(const InspectArguments& arguments, const report::Style& style);

/// The merged plan as a file.
Outcome run(const ConvertArguments& arguments, const report::Style& style);

/// The rules that answers quote.
Outcome run(const RulesArguments& arguments, const report::Style& style);

inline Outcome run(const HelpText& help, const report::Style&) { return {ExitStatus::Done, help.text, {}}; }

inline Outcome run(const UsageProblem& problem, const report::Style&) {
  return {ExitStatus::Usage, {}, messageLine(problem)};
}

}  // namespace dialscope::cli
