#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "source/span.h"

namespace catalog::source {

/// A larger file is refused unread: 300 items a file are some 400 KB.
inline constexpr std::uint64_t max_file_bytes = 8u << 20;

/// More files than this are refused: no catalog comes near it, and a tree that
/// does is a mistake or an attack.
inline constexpr std::size_t max_files = 20'000;

/// The files of a tree together, for the same reason.
inline constexpr std::uint64_t max_tree_bytes = 512u << 20;

/// Folders below folders: what lies deeper is refused.
inline constexpr std::size_t max_folder_depth = 32;

/// The manifest of a build; its first key tells ours from other programs'
/// files of that name.
inline constexpr std::string_view build_manifest = "build.json";
inline constexpr std::string_view build_mark = "\"catalog-build\"";

/// One file as it lay on disk. `path` is relative to the catalog's folder,
/// with `/` between its parts.
struct File {
  std::string path;
  std::string bytes;
};

/// More catalogs than this are never in one chain.
inline constexpr std::uint32_t max_layers = 1u << (32 - bits_of_file);

/// Every file of one catalog, byte for byte. Files are only ever added, and
/// views into their bytes stay good as long as the tree lives.
///
/// A catalog that extends another has a tree that stands on the other's: the
/// lower one's files are found through it, and must outlive it. The trees of a
/// chain have different numbers; the uppermost has 0.
class SourceTree {
 public:
  explicit SourceTree(std::uint32_t layer = 0) : layer_(layer) {}

  FileId add(std::string path, std::string bytes);

  const File& operator[](FileId id) const {
    return layer_of(id) == layer_ || below_ == nullptr
               ? files_[static_cast<std::uint32_t>(id) & place_mask]
               : (*below_)[id];
  }
  /// How many files it has itself, and the id of each.
  std::size_t size() const { return files_.size(); }
  /// The bytes of these together.
  std::size_t bytes() const { return bytes_; }
  FileId id(std::size_t index) const {
    return static_cast<FileId>(layer_ << bits_of_file |
                               static_cast<std::uint32_t>(index));
  }
  std::string_view text(const Span& span) const;

  std::uint32_t layer() const { return layer_; }
  void stand_on(const SourceTree& below) { below_ = &below; }

  /// What leads from where the user stands to a tree below the uppermost, with
  /// a `/` at its end.
  void set_way(std::string way) { way_ = std::move(way); }
  /// The way to the tree that a file is in.
  const std::string& way(FileId id) const {
    return layer_of(id) == layer_ || below_ == nullptr ? way_ : below_->way(id);
  }

 private:
  static constexpr std::uint32_t place_mask = (1u << bits_of_file) - 1;

  std::deque<File> files_;
  std::size_t bytes_ = 0;
  std::uint32_t layer_ = 0;
  const SourceTree* below_ = nullptr;
  std::string way_;
};

/// Why a file that stands in the tree was not read.
enum class Refusal {
  too_large,         // over max_file_bytes
  not_a_file,        // a folder, pipe, socket or device named *.yaml
  link_outside,      // a symbolic link that leaves the tree, goes in circles,
                     // leads nowhere or to a folder
  same_when_folded,  // its path differs from another's only by case
  odd_name,          // a name that is not UTF-8 or has control characters
  too_many,          // over max_files, or over max_tree_bytes with it
  other_ending,      // *.yml, *.YAML: meant to be *.yaml
  too_deep,          // a folder below max_folder_depth others
  not_below,         // asked for by a path that is absolute or has `..`
  missing,           // asked for, and not there
};

struct Refused {
  FileId file;  // in the tree with no bytes, so that it can be named
  Refusal why;
};

struct Loaded {
  SourceTree tree;
  std::vector<Refused> refused;
};

/// The files of the catalog in `folder`, in the order of their paths. Left out
/// are hidden files and folders, outputs (folders with a `build.json` of ours)
/// and nested catalogs (folders with a `catalog.yaml`). A link to a file is
/// followed if it stays in the tree. A name that cannot be shown is in the
/// tree by `printable`. Throws Failure where there is no catalog, or where the
/// machine does not give a file that is there. `layer` is the tree's number.
Loaded load(const std::filesystem::path& folder, std::uint32_t layer = 0);

/// The bytes of one more file of the tree, such as a schema, by its path
/// relative to the catalog's folder, or why not. Throws Failure as `load`.
std::variant<std::string, Refusal> read_below(
    const std::filesystem::path& folder, std::string_view path);

}  // namespace catalog::source
