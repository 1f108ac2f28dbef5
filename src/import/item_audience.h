#pragma once

#include "import/item_row.h"

namespace catalog::import {

/// Reads for whom it is published: everyone, or groups by their names.
void read_audience(ItemRow& row, Item& item);

/// Reads how: proactively, on request or not at all.
void read_modes(ItemRow& row, Item& item);

}  // namespace catalog::import
