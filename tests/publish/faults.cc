// Preloaded into the publisher: makes the N-th system call that changes the
// disk fail, or kills the process right before it.
//
//   FAULT=kill|short|EINTR|NUMBER   what happens; a number is an errno
//   FAULT_AT=N                      to which call, from 1
//   FAULT_MARK=FILE                 is made when it happens
//   FAULT_WITHOUT=exchange,lock,link,syncfs   not to be had at all

#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace {

const char* setting(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

bool is_without(const char* what) {
  return std::strstr(setting("FAULT_WITHOUT"), what) != nullptr;
}

bool is_fault(const char* what) {
  return std::strcmp(setting("FAULT"), what) == 0;
}

/// Whether this is the call. Counts only those that the fault can meet.
bool is_due() {
  static long calls = 0;
  if (++calls != std::atol(setting("FAULT_AT"))) return false;
  const long mark = ::syscall(SYS_openat, AT_FDCWD, setting("FAULT_MARK"),
                              O_WRONLY | O_CREAT, 0600);
  ::syscall(SYS_close, mark);
  return true;
}

/// Whether the call is to fail, errno set. `waits` are calls that a signal can
/// interrupt.
bool fails(bool waits = false) {
  if (is_fault("short") || (is_fault("EINTR") && !waits) || !is_due())
    return false;
  if (is_fault("kill")) ::kill(::getpid(), SIGKILL);
  errno = is_fault("EINTR") ? EINTR : std::atoi(setting("FAULT"));
  return true;
}

template <class Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

int openat(int folder, const char* name, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if (((flags & O_CREAT) != 0 || is_fault("EINTR")) && fails(true)) return -1;
  return next<int (*)(int, const char*, int, ...)>("openat")(folder, name,
                                                             flags, mode);
}

ssize_t write(int file, const void* bytes, size_t size) {
  if (fails(true)) return -1;
  if (is_fault("short") && size > 1) {
    is_due();
    size = 1;
  }
  return next<ssize_t (*)(int, const void*, size_t)>("write")(file, bytes,
                                                              size);
}

ssize_t read(int file, void* bytes, size_t size) {
  if (is_fault("EINTR") && fails(true)) return -1;
  if (is_fault("short") && size > 1) {
    is_due();
    size = 1;
  }
  return next<ssize_t (*)(int, void*, size_t)>("read")(file, bytes, size);
}

int fsync(int file) {
  return fails(true) ? -1 : next<int (*)(int)>("fsync")(file);
}

int syncfs(int file) noexcept {
  if (is_without("syncfs")) {
    errno = ENOSYS;
    return -1;
  }
  return fails(true) ? -1 : next<int (*)(int)>("syncfs")(file);
}

int flock(int file, int operation) noexcept {
  if (is_without("lock")) {
    errno = EOPNOTSUPP;
    return -1;
  }
  return is_fault("EINTR") && fails(true)
             ? -1
             : next<int (*)(int, int)>("flock")(file, operation);
}

int mkdirat(int folder, const char* name, mode_t mode) noexcept {
  return fails() ? -1
                 : next<int (*)(int, const char*, mode_t)>("mkdirat")(
                       folder, name, mode);
}

int unlinkat(int folder, const char* name, int flags) noexcept {
  return fails() ? -1
                 : next<int (*)(int, const char*, int)>("unlinkat")(
                       folder, name, flags);
}

int linkat(int from, const char* name, int to, const char* other,
           int flags) noexcept {
  if (is_without("link")) {
    errno = EPERM;
    return -1;
  }
  return fails() ? -1
                 : next<int (*)(int, const char*, int, const char*, int)>(
                       "linkat")(from, name, to, other, flags);
}

int renameat(int from, const char* name, int to, const char* other) noexcept {
  return fails() ? -1
                 : next<int (*)(int, const char*, int, const char*)>(
                       "renameat")(from, name, to, other);
}

int renameat2(int from, const char* name, int to, const char* other,
              unsigned flags) noexcept {
  if (is_without("exchange")) {
    errno = EINVAL;
    return -1;
  }
  return fails() ? -1
                 : next<int (*)(int, const char*, int, const char*, unsigned)>(
                       "renameat2")(from, name, to, other, flags);
}

}  // extern "C"
