#pragma once

#include <string_view>
#include <vector>

#include "workbook/sheet.h"

namespace catalog::import {

/// The tables of a page, each a sheet without a name: rows and cells with their
/// spans, `<br>` and paragraphs as line ends, entities read. As tolerant as
/// browsers are of tags left open; nothing in the page is run, loaded or
/// followed. A table within a cell is a table of its own. The title that stands
/// over a table, on the page or in the cell around it, is its first row.
std::vector<workbook::Sheet> html_sheets(std::string_view page);

/// Whether a text looks like a page.
bool is_html(std::string_view text);

}  // namespace catalog::import
