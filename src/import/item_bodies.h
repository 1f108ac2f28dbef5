#pragma once

#include "import/item_row.h"

namespace catalog::import {

/// Reads who must publish, for all levels or a line a level. Where nobody is
/// named, one to be named is assumed.
void read_bodies(ItemRow& row, Item& item);

}  // namespace catalog::import
