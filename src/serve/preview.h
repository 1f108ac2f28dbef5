#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <set>
#include <vector>

#include "serve/server.h"
#include "serve/showing.h"

namespace catalog::serve {

/// What a preview shows, and how it is made.
struct Preview {
  /// What to watch. Asked for after each build, which may have found bases.
  std::function<std::vector<std::filesystem::path>()> folders;
  /// Called at once, then at each change with the folders where it happened,
  /// by their place in `folders`.
  std::function<Built(const std::set<std::size_t>& changed)> build;
  /// The pages are there to be opened; called once.
  std::function<void(int port)> ready;
  /// They were built anew without an error, so many files came out otherwise.
  std::function<void(std::size_t different)> rebuilt;
  /// Asked several times a second.
  std::function<bool()> is_over;
  Port port;
};

/// Serves a site from memory on 127.0.0.1 until it is over. Pages load anew
/// when their bytes changed; what a build found is shown over them. Throws
/// Failure where the port is taken, and what the first build throws.
void serve(const Preview& preview);

}  // namespace catalog::serve
