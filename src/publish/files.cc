#include "publish/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "source/hash.h"

namespace catalog::publish {
namespace {

using source::Descriptor;

Descriptor folder_at(const Descriptor& parent, const std::string& name) {
  return source::open_at(parent.get(), name.c_str(),
                         O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
}

Entry walk_to(const Descriptor& root, std::string_view path, bool make) {
  Descriptor folder = source::open_at(root.get(), ".", O_RDONLY | O_DIRECTORY);
  while (folder) {
    const std::size_t slash = path.find('/');
    if (slash == path.npos) return {std::move(folder), std::string(path)};
    const std::string part(path.substr(0, slash));
    path.remove_prefix(slash + 1);
    Descriptor next = folder_at(folder, part);
    if (!next && make && errno == ENOENT &&
        (::mkdirat(folder.get(), part.c_str(), 0777) == 0 || errno == EEXIST))
      next = folder_at(folder, part);
    folder = std::move(next);
  }
  return {};
}

}  // namespace

Identity identity_of(const struct stat& status) {
  return {static_cast<std::uint64_t>(status.st_size),
          std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 +
              status.st_mtim.tv_nsec,
          status.st_ino};
}

bool is_safe_path(std::string_view path) {
  if (path.find('\0') != path.npos || path.size() > 4096) return false;
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    if (part.empty() || part == "." || part == "..") return false;
    if (slash == path.npos) return true;
    path.remove_prefix(slash + 1);
  }
}

std::optional<struct stat> Entry::status() const {
  struct stat result {};
  if (::fstatat(folder.get(), name.c_str(), &result, AT_SYMLINK_NOFOLLOW) != 0)
    return {};
  return result;
}

Entry entry_at(const Descriptor& root, std::string_view path) {
  return walk_to(root, path, false);
}

Entry make_entry_at(const Descriptor& root, std::string_view path) {
  return walk_to(root, path, true);
}

bool write_all(const Descriptor& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(file.get(), bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  return true;
}

bool write_new_file(const Entry& entry, std::string_view bytes) {
  Descriptor file =
      source::open_at(entry.folder.get(), entry.name.c_str(),
                      O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0666);
  return file && write_all(file, bytes) && file.close();
}

bool sync(const Descriptor& file) {
  int result = 0;
  do {
    result = ::fsync(file.get());
  } while (result != 0 && errno == EINTR);
  return result == 0 || errno == EINVAL || errno == ENOSYS ||
         errno == EOPNOTSUPP;
}

std::optional<std::string> hash_of(const Descriptor& file) {
  source::Hasher hasher;
  std::array<char, 1 << 16> buffer;
  while (true) {
    const ssize_t got = ::read(file.get(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return {};
    if (got == 0) return hasher.hex();
    hasher.add({buffer.data(), static_cast<std::size_t>(got)});
  }
}

}  // namespace catalog::publish
