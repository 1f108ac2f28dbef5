#pragma once

#include "diagnostics/diagnostics.h"
#include "model/catalog.h"
#include "source/tree.h"

namespace catalog::compile {

/// The file that the manifest is looked for in: `catalog.yaml`.
source::FileId file_of_manifest(const source::SourceTree& tree,
                                std::size_t files);

/// Adds the layouts that come with the program, those whose id the catalog
/// does not define itself. Their file joins the tree.
void add_builtin_layouts(source::SourceTree& tree, model::Catalog& catalog,
                         diagnostics::Diagnostics& found);

}  // namespace catalog::compile
