#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sync/cells.h"
#include "workbook/record.h"

namespace catalog::sync {

/// By column of the sheet.
using Titles = std::map<std::uint32_t, std::string>;

/// Where each column of the record stands now; nothing for one that is gone.
using Columns = std::vector<std::optional<std::uint32_t>>;

/// The titles in a row of the header, without that of the hidden column, whose
/// head is at `mark`.
Titles titles_in(const Cells& cells, std::uint32_t row,
                 std::optional<workbook::Position> mark);

/// Each column by its title, in the place where it was printed if it has
/// several; then those that were renamed where they stand.
Columns columns_of(const workbook::PrintedTable& table, const Titles& titles);

/// The row of the leaf header: that of the mark, or where it was, or the one
/// most like it.
std::uint32_t header_row(const workbook::PrintedTable& table,
                         const Cells& cells,
                         std::optional<workbook::Position> mark);

}  // namespace catalog::sync
