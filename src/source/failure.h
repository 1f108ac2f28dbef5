#pragma once

#include <stdexcept>
#include <string>

namespace catalog::source {

/// The machine said no: a file cannot be read or written, a disk is full.
/// The one exception of the program; thrown where the system call failed and
/// caught once, in `cli`, which prints both lines and exits with 3.
class Failure : public std::runtime_error {
 public:
  /// `en` and `zh` say what failed and why, with the path in backticks.
  Failure(const std::string& en, std::string zh)
      : std::runtime_error(en), zh_(std::move(zh)) {}

  const std::string& zh() const { return zh_; }

 private:
  std::string zh_;
};

/// A Failure for the call that just set `errno`: `cannot read `path`: reason`.
/// `doing_en` and `doing_zh` are the verbs, such as "read" and "读取".
[[noreturn]] void fail_errno(const std::string& doing_en,
                             const std::string& doing_zh,
                             const std::string& path);

}  // namespace catalog::source
