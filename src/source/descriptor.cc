#include "source/descriptor.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace catalog::source {

Descriptor::~Descriptor() {
  const int before = errno;
  close();
  errno = before;
}

bool Descriptor::close() {
  // After EINTR the descriptor is gone on Linux: to close again could hit
  // another's.
  const int fd = std::exchange(fd_, -1);
  return fd < 0 || ::close(fd) == 0 || errno == EINTR;
}

Descriptor open_at(int folder, const char* name, int flags, unsigned mode) {
  int fd = -1;
  do {
    fd = ::openat(folder, name, flags | O_CLOEXEC, mode);
  } while (fd < 0 && errno == EINTR);
  return Descriptor(fd);
}

Descriptor open_regular(int folder, const char* name) {
  struct stat status {};
  if (::fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0) return {};
  if (S_ISREG(status.st_mode)) {
    Descriptor file =
        open_at(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
    if (!file || ::fstat(file.get(), &status) != 0) return {};
    if (S_ISREG(status.st_mode)) return file;
  }
  errno = S_ISLNK(status.st_mode) ? ELOOP : ENXIO;
  return {};
}

std::optional<std::string> read_all(const Descriptor& file,
                                    std::uint64_t limit) {
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return {};
  if (static_cast<std::uint64_t>(status.st_size) > limit) {
    errno = EFBIG;
    return {};
  }
  // One byte more than it should have, to see the end, or that it grew.
  std::string bytes(static_cast<std::size_t>(status.st_size) + 1, '\0');
  std::size_t size = 0;
  while (true) {
    const ssize_t got =
        ::read(file.get(), bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return {};
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (size > limit) {
      errno = EFBIG;
      return {};
    }
    if (size == bytes.size()) bytes.resize(size * 2);
  }
  bytes.resize(size);
  return bytes;
}

std::optional<std::vector<std::string>> names_in(const Descriptor& folder) {
  // A descriptor of its own, so that reading does not move the caller's.
  Descriptor own = open_at(folder.get(), ".", O_RDONLY | O_DIRECTORY);
  if (!own) return {};
  DIR* stream = ::fdopendir(own.get());
  if (stream == nullptr) return {};
  own.release();
  std::vector<std::string> names;
  errno = 0;
  while (const dirent* entry = ::readdir(stream)) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
    errno = 0;
  }
  const int error = errno;
  ::closedir(stream);
  errno = error;
  if (error != 0) return {};
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace catalog::source
