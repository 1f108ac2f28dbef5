#pragma once

#include <string>

#include "import/item_row.h"

namespace catalog::import {

/// Adds a value to the field of the catalog's own that a column is.
void add_element(ItemRow& row, Item& item, const std::string& title,
                 const std::string& text);

/// Reads what else a row says: supervision, 五公开, the column of the website,
/// notes, and columns that only this table has.
void read_others(ItemRow& row, Item& item);

}  // namespace catalog::import
