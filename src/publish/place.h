#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "source/descriptor.h"

namespace catalog::publish {

/// Where outputs go: OUT, as a name in an open folder. Its helpers are hidden
/// entries of the same folder, so that every switch is a rename.
struct Place {
  source::Descriptor parent;
  std::filesystem::path parent_path;  // absolute, without links
  std::string name;
  std::string shown;  // as the user wrote it, for messages

  std::string lock() const { return "." + name + ".lock"; }
  std::string staging() const { return "." + name + ".new"; }
  /// Where OUT waits while the new one takes its place, where the two cannot
  /// be exchanged.
  std::string aside() const { return "." + name + ".old"; }
};

/// Opens the folder around `out`, making it if need be. Throws Failure if
/// `out` cannot be replaced as a whole: it is a link, a file or a mount point,
/// or lies in the catalog's folder or around it. Without a `source` there is no
/// such folder.
Place place_of(const std::filesystem::path& out,
               const std::filesystem::path& source);

/// Whether one of two folders is the other or lies in it. The first need not be
/// there yet.
bool overlap(const std::filesystem::path& out,
             const std::filesystem::path& folder);

}  // namespace catalog::publish
