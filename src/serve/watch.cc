#include "serve/watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "source/failure.h"

namespace catalog::serve {
namespace {

namespace fs = std::filesystem;

constexpr int look_up = 200;  // milliseconds between looks at `is_over`
constexpr int calm = 120;     // without a change, until it is over
constexpr int longest = 20;   // such times, for trees that never rest
constexpr std::uint32_t kinds = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE |
                                IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF |
                                IN_MOVE_SELF;

bool is_hidden(const fs::path& path) {
  return path.filename().string().starts_with('.');
}

/// Editors write the others beside the file they edit.
bool counts(std::string_view name) {
  return !name.starts_with('.') && !name.ends_with('~') &&
         !name.starts_with('#');
}

}  // namespace

Watch::Watch(const std::vector<fs::path>& folders)
    : descriptor_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)),
      first_(folders.at(0)),
      folders_(folders.size()) {
  if (descriptor_ < 0) source::fail_errno("watch", "监视", first_.string());
  try {
    for (std::size_t i = 0; i < folders.size(); ++i) add_all(folders[i], i);
  } catch (...) {
    close(descriptor_);
    throw;
  }
}

Watch::~Watch() { close(descriptor_); }

void Watch::add(const fs::path& path, std::size_t folder) {
  const int number = inotify_add_watch(descriptor_, path.c_str(), kinds);
  if (number >= 0) {
    folder_of_[number] = folder;
    return;
  }
  // Without the first there is nothing to show; another may be gone again.
  const bool is_gone = errno == ENOENT || errno == ENOTDIR;
  if (!is_gone || path == first_)
    source::fail_errno("watch", "监视", path.string());
}

void Watch::add_all(const fs::path& path, std::size_t folder) {
  add(path, folder);
  std::error_code error;
  for (fs::recursive_directory_iterator at(path, error), end;
       !error && at != end; at.increment(error)) {
    std::error_code gone;
    if (at->is_symlink(gone) || !at->is_directory(gone)) continue;
    if (is_hidden(at->path()))
      at.disable_recursion_pending();
    else
      add(at->path(), folder);
  }
}

Watch::Changed Watch::changed_within(int milliseconds) {
  Changed changed;
  pollfd wanted{descriptor_, POLLIN, 0};
  if (poll(&wanted, 1, milliseconds) <= 0) return changed;
  alignas(inotify_event) std::array<char, 16384> buffer;
  for (ssize_t size;
       (size = read(descriptor_, buffer.data(), buffer.size())) > 0;)
    for (ssize_t at = 0; at < size;) {
      inotify_event event{};
      std::memcpy(&event, buffer.data() + at, sizeof event);
      const char* name = buffer.data() + at + sizeof event;
      at += static_cast<ssize_t>(sizeof event + event.len);
      if (event.mask & IN_IGNORED) continue;
      if (event.mask & IN_Q_OVERFLOW)  // what changed is not known any more
        for (std::size_t i = 0; i < folders_; ++i) changed.insert(i);
      else if (event.len == 0 || counts(name))
        changed.insert(folder_of_[event.wd]);
    }
  return changed;
}

std::optional<Watch::Changed> Watch::wait(
    const std::function<bool()>& is_over) {
  Changed changed;
  while (changed.empty()) {
    if (is_over()) return std::nullopt;
    changed = changed_within(look_up);
  }
  for (int i = 0; i < longest && !is_over(); ++i) {
    Changed more = changed_within(calm);
    if (more.empty()) break;
    changed.merge(more);
  }
  if (is_over()) return std::nullopt;
  return changed;
}

}  // namespace catalog::serve
