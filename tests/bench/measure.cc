// catalog_measure LOG COMMAND…: runs COMMAND, what it prints going into LOG,
// and prints its wall and CPU seconds and its peak of memory in KiB.
//
// A program of its own, and a small one, since the peak of a child is at least
// that of the process it was forked from.

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <exception>
#include <stdexcept>
#include <system_error>

namespace catalog::bench {
namespace {

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) +
         static_cast<double>(time.tv_usec) / 1e6;
}

[[noreturn]] void become(char* const command[], const char* log) {
  const int out = open(log, O_WRONLY | O_CREAT | O_TRUNC, 0666);
  if (out < 0 || dup2(out, 1) < 0 || dup2(out, 2) < 0) _exit(126);
  execvp(command[0], command);
  _exit(127);
}

/// The children of the command count too, but for those nobody waited for.
void measure(const char* log, char* const command[]) {
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child < 0)
    throw std::system_error(errno, std::generic_category(), "fork");
  if (child == 0) become(command, log);
  int status = 0;
  rusage usage{};
  while (wait4(child, &status, 0, &usage) < 0)
    if (errno != EINTR)
      throw std::system_error(errno, std::generic_category(), "wait4");
  const std::chrono::duration<double> wall =
      std::chrono::steady_clock::now() - start;
  if (status != 0)
    throw std::runtime_error(fmt::format("{} failed, see {}", command[0], log));
  fmt::print("{:.6f} {:.6f} {}\n", wall.count(),
             seconds(usage.ru_utime) + seconds(usage.ru_stime),
             usage.ru_maxrss);
}

}  // namespace
}  // namespace catalog::bench

int main(int count, char* arguments[]) try {
  if (count < 3) {
    fmt::print(stderr, "usage: catalog_measure LOG COMMAND…\n");
    return 2;
  }
  catalog::bench::measure(arguments[1], arguments + 2);
  return 0;
} catch (const std::exception& problem) {
  fmt::print(stderr, "catalog_measure: {}\n", problem.what());
  return 3;
}
