#pragma once

#include "diagnostics/diagnostics.h"
#include "source/tree.h"
#include "syntax/tree.h"

namespace catalog::syntax {

/// Reads one file of a catalog into a tree: the one way in. What cannot be
/// read is reported, poisoned and listed in the document's `skipped`; what
/// stands around it is there. The document refers to the tree's bytes.
Document read(const source::SourceTree& tree, source::FileId file,
              diagnostics::Diagnostics& diagnostics);

}  // namespace catalog::syntax
