#pragma once

#include <string>

#include "import/item_row.h"

namespace catalog::import {

/// Reads the names of an item, one to three levels, and its code. No names:
/// the row has no item.
void read_name(ItemRow& row, Item& item);

/// The domain that a column, a title, the sheet or the file names, and its
/// code; may be empty.
std::string domain_name(const ItemRow& row, std::string& code);

/// Puts the item into its domain.
void read_domain(ItemRow& row, Item& item);

}  // namespace catalog::import
