#pragma once

#include "import/grid.h"
#include "import/header.h"

namespace catalog::import {

/// Decides between columns whose words alone do not: two of one field, groups
/// left of items, words that mean one thing in one table and another in the
/// next; by what stands beside them and by their cells.
void settle_columns(const Grid& grid, Header& header);

}  // namespace catalog::import
