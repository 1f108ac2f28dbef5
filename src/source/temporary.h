#pragma once

#include <filesystem>
#include <string_view>
#include <utility>

namespace catalog::source {

/// A folder of our own among the temporary ones, that nobody else may enter;
/// gone with this.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(TemporaryFolder&& other) noexcept
      : path_(std::exchange(other.path_, {})) {}
  TemporaryFolder& operator=(TemporaryFolder&& other) noexcept {
    std::swap(path_, other.path_);
    return *this;
  }
  ~TemporaryFolder();

  const std::filesystem::path& path() const { return path_; }

  /// Writes a new file. The path is relative, and its parts are names:
  /// neither `.` nor `..`. Throws Failure where it cannot.
  void write(const std::filesystem::path& below, std::string_view bytes) const;

 private:
  std::filesystem::path path_;
};

}  // namespace catalog::source
