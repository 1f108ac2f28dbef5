#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "view/table.h"

namespace catalog::emit::site {

/// How a column of a table is laid out on a page. Styles may not stand in the
/// page, so widths are whole units - a character of the table - and table.css
/// has a class for each: `w` for a width, `x` for where a frozen column
/// stands, `m` for a whole table.
struct ColumnStyle {
  std::size_t width = 0;   // the least, of one that stretches
  bool stretches = false;  // takes the room that is left
  bool is_frozen = false;
  std::size_t left = 0;    // of a frozen column
  std::string_view label;  // before the value, on a card
  std::string_view group;  // the header over its own; empty if none
};

std::vector<ColumnStyle> column_styles(const view::Table& table);

/// The least width of the table, rounded up to the next class.
std::size_t table_width(const std::vector<ColumnStyle>& styles);

}  // namespace catalog::emit::site
