#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "import/ticks.h"
#include "workbook/record.h"

namespace catalog::sync {

/// A cell's text without what programs change by themselves: blanks at the
/// ends of lines, how boxes are set, which sign is a tick. Texts that are the
/// same so say the same.
std::string plain(const workbook::PrintedTable& table, std::size_t column,
                  std::string_view text);

/// The boxes of a cell, whatever glyphs the layout has.
std::vector<import::Box> boxes_in(const workbook::PrintedTable& table,
                                  std::string_view text);

/// Whether a cell of ticks is ticked.
bool is_ticked(const workbook::PrintedTable& table, std::string_view text);

/// The lines of a text that have anything, without the blanks around them.
std::vector<std::string> lines_in(std::string_view text);

}  // namespace catalog::sync
