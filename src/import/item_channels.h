#pragma once

#include "import/item_row.h"

namespace catalog::import {

/// Reads the channels, from cells of boxes (a column a level, where there are
/// several) or from a column a channel. Where nothing is ticked, the website is
/// assumed.
void read_channels(ItemRow& row, Item& item);

}  // namespace catalog::import
