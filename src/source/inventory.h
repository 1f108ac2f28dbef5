#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace catalog::source {

/// What the system tells of a file without opening it. A file that has the
/// same stamp twice has the same bytes, unless it changed again within one
/// tick of the clock; see `is_settled`.
struct Stamp {
  std::uint64_t size = 0;
  std::int64_t modified = 0;  // in ns since 1970; anyone can set it
  std::int64_t changed = 0;   // the same of the entry: only the system sets it
  std::uint64_t inode = 0;

  friend bool operator==(const Stamp&, const Stamp&) = default;

  /// Whether it was older than two seconds, the coarsest tick that disks have,
  /// at a moment: then a later change shows in it. A stamp from a clock that
  /// went ahead is never settled.
  bool is_settled(std::int64_t at) const {
    constexpr std::int64_t tick = 2'000'000'000;
    return modified < at - tick && changed < at - tick;
  }
};

/// A file of a catalog that was not read.
struct Listed {
  std::string path;  // below the catalog's folder
  Stamp stamp;

  friend bool operator==(const Listed&, const Listed&) = default;
};

/// What `load` would read or refuse in a folder, by path; what it would refuse
/// without reading has an empty stamp. Throws Failure as `load`.
std::vector<Listed> inventory(const std::filesystem::path& folder);

/// The stamp of one more file, such as a schema; an empty one where there is
/// none. Links are followed.
Stamp stamp_of(const std::filesystem::path& file);

}  // namespace catalog::source
