#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace catalog::serve {

/// What one build made.
struct Built {
  std::map<std::string, std::string> files;  // by path; empty: it has errors
  std::string found;    // what the build has to say, as text
  std::string summary;  // that in a line
  std::size_t errors = 0;
};

/// What the pages show at the moment, for the threads that answer. A build
/// with errors leaves the files of the last sound one in place.
class Showing {
 public:
  /// How many files differ from those before.
  std::size_t take(Built built);

  /// Wakes all who wait; from then on nobody waits.
  void end();

  /// Whether any build was sound so far.
  bool has_files();

  struct File {
    std::string bytes;
    /// Of the bytes and of all that the page loads.
    std::string print;
  };
  std::optional<File> file(const std::string& path);

  /// JSON for the page at a path: the fingerprints of what it shows now, and
  /// what was found. Waits until one of them is not the one known, or a while.
  std::string news(const std::string& path, std::string_view known_page,
                   std::string_view known_found,
                   std::chrono::milliseconds patience);

 private:
  std::string print_of(const std::string& path) const;

  std::mutex mutex_;
  std::condition_variable changed_;
  Built built_;
  std::map<std::string, std::string> hashes_;  // of files, by path
  std::string found_print_;
  bool is_over_ = false;
};

}  // namespace catalog::serve
