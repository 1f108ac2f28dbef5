#pragma once

#include <vector>

#include "diagnostics/diagnostics.h"
#include "model/catalog.h"
#include "syntax/tree.h"

namespace catalog::model {

/// Reads the files of one catalog, their form checked by the schema: values of
/// unknown meaning (see Diagnostics::poison) are left out. Takes the texts of
/// the documents over. Reports ids defined twice and what is known but not
/// built yet.
/// A missing `catalog:` is reported at the start of the file `manifest`.
Catalog read(std::vector<syntax::Document> documents, source::FileId manifest,
             diagnostics::Diagnostics& found);

/// Reads the layouts of one document and nothing else: for those built in.
std::vector<Layout> read_layouts(const syntax::Document& document,
                                 diagnostics::Diagnostics& found);

}  // namespace catalog::model
