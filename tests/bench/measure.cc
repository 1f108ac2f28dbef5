// catalog_measure NAME ITEMS FRESH LOG COMMAND…: runs COMMAND three times and
// prints one row of a table: items/s by the wall clock, wall and CPU seconds of
// the fastest run, and the largest peak of memory. The folder FRESH, where
// there is one, is removed before each run; what COMMAND prints goes into LOG.
// `catalog_measure` alone prints the head of the table.

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>
#include <system_error>

namespace catalog::bench {
namespace {

struct Cost {
  double wall = 0;  // seconds
  double cpu = 0;   // seconds, user and system
  long memory = 0;  // KiB, resident at the peak
};

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

/// The cost of one run; the command and its children count.
Cost cost_of(char* const command[], const char* log) {
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child < 0)
    throw std::system_error(errno, std::generic_category(), "fork");
  if (child == 0) become(command, log);
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  if (status != 0)
    throw std::runtime_error(fmt::format("{} failed, see {}", command[0], log));
  const std::chrono::duration<double> wall =
      std::chrono::steady_clock::now() - start;
  return {wall.count(), seconds(usage.ru_utime) + seconds(usage.ru_stime),
          usage.ru_maxrss};
}

void measure(char* const arguments[]) {
  const double items = std::stod(arguments[1]);
  Cost best;
  for (int run = 0; run < 3; ++run) {
    std::filesystem::remove_all(arguments[2]);
    const Cost cost = cost_of(arguments + 4, arguments[3]);
    const long memory = std::max(best.memory, cost.memory);
    if (run == 0 || cost.wall < best.wall) best = cost;
    best.memory = memory;
  }
  fmt::print("{:<14}{:>8.0f}{:>10.0f}{:>9.3f}{:>9.3f}{:>10.1f}\n", arguments[0],
             items, items / best.wall, best.wall, best.cpu,
             static_cast<double>(best.memory) / 1024);
}

}  // namespace
}  // namespace catalog::bench

int main(int count, char* arguments[]) try {
  if (count == 1) {
    fmt::print("{:<14}{:>8}{:>10}{:>9}{:>9}{:>10}\n", "", "items", "items/s",
               "wall s", "CPU s", "peak MiB");
    return 0;
  }
  if (count < 6) {
    fmt::print(stderr,
               "usage: catalog_measure NAME ITEMS FRESH LOG COMMAND…\n");
    return 2;
  }
  catalog::bench::measure(arguments + 1);
  return 0;
} catch (const std::exception& problem) {
  fmt::print(stderr, "catalog_measure: {}\n", problem.what());
  return 3;
}
