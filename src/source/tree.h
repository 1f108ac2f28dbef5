#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace catalog::source {

/// A larger file is refused unread: 300 items a file are some 400 KB.
inline constexpr std::uint64_t max_file_bytes = 8u << 20;

/// More files than this are refused: no catalog comes near it, and a tree that
/// does is a mistake or an attack.
inline constexpr std::size_t max_files = 20'000;

/// One file as it lay on disk. `path` is relative to the catalog's folder,
/// with `/` between its parts.
struct File {
  std::string path;
  std::string bytes;
};

/// Every file of one catalog, byte for byte. Files are only ever added, and
/// views into their bytes stay good as long as the tree lives.
class SourceTree {
 public:
  FileId add(std::string path, std::string bytes);

  const File& operator[](FileId id) const {
    return files_[static_cast<std::size_t>(id)];
  }
  std::size_t size() const { return files_.size(); }
  FileId id(std::size_t index) const { return static_cast<FileId>(index); }
  std::string_view text(const Span& span) const;

 private:
  std::deque<File> files_;
};

/// Why a file that stands in the tree was not read.
enum class Refusal {
  too_large,        // over max_file_bytes
  not_a_file,       // a folder, pipe, socket or device named *.yaml
  link_outside,     // a symbolic link that leaves the tree or goes in circles
  same_when_folded, // its path differs from another's only by case
  odd_name,         // a name that is not UTF-8 or has control characters
  too_many,         // over max_files
};

struct Refused {
  FileId file;  // in the tree with no bytes, so that it can be named
  Refusal why;
};

/// The files of the catalog in `folder`, in the order of their paths. Hidden
/// folders, folders with a `build.json` (outputs) and nested catalogs (folders
/// with a `catalog.yaml`) are left out. Throws Failure where the machine does
/// not give a file that is there.
struct Loaded {
  SourceTree tree;
  std::vector<Refused> refused;
};
Loaded load(const std::filesystem::path& folder);

}  // namespace catalog::source
