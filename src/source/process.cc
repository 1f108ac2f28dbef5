#include "source/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "source/descriptor.h"
#include "source/failure.h"

namespace catalog::source {
namespace {

constexpr std::size_t most_error_bytes = 4096;

struct Pipe {
  Descriptor read;
  Descriptor write;
};

Pipe pipe_for(const std::string& program) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) fail_errno("run", "运行", program);
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

/// A file without a name that holds the input: no pipe to be stuck on.
Descriptor input_file(std::string_view input, const std::string& program) {
  std::FILE* const file = std::tmpfile();
  if (file == nullptr) fail_errno("run", "运行", program);
  const bool is_written =
      (input.empty() ||
       std::fwrite(input.data(), 1, input.size(), file) == input.size()) &&
      std::fflush(file) == 0 && std::fseek(file, 0, SEEK_SET) == 0;
  Descriptor copy(::fcntl(::fileno(file), F_DUPFD_CLOEXEC, 3));
  std::fclose(file);
  if (!is_written || !copy) fail_errno("run", "运行", program);
  return copy;
}

/// Its environment: ours, and nothing that asks or writes.
std::vector<std::string> environment() {
  std::vector<std::string> all;
  for (char** at = environ; *at != nullptr; ++at) all.emplace_back(*at);
  for (const char* each : {"GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0",
                           "GIT_NO_LAZY_FETCH=1", "LC_ALL=C"})
    all.emplace_back(each);
  return all;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (std::string& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

/// Takes what there is to read; whether there may be more.
bool take(Descriptor& from, std::string& to, std::uint64_t limit) {
  std::array<char, 1 << 16> buffer;
  const ssize_t count = ::read(from.get(), buffer.data(), buffer.size());
  if (count < 0 && errno == EINTR) return true;
  if (count <= 0) return false;
  const auto room = limit > to.size() ? limit - to.size() : 0;
  to.append(buffer.data(),
            std::min<std::size_t>(static_cast<std::size_t>(count), room + 1));
  return true;
}

/// Reads both streams to their ends, or until there is too much.
void listen(Descriptor output, Descriptor errors, std::uint64_t limit,
            Outcome& outcome) {
  std::array<pollfd, 2> waiting{
      {{output.get(), POLLIN, 0}, {errors.get(), POLLIN, 0}}};
  while (waiting[0].fd >= 0 || waiting[1].fd >= 0) {
    if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) break;
    if (waiting[0].revents != 0 && !take(output, outcome.output, limit))
      waiting[0].fd = -1;
    if (waiting[1].revents != 0) {
      std::string said;
      if (!take(errors, said, 1 << 16)) waiting[1].fd = -1;
      if (outcome.errors.size() < most_error_bytes) outcome.errors += said;
    }
    if (outcome.output.size() > limit) {
      outcome.is_too_large = true;
      return;
    }
  }
}

}  // namespace

Outcome run_program(const std::vector<std::string>& words,
                    std::string_view input, std::uint64_t limit) {
  const std::string& program = words.front();
  const Descriptor from = input_file(input, program);
  Pipe output = pipe_for(program), errors = pipe_for(program);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, from.get(), 0);
  posix_spawn_file_actions_adddup2(&actions, output.write.get(), 1);
  posix_spawn_file_actions_adddup2(&actions, errors.write.get(), 2);
  std::vector<std::string> arguments = words, variables = environment();
  Outcome outcome;
  pid_t child = 0;
  const int refused =
      ::posix_spawnp(&child, program.c_str(), &actions, nullptr,
                     pointers(arguments).data(), pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  if (refused != 0) {
    outcome.is_there = refused != ENOENT;
    outcome.errors = std::strerror(refused);
    return outcome;
  }
  output.write.close();
  errors.write.close();
  listen(std::move(output.read), std::move(errors.read), limit, outcome);
  if (outcome.is_too_large) ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status)) outcome.exit_code = WEXITSTATUS(status);
  return outcome;
}

}  // namespace catalog::source
