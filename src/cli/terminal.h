#pragma once

#include <chrono>
#include <string_view>

#include "compile/compile.h"
#include "diagnostics/message.h"
#include "source/failure.h"

namespace catalog::cli {

/// Where a standard stream was closed, sees to it that no file of ours gets its
/// number and what is printed: to write there fails, as it should.
void hold_standard_streams();

/// Writes to standard output; throws Failure where it does not take it.
void print(std::string_view text);

/// Writes to standard error. What it does not take is lost: there is nobody
/// left to tell.
void print_error(std::string_view text);

bool stdout_is_terminal();
bool stderr_is_terminal();

/// Whether colour is wanted on a terminal: not where NO_COLOR is set.
bool wants_colour(bool is_terminal);

/// A progress line on a terminal for work that takes over a second; it is
/// gone again when the work is done.
class ProgressLine {
 public:
  explicit ProgressLine(diagnostics::Language language);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  compile::Progress callback();

  /// Takes the line away, if it was shown.
  void clear();

  /// Seconds since it was made.
  double seconds() const;

 private:
  void show(const diagnostics::Words& doing, std::size_t done,
            std::size_t total);

  using Clock = std::chrono::steady_clock;
  diagnostics::Language language_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point shown_at_ = start_;
  bool is_terminal_;
  bool is_shown_ = false;
};

}  // namespace catalog::cli
