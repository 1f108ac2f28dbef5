#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace catalog::source {

/// What a program that was run gave.
struct Outcome {
  int exit_code = -1;    // -1: killed, or it could not be started
  bool is_there = true;  // there is such a program
  std::string output;
  std::string errors;         // the first of what it said on standard error
  bool is_too_large = false;  // it said more than `limit`, and was stopped
};

/// Runs a program found on PATH, without a shell: every argument reaches it as
/// it is. It reads `input` and cannot ask anybody anything. Throws Failure
/// where the machine has no process to give.
Outcome run_program(const std::vector<std::string>& words,
                    std::string_view input, std::uint64_t limit);

}  // namespace catalog::source
