#pragma once

#include "diagnostics/diagnostics.h"
#include "model/catalog.h"
#include "resolve/catalog.h"

namespace catalog::resolve {

/// Joins a catalog without parents: names become ids, items get the catalog's
/// order. What a name does not lead to is reported with what was probably
/// meant, unless the thing may stand where the reader could not read.
ResolvedCatalog catalog_of(model::Catalog written,
                           diagnostics::Diagnostics& found);

}  // namespace catalog::resolve
