#include "tests/support/process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace dialscope::test {
namespace {

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

// Files rather than pipes: no reader is needed while the program runs.
File temporaryFile(const std::string& text = {}) {
  File file{std::tmpfile(), &std::fclose};
  if (!file || std::fwrite(text.data(), 1, text.size(), file.get()) != text.size())
    throw std::runtime_error("no temporary file");
  std::rewind(file.get());
  return file;
}

std::string readAll(std::FILE* file) {
  std::string text;
  char buffer[4096];
  std::rewind(file);
  while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, file)) text.append(buffer, count);
  return text;
}

std::vector<char*> pointersTo(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

int statusOf(int waited) { return WIFSIGNALED(waited) ? 128 + WTERMSIG(waited) : WEXITSTATUS(waited); }

// The near end of a new pseudo terminal; `farEnd` is the name of what the program writes to.
int openTerminal(std::string& farEnd) {
  const int terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (terminal < 0 || grantpt(terminal) != 0 || unlockpt(terminal) != 0)
    throw std::runtime_error("no pseudo terminal");
  farEnd = ptsname(terminal);
  return terminal;
}

std::string readTerminal(int terminal) {
  std::string text;
  char buffer[4096];
  for (ssize_t count = 0; (count = read(terminal, buffer, sizeof buffer)) > 0;) {
    text.append(buffer, static_cast<std::size_t>(count));
  }
  close(terminal);
  return text;
}

}  // namespace

Finished runProcess(const std::vector<std::string>& command, const Surroundings& surroundings) {
  const File in = temporaryFile(surroundings.input);
  const File out = temporaryFile();
  const File err = temporaryFile();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addchdir_np(&actions, DIALSCOPE_SOURCE_DIR);
  posix_spawn_file_actions_adddup2(&actions, fileno(in.get()), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, fileno(err.get()), STDERR_FILENO);
  int terminal = -1;
  std::string farEnd;
  switch (surroundings.output) {
  case Output::Captured: posix_spawn_file_actions_adddup2(&actions, fileno(out.get()), STDOUT_FILENO); break;
  case Output::FullDisk:
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/full", O_WRONLY, 0);
    break;
  case Output::Terminal:
    terminal = openTerminal(farEnd);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, farEnd.c_str(), O_WRONLY | O_NOCTTY, 0);
    break;
  }
  std::vector<std::string> arguments = command;
  std::vector<std::string> variables = surroundings.variables;
  const char* path = std::getenv("PATH");
  variables.push_back(std::string("PATH=") + (path == nullptr ? "/usr/bin:/bin" : path));
  variables.emplace_back("LC_ALL=C");
  pid_t process = 0;
  const int failed = posix_spawnp(&process, command.front().c_str(), &actions, nullptr,
                                  pointersTo(arguments).data(), pointersTo(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw std::runtime_error("cannot start " + command.front());
  Finished finished;
  if (terminal >= 0) finished.out = readTerminal(terminal);
  int waited = 0;
  rusage used{};
  wait4(process, &waited, 0, &used);
  finished.status = statusOf(waited);
  finished.peakKilobytes = static_cast<std::size_t>(used.ru_maxrss);
  if (terminal < 0) finished.out = readAll(out.get());
  finished.err = readAll(err.get());
  return finished;
}

}  // namespace dialscope::test
