#include "publish/lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "source/failure.h"

namespace catalog::publish {
namespace {

int lock_now(int file) {
  int result = 0;
  do {
    result = ::flock(file, LOCK_EX | LOCK_NB);
  } while (result != 0 && errno == EINTR);
  return result;
}

/// Whether the name still leads to the open file: its last holder may have
/// removed it between our opening and our locking.
bool is_there(const Place& place, const source::Descriptor& file) {
  struct stat named {
  }, open{};
  return ::fstatat(place.parent.get(), place.lock().c_str(), &named,
                   AT_SYMLINK_NOFOLLOW) == 0 &&
         ::fstat(file.get(), &open) == 0 && named.st_dev == open.st_dev &&
         named.st_ino == open.st_ino;
}

}  // namespace

Lock::Lock(const Place& place) : place_(place) {
  while (true) {
    file_ = source::open_at(
        place.parent.get(), place.lock().c_str(),
        O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0666);
    if (!file_)
      source::fail_errno("write", "写入", place.parent_path / place.lock());
    if (lock_now(file_.get()) != 0) {
      if (errno != EWOULDBLOCK) return;  // not to be had here
      throw source::Failure(
          "another build is writing `" + place.shown +
              "`: wait until it is done",
          "另一次生成正在写入 `" + place.shown + "`：请等待其完成");
    }
    if (is_there(place, file_)) break;
  }
  is_held_ = true;
}

Lock::~Lock() {
  if (is_held_ || file_)
    ::unlinkat(place_.parent.get(), place_.lock().c_str(), 0);
}

}  // namespace catalog::publish
