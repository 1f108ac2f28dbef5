#pragma once

#include <string>
#include <vector>

#include "view/table.h"

namespace catalog::view {

/// A table of something other than items: one header row, the first column
/// with numbers, the second with what its rows are about.
Table list_table(Table::Kind kind, std::string id, std::string title,
                 const std::vector<std::string>& columns);

/// Adds a row with the next number.
void add_row(Table& table, std::vector<std::string> texts);

}  // namespace catalog::view
