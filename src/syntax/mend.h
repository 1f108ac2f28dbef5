#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "source/tree.h"

namespace catalog::syntax {

/// A file with fixes made, and the findings that they mend.
struct Mended {
  source::FileId file;
  std::string bytes;
  std::vector<diagnostics::Diagnostic> done;
};

struct Mending {
  std::vector<Mended> files;  // only those that changed
  /// Fixes that were not made: they touch what another changes, or the file
  /// would no longer have the same parts.
  std::size_t left = 0;
};

/// Makes the fixes that findings carry, all or none of each, in the first
/// `files` files of a tree. Only the bytes that they name change: the file
/// reads as before, but for the texts that were meant, and for what a slip of
/// its form hid.
Mending mended(const source::SourceTree& tree, std::size_t files,
               const std::vector<diagnostics::Diagnostic>& findings);

}  // namespace catalog::syntax
