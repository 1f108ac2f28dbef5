#pragma once

#include <vector>

#include "import/item_row.h"

namespace catalog::import {

/// The levels that words of tiers name in this table: 市级 over a table without
/// 县级 is a city that has no counties.
std::vector<model::Level> levels_of(const ItemRow& row, const TierWords& tiers);

/// Reads the levels from a column of words and from columns of ticks.
void read_levels(ItemRow& row, Item& item);

}  // namespace catalog::import
