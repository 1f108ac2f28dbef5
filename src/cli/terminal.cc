#include "cli/terminal.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>

namespace catalog::cli {
namespace {

/// Writes all of it, however often the call is interrupted.
bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(descriptor, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

}  // namespace

void hold_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (::fcntl(stream, F_GETFD) == -1 && errno == EBADF)
      // Takes the lowest free number, which is this one.
      (void)::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

void print(std::string_view text) {
  if (!write_all(STDOUT_FILENO, text))
    source::fail_errno("write", "写入", "stdout");
}

void print_error(std::string_view text) { write_all(STDERR_FILENO, text); }

bool stdout_is_terminal() { return ::isatty(STDOUT_FILENO) == 1; }
bool stderr_is_terminal() { return ::isatty(STDERR_FILENO) == 1; }

bool wants_colour(bool is_terminal) {
  const char* no_colour = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool is_dumb = terminal && std::string_view(terminal) == "dumb";
  return is_terminal && !is_dumb && (no_colour == nullptr || *no_colour == 0);
}

ProgressLine::ProgressLine(diagnostics::Language language)
    : language_(language), is_terminal_(stderr_is_terminal()) {}

ProgressLine::~ProgressLine() { clear(); }

void ProgressLine::clear() {
  if (is_shown_) print_error("\r\x1b[K");
  is_shown_ = false;
}

compile::Progress ProgressLine::callback() {
  return [this](const diagnostics::Words& doing, std::size_t done,
                std::size_t total) { show(doing, done, total); };
}

double ProgressLine::seconds() const {
  return std::chrono::duration<double>(Clock::now() - start_).count();
}

void ProgressLine::show(const diagnostics::Words& doing, std::size_t done,
                        std::size_t total) {
  using namespace std::chrono_literals;
  if (!is_terminal_) return;
  const auto now = Clock::now();
  if (now - start_ < 1s || now - shown_at_ < 100ms) return;
  shown_at_ = now;
  is_shown_ = true;
  const std::string_view what = doing.in(language_);
  print_error(total == 0 ? fmt::format("\r\x1b[K{} …", what)
                         : fmt::format("\r\x1b[K{} {}/{}", what, done, total));
}

}  // namespace catalog::cli
