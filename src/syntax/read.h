#pragma once

#include <cstdint>

#include "diagnostics/diagnostics.h"
#include "source/tree.h"
#include "syntax/tree.h"

namespace catalog::syntax {

/// Who reads YAML: our own reader, or the reference it is compared with.
enum class Reader : std::uint8_t { strict, yaml_cpp };

/// Reads one file of a catalog into a tree: the one way in. What cannot be
/// read is reported, poisoned and listed in the document's `skipped`; what
/// stands around it is there. The document refers to the tree's bytes.
Document read(const source::SourceTree& tree, source::FileId file,
              diagnostics::Diagnostics& diagnostics,
              Reader reader = Reader::strict);

}  // namespace catalog::syntax
