#include "publish/place.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <system_error>

#include "source/failure.h"
#include "source/name.h"

namespace catalog::publish {
namespace {

namespace fs = std::filesystem;
using source::Failure;

bool is_same_folder(const struct stat& a, const fs::path& b) {
  struct stat status {};
  return ::stat(b.c_str(), &status) == 0 && a.st_dev == status.st_dev &&
         a.st_ino == status.st_ino;
}

/// Whether `path` (absolute, without links as far as it exists) is `folder` or
/// below it. Told by inode: a path can be spelled in several ways.
bool is_within(fs::path path, const fs::path& folder) {
  struct stat status {};
  if (::stat(folder.c_str(), &status) != 0) return false;
  for (; path != path.root_path(); path = path.parent_path())
    if (is_same_folder(status, path)) return true;
  return is_same_folder(status, path);
}

/// A mount point cannot be renamed. Told by the kernel; where it is too old to
/// say, by the device.
bool is_mount_point(const Place& place, const struct stat& status) {
  struct statx extended {};
  if (::statx(place.parent.get(), place.name.c_str(), AT_SYMLINK_NOFOLLOW, 0,
              &extended) == 0 &&
      (extended.stx_attributes_mask & STATX_ATTR_MOUNT_ROOT) != 0)
    return (extended.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
  struct stat parent {};
  return ::fstat(place.parent.get(), &parent) == 0 &&
         parent.st_dev != status.st_dev;
}

void check_relation(const fs::path& out, const fs::path& source,
                    const std::string& shown) {
  std::error_code error;
  const fs::path folder = fs::canonical(source, error);
  if (error) return;  // no catalog on disk to lie in
  if (is_within(out, folder))
    throw Failure("the output folder `" + shown +
                      "` lies in the catalog's own folder: choose one outside "
                      "with `-o`",
                  "输出文件夹 `" + shown +
                      "` 位于目录源文件夹之内：请用 `-o` 指定其他位置");
  if (is_within(folder, out))
    throw Failure(
        "the output folder `" + shown +
            "` holds the catalog itself: choose another with `-o`",
        "输出文件夹 `" + shown + "` 包含目录源文件夹：请用 `-o` 指定其他位置");
}

void check_kind(const Place& place) {
  struct stat status {};
  if (::fstatat(place.parent.get(), place.name.c_str(), &status,
                AT_SYMLINK_NOFOLLOW) != 0) {
    if (errno == ENOENT) return;
    source::fail_errno("read", "读取", place.shown);
  }
  if (S_ISLNK(status.st_mode))
    throw Failure(
        "the output folder `" + place.shown +
            "` is a symbolic link: give the folder it leads to",
        "输出文件夹 `" + place.shown + "` 是符号链接：请给出它所指向的文件夹");
  if (!S_ISDIR(status.st_mode))
    throw Failure(
        "`" + place.shown +
            "` is a file, where a folder for the outputs is wanted: "
            "choose another with `-o`",
        "`" + place.shown + "` 是文件，不能作为输出文件夹：请用 `-o` 另行指定");
  if (is_mount_point(place, status))
    throw Failure("the output folder `" + place.shown +
                      "` is a mount point and cannot be switched as a whole: "
                      "give a folder in it",
                  "输出文件夹 `" + place.shown +
                      "` 是挂载点，无法整体切换：请给出其中的一个文件夹");
}

}  // namespace

bool overlap(const fs::path& out, const fs::path& folder) {
  std::error_code error;
  const fs::path target = fs::weakly_canonical(out, error);
  const fs::path other = fs::canonical(folder, error);
  return !error && (is_within(target, other) || is_within(other, target));
}

Place place_of(const fs::path& out, const fs::path& source) {
  Place place;
  place.shown = source::printable(out.native());
  std::error_code error;
  fs::path path = fs::absolute(out.empty() ? "." : out, error);
  // `out/.` and `out/` are `out`; links in between count as the system has
  // them, so `..` is resolved by it.
  while (!path.has_filename() || path.filename() == ".")
    if (path == path.root_path())
      break;
    else
      path = path.parent_path();
  if (path.filename() == "..") path = fs::weakly_canonical(path, error);
  place.name = path.filename();
  place.parent_path = fs::weakly_canonical(path.parent_path(), error);
  if (error) {
    errno = error.value();
    source::fail_errno("read", "读取", path.parent_path());
  }
  const fs::path target = place.parent_path / place.name;
  if (!source.empty()) check_relation(target, source, place.shown);
  if (place.name.empty())
    throw Failure("`" + place.shown + "` cannot be an output folder",
                  "`" + place.shown + "` 不能作为输出文件夹");
  fs::create_directories(place.parent_path, error);
  place.parent = source::open_at(AT_FDCWD, place.parent_path.c_str(),
                                 O_RDONLY | O_DIRECTORY);
  if (error) errno = error.value();
  if (error || !place.parent)
    source::fail_errno("make", "新建", path.parent_path());
  check_kind(place);
  return place;
}

}  // namespace catalog::publish
