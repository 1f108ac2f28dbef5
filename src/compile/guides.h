#pragma once

#include <filesystem>

#include "diagnostics/diagnostics.h"
#include "model/catalog.h"
#include "source/tree.h"

namespace catalog::compile {

/// Reads the files that `documents:` names; they join the tree. What is not to
/// be had, or is no text in UTF-8, is reported.
void load_guides(const std::filesystem::path& folder, source::SourceTree& tree,
                 model::Catalog& catalog, diagnostics::Diagnostics& found);

}  // namespace catalog::compile
