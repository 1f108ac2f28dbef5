#pragma once

#include <vector>

#include "resolve/edition.h"
#include "view/table.h"

namespace catalog::view {

/// The departures from rules that somebody approved and that hold in the
/// edition's place, each once with all its items. Without rows and columns
/// where there are none.
Table waivers_table(const resolve::Edition& edition);

/// The entries of the record of 动态调整 that are about items of this edition,
/// or about none in particular.
std::vector<const model::AdjustmentRecord*> records_of(
    const resolve::Edition& edition);

/// They as a table; likewise without columns where there are none.
Table adjustments_table(const resolve::Edition& edition);

}  // namespace catalog::view
