#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "source/descriptor.h"

namespace catalog::publish {

/// What tells cheaply whether a file is still the one that was looked at.
struct Identity {
  std::uint64_t size = 0;
  std::int64_t time = 0;    // of the last change, in ns since 1970
  std::uint64_t inode = 0;  // on some network shares not a lasting one

  friend bool operator==(const Identity&, const Identity&) = default;
};
Identity identity_of(const struct stat& status);

/// Whether a path can name something below a folder and nothing else: no
/// leading `/`, no empty part, no `.` or `..`. Paths come from files that
/// anyone may have edited, and what they name is linked and removed.
bool is_safe_path(std::string_view path);

/// A name in an open folder. No link is followed on the way to it.
struct Entry {
  source::Descriptor folder;
  std::string name;

  explicit operator bool() const { return static_cast<bool>(folder); }
  std::optional<struct stat> status() const;
};

/// The entry at a safe path below `root`; empty, with errno set, where a
/// folder on the way is missing or none.
Entry entry_at(const source::Descriptor& root, std::string_view path);
/// The same, making the folders on the way.
Entry make_entry_at(const source::Descriptor& root, std::string_view path);

/// Whether all bytes were taken by the system, `close` included; sets errno.
bool write_new_file(const Entry& entry, std::string_view bytes);
bool write_all(const source::Descriptor& file, std::string_view bytes);

/// Waits until the file or folder is on the disk. True also where a file
/// system cannot say.
bool sync(const source::Descriptor& file);

/// The hash of a file's bytes. Nothing, with errno set, if it cannot be read.
std::optional<std::string> hash_of(const source::Descriptor& file);

}  // namespace catalog::publish
