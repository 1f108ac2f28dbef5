#pragma once

#include <string>
#include <vector>

#include "import/catalog.h"
#include "import/overlay.h"

namespace catalog::import {

/// A file of the catalog: its path below the folder, and its bytes.
struct WrittenFile {
  std::string path;
  std::string bytes;
};

/// What is not in the tables.
struct Manifest {
  std::string date;     // YYYY-MM-DD
  std::string sources;  // names of the files imported, for a comment
};

/// The source files of a catalog, in the layout of `catalog fmt`, with a
/// comment wherever a person must decide. Gives the items their ids.
std::vector<WrittenFile> source_of(Imported& imported,
                                   const Manifest& manifest);

/// The same of a catalog that extends a base: what a person must approve, such
/// as an exclusion, stands in comments.
std::vector<WrittenFile> source_of(Imported& imported, const Base& base,
                                   const Overlay& overlay,
                                   const Manifest& manifest);

}  // namespace catalog::import
