#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string>

namespace catalog::runner {

/// What a command did.
struct Outcome {
  std::string output;  // stdout and stderr as they came
  int exit_code = 0;   // as a shell says it: 128 + n for signal n
  bool timed_out = false;
};

/// Where and how commands run: nothing of the caller's environment gets in
/// but what stands here.
struct Setting {
  std::filesystem::path folder;
  std::map<std::string, std::string> environment;
  std::chrono::seconds limit;
};

/// Runs `text` by /bin/sh without input. What is still alive at its end, or
/// at the time limit, is killed: the command is a process group of its own.
/// Throws std::runtime_error where the machine gives no process or file.
Outcome run(const std::string& text, const Setting& setting);

}  // namespace catalog::runner
