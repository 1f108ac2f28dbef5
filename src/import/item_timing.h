#pragma once

#include "import/item_row.h"

namespace catalog::import {

/// Reads the timing: lines that are clauses of their own stay apart. Where
/// none stands, the statutory default is assumed.
void read_timing(ItemRow& row, Item& item);

}  // namespace catalog::import
