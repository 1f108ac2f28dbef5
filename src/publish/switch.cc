#include "publish/switch.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <cerrno>

#include "publish/files.h"
#include "source/failure.h"

namespace catalog::publish {
namespace {

bool move(const Place& place, const std::string& from, const std::string& to) {
  return ::renameat(place.parent.get(), from.c_str(), place.parent.get(),
                    to.c_str()) == 0;
}

bool exists(const Place& place, const std::string& name) {
  return ::faccessat(place.parent.get(), name.c_str(), F_OK,
                     AT_SYMLINK_NOFOLLOW) == 0;
}

[[noreturn]] void fail_replace(const Place& place) {
  source::fail_errno("replace", "替换", place.shown);
}

/// Two renames instead of one exchange.
void switch_by_moving(const Place& place) {
  if (!move(place, place.name, place.aside())) fail_replace(place);
  if (move(place, place.staging(), place.name)) return;
  const int error = errno;
  move(place, place.aside(), place.name);
  errno = error;
  fail_replace(place);
}

}  // namespace

std::string switch_in(const Place& place, bool has_old) {
  if (!has_old) {
    // Takes the place of an empty folder too, and of nothing else.
    if (!move(place, place.staging(), place.name)) fail_replace(place);
    return {};
  }
  std::string old = place.staging();
  if (::renameat2(place.parent.get(), place.staging().c_str(),
                  place.parent.get(), place.name.c_str(),
                  RENAME_EXCHANGE) != 0) {
    if (errno != EINVAL && errno != ENOSYS && errno != EPERM &&
        errno != EOPNOTSUPP)
      fail_replace(place);
    switch_by_moving(place);
    old = place.aside();
  }
  return old;
}

void recover_switch(const Place& place) {
  if (exists(place, place.name) || !exists(place, place.aside())) return;
  if (!move(place, place.aside(), place.name))
    source::fail_errno("rename", "重命名", place.parent_path / place.aside());
}

}  // namespace catalog::publish
