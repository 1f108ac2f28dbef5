#pragma once

#include "import/item_row.h"

namespace catalog::import {

/// Reads the texts that are cited, each into the register of laws.
void read_basis(ItemRow& row, Item& item);

}  // namespace catalog::import
