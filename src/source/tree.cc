#include "source/tree.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <optional>
#include <set>
#include <system_error>

#include "source/descriptor.h"
#include "source/failure.h"
#include "source/inventory.h"
#include "source/name.h"

namespace catalog::source {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view manifest = "catalog.yaml";

/// A file as the walk met it: its bytes, or why there are none.
struct Found {
  std::string path;  // as the system has it: any bytes
  std::string bytes;
  std::optional<Refusal> refusal;
};

struct Walk {
  fs::path root;       // as the user wrote it, for messages
  fs::path canonical;  // the same without links
  std::vector<Found> found;
  std::uint64_t bytes = 0;
  std::vector<Listed>* listed = nullptr;  // where files are only to be listed

  bool is_full() const {
    return !found.empty() && found.back().refusal == Refusal::too_many;
  }
};

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

bool has(const Descriptor& folder, std::string_view name) {
  struct stat status {};
  return ::fstatat(folder.get(), std::string(name).c_str(), &status, 0) == 0;
}

/// Whether the folder holds outputs of this program.
bool is_output(const Descriptor& folder) {
  const Descriptor file =
      open_regular(folder.get(), std::string(build_manifest).c_str());
  if (!file) return false;
  char head[256];
  const ssize_t size = ::pread(file.get(), head, sizeof head, 0);
  return size > 0 && std::string_view(head, static_cast<std::size_t>(size))
                             .find(build_mark) != std::string_view::npos;
}

/// Opens the target of a link if it is a regular file below `canonical`.
std::variant<Descriptor, Refusal> open_link(const fs::path& canonical,
                                            const fs::path& link) {
  std::error_code error;
  const fs::path target = fs::canonical(link, error);
  if (error) return Refusal::link_outside;
  const fs::path below = target.lexically_relative(canonical);
  if (below.empty() || *below.begin() == ".." || fs::is_directory(target))
    return Refusal::link_outside;
  Descriptor file = open_regular(AT_FDCWD, target.c_str());
  if (!file) return Refusal::not_a_file;
  return file;
}

/// The bytes of `name` in `folder`; `path` is the same from the root. Nothing
/// if it vanished meanwhile, as when an editor saves.
std::optional<std::variant<std::string, Refusal>> read_entry(
    const Walk& walk, const Descriptor& folder, const std::string& name,
    const std::string& path) {
  using Answer = std::variant<std::string, Refusal>;
  Descriptor file = open_regular(folder.get(), name.c_str());
  if (!file && errno == ELOOP) {
    auto target = open_link(walk.canonical, walk.canonical / path);
    if (const auto* refusal = std::get_if<Refusal>(&target))
      return Answer(*refusal);
    file = std::move(std::get<Descriptor>(target));
  }
  if (!file && errno == ENOENT) return std::nullopt;
  if (!file && errno == ENXIO) return Answer(Refusal::not_a_file);
  if (!file) fail_errno("read", "读取", walk.root / path);
  std::optional<std::string> bytes = read_all(file, max_file_bytes);
  if (!bytes && errno == EFBIG) return Answer(Refusal::too_large);
  if (!bytes) fail_errno("read", "读取", walk.root / path);
  return Answer(std::move(*bytes));
}

std::int64_t nanoseconds(const struct timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

Stamp stamp_of(const struct stat& status) {
  return {static_cast<std::uint64_t>(status.st_size),
          nanoseconds(status.st_mtim), nanoseconds(status.st_ctim),
          status.st_ino};
}

void take_file(Walk& walk, const Descriptor& folder, const std::string& name,
               const std::string& path) {
  const std::string ending = lower(fs::path(name).extension().native());
  if (ending != ".yaml" && ending != ".yml") return;
  if (walk.found.size() == max_files) {
    walk.found.push_back({path, {}, Refusal::too_many});
    return;
  }
  if (!is_printable(path)) {
    walk.found.push_back({path, {}, Refusal::odd_name});
    return;
  }
  if (!name.ends_with(".yaml")) {
    walk.found.push_back({path, {}, Refusal::other_ending});
    return;
  }
  if (walk.listed != nullptr) {
    struct stat status {};
    if (::fstatat(folder.get(), name.c_str(), &status, 0) == 0)
      walk.listed->push_back({path, stamp_of(status)});
    else
      walk.listed->push_back({path, {}});
    return;
  }
  auto answer = read_entry(walk, folder, name, path);
  if (!answer) return;
  if (const auto* refusal = std::get_if<Refusal>(&*answer)) {
    walk.found.push_back({path, {}, *refusal});
    return;
  }
  auto& bytes = std::get<std::string>(*answer);
  walk.bytes += bytes.size();
  if (walk.bytes > max_tree_bytes)
    walk.found.push_back({path, {}, Refusal::too_many});
  else
    walk.found.push_back({path, std::move(bytes), {}});
}

void walk_folder(Walk& walk, const Descriptor& folder,
                 const std::string& prefix, std::size_t depth);

void take_folder(Walk& walk, const Descriptor& parent, const std::string& name,
                 const std::string& path, std::size_t depth) {
  const Descriptor folder =
      open_at(parent.get(), name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  if (!folder && errno == ENOENT) return;
  if (!folder) fail_errno("read", "读取", walk.root / path);
  if (has(folder, manifest) || is_output(folder)) return;
  if (depth == max_folder_depth)
    walk.found.push_back({path, {}, Refusal::too_deep});
  else
    walk_folder(walk, folder, path + "/", depth + 1);
}

/// A link to a folder is no second way to its files, and no way out of the
/// tree; one to an output or to another catalog is left out like the folder.
void take_link(Walk& walk, const Descriptor& parent, const std::string& name,
               const std::string& path) {
  const Descriptor folder =
      open_at(parent.get(), name.c_str(), O_RDONLY | O_DIRECTORY);
  if (!folder) return take_file(walk, parent, name, path);
  if (!has(folder, manifest) && !is_output(folder))
    walk.found.push_back({path, {}, Refusal::link_outside});
}

void walk_folder(Walk& walk, const Descriptor& folder,
                 const std::string& prefix, std::size_t depth) {
  const auto names = names_in(folder);
  if (!names) fail_errno("read", "读取", walk.root / prefix);
  for (const std::string& name : *names) {
    if (name.starts_with('.')) continue;
    if (walk.is_full()) return;
    const std::string path = prefix + name;
    struct stat status {};
    if (::fstatat(folder.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW)) {
      if (errno == ENOENT) continue;
      fail_errno("read", "读取", walk.root / path);
    }
    if (S_ISLNK(status.st_mode))
      take_link(walk, folder, name, path);
    else if (!S_ISDIR(status.st_mode))
      take_file(walk, folder, name, path);
    else if (name.ends_with(".yaml"))
      walk.found.push_back({path, {}, Refusal::not_a_file});
    else
      take_folder(walk, folder, name, path, depth);
  }
}

/// A catalog near a folder that is none: around it, or right below it.
std::optional<fs::path> catalog_near(const fs::path& folder) {
  std::error_code error;
  const fs::path start = fs::canonical(folder, error);
  for (fs::path at = start; at.has_relative_path(); at = at.parent_path())
    if (fs::exists(at / manifest, error)) return at;
  std::vector<fs::path> below;
  for (fs::directory_iterator at(start, error), end; !error && at != end;
       at.increment(error))
    if (fs::exists(at->path() / manifest, error)) below.push_back(at->path());
  if (below.empty()) return {};
  return *std::min_element(below.begin(), below.end());
}

[[noreturn]] void fail_without_catalog(const fs::path& folder) {
  const std::string shown = printable(folder.native());
  std::string en = "`" + shown + "` has no `catalog.yaml`";
  std::string zh = "`" + shown + "` 中没有 `catalog.yaml`";
  if (const auto near = catalog_near(folder)) {
    const std::string place = printable(near->native());
    throw Failure(en + ": the catalog nearby is `" + place + "`",
                  zh + "：附近的目录是 `" + place + "`");
  }
  throw Failure(en + ": `catalog init " + shown + "` begins a catalog there",
                zh + "：可用 `catalog init " + shown + "` 新建");
}

/// Opens the folder of a catalog. What the user gave may itself be a link.
Descriptor open_catalog(const fs::path& folder) {
  Descriptor root = open_at(AT_FDCWD, folder.empty() ? "." : folder.c_str(),
                            O_RDONLY | O_DIRECTORY);
  const std::string shown = printable(folder.native());
  if (!root && errno == ENOENT)
    throw Failure(
        "there is no folder `" + shown + "`: `catalog init " + shown +
            "` begins a catalog there",
        "没有文件夹 `" + shown + "`：可用 `catalog init " + shown + "` 新建");
  if (!root && errno == ENOTDIR)
    throw Failure(
        "`" + shown +
            "` is not a folder: give the folder that holds "
            "`catalog.yaml`",
        "`" + shown + "` 不是文件夹：请给出 `catalog.yaml` 所在的文件夹");
  if (!root) fail_errno("read", "读取", folder);
  return root;
}

}  // namespace

FileId SourceTree::add(std::string path, std::string bytes) {
  bytes_ += bytes.size();
  files_.push_back({std::move(path), std::move(bytes)});
  return id(files_.size() - 1);
}

std::string_view SourceTree::text(const Span& span) const {
  const std::string_view bytes = (*this)[span.file].bytes;
  const std::size_t begin = std::min<std::size_t>(span.begin, bytes.size());
  return bytes.substr(begin, span.end - std::min(span.begin, span.end));
}

std::variant<std::string, Refusal> read_below(const fs::path& folder,
                                              std::string_view path) {
  const fs::path relative = path;
  if (path.empty() || path.find('\0') != path.npos || relative.is_absolute() ||
      std::find(relative.begin(), relative.end(), "..") != relative.end())
    return Refusal::not_below;
  Walk walk{folder, {}, {}, 0, nullptr};
  std::error_code error;
  walk.canonical = fs::canonical(folder.empty() ? "." : folder, error);
  const fs::path target = fs::canonical(walk.canonical / relative, error);
  if (error == std::errc::no_such_file_or_directory ||
      error == std::errc::not_a_directory)
    return fs::is_symlink(fs::symlink_status(walk.canonical / relative, error))
               ? Refusal::link_outside
               : Refusal::missing;
  if (error == std::errc::too_many_symbolic_link_levels)
    return Refusal::link_outside;
  errno = error.value();
  if (error) fail_errno("read", "读取", folder / relative);
  const fs::path below = target.lexically_relative(walk.canonical);
  if (below.empty() || *below.begin() == "..") return Refusal::link_outside;
  auto answer = read_entry(walk, Descriptor(), target, below);
  return answer ? std::move(*answer) : Refusal::missing;
}

std::vector<Listed> inventory(const fs::path& folder) {
  const Descriptor root = open_catalog(folder);
  if (!has(root, manifest)) fail_without_catalog(folder);
  std::vector<Listed> listed;
  Walk walk{folder, {}, {}, 0, &listed};
  walk_folder(walk, root, "", 0);
  for (const Found& refused : walk.found) listed.push_back({refused.path, {}});
  std::stable_sort(
      listed.begin(), listed.end(),
      [](const Listed& a, const Listed& b) { return a.path < b.path; });
  return listed;
}

Stamp stamp_of(const fs::path& file) {
  struct stat status {};
  return ::stat(file.c_str(), &status) == 0 ? stamp_of(status) : Stamp();
}

Loaded load(const fs::path& folder, std::uint32_t layer) {
  const Descriptor root = open_catalog(folder);
  if (!has(root, manifest)) fail_without_catalog(folder);
  std::error_code error;
  Walk walk{folder,
            fs::canonical(folder.empty() ? "." : folder, error),
            {},
            0,
            nullptr};
  walk_folder(walk, root, "", 0);
  // Where a path differs from an earlier one only by case, the later one is
  // refused: elsewhere one of them would overwrite the other.
  std::stable_sort(
      walk.found.begin(), walk.found.end(),
      [](const Found& a, const Found& b) { return a.path < b.path; });
  Loaded loaded{SourceTree(layer), {}};
  std::set<std::string> seen;
  for (Found& file : walk.found) {
    if (!seen.insert(folded(file.path)).second && !file.refusal) {
      file.refusal = Refusal::same_when_folded;
      file.bytes.clear();
    }
    const FileId id =
        loaded.tree.add(printable(file.path), std::move(file.bytes));
    if (file.refusal) loaded.refused.push_back({id, *file.refusal});
  }
  return loaded;
}

}  // namespace catalog::source
