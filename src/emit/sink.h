#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

namespace catalog::emit {

/// Where finished artifacts go, one by one; each path only once. Paths are
/// relative to the output folder, with `/` between their parts.
struct Sink {
  /// Takes a whole file.
  std::function<void(std::string_view path, std::string_view bytes)> put;

  /// For a library that writes files itself: calls `write` with the path to
  /// write to. What it needs for itself goes into that path's folder, and is
  /// gone when it returns.
  std::function<void(
      std::string_view path,
      const std::function<void(const std::filesystem::path&)>& write)>
      put_file;
};

}  // namespace catalog::emit
