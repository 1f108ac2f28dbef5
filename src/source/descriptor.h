#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace catalog::source {

/// Owns an open file or folder. Its end ignores errors and leaves errno as it
/// is, so that what failed before is still known: whoever writes closes with
/// `close` and looks at the answer.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Descriptor();

  int get() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }
  /// Hands it on to one who closes it.
  int release() { return std::exchange(fd_, -1); }
  /// Whether the system took it without an error; sets errno.
  bool close();

 private:
  int fd_ = -1;
};

/// `openat` that is tried again where a signal came between.
Descriptor open_at(int folder, const char* name, int flags, unsigned mode = 0);

/// A regular file opened for reading: no link is followed, and a pipe or
/// device is never waited for. Empty with errno set; ELOOP is a link, ENXIO
/// something that is no regular file.
Descriptor open_regular(int folder, const char* name);

/// All bytes up to `limit`; nothing, with errno EFBIG, if there are more.
std::optional<std::string> read_all(const Descriptor& file,
                                    std::uint64_t limit);

/// The names in a folder, sorted by bytes, without `.` and `..`. Nothing, with
/// errno set, if it cannot be read.
std::optional<std::vector<std::string>> names_in(const Descriptor& folder);

}  // namespace catalog::source
