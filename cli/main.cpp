// dialscope: the command line. Reads the arguments, runs one command, writes its two texts, ends with its status.
#include "cli/arguments.h"
#include "cli/commands/commands.h"
#include "cli/messages.h"
#include "cli/terminal.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <string>
#include <variant>
#include <vector>

namespace {

using namespace dialscope;

bool write(std::FILE* stream, const std::string& text) {
  return std::fwrite(text.data(), 1, text.size(), stream) == text.size() && std::fflush(stream) == 0;
}

int fail(const std::string& text, const char* slug) {
  write(stderr, cli::messageLine(report::Severity::Error, text, slug));
  return static_cast<int>(cli::ExitStatus::Internal);
}

int runAndWrite(const std::vector<std::string>& arguments) {
  const report::Style style = cli::styleOfStandardOutput();
  const cli::Command command = cli::parseArguments(arguments);
  const cli::Outcome outcome = std::visit([&](const auto& one) { return cli::run(one, style); }, command);
  write(stderr, outcome.messages);
  if (!write(stdout, outcome.answer)) {
    return fail(std::string("the answer cannot be written: ") + std::strerror(errno), "output");
  }
  return static_cast<int>(outcome.status);
}

}  // namespace

int main(int argc, char** argv) {
  // A reader that has seen enough, as `head`, ends the program without a word, whatever the parent had set.
  std::signal(SIGPIPE, SIG_DFL);
  try {
    return runAndWrite({argv + (argc > 0 ? 1 : 0), argv + argc});
  } catch (const std::exception& exception) {
    return fail(std::string("this should not have happened: ") + exception.what(), "internal");
  } catch (...) {
    return fail("this should not have happened", "internal");
  }
}
