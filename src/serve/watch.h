#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace catalog::serve {

/// Notices what changes below some folders, from when it is made: files and
/// folders written, added, removed, renamed. Hidden ones, and those that
/// editors put beside a file, do not count.
class Watch {
 public:
  /// Folders by their place in `folders`.
  using Changed = std::set<std::size_t>;

  /// Throws Failure where the system does not let it watch, or where the first
  /// of them is not there.
  explicit Watch(const std::vector<std::filesystem::path>& folders);
  ~Watch();
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  /// Waits until something changed and nothing more did for a moment, so that
  /// an editor or a checkout is done. Nothing where `is_over` became true.
  std::optional<Changed> wait(const std::function<bool()>& is_over);

 private:
  void add(const std::filesystem::path& path, std::size_t folder);
  void add_all(const std::filesystem::path& path, std::size_t folder);
  /// What changed within so many milliseconds.
  Changed changed_within(int milliseconds);

  int descriptor_ = -1;
  std::map<int, std::size_t> folder_of_;  // by the system's number
  std::filesystem::path first_;
  std::size_t folders_ = 0;
};

}  // namespace catalog::serve
