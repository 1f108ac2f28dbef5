#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sync/found.h"

namespace catalog::sync {

/// Whether a column's value is the name of an item, or a level of it.
bool is_name(std::string_view value);

/// Says of each row of one table which printed row it was: by `ids`, what the
/// hidden column says of each, or by what the row says where the id did not
/// move with it. Gives the printed items that no row is: their first rows.
std::vector<std::uint32_t> match_rows(const workbook::Record& record,
                                      const workbook::PrintedTable& table,
                                      std::vector<FoundRow>& rows,
                                      std::vector<std::string> ids);

}  // namespace catalog::sync
