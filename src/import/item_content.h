#pragma once

#include "import/item_row.h"

namespace catalog::import {

/// Reads the entries of the content. Where none stands, the item's own name
/// is assumed.
void read_content(ItemRow& row, Item& item);

}  // namespace catalog::import
