#pragma once

#include "import/catalog.h"
#include "import/tables.h"

namespace catalog::import {

/// Adds the items of a table, and what they name, to what was imported.
/// `fallback_domain` is that of items whose domain stands nowhere.
void add_items(const Table& table, const std::string& fallback_domain,
               Imported& imported, Remarks& remarks);

}  // namespace catalog::import
