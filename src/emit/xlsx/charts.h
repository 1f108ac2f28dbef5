#pragma once

#include <cstdint>

#include "emit/xlsx/pages.h"
#include "emit/xlsx/sheet.h"

namespace catalog::emit {

/// Draws the numbers of a table of statistics beside it, on its first page; of
/// other tables nothing. The last column that it or the table takes.
std::uint32_t write_charts(const Book& book, Sheet& sheet,
                           const TableSheet& from);

/// Whether the cells of a table are to be numbers, not texts.
bool has_numbers(const view::Table& table);

}  // namespace catalog::emit
