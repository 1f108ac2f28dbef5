#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "compile/compile.h"
#include "model/catalog.h"

namespace catalog::compile {

/// The catalogs that others extend, each read, joined and checked once. They
/// live as long as this, and so must whoever stands on them.
class Bases {
 public:
  explicit Bases(Settings settings) : settings_(std::move(settings)) {}

  const Settings& settings() const { return settings_; }

  /// The catalog that a manifest in `folder` extends, by path or by the name of
  /// an installed one. Null where it extends none, or where that is not to be
  /// had or has errors of its own: said at the `extends` line.
  const Compilation* base_of(const std::filesystem::path& folder,
                             const model::Manifest& manifest,
                             diagnostics::Diagnostics& found);

  /// Where those lie that were read so far, sound or not.
  std::vector<std::filesystem::path> folders() const;

 private:
  std::optional<std::filesystem::path> folder_of(
      const std::filesystem::path& from, const model::Text& extends,
      diagnostics::Diagnostics& found) const;

  Settings settings_;
  /// By path without links.
  std::map<std::filesystem::path, std::unique_ptr<Compilation>> read_;
  /// Those being read now, from the one that was asked for down.
  std::vector<std::filesystem::path> open_;
  std::uint32_t layers_ = 0;
};

/// Where catalogs that `extends` can name are installed, nearest first: the
/// folders of CATALOG_PATH, then share/catalog beside the program.
std::vector<std::filesystem::path> installed_folders();

/// The folder that a catalog in `from` means by its `extends`; nothing if there
/// is no catalog.
std::optional<std::filesystem::path> base_folder(
    const std::filesystem::path& from, std::string_view extends);

}  // namespace catalog::compile
