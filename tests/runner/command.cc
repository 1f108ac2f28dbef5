#include "runner/command.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <thread>
#include <vector>

namespace catalog::runner {
namespace {

[[noreturn]] void fail(const char* doing) {
  throw std::system_error(errno, std::generic_category(), doing);
}

/// Output goes to a file, not a pipe: a process left behind cannot hold up
/// the end, and no reader is needed while the command runs.
class OutputFile {
 public:
  OutputFile() {
    std::string name =
        std::filesystem::temp_directory_path() / "catalog-output-XXXXXX";
    descriptor_ = mkostemp(name.data(), O_APPEND | O_CLOEXEC);
    if (descriptor_ < 0) fail("make a file for the output");
    unlink(name.c_str());
  }
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile() { close(descriptor_); }

  int descriptor() const { return descriptor_; }

  std::string text() const {
    std::string text;
    std::array<char, 1 << 16> buffer;
    for (off_t at = 0;;) {
      const ssize_t got = pread(descriptor_, buffer.data(), buffer.size(), at);
      if (got < 0) fail("read the output");
      if (got == 0) return text;
      text.append(buffer.data(), static_cast<std::size_t>(got));
      at += got;
    }
  }

 private:
  int descriptor_;
};

/// Only calls that are safe after fork; 126 is what a shell says too.
[[noreturn]] void become(const char* text, const char* folder, int output,
                         char* const environment[]) {
  setpgid(0, 0);
  umask(022);
  const int input = open("/dev/null", O_RDONLY);
  if (input < 0 || dup2(input, 0) < 0 || dup2(output, 1) < 0 ||
      dup2(output, 2) < 0 || chdir(folder) != 0)
    _exit(126);
  const char* const arguments[] = {"sh", "-c", text, nullptr};
  execve("/bin/sh", const_cast<char* const*>(arguments), environment);
  _exit(126);
}

}  // namespace

Outcome run(const std::string& text, const Setting& setting) {
  std::vector<std::string> pairs;
  for (const auto& [name, value] : setting.environment)
    pairs.push_back(name + "=" + value);
  std::vector<char*> environment;
  for (std::string& pair : pairs) environment.push_back(pair.data());
  environment.push_back(nullptr);
  const OutputFile output;

  const pid_t child = fork();
  if (child < 0) fail("start a process");
  if (child == 0)
    become(text.c_str(), setting.folder.c_str(), output.descriptor(),
           environment.data());
  setpgid(child, child);

  Outcome outcome;
  const auto end = std::chrono::steady_clock::now() + setting.limit;
  int status = 0;
  while (waitpid(child, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() >= end) {
      outcome.timed_out = true;
      kill(-child, SIGKILL);
      waitpid(child, &status, 0);
      break;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  kill(-child, SIGKILL);
  outcome.exit_code =
      WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  outcome.output = output.text();
  return outcome;
}

}  // namespace catalog::runner
