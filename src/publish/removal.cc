#include "publish/removal.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <set>

#include "publish/state.h"
#include "publish/survey.h"
#include "source/failure.h"
#include "source/tree.h"

namespace catalog::publish {
namespace {

using source::Descriptor;

constexpr std::uint64_t max_list_bytes = 64u << 20;

Descriptor open_folder(const Place& place, const std::string& name) {
  return source::open_at(place.parent.get(), name.c_str(),
                         O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
}

[[noreturn]] void fail_removal(const Place& place, const std::string& path) {
  source::fail_errno("remove", "删除", place.parent_path / path);
}

/// The folders that the paths lie in, the deeper ones first.
std::vector<std::string> folders_of(const std::vector<std::string>& paths) {
  std::set<std::string> folders;
  for (const std::string& path : paths)
    for (auto slash = path.find('/'); slash != path.npos;
         slash = path.find('/', slash + 1))
      folders.insert(path.substr(0, slash));
  return {folders.rbegin(), folders.rend()};
}

void remove_junk(const Descriptor& folder) {
  const auto names = folder ? source::names_in(folder) : std::nullopt;
  if (!names) return;
  struct stat status {};
  for (const std::string& name : *names)
    if (is_junk(name) &&
        ::fstatat(folder.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) ==
            0 &&
        S_ISREG(status.st_mode))
      ::unlinkat(folder.get(), name.c_str(), 0);
}

/// Whatever is below a folder, for its owner to be told: at most a hundred.
void list_rest(const Descriptor& folder, const std::string& prefix,
               std::vector<std::string>& rest) {
  const auto names = folder ? source::names_in(folder) : std::nullopt;
  if (!names) return;
  for (const std::string& name : *names) {
    if (rest.size() == 100) return;
    const std::string path = prefix + name;
    if (path == source::build_manifest || path == state_file ||
        path == staging_list)
      continue;
    const Descriptor below =
        source::open_at(folder.get(), name.c_str(),
                        O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NONBLOCK);
    if (below)
      list_rest(below, path + "/", rest);
    else
      rest.push_back(path);
    if (below && (rest.empty() || !rest.back().starts_with(path + "/")))
      rest.push_back(path + "/");
  }
}

/// Gives what stays a name that people see: the first that is free.
std::string put_aside(const Place& place, const std::string& name) {
  for (int number = 1;; ++number) {
    std::string to = place.name + ".old-" + std::to_string(number);
    if (::faccessat(place.parent.get(), to.c_str(), F_OK,
                    AT_SYMLINK_NOFOLLOW) == 0)
      continue;
    if (::renameat(place.parent.get(), name.c_str(), place.parent.get(),
                   to.c_str()) == 0)
      return to;
    if (errno != EEXIST && errno != ENOTEMPTY)
      source::fail_errno("rename", "重命名", place.parent_path / name);
  }
}

/// The staging list; nothing if there is none.
std::optional<std::vector<std::string>> staged_in(const Descriptor& folder) {
  const Descriptor file = source::open_regular(folder.get(), staging_list);
  const auto bytes =
      file ? source::read_all(file, max_list_bytes) : std::nullopt;
  if (!bytes) return {};
  std::vector<std::string> paths;
  for (std::size_t at = 0; at < bytes->size();) {
    const std::size_t end = std::min(bytes->find('\n', at), bytes->size());
    std::string path = bytes->substr(at, end - at);
    if (is_safe_path(path)) paths.push_back(std::move(path));
    at = end + 1;
  }
  return paths;
}

/// Whether errno says that there is nothing of that name. What may not be
/// looked at is no sign of that.
bool is_absence() {
  return errno == ENOENT || errno == ENOTDIR || errno == ELOOP;
}

/// Whether OUT has the very same file under that path: then nothing is lost
/// with this name for it, not even what was written into it just now.
bool is_in_out(const Place& place, const std::string& path,
               const struct stat& status) {
  const Descriptor out = open_folder(place, place.name);
  const Entry entry = out ? entry_at(out, path) : Entry{};
  if (!entry && !is_absence()) fail_removal(place, place.name + "/" + path);
  const auto there = entry ? entry.status() : std::nullopt;
  return there && there->st_dev == status.st_dev &&
         there->st_ino == status.st_ino;
}

/// `folder` is `name` of the place.
bool is_as_built(const Place& place, const std::string& name,
                 const Descriptor& folder, const std::string& path,
                 const Output& output, const struct stat& status) {
  if (identity_of(status) == output.identity) return true;
  if (identity_of(status).size != output.identity.size) return false;
  const Entry entry = entry_at(folder, path);
  const Descriptor file =
      entry ? source::open_regular(entry.folder.get(), entry.name.c_str())
            : Descriptor();
  const auto hash = file ? hash_of(file) : std::nullopt;
  if (!hash && (file || !is_absence())) fail_removal(place, name + "/" + path);
  return hash == output.hash;
}

}  // namespace

bool remove_scratch(const Descriptor& staging) {
  const Descriptor scratch = source::open_at(
      staging.get(), scratch_folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  if (!scratch) return errno == ENOENT;
  const auto names = source::names_in(scratch);
  if (!names) return false;
  for (const std::string& name : *names)
    if (::unlinkat(scratch.get(), name.c_str(), 0) != 0) return false;
  return ::unlinkat(staging.get(), scratch_folder, AT_REMOVEDIR) == 0;
}

Removal remove_listed(const Place& place, const std::string& name,
                      const std::vector<std::string>& paths,
                      const MayRemove& may_remove) {
  const Descriptor root = open_folder(place, name);
  if (!root) fail_removal(place, name);
  for (const std::string& path : paths) {
    const Entry entry = entry_at(root, path);
    if (!entry && !is_absence()) fail_removal(place, name + "/" + path);
    const auto status = entry ? entry.status() : std::nullopt;
    if (!status || !S_ISREG(status->st_mode) || !may_remove(path, *status))
      continue;
    if (::unlinkat(entry.folder.get(), entry.name.c_str(), 0) != 0 &&
        errno != ENOENT)
      fail_removal(place, name + "/" + path);
  }
  for (const std::string& path : folders_of(paths)) {
    const Entry entry = entry_at(root, path);
    if (!entry) continue;
    remove_junk(source::open_at(entry.folder.get(), entry.name.c_str(),
                                O_RDONLY | O_DIRECTORY | O_NOFOLLOW));
    if (::unlinkat(entry.folder.get(), entry.name.c_str(), AT_REMOVEDIR) != 0 &&
        errno != ENOENT && errno != ENOTDIR && errno != ENOTEMPTY &&
        errno != EEXIST)
      fail_removal(place, name + "/" + path);
  }
  remove_junk(root);
  Removal removal;
  list_rest(root, "", removal.kept);
  if (!removal.kept.empty()) removal.kept_as = put_aside(place, name);
  for (const std::string& last :
       {std::string(state_file), std::string(source::build_manifest),
        std::string(staging_list)})
    if (::unlinkat(root.get(), last.c_str(), 0) != 0 && errno != ENOENT)
      fail_removal(place, name + "/" + last);
  if (removal.kept.empty() &&
      ::unlinkat(place.parent.get(), name.c_str(), AT_REMOVEDIR) != 0)
    fail_removal(place, name);
  return removal;
}

Removal remove_build(const Place& place, const std::string& name,
                     const Manifest& manifest,
                     const std::map<std::string, Identity>& accepted) {
  const Descriptor root = open_folder(place, name);
  if (!root) fail_removal(place, name);
  std::vector<std::string> paths;
  for (const auto& [path, output] : manifest.outputs) paths.push_back(path);
  return remove_listed(place, name, paths,
                       [&](const std::string& path, const struct stat& status) {
                         const auto seen = accepted.find(path);
                         return (seen != accepted.end() &&
                                 seen->second == identity_of(status)) ||
                                is_in_out(place, path, status) ||
                                is_as_built(place, name, root, path,
                                            manifest.outputs.at(path), status);
                       });
}

Removal remove_left_behind(const Place& place, const std::string& name) {
  const Descriptor root = open_folder(place, name);
  const std::string shown = place.parent_path / name;
  const auto staged = root ? staged_in(root) : std::nullopt;
  if (staged) {
    if (!remove_scratch(root)) fail_removal(place, name + "/" + scratch_folder);
    return remove_listed(place, name, *staged,
                         [](const auto&, const auto&) { return true; });
  }
  if (root)
    if (const auto manifest = manifest_in(root, shown))
      return remove_build(place, name, *manifest, {});
  if (root && ::unlinkat(place.parent.get(), name.c_str(), AT_REMOVEDIR) == 0)
    return {};
  throw source::Failure(
      "`" + shown + "` is in the way and not from a build: move it elsewhere",
      "`" + shown + "` 占用了生成所需的位置，且不是本程序生成的：请先移走");
}

}  // namespace catalog::publish
